// Words to try a decoder on: the same ones for the same seed.
//
// Few of the 2^32 words are near an edge, so most are drawn from the table's own diagrams, with fields that
// favour their ends; the uniform ones are there to find what the table does not know of.

import type { Row } from "../../src/machine/decoder/row";

/** Words are drawn among those for which (word & mask) === value. */
export interface Cube {
  readonly mask: number;
  readonly value: number;
}

export const EVERYTHING: Cube = { mask: 0, value: 0 };

/** Marsaglia's xorshift, 32 bits: fast, and the same on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed, 0x9e37_79b9) ^ 0x6d2b_79f5) >>> 0 || 1;
  }

  /** 0 to 2^32 - 1; never 0 twice. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state;
  }

  below(limit: number): number {
    return this.next() % limit;
  }
}

/** `count` words inside `cube`; if `rows` are given, three in four begin as words of one of them. */
export function drawWords(count: number, random: Random, cube: Cube, rows: readonly Row[]): Uint32Array {
  const words = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const kind = rows.length === 0 ? 0 : i & 3;
    const word = kind === 0 ? random.next() : wordOf(rows[random.below(rows.length)]!, random, kind === 3);
    words[i] = (word & ~cube.mask) | cube.value;
  }
  return words;
}

/** Only words that match one of `rows`, unless a later row's bits make them another's. */
export function drawWordsOf(rows: readonly Row[], count: number, random: Random): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => wordOf(rows[i % rows.length]!, random, false));
}

/** A word of `row`; `flipped`, with one bit wrong anywhere. */
function wordOf(row: Row, random: Random, flipped: boolean): number {
  let word = row.value | (random.next() & ~row.mask);
  for (const { shift, width } of row.fields) {
    const ones = width === 32 ? 0xffff_ffff : (1 << width) - 1;
    if (random.below(2) === 0) word = (word & ~(ones << shift)) | (boundary(width, random) << shift);
  }
  if (flipped) word ^= 1 << random.below(32);
  return word >>> 0;
}

/** A number of `width` bits near where meanings change. */
function boundary(width: number, random: Random): number {
  const top = width === 32 ? 0xffff_ffff : 2 ** width - 1;
  const edges = [0, 1, top, top - 1, top >>> 1, (top >>> 1) + 1, 1 << random.below(width)];
  return edges[random.below(edges.length)]!;
}
