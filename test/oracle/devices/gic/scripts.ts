// Every script that is compared, by the name of its recording.

import type { Asked } from "./operation";
import { drawnScript, RESET_SCRIPT } from "./scripts-v2";
import { drawnScriptV3, RESET_SCRIPT_V3 } from "./scripts-v3";

export const SCRIPTS: Readonly<Record<string, () => Asked>> = {
  "v2-reset":    () => ({ version: 2, cpus: 2, script: RESET_SCRIPT }),
  "v2-one-cpu":  () => ({ version: 2, cpus: 1, script: drawnScript(1, 4000, 1) }),
  "v2-two-cpus": () => ({ version: 2, cpus: 2, script: drawnScript(2, 1000, 2) }),
  "v3-reset":    () => ({ version: 3, cpus: 2, script: RESET_SCRIPT_V3 }),
  "v3-one-cpu":  () => ({ version: 3, cpus: 1, script: drawnScriptV3(3, 4000, 1) }),
  "v3-two-cpus": () => ({ version: 3, cpus: 2, script: drawnScriptV3(4, 1000, 2) }),
};
