/** A row's diagram on one line, as the tables write it, in the colours of its fields: `sf 0 0 100010 sh imm12 Rn Rd`. */
import type { ReactNode } from "react";
import type { Row } from "../../../machine/decoder/row";
import { roleOfField } from "./role";

export function Diagram({ row }: { readonly row: Pick<Row, "diagram"> }): ReactNode {
  return (
    <code className="diagram">
      {row.diagram.split(" ").map((token, index) => {
        const [name = "", width] = token.split(":");
        const fixed = /^\(?[01]+\)?$/.test(token);
        return (
          <span key={index} className={fixed ? "diagram-fixed" : `diagram-field role-${roleOfField(name)}`}>
            {name}{width !== undefined && <sub className="diagram-width">{width}</sub>}
          </span>
        );
      })}
    </code>
  );
}
