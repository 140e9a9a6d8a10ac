import { addWithCarry as ours } from "../../../machine/cpu/add-with-carry";
import type { Width } from "../../../machine/cpu/operations";
import type { CpuParts } from "../../../machine/cpu/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { flagsText } from "./notation";

type AddWithCarry = CpuParts["addWithCarry"];

const M = 0xffff_ffff_ffff_ffffn;

/** ADCS as QEMU 7.2 does it: the sum, and N, Z, C, V. */
const FROM_QEMU = [
  // width  x                       y                       carry  sum                     NZCV    what it is
  [64,      1n,                     2n,                     0n,    3n,                     "----", "adds"],
  [64,      M >> 1n,                1n,                     0n,    0x8000_0000_0000_0000n, "N--V", "the largest signed number, and one more"],
  [64,      M,                      1n,                     0n,    0n,                     "-ZC-", "the largest unsigned number and one; or -1 and 1"],
  [64,      0x8000_0000_0000_0000n, 0x8000_0000_0000_0000n, 0n,    0n,                     "-ZCV", "the smallest signed number, twice"],
  [64,      M,                      0n,                     1n,    0n,                     "-ZC-", "the carry makes it overflow"],
  [64,      M,                      M,                      1n,    M,                      "N-C-", "both operands and the carry at their largest"],
  [64,      M >> 1n,                0n,                     1n,    0x8000_0000_0000_0000n, "N--V", "the carry makes it overflow, as a signed sum"],
  [64,      M >> 1n,                0x8000_0000_0000_0000n, 0n,    M,                      "N---", "of different signs: no overflow, ever"],
  [64,      M >> 1n,                0x8000_0000_0000_0000n, 1n,    0n,                     "-ZC-", "of different signs, with carry"],
  [32,      0x7fff_ffffn,           1n,                     0n,    0x8000_0000n,           "N--V", "32 bits: the sign is bit 31"],
  [32,      0xffff_ffffn,           1n,                     0n,    0n,                     "-ZC-", "32 bits: the carry is out of bit 31"],
  [32,      0x8000_0000n,           0xffff_ffffn,           0n,    0x7fff_ffffn,           "--CV", "32 bits: -2^31 - 1"],
  [32,      0xffff_ffffn,           0xffff_ffffn,           1n,    0xffff_ffffn,           "N-C-", "32 bits, everything at its largest"],
  [32,      0n,                     0n,                     0n,    0n,                     "-Z--", "nothing"],
  [32,      0x8000_0000n,           0x7fff_ffffn,           1n,    0n,                     "-ZC-", "32 bits, of different signs"],
] as const;

const SUBTRACTIONS = [
  [64, 3n,                     M - 5n, 1n, M - 1n,  "N---", "3 - 5 is 3 + ~5 + 1: no carry, so something was borrowed"],
  [64, 5n,                     M - 3n, 1n, 2n,      "--C-", "5 - 3: a carry, so nothing was"],
  [64, 5n,                     M - 5n, 1n, 0n,      "-ZC-", "5 - 5"],
  [64, 0x8000_0000_0000_0000n, M - 1n, 1n, M >> 1n, "--CV", "the smallest signed number less 1"],
  [32, 3n,                     0xffff_fffan, 1n, 0xffff_fffen, "N---", "3 - 5 in 32 bits"],
] as const;

export const addWithCarry: Trial<AddWithCarry> = {
  show: {
    call: (width, x, y, carryIn) => `addWithCarry(${width}, ${register(x, width)}, ${register(y, width)}, ${carryIn}n)`,
    answer: ({ value, nzcv }, width) => `${register(value, width)}, flags ${flagsText(nzcv)}`,
  },
  properties: [
    { title: "adds as QEMU does", cases: () => casesOf(FROM_QEMU) },
    { title: "subtracts, if y is inverted and the carry is 1", cases: () => casesOf(SUBTRACTIONS) },
    {
      title: "agrees with the reference near the borders",
      cases: (draw) => draw.times(600, (): Case<AddWithCarry> => {
        const width = draw.pick([32, 64] as const);
        const args = [width, nearBorder(draw, width), nearBorder(draw, width), BigInt(draw.bits(1))] as const;
        return { args, want: ours(...args) };
      }),
    },
    {
      title: "agrees with the reference anywhere",
      cases: (draw) => draw.times(400, (): Case<AddWithCarry> => {
        const width = draw.pick([32, 64] as const);
        const args = [width, draw.bigBits(width), draw.bigBits(width), BigInt(draw.bits(1))] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

type Row = readonly [width: Width, x: bigint, y: bigint, carry: bigint, sum: bigint, flags: string, why: string];

const casesOf = (rows: readonly Row[]): Case<AddWithCarry>[] =>
  rows.map(([width, x, y, carry, value, flags, why]) => ({ args: [width, x, y, carry], want: { value, nzcv: nzcvOf(flags) }, why }));

const nzcvOf = (flags: string): bigint => BigInt(`0b${flags.replaceAll("-", "0").replace(/[NZCV]/g, "1")}`);

/** Around 0, around half way, or around the end. */
const nearBorder = (draw: Draw, width: Width): bigint =>
  BigInt.asUintN(width, draw.pick([0n, 1n << BigInt(width - 1)]) + BigInt(draw.between(-2, 2)));
