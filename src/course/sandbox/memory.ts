import { readdirSync, readFileSync } from "node:fs";

/** Linux pages are 4 KiB on x86-64 and on most arm64 kernels; a larger page makes the limit stricter by as much. */
const PAGE = 4096;

/** Resident bytes of `pid` and all that descends from it; undefined where the system does not say. */
export function residentBytes(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ");
    return Number(resident) * PAGE + childrenOf(pid).reduce((sum, child) => sum + (residentBytes(child) ?? 0), 0);
  } catch {
    return undefined; // It has just ended.
  }
}

/** The processes that `pid` has started and that are still there. */
export function childrenOf(pid: number): number[] {
  try {
    const lists = readdirSync(`/proc/${pid}/task`).map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8"));
    return lists.flatMap((list) => list.split(" ").filter((child) => child !== "").map(Number));
  } catch {
    return []; // It has just ended.
  }
}
