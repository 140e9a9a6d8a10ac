import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * RAM as it was when snapshot `k` was taken. `ram` is what it is now, whole pages of `pageBytes` bytes. snapshots[i] holds a
 * copy of each page that was changed after snapshot i was taken and before the next one was (for the last one: until now),
 * as it was before its first change. The answer may be `ram` itself, changed.
 */
export const ramAt: CpuQuestions["ramAt"] = (ram, pageBytes, snapshots, k) => {
  throw new Error(`Return ${ram.length} bytes, in pages of ${pageBytes}: RAM as it was at snapshot ${k} of ${snapshots.length}.`);
};
