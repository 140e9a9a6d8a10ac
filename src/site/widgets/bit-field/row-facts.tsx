/** Which row of the tables a word belongs to; or why it belongs to none. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import { rowAnchor } from "../encoding-map/row-anchor";
import { Diagram } from "../word/diagram";
import type { Reading } from "./reading";

const explanations: Readonly<Record<Exclude<Reading["state"], "instruction">, string>> = {
  undefined: "The word matches this row's diagram, but the manual rules these field values out: the processor takes an Undefined Instruction exception.",
  unallocated: "No instruction has this pattern. The processor takes an Undefined Instruction exception.",
  SVE: "It belongs to the Scalable Vector Extension, which has an encoding space of its own. The course recognises it and goes no further.",
  SME: "It belongs to the Scalable Matrix Extension, which has an encoding space of its own. The course recognises it and goes no further.",
};

export function RowFacts({ reading: { row, state, unpredictable, features } }: { readonly reading: Reading }): ReactNode {
  return (
    <div className="row-facts">
      {row && (
        <p className="row-name">
          <Link to={`/reference/#${rowAnchor(row.name)}`}>{row.name}</Link>
          <span className="label"> {row.class}, in {row.group}{features.length > 0 ? `; needs ${features.join(", ")}` : ""}</span>
        </p>
      )}
      {row && <Diagram row={row} />}
      {state !== "instruction" && <p className="row-verdict">{explanations[state]}</p>}
      {unpredictable && (
        <p className="row-verdict">
          These fields are CONSTRAINED UNPREDICTABLE: the manual lists several behaviours, and a processor may have any of them.
        </p>
      )}
    </div>
  );
}
