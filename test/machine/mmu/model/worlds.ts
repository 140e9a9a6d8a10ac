// Worlds drawn from a seed: registers, a few pages of tables that lead to each other and sometimes to themselves, and
// addresses that find their way through them. Tables are filled at a few indices, and most addresses use just those.

import { oneIn, pick, random64 } from "../../../oracle/cpu/values";
import { Random } from "../../../oracle/words";
import { drawDescriptor, type Terrain } from "./descriptors";
import { firstEntries, firstLevel } from "./model";
import { parametersOf } from "./parameters";
import { drawMAIR, drawSCTLR, drawTCR, drawTTBR } from "./registers";
import { type Access, CHOICES, type World } from "./world";

/** Where the tables of all worlds are. TTBR0's have the lower half of it, TTBR1's the upper. */
export const RAM = { base: 0x4100_0000, bytes: 0x8_0000 } as const;

/** A half's first table is in its first 64 KiB, the others behind it. */
const FIRST = 0x1_0000;
const MOST_TABLES = 6;
/** Indices that tables are filled at, beside the first and the last. */
const FILLED = 20;

export interface DrawnWorld extends World {
  /** RAM's content. */
  readonly memory: Uint8Array;
  drawAddress(random: Random): bigint;
}

export const ACCESSES: readonly Access[] = [
  { kind: "read", level: 1 }, { kind: "write", level: 1 }, { kind: "fetch", level: 1 },
  { kind: "read", level: 0 }, { kind: "write", level: 0 }, { kind: "fetch", level: 0 },
];

/** The shape of a half's tables. */
interface Shape {
  readonly isUpper: boolean;
  readonly area: number;
  readonly granuleBits: number;
  readonly outputBits: number;
  readonly inputBits: number;
  readonly firstLevel: number;
  readonly firstEntries: number;
  readonly TBI: boolean;
}

/** The same world for the same seed. */
export function drawWorld(seed: number): DrawnWorld {
  const random = new Random(seed);
  const TCR_EL1 = drawTCR(random);
  const halves = [shapeOf(TCR_EL1, false), shapeOf(TCR_EL1, true)] as const;
  const [TTBR0_EL1, TTBR1_EL1] = halves.map(({ area, firstEntries: entries }) => drawTTBR(random, area, 8 * entries));
  const words = new BigUint64Array(RAM.bytes / 8);
  const pool = Array.from({ length: FILLED }, () => random.next());
  fill(random, halves[0], TTBR0_EL1!, words, pool);
  fill(random, halves[1], TTBR1_EL1!, words, pool);
  return {
    SCTLR_EL1: drawSCTLR(random), TCR_EL1, TTBR0_EL1: TTBR0_EL1!, TTBR1_EL1: TTBR1_EL1!, MAIR_EL1: drawMAIR(random),
    PAN: oneIn(random, 2),
    read: (address) => words[Number(address - BigInt(RAM.base)) / 8],
    memory: new Uint8Array(words.buffer),
    drawAddress: (source) => drawAddress(source, oneIn(source, 2) ? halves[0] : halves[1], pool),
  };
}

function shapeOf(TCR_EL1: bigint, isUpper: boolean): Shape {
  const registers = { SCTLR_EL1: 0n, TCR_EL1, TTBR0_EL1: 0n, TTBR1_EL1: 0n, MAIR_EL1: 0n, PAN: false, read: () => undefined };
  const { TxSZ, granuleBits, outputBits, TBI } = parametersOf(registers, isUpper ? 1n << 55n : 0n, CHOICES);
  const inputBits = 64 - Math.min(Math.max(TxSZ, 16), 39);
  const level = firstLevel(inputBits, granuleBits);
  return {
    isUpper, area: RAM.base + (isUpper ? RAM.bytes / 2 : 0),
    granuleBits, outputBits, inputBits, TBI,
    firstLevel: level, firstEntries: firstEntries(inputBits, level, granuleBits),
  };
}

/** Table i, from 0, is meant for level 1 + i % 3. */
function fill(random: Random, shape: Shape, TTBR: bigint, words: BigUint64Array, pool: readonly number[]): void {
  const { area, granuleBits, outputBits, firstLevel: level, firstEntries: entries } = shape;
  const granule = 2 ** granuleBits;
  const tables = Math.min(MOST_TABLES, (RAM.bytes / 2 - FIRST) / granule);
  const terrain: Terrain = {
    granuleBits, outputBits,
    tables: Array.from({ length: tables }, (_, i) => BigInt(area + FIRST + i * granule)),
    pages: Array.from({ length: RAM.bytes / granule }, (_, i) => BigInt(RAM.base + i * granule)),
  };
  const fillTable = (address: number, size: number, at: number): void => {
    for (const index of indices(size, pool)) words[(address - RAM.base) / 8 + index] = drawDescriptor(random, at, terrain);
  };
  terrain.tables.forEach((table, i) => { fillTable(Number(table), granule / 8, 1 + (i % 3)); });
  const base = BigInt.asUintN(48, TTBR);
  const first = Number(base - (base % BigInt(8 * entries)));
  if (first >= area && first < area + FIRST) fillTable(first, entries, level);
}

const indices = (entries: number, pool: readonly number[]): number[] => [0, entries - 1, ...pool.map((index) => index % entries)];

/** Through filled entries, to the edges of a page; or a bit beside that; or anything. */
function drawAddress(random: Random, shape: Shape, pool: readonly number[]): bigint {
  if (oneIn(random, 24)) return random64(random);
  const { isUpper, granuleBits, inputBits, firstLevel: level, firstEntries: first, TBI } = shape;
  let page = 0n;
  for (let at = level; at <= 3; at++) {
    const entries = at === level ? first : 2 ** (granuleBits - 3);
    page = page * BigInt(entries) + BigInt(pick(random, indices(entries, pool)));
  }
  const size = 2 ** granuleBits;
  const offset = pick(random, [0, 8 * random.below(size / 8), size - 8, size - 1]);
  const low = (page << BigInt(granuleBits)) | BigInt(offset);
  const address = isUpper ? low - (1n << BigInt(inputBits)) + (1n << 64n) : low;
  if (TBI && oneIn(random, 2)) return address ^ (BigInt(random.below(256)) << 56n);
  return oneIn(random, 12) ? address ^ (1n << BigInt(inputBits - 1 + random.below(65 - inputBits))) : address;
}
