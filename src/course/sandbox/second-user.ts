// The fallback where namespaces are denied (some hosted graders) but we are root: the process becomes another user,
// under Node's permission model. Weaker than bubblewrap: the permission model is a door and no wall (a fault in Node
// opens it), the network is not cut off, and the process sees that others run. Reports name it.

import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { DIES_WITH_PARENT } from "./namespace";
import { underLimits } from "./rlimits";
import type { Sandbox } from "./sandbox";

/** nobody's number on every Linux distribution. */
const NOBODY = 65534;

/** Undefined if we may not become someone else, or this Node has no permission model. */
export function secondUser(): Sandbox | undefined {
  const permission = ["--permission", "--experimental-permission"].find((flag) => process.allowedNodeEnvironmentFlags.has(flag));
  if (process.platform !== "linux" || process.getuid?.() !== 0 || permission === undefined || !works()) return undefined;
  return {
    name: "second user and Node's permission model (weaker: the network is not cut off)",
    command: ({ script, flags, limits }) => ({
      argv: [
        ...underLimits(limits), "/usr/bin/env", "-i", process.execPath,
        permission, `--allow-fs-read=${dirname(script)}`, "--no-warnings", ...flags, `--max-old-space-size=${limits.heapMiB}`, script,
      ],
      inputs: [],
      group: true,
      uid: NOBODY,
      gid: NOBODY,
    }),
  };
}

function works(): boolean {
  try {
    execFileSync(DIES_WITH_PARENT[0], [...DIES_WITH_PARENT.slice(1), process.execPath, "-e", "0"], { uid: NOBODY, gid: NOBODY, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
