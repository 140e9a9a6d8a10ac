/** A program as it stands on a page without script: its lines, where they are, and what they do. */
import type { ReactNode } from "react";
import { AssemblyText } from "./assembly-text";
import { type Program, ramBase } from "./program";

export function ProgramListing({ program, pc }: { readonly program: Program; readonly pc: bigint }): ReactNode {
  return (
    <ol className="program-listing">
      {program.lines.map(({ text, address, says }, i) => (
        <li key={i} className={says !== undefined && address === pc ? "program-line here" : "program-line"}>
          <span className="program-address">{address === undefined ? "" : offsetText(address)}</span>
          <code className="program-text"><AssemblyText text={text} /></code>
          {says !== undefined && <span className="program-says">{says}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Addresses are written as offsets where the program is: 10 for 0x10010. */
export const offsetText = (address: bigint): string => (address - BigInt(ramBase)).toString(16).padStart(2, "0");
