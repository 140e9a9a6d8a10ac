// What scripts of both versions draw from: the interrupts with lines, a few SGIs and a few without a line; priorities that
// are close to each other.

import type { Step } from "./operation";

/** SGIs, the two timers, the two devices, the last one. */
export const PRIVATE = [0, 1, 7, 15, 27, 30] as const;
export const SPIS = [33, 34, 64, 287] as const;
export const IDS = [...PRIVATE, ...SPIS] as const;
export const PRIORITIES = [0x00, 0x10, 0x11, 0x20, 0x28, 0x30, 0x80, 0xa0, 0xf0, 0xfe, 0xff] as const;
export const MASKS = [0xff, 0xff, 0xff, 0xff, 0xff, 0xf0, 0x80, 0x30, 0x00] as const;

export const word = (offset: number): Step => ({ kind: "read", bytes: 4, address: offset });
export const put = (address: number, value: number, bytes: 1 | 4 = 4): Step =>
  ({ kind: "write", bytes, address, value: BigInt(value >>> 0) });

export const bitOf = (id: number): number => (1 << (id & 31)) >>> 0;
