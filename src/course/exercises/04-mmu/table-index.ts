import { type Granule, startLevel, tableIndex as ours } from "../../../machine/mmu/granule";
import type { MmuParts } from "../../../machine/mmu/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { address, granuleText, hex } from "./notation";

type TableIndex = MmuParts["tableIndex"];

/** Addresses that QEMU 7.2 finds where a descriptor was put at these indices, the start level's first. */
const FROM_QEMU = [
  // va                       granule  bits  from level, indices
  [0x12_3456_7890n,           12,      39,   1, [0x48, 0x1a2, 0x167]],
  [0xffff_ff92_3456_7890n,    12,      39,   1, [0x48, 0x1a2, 0x167]],
  [0xffff_8020_0802_0abcn,    12,      48,   0, [0x100, 0x80, 0x40, 0x20]],
  [0xffff_fff0_0a02_5234n,    14,      48,   0, [1, 0x7ff, 5, 9]],
  [0xffff_ffff_fffe_beefn,    16,      42,   2, [0x1fff, 0x1ffe]],
  [0xffff_fc00_7234_5678n,    16,      42,   2, [3, 0x1234]],
] as const;

const EDGES: readonly Case<TableIndex>[] = [
  { args: [0x1000n, 3, 12, 39], want: 1,                           why: "the second page of 4 KiB" },
  { args: [0xfffn, 3, 12, 39], want: 0,                            why: "the last byte of the first page" },
  { args: [0x1f_ffffn, 3, 12, 39], want: 511,                      why: "the last page of the first 2 MiB" },
  { args: [0x20_0000n, 3, 12, 39], want: 0,                        why: "the first page of the next 2 MiB: level 3 counts from 0 again" },
  { args: [0x20_0000n, 2, 12, 39], want: 1,                        why: "level 2 counts 2 MiB each" },
  { args: [0x7f_ffff_ffffn, 1, 12, 39], want: 511,                 why: "39 bits end with a whole table of level 1" },
  { args: [0xffff_ffff_ffff_ffffn, 1, 12, 36], want: 63,           why: "36 bits leave six for level 1: its table has 64 entries" },
  { args: [0xffff_ffff_ffff_ffffn, 0, 14, 48], want: 1,            why: "48 bits and 16 KiB leave one bit for level 0" },
  { args: [0xffff_ffff_ffff_ffffn, 1, 16, 48], want: 63,           why: "48 bits and 64 KiB leave six bits for level 1" },
  { args: [0xffff_ffff_ffff_ffffn, 2, 14, 36], want: 0x7ff,        why: "36 bits and 16 KiB: 11 bits for level 2, and none for level 1" },
  { args: [0x5a00_0000_4000_0000n, 1, 12, 39], want: 1,            why: "what is above the 39 bits is no part of an index" },
];

export const tableIndex: Trial<TableIndex> = {
  show: {
    call: (va, level, granule, inputBits) => `tableIndex(${address(va)}, ${level}, ${granule}, ${inputBits}): level ${level}, pages of ${granuleText(granule)}, ${inputBits} bits`,
    answer: (index) => hex(index),
  },
  properties: [
    {
      title: "finds the entries that QEMU finds",
      cases: () => FROM_QEMU.flatMap(([va, granule, inputBits, first, indices]) =>
        indices.map((want, i): Case<TableIndex> => ({ args: [va, first + i, granule, inputBits], want }))),
    },
    { title: "is right at the edges, and where the first table is small", cases: () => EDGES },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(400, (): Case<TableIndex> => {
        const granule = draw.pick([12, 14, 16] as const);
        const inputBits = draw.between(25, 48);
        const args = [draw.bigBits(64), drawLevel(draw, granule, inputBits), granule, inputBits] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

const drawLevel = (draw: Draw, granule: Granule, inputBits: number): number => draw.between(startLevel(inputBits, granule), 3);
