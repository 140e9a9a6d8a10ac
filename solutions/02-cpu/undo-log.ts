import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * RAM as it was when snapshot `k` was taken. `ram` is what it is now, whole pages of `pageBytes` bytes. snapshots[i] holds a
 * copy of each page that was changed after snapshot i was taken and before the next one was (for the last one: until now),
 * as it was before its first change. The answer may be `ram` itself, changed.
 */
export const ramAt: CpuQuestions["ramAt"] = (ram, pageBytes, snapshots, k) => {
  const then = ram.slice();
  // The youngest first: where a page was kept twice, the older copy has the last word.
  for (const kept of snapshots.slice(k).reverse()) {
    for (const { page, bytes } of kept) then.set(bytes, page * pageBytes);
  }
  return then;
};
