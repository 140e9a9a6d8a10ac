// Words of a row of the decoder's table, compiled and interpreted from the same states: any, and such as let compiled
// code do the work, with FPCR 0 and FPSR.IXC set or not.

import { hex32 } from "../../../src/base/word";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { FPCR, FPSR, type State } from "../../oracle/cpu/state";
import { anyState, stateFor } from "../../oracle/cpu/states";
import { seedOf, window } from "../../oracle/cpu/vectors";
import { drawWordsOf, Random } from "../../oracle/words";
import { Harness } from "./harness";

const IXC = 0x10n;
const WINDOW = new DataView(window().buffer);

export interface Findings {
  readonly trials: number;
  readonly differences: readonly string[];
  /** Rows with words, none of which the compiler can express. */
  readonly refused: readonly string[];
}

/** `words` of each row, each from `states` states. */
export function compareRows(rows: readonly Row[], words: number, states: number, seed: number): Findings {
  const differences: string[] = [];
  const refused: string[] = [];
  let trials = 0;
  for (const row of rows) {
    const random = new Random(seedOf(row.name) + seed);
    const programs = [...drawWordsOf([row], words, random)].filter((word) => isOf(row, word)).map((word) => [word]);
    if (programs.length === 0) continue;
    const harness = new Harness(programs);
    const background = anyState(random);
    programs.forEach(([word], program) => {
      for (let i = 0; i < states; i++, trials++) {
        const difference = harness.compare(program, adapted(stateFor(row, word!, background, WINDOW, random), i));
        if (difference === undefined) continue;
        const text = standardDecoder().disassemble(word!).replace("\t", " ");
        differences.push(`${row.name}, ${hex32(word!)} ${text}: ${difference}`);
        break;
      }
    });
    if (programs.every(([word]) => harness.refused.has(word!))) refused.push(row.name);
  }
  return { trials, differences, refused };
}

function isOf(row: Row, word: number): boolean {
  const decoded = standardDecoder().decode(word);
  return decoded.kind === "instruction" && decoded.row === row;
}

/** Of three states one is as it was drawn. */
function adapted(state: State, i: number): State {
  if (i % 3 === 2) return state;
  state.set(FPCR, 0n);
  const fpsr = state.get(FPSR);
  state.set(FPSR, i % 3 === 0 ? fpsr | IXC : fpsr & ~IXC);
  return state;
}
