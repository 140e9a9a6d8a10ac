// Exclusive accesses: a store means nothing without the load before it, so these vectors are sequences.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import type { Random } from "../words";
import type { Request } from "./qemu";
import type { State } from "./state";
import { stateFor } from "./states";
import { below } from "./values";

const CLREX = 0xd503_3f5f;
const LOAD = 1 << 22;
const STATES = 4;

/** A load alone; a store alone, behind its load, behind its load and CLREX, and twice. */
export function exclusiveSequences(
  row: Row, words: readonly number[], background: State, data: DataView, random: Random,
): Request[] {
  const isLoad = row.name.startsWith("LD");
  return words.flatMap((word) => {
    const load = loadFor(word, row, random);
    const sequences = isLoad ? [[word]] : [[word], [load, word], [load, CLREX, word], [load, word, word]];
    return sequences.flatMap((sequence) =>
      Array.from({ length: isLoad ? STATES : 1 }, () => ({ words: sequence, state: stateFor(row, word, background, data, random) })));
  });
}

/** The load whose size and base are those of the store `word`, to registers that the store does not name. */
export function loadFor(word: number, row: Row, random: Random, kept: readonly number[] = []): number {
  const used = new Set([...Object.values(operandsOf(row, word)), ...kept]);
  const free = Array.from({ length: 31 }, (_, n) => n).filter((n) => !used.has(n));
  const Rt = free[below(random, free.length)]!;
  const Rt2 = row.class === "Load/store exclusive pair" ? free.filter((n) => n !== Rt)[below(random, free.length - 1)]! : 31;
  return ((word | LOAD | (31 << 16)) & ~0x7c1f | (Rt2 << 10) | Rt) >>> 0;
}
