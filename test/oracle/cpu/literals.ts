// Loads relative to the PC: the data must be where the code is, so these vectors are sequences, with a branch over it.

import type { Row } from "../../../src/machine/decoder/row";
import type { Random } from "../words";
import type { Request } from "./qemu";
import type { State } from "./state";
import { stateFor } from "./states";
import { below, oneIn, random64 } from "./values";

const DATA_WORDS = 6;
/** b .+4*(DATA_WORDS + 1) */
const OVER = 0x1400_0000 + DATA_WORDS + 1;
const IMM19 = 0x7_ffff << 5;

export function literalSequences(row: Row, words: readonly number[], background: State, random: Random): Request[] {
  const unused = new DataView(new ArrayBuffer(0)); // No operand of these rows is a base.
  return words.map((word) => {
    // Mostly into the data; as drawn, mostly into the zeros around.
    const near = oneIn(random, 4) ? word : (word & ~IMM19) | ((2 + below(random, 3)) << 5);
    const data = Array.from({ length: DATA_WORDS }, () => Number(random64(random) >> 32n));
    return { words: [near >>> 0, OVER, ...data], state: stateFor(row, near, background, unused, random) };
  });
}
