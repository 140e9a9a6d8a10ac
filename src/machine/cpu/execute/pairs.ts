// Pairwise instructions: a result is of two elements side by side, not of one above the other.

import type { Operations, Size } from "../operations";
import type { Shuffle } from "../shuffle";
import type { Lanes } from "./shape";

/** Vd = f of each two neighbours in Vn, and then of those in Vm. */
export function eachOfPairs<V>(
  m: Operations<V>, { size, count, bits }: Lanes, Rd: number, Rn: number, Rm: number,
  f: (x: V, y: V) => V,
): void {
  const both = pairsOf(size, count);
  const even = m.let("even", m.shuffle(both.even, m.readV(Rn, bits), m.readV(Rm, bits)));
  const odd = m.let("odd", m.shuffle(both.odd, m.readV(Rn, bits), m.readV(Rm, bits)));
  m.writeV(Rd, bits, m.map(size, count, f, even, odd));
}

/** Vd, a scalar, = f of the two elements of `size` bits at the low end of Vn. */
export function ofPair<V>(
  m: Operations<V>, size: Size, Rd: number, Rn: number, f: (x: V, y: V) => V,
): void {
  const element = (index: number): V => m.element(size, m.readV(Rn, 128), index);
  m.writeV(Rd, size, f(element(0), element(1)));
}

interface Pairs {
  readonly even: Shuffle;
  readonly odd: Shuffle;
}

/** By the size and the number of elements: made once. */
const known = new Map<number, Pairs>();

function pairsOf(size: Size, count: number): Pairs {
  const key = size * 16 + count;
  let pairs = known.get(key);
  if (pairs === undefined) {
    const every = (first: number) => Array.from({ length: count }, (_, i) => 2 * i + first);
    pairs = {
      even: { name: "Even", size, count, from: every(0) },
      odd: { name: "Odd", size, count, from: every(1) },
    };
    known.set(key, pairs);
  }
  return pairs;
}
