/**
 * A set of words as 32 small boxes: a bit that they share as its digit, one that is open as a dot. Bits of
 * `marked` stand out; what that means is the figure's to say.
 */
import type { ReactNode } from "react";
import type { Cube } from "../../../machine/decoder/cube";
import { fieldAt, patternOf, type WordField } from "./word-layout";

interface Props {
  readonly cube: Cube;
  readonly fields: readonly WordField[];
  readonly marked: number;
  /** What the set is, for those who do not see it; its pattern is said behind. */
  readonly label: string;
}

export function CubeBoxes({ cube, fields, marked, label }: Props): ReactNode {
  const pattern = patternOf(cube);
  return (
    <span className="cube" role="img" aria-label={`${label}: ${pattern.replace(/.{8}(?=.)/g, "$& ")}`}>
      {[...pattern].map((digit, index) => {
        const bit = 31 - index;
        const look = ["cube-bit", `role-${fieldAt(fields, bit)?.role ?? "fixed"}`];
        if (digit === "x") look.push("open");
        if ((marked >>> bit) & 1) look.push("marked");
        return <span key={bit} className={look.join(" ")} aria-hidden="true">{digit === "x" ? "\u00b7" : digit}</span>;
      })}
    </span>
  );
}
