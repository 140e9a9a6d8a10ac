/** The end of the way: the rows that are left, tried one after the other, each with what it says of the word. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import { intersection, type Cube } from "../../../machine/decoder/cube";
import { rowAnchor } from "../encoding-map/row-anchor";
import { fieldsOf, type Reading } from "../bit-field/reading";
import { CubeBoxes } from "../word/cube-boxes";
import { bitsOf, type Trial } from "./walk";

interface Props {
  readonly trials: readonly Trial[];
  readonly state: Reading["state"];
  readonly word: number;
}

export function WalkLeaf({ trials, state, word }: Props): ReactNode {
  return (
    <li className="walk-leaf">
      <p className="walk-question">
        <span className="walk-asked">{trials.length === 0 ? "No row is left" : trials.length === 1 ? "One row is left to try" : `${trials.length} rows are left to try`}</span>
        <span className="walk-count">{outcome(trials, state)}</span>
      </p>
      {trials.length > 0 && (
        <ul className="trials">
          {trials.map((trial) => (
            <li key={trial.row.name} className={trial.fate === "claims" ? "trial trial-claims" : "trial"}>
              <p>
                <Link to={`/reference/#${rowAnchor(trial.row.name)}`}>{trial.row.name}</Link>
                <span className="trial-fate">{fateOf(trial, word)}</span>
              </p>
              <CubeBoxes {...shownOf(trial)} fields={fieldsOf(trial.row)} label="Its diagram" />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** A row's diagram; marked in it, what the word has otherwise, or what is given away. */
function shownOf(trial: Trial): { readonly cube: Cube; readonly marked: number } {
  switch (trial.fate) {
    case "claims":
    case "not asked": return { cube: trial.row, marked: 0 };
    case "differs": return { cube: trial.row, marked: trial.bits };
    case "elsewhere": return { cube: intersection(trial.row, trial.given) ?? trial.row, marked: trial.given.mask };
  }
}

function outcome(trials: readonly Trial[], state: Reading["state"]): string {
  switch (state) {
    case "instruction": return "";
    case "undefined": return "and the row that has the word calls it UNDEFINED";
    case "unallocated": return trials.length === 0 ? "unallocated, without a look at any row" : "and none has the word: unallocated";
    case "SVE":
    case "SME": return `the word is ${state}'s`;
  }
}

function fateOf(trial: Trial, word: number): string {
  switch (trial.fate) {
    case "claims": return "has the word: every fixed bit agrees";
    case "not asked": return "is not asked: the word is gone";
    case "elsewhere": return `matches, and gives it away: elsewhere if ${trial.because}`;
    case "differs": {
      const bits = bitsOf(trial.bits);
      const [first = 0] = bits;
      if (bits.length > 1) return `no: it wants bits ${bits.slice(0, -1).join(", ")} and ${bits.at(-1)} otherwise`;
      return `no: bit ${first} is ${(word >>> first) & 1}, and should be ${(trial.row.value >>> first) & 1}`;
    }
  }
}
