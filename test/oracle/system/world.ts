// Translation tables for one case: a path from TTBR to where an access is to arrive, most of it as it should be, with
// an accident now and then. Bits are those of the Arm ARM's "VMSAv8-64 translation table format descriptors".

import type { Random } from "../words";
import { below, oneIn, pick, random64 } from "../cpu/values";
import { TABLES } from "./place";

export type Granule = 12 | 14 | 16;

export interface Path {
  /** What TTBR holds, less the ASID. */
  readonly table: number;
  /** Address and value of each descriptor. */
  readonly pokes: readonly (readonly [address: number, value: bigint])[];
  /** Where a block's descriptor stands at a level that has none. */
  readonly misplacedBlock: number | undefined;
}

const VALID = 1n;
const TABLE = 2n;
const AF = 1n << 10n;
const LAST_LEVEL = 3;

/** Of an address, at each granule: bits that a level translates. */
export const stride = (granule: Granule): number => granule - 3;
export const lowBit = (granule: Granule, level: number): number => granule + (LAST_LEVEL - level) * stride(granule);
export const firstLevel = (granule: Granule, bits: number): number => {
  const levels = Math.ceil((bits - granule) / stride(granule));
  return LAST_LEVEL + 1 - levels;
};
/** Where blocks are allowed. */
const BLOCK_LEVELS: Readonly<Record<Granule, readonly number[]>> = { 12: [1, 2], 14: [2], 16: [2] };

/** How many bits the path's leaf will not translate: the address's low bits are those of the place it maps. */
export function drawLeafBits(granule: Granule, bits: number, random: Random): number {
  const blocks = BLOCK_LEVELS[granule].filter((level) => level >= firstLevel(granule, bits));
  const level = oneIn(random, 2) || blocks.length === 0 ? LAST_LEVEL : pick(random, blocks);
  return lowBit(granule, level);
}

export interface Wish {
  readonly granule: Granule;
  /** Bits of the address that are translated: 64 - TnSZ. */
  readonly bits: number;
  readonly leafBits: number;
  /** The address, of `bits` bits. */
  readonly at: bigint;
  readonly to: number;
  /** The page behind it is mapped too, to the page behind `to`. */
  readonly crosses: boolean;
  /** Whether it may arrive where there is no memory. */
  readonly strays: boolean;
}

export function drawPath(wish: Wish, random: Random): Path {
  const { granule, bits, at, leafBits } = wish;
  const pokes: [number, bigint][] = [];
  let misplacedBlock: number | undefined;
  let level = firstLevel(granule, bits);
  let table = tableAt(0, Math.max(64, 2 ** (bits - lowBit(granule, level) + 3)));
  const root = table;
  for (let slot = 1; ; slot++) {
    const shift = BigInt(lowBit(granule, level));
    const top = level === firstLevel(granule, bits) ? BigInt(bits) : shift + BigInt(stride(granule));
    const index = Number((at & ((1n << top) - 1n)) >> shift);
    const entry = table + 8 * index;
    if (lowBit(granule, level) === leafBits) {
      pokes.push([entry, drawLeaf(wish, wish.to, level, random)]);
      if (wish.crosses) pokes.push([entry + 8, drawLeaf(wish, wish.to + 2 ** leafBits, level, random)]);
      return { table: root, pokes, misplacedBlock };
    }
    table = tableAt(slot, 2 ** granule);
    const descriptor = drawTable(table, wish.strays, random);
    if (isBlock(descriptor) && !BLOCK_LEVELS[granule].includes(level)) misplacedBlock = entry;
    pokes.push([entry, descriptor]);
    level++;
  }
}

const SLOT = 0x4_0000;
/** Not always at the beginning of a slot: a table is aligned to its size, no more. */
const tableAt = (slot: number, size: number): number => TABLES + slot * SLOT + (size < SLOT ? size : 0);

/** Where there is no memory: beyond the board's RAM, and beyond 40 and 44 bits. */
const ELSEWHERE = [1n << 33n, 1n << 36n, 1n << 41n, 1n << 45n, 1n << 47n] as const;

const isBlock = (descriptor: bigint): boolean => (descriptor & (VALID | TABLE)) === VALID;

function drawTable(next: number, strays: boolean, random: Random): bigint {
  if (oneIn(random, 40)) return BigInt(next) | pick(random, [0n, TABLE, strays ? VALID | AF : 0n]);
  const hierarchical = [59n, 60n, 61n, 62n].reduce((all, bit) => (oneIn(random, 10) ? all | (1n << bit) : all), 0n);
  const ignored = random64(random) & (0x7fn << 52n);
  const wrong = oneIn(random, 40) ? pick(random, ELSEWHERE) : 0n;
  return BigInt(next) | VALID | TABLE | hierarchical | (oneIn(random, 4) ? ignored : 0n) | wrong;
}

function drawLeaf({ leafBits, strays }: Wish, to: number, level: number, random: Random): bigint {
  const output = (BigInt(to) >> BigInt(leafBits)) << BigInt(leafBits);
  const kind = oneIn(random, 50) ? BigInt(below(random, 4)) : VALID | (level === LAST_LEVEL ? TABLE : 0n);
  const access = BigInt(below(random, 4)) << 6n;
  const executeNever = oneIn(random, 2) ? 0n : BigInt(below(random, 4)) << 53n;
  const kept = [
    oneIn(random, 20) ? 0n : AF,
    BigInt(pick(random, [0, 2, 3])) << 8n, // SH: 1 is reserved
    BigInt(below(random, 2)) << 11n, // nG
    oneIn(random, 2) ? BigInt(below(random, 8)) << 2n : 0n, // AttrIndx
    oneIn(random, 8) ? 1n << 5n : 0n, // NS: ignored
    oneIn(random, 6) ? random64(random) & (0xfn << 55n) : 0n, // ignored
    strays && oneIn(random, 40) ? pick(random, ELSEWHERE) : 0n,
  ];
  return kept.reduce((all, bits) => all | bits, output | kind | access | executeNever);
}
