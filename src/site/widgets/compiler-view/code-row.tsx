/** A row of a column. It is drawn again only if it is pointed at, gone to, or left: the mouse passes over many. */
import { memo, type ReactNode } from "react";
import { AssemblyText } from "../machine/assembly-text";
import type { Row } from "./compiled-view";

interface Props {
  readonly id: string;
  /** Among all rows of the column. */
  readonly at: number;
  readonly row: Row;
  readonly form: "ir" | "assembly";
  /** Whether its line of the source is said. */
  readonly isNew: boolean;
  readonly isPointed: boolean;
  readonly isActive: boolean;
}

export const CodeRow = memo(function CodeRow({ id, at, row, form, isNew, isPointed, isActive }: Props): ReactNode {
  return (
    <div id={id} role="option" aria-selected={isPointed} data-at={at} className={isActive ? "compiler-row active" : "compiler-row"}>
      <span className="compiler-line">{isNew ? row.line : ""}</span>
      {row.address !== undefined && <span className="compiler-address">{row.address}</span>}
      <code>{form === "assembly" ? <AssemblyText text={row.text} /> : row.text}</code>
    </div>
  );
});
