// Words from rows: the decoder's tables, read the other way round. A row is called by the manual's
// name and its fields by the names of its diagram, so that a misspelt one does not compile.
//
//   word("ADD (immediate)", { sf: 1, sh: 0, imm12: 16, Rn: 31, Rd: 31 })      add sp, sp, #16

import { bug } from "../../base/bug";
import { type Diagram, type Operands, parseDiagram } from "../../machine/decoder/diagram";
import type { RowSource } from "../../machine/decoder/row";
import { BRANCHES } from "../../machine/decoder/tables/branches";
import { DP_IMMEDIATE } from "../../machine/decoder/tables/dp-immediate";
import { DP_REGISTER } from "../../machine/decoder/tables/dp-register";
import { REGISTER_OFFSET, UNSIGNED_OFFSET } from "../../machine/decoder/tables/loads-stores-offset";
import {
  PAIR_OFFSET, PAIR_POST_INDEXED, PAIR_PRE_INDEXED,
} from "../../machine/decoder/tables/loads-stores-pair";
import { LITERAL, UNSCALED } from "../../machine/decoder/tables/loads-stores-register";

/** The classes of instructions that the compiler writes. */
const CLASSES = {
  ...DP_IMMEDIATE, ...DP_REGISTER, ...BRANCHES,
  LITERAL, PAIR_OFFSET, PAIR_PRE_INDEXED, PAIR_POST_INDEXED, UNSCALED, REGISTER_OFFSET,
  UNSIGNED_OFFSET,
} as const;

type Class = (typeof CLASSES)[keyof typeof CLASSES];
type NamesOf<C> = C extends C ? keyof C & string : never;
type SourceIn<C, Name> = C extends C ? (Name extends keyof C ? C[Name] : never) : never;

/** What the manual calls an instruction: "ADD (immediate)". */
export type RowName = NamesOf<Class>;

/** What the instruction's diagram leaves open: { sf: number, sh: number, imm12: number, ... }. */
export type FieldsOf<Name extends RowName> =
  SourceIn<Class, Name> extends readonly [infer Box, ...unknown[]] ? Operands<Box> : never;

/** The same, where the row's name is not known before it runs. */
export type Fields = Readonly<Record<string, number>>;

export function word<Name extends RowName>(name: Name, fields: FieldsOf<Name>): number {
  return wordOf(name, fields);
}

/** All of the row's fields and no others, each as wide as the diagram says. */
export function wordOf(name: RowName, fields: Fields): number {
  const diagram = diagramOf(name);
  let bits = (diagram.value | diagram.shouldValue) >>> 0;
  for (const { name: field, shift, width } of diagram.fields) {
    const value = fields[field] ?? bug(`${name} has a field ${field}`);
    const fits = Number.isInteger(value) && value >= 0 && value < 2 ** width;
    if (!fits) bug(`${name}: ${field} = ${value} has more than ${width} bits`);
    bits = (bits | (value * 2 ** shift)) >>> 0;
  }
  const extra = Object.keys(fields).find((key) => diagram.fields.every(({ name }) => name !== key));
  return extra === undefined ? bits : bug(`${name} has no field ${extra}`);
}

/** The low `width` bits of a signed number, which must fit. */
export function signedField(value: number, width: number): number {
  const half = 2 ** (width - 1);
  if (value < -half || value >= half) bug(`${value} has more than ${width} bits`);
  return value < 0 ? value + 2 * half : value;
}

const parsed = new Map<RowName, Diagram>();

export function diagramOf(name: RowName): Diagram {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const tables: readonly Readonly<Record<string, RowSource>>[] = Object.values(CLASSES);
  const source = tables.find((table) => name in table)?.[name] ?? bug(`no row ${name}`);
  const diagram = parseDiagram(source[0]);
  parsed.set(name, diagram);
  return diagram;
}
