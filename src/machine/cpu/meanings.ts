// Tables and semantics, put together: from a word to what it does.

import type { Decoded, Decoder } from "../decoder/decoder";
import { operandsOf, type Row } from "../decoder/row";
import type { Operations } from "./operations";
import { isInProfile } from "./profile";
import { SEMANTICS } from "./execute/all";

/** What a row does, asked of any executor. */
export type Execute = <V>(m: Operations<V>, operands: Readonly<Record<string, number>>) => void;

export interface Meaning {
  readonly row: Row;
  readonly operands: Readonly<Record<string, number>>;
  readonly execute: Execute;
}

const byName: ReadonlyMap<string, Execute> = new Map(
  Object.values(SEMANTICS)
    .flatMap((classes) => Object.values(classes))
    .flatMap((rows) => Object.entries(rows)),
);

/** What the row called `name` does; undefined if it is not in the profile. */
export const executeOf = (name: string): Execute | undefined => byName.get(name);

/** What `word` does; undefined if that is an Undefined exception. */
export function meaningOf(decoder: Decoder, word: number): Meaning | undefined {
  const decoded: Decoded = decoder.decode(word);
  if (decoded.kind !== "instruction" || !isInProfile(decoded.row, word)) return undefined;
  // A hint that is not in the profile is a NOP (Arm ARM, "Hints").
  const isHint = decoded.row.class === "Hints";
  const execute = executeOf(decoded.row.name) ?? (isHint ? executeOf("NOP") : undefined);
  return execute && { row: decoded.row, operands: operandsOf(decoded.row, word), execute };
}

/** What a word does that is no instruction here. */
export const undefinedMeaning = (word: number): Pick<Meaning, "operands" | "execute"> => ({
  operands: {},
  execute: (m) => m.raise({ kind: "undefined", word }),
});
