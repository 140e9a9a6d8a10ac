/** What a CPU does, in words. */
import type { CpuActivity } from "../../../machine/board/turns";

const texts: Readonly<Record<CpuActivity, string>> = {
  runs: "executes", off: "is off", WFI: "waits for an interrupt", WFE: "waits for an event",
};

export const activityText = (activity: CpuActivity): string => texts[activity];
