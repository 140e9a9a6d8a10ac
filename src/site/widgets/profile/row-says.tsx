/** What a row does, by a word of it: its text, and what that word says of itself. */
import type { ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";
import { wordSays } from "../machine/program";
import { profileRow } from "./profile-rows";
import { sampleWord } from "./sample-word";

export function RowSays({ row }: { readonly row: Row }): ReactNode {
  const { verdict, lacks } = profileRow(row);
  if (verdict === "Undefined") return <p className="row-says label">Undefined on this machine: it needs {lacks}.</p>;
  if (verdict === "does nothing") return <p className="row-says label">A hint, which does nothing on this machine: it has no {lacks}.</p>;
  const decoder = standardDecoder();
  const word = sampleWord(decoder, row);
  if (word === undefined) return null;
  return (
    <p className="row-says">
      <code>{decoder.disassemble(word).replace("\t", " ")}</code> <span className="row-says-what">{wordSays(word)}</span>
    </p>
  );
}
