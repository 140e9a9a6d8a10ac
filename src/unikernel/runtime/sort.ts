// Array.prototype.sort: Timsort, as V8 has it, after Tim Peters' description (CPython's
// Objects/listsort.txt). It finds runs that are sorted already and merges them; where one run keeps
// winning, it gallops. It compares the same elements in the same order as Node does, so that even a
// comparison that prints, or contradicts itself, does the same in both worlds.
//
// 1. The array changes at the end, all at once: a comparison that throws leaves it as it was.
// 2. Of the runs on the stack, each is longer than the two behind it together.

import { append, slice } from "./arrays";

type Compare<T> = (a: T, b: T) => number;

export function sort<T>(array: T[], compare: Compare<T>): T[] {
  if (array.length < 2) return array;
  const sorted = new Timsort<T>(slice(array), compare).sorted();
  for (let i = 0; i < array.length; i++) array[i] = sorted[i]!;
  return array;
}
