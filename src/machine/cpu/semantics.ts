// What ties what an instruction does to its row. Forget a row of the profile, or misname a field,
// and tsc says so. A row is generic in V, so that it cannot look inside one either.

import type { Operands } from "../decoder/diagram";
import type { EncodingTable, RowSource } from "../decoder/row";
import type { Operations } from "./operations";
import type { Feature } from "./profile";

/** The lines of a row that say what it needs as a whole. */
type Requirements<Source extends RowSource> =
  Exclude<Extract<Source[number], `requires ${string}`>, `requires ${string} if ${string}`>;

type IsOurs<Source extends RowSource> =
  [Requirements<Source>] extends [`requires ${Feature}`] ? true : false;

/** What one row does: asks of `m` what the operands of a word say. */
export type Meaning<Diagram> = <V>(m: Operations<V>, operands: Operands<Diagram>) => void;

/** What each row of `Table` does that is in the profile; of the others, nothing. */
export type Semantics<Table extends EncodingTable> = {
  readonly [Name in keyof Table as IsOurs<Table[Name]> extends true ? Name : never]:
    Meaning<Table[Name][0]>;
};

/** The same for a group of classes. */
export type GroupSemantics<Group extends Readonly<Record<string, EncodingTable>>> = {
  readonly [Class in keyof Group]: Semantics<Group[Class]>;
};
