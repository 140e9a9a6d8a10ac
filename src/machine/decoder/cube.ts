// A cube is a set of words: those that agree with `value` wherever `mask` has a one. Everything the
// decoder knows is said in cubes - a row's fixed bits, an alias's condition, a reserved value, an
// operand that has just been parsed - so that "do these overlap?" is one line of arithmetic.
//
// 1. value has no ones outside mask.

export interface Cube {
  readonly mask: number;
  readonly value: number;
}

/** Every word there is. */
export const ANY: Cube = { mask: 0, value: 0 };

/** Whether `word` is in the cube. */
export const holds = ({ mask, value }: Cube, word: number): boolean =>
  (word & mask) >>> 0 === value;

/** Whether some word is in both. */
export const overlap = (a: Cube, b: Cube): boolean => ((a.value ^ b.value) & a.mask & b.mask) === 0;

/** Whether every word of `inner` is in `outer`. */
export const contains = (outer: Cube, inner: Cube): boolean =>
  (outer.mask & ~inner.mask) === 0 && ((outer.value ^ inner.value) & outer.mask) === 0;

/** The words that are in both, or undefined if there are none. */
export function intersection(a: Cube, b: Cube): Cube | undefined {
  if (!overlap(a, b)) return undefined;
  return { mask: (a.mask | b.mask) >>> 0, value: (a.value | b.value) >>> 0 };
}

/**
 * The same words in fewer cubes: one that lies in another goes, and twins, which differ in a single
 * bit, become one that leaves the bit open.
 */
export function merged(cubes: readonly Cube[]): Cube[] {
  const result: Cube[] = [];
  for (let added of cubes) {
    for (;;) {
      if (result.some((other) => contains(other, added))) break;
      const twin = result.findIndex((other) => areTwins(other, added));
      if (twin < 0) {
        result.push(added);
        break;
      }
      const bit = result[twin]!.value ^ added.value;
      added = { mask: (added.mask & ~bit) >>> 0, value: (added.value & ~bit) >>> 0 };
      result.splice(twin, 1);
    }
  }
  return result.filter((cube, i) => !result.some((other, j) => i !== j && contains(other, cube)));
}

const areTwins = (a: Cube, b: Cube): boolean => a.mask === b.mask && isOneBit(a.value ^ b.value);

const isOneBit = (bits: number): boolean => bits !== 0 && (bits & (bits - 1)) === 0;
