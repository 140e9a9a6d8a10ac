// One row of the instruction tables, parsed and checked. A row is its diagram, then lines:
//
//   add <Rd|SP>, ...  [if ...]   a template; the first whose condition holds and whose operands all
//                                print is the preferred disassembly, so aliases stand before the
//                                instruction's own name
//   accept mov ...  [if ...]     a template that the assembler reads and the disassembler never
//                                prints
//   T: size:Q=8b|16b|...         a choice, for the templates of this row
//   undefined if size=11         its diagram matches, but the manual says UNDEFINED or reserved;
//                                undefined if sf!=N also says that a template which decides one
//                                of them decides the other
//   elsewhere if immh=0000       the word belongs to another row: the manual's SEE
//   unpredictable if Rt=Rt2      CONSTRAINED UNPREDICTABLE
//   requires FEAT_LSE [if ...]   the feature that has it
//
// 1. Every template decides every bit of the word (checked when the assembler is built).
// 2. A row that prints nothing for a word has called it undefined.

import { bug } from "../../base/bug";
import { type Cube, contains, holds, intersection, merged } from "./cube";
import { ALWAYS, type Condition, isCube, parseCondition, satisfies } from "./condition";
import type { Diagram, Field } from "./diagram";
import type { Site } from "./operand";
import { isChoice, reservedValues } from "./operands/choice";
import type { Context } from "./operands/context";
import { CHOICES } from "./operands/names";
import type { DecoderParts } from "./parts";
import { parseSlice, type Slice } from "./slice";
import { parseTemplate, printElements, type Template } from "./template";

/** A row as the tables write it: the diagram, then its lines. */
export type RowSource = readonly [diagram: string, ...lines: string[]];

/** The rows of one class of the manual, by the manual's names. */
export type EncodingTable = Readonly<Record<string, RowSource>>;

export interface ConditionalTemplate extends Template {
  readonly condition: Condition;
  /** Whether the disassembler may print it. */
  readonly printed: boolean;
}

/** A feature of the architecture, and for which of the row's words it is needed. */
interface Requirement {
  readonly name: string;
  readonly condition: Condition;
}

export interface Row extends Diagram {
  /** The manual's name: "ADD (immediate)". Unique. */
  readonly name: string;
  readonly class: string;
  readonly group: string;
  readonly diagram: string;
  /** The lines as written. */
  readonly lines: readonly string[];
  readonly features: readonly Requirement[];
  /** The feature that the row as a whole needs; undefined for base Armv8.0. */
  readonly feature: string | undefined;
  readonly elsewhere: readonly Cube[];
  readonly reserved: readonly Cube[];
  readonly unpredictable: readonly Condition[];
  readonly templates: readonly ConditionalTemplate[];
  /** Slices that are equal unless the word is undefined (BFM's N is its sf). */
  readonly equal: readonly (readonly [Slice, Slice])[];
}

export function parseRow(
  name: string, className: string, group: string, source: RowSource, parts: DecoderParts,
): Row {
  const [diagram, ...lines] = source;
  const parsed = parts.parseDiagram(diagram);
  const context = contextOf(parsed.fields, lines, parts);

  const conditionsIf = (keyword: string): Condition[] =>
    lines.flatMap((line) => conditionsOf(line, keyword, context));
  const cubesIf = (keyword: string): Cube[] =>
    conditionsIf(keyword).flatMap((c) => cubesOf(c) ?? bug(`${name}: ${keyword} takes bits only`));

  const templates = lines.filter(isTemplate).flatMap((line) => templatesOf(line, context));
  if (templates.length === 0) bug(`${name}: no template`);
  const features = lines.filter(isRequirement)
    .flatMap((line) => requirementsOf(line, context) ?? bug(`${name}: ${line}`));
  return {
    ...parsed, name, class: className, group, diagram, lines, templates, features,
    feature: features.find((f) => f.condition === ALWAYS)?.name,
    elsewhere: cubesIf("elsewhere"),
    reserved: merged([...cubesIf("undefined"), ...reservedByChoices(templates)]),
    unpredictable: conditionsIf("unpredictable"),
    equal: conditionsIf("undefined").flatMap((c) => (c.cube.mask === 0 ? c.unequal : [])),
  };
}

/** What the operands of a row are made from, its own choices before those that rows share. */
function contextOf(
  fields: readonly Field[], lines: readonly string[], parts: DecoderParts,
): Context {
  const choices = new Map(lines.flatMap((line) => {
    const [, name, choice] = /^(\w+): +(.*)$/.exec(line) ?? [];
    return name === undefined || choice === undefined ? [] : [[name, choice] as const];
  }));
  return {
    fields,
    parts,
    slice: (text) => parseSlice(text, fields, parts),
    has: (field) => fields.some((f) => f.name === field),
    choice: (name) => choices.get(name) ?? CHOICES[name],
  };
}

/** The conditions of a line "keyword if ..."; none if the line is another. */
function conditionsOf(line: string, keyword: string, { fields, parts }: Context): Condition[] {
  const [, text] = new RegExp(`^${keyword} +if +(.*)$`).exec(line) ?? [];
  return text === undefined ? [] : parseCondition(text, fields, parts);
}

/** A condition as cubes; undefined if cubes cannot say it. */
function cubesOf(condition: Condition): Cube[] | undefined {
  if (isCube(condition)) return [condition.cube];
  const { cube, equal, unequal: [unequal, ...more], tests } = condition;
  if (unequal === undefined || more.length + equal.length + tests.length > 0) return undefined;
  // Slices that differ do so in some bit, which is set in one of them and clear in the other.
  const [a, b] = unequal;
  const bits = Array.from({ length: a.width }, (_, i) => 2 ** i);
  const differing = bits.flatMap((bit) => {
    const [inA, inB] = [a.put(bit).value, b.put(bit).value];
    const mask = (inA | inB) >>> 0;
    return [{ mask, value: inA }, { mask, value: inB }];
  });
  return differing.flatMap((difference) => intersection(cube, difference) ?? []);
}

const isRequirement = (line: string): boolean => line.startsWith("requires ");

/** What a line "requires FEAT_X if ..." says; undefined if it says it wrongly. */
function requirementsOf(line: string, { fields, parts }: Context): Requirement[] | undefined {
  const [, name, , text] = /^requires (\w+)( +if +(.*))?$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const conditions = text === undefined ? [ALWAYS] : parseCondition(text, fields, parts);
  return conditions.map((condition) => ({ name, condition }));
}

const isTemplate = (line: string): boolean =>
  !/^(undefined|elsewhere|unpredictable) +if |^requires |^\w+: /.test(line);

function templatesOf(line: string, context: Context): ConditionalTemplate[] {
  const [, accept, text = "", , condition] = /^(accept )?(.*?)( +if +(.*))?$/.exec(line)!;
  const template = parseTemplate(text.trimEnd(), context);
  const conditions = condition === undefined
    ? [ALWAYS]
    : parseCondition(condition, context.fields, context.parts);
  return conditions.map((c) => ({ ...template, condition: c, printed: accept === undefined }));
}

/** The reserved values of choices, unless another template of the row has its own word for them. */
function reservedByChoices(templates: readonly ConditionalTemplate[]): Cube[] {
  const printed = templates.filter((t) => t.printed);
  const last = printed.at(-1);
  if (last === undefined || last.condition.cube.mask !== 0) return [];
  const claimed = printed.map(({ condition }) => condition)
    .filter((condition) => isCube(condition) && condition.cube.mask !== 0);
  const choices = [...last.mnemonic, ...last.operands]
    .flatMap((element) => ("operand" in element ? [element.operand] : []))
    .filter(isChoice);
  return choices
    .flatMap((choice) => reservedValues(choice).map((value) => choice.slice.put(value)))
    .filter((reserved) => !claimed.some(({ cube }) => contains(cube, reserved)));
}

/** The text of `word`, which must match the row; undefined where no template prints. */
export function printRow(row: Row, word: number, site: Site): string | undefined {
  for (const template of row.templates) {
    const text = template.printed ? printTemplate(template, word, site) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The text of `word` by one template; undefined if the condition fails, or bits are reserved. */
export function printTemplate(
  template: ConditionalTemplate, word: number, site: Site,
): string | undefined {
  if (!satisfies(template.condition, word)) return undefined;
  const mnemonic = printElements(template.mnemonic, word, site);
  if (mnemonic === undefined) return undefined;
  const operands = printElements(template.operands, word, site);
  if (operands === undefined) return undefined;
  return operands === "" ? mnemonic : `${mnemonic}\t${operands}`;
}

/** The values of the row's fields in `word`. */
export function operandsOf(row: Row, word: number): Readonly<Record<string, number>> {
  const valueOf = ({ shift, width }: Field): number => (word >>> shift) & (2 ** width - 1);
  return Object.fromEntries(row.fields.map((field) => [field.name, valueOf(field)]));
}

/** The features that `word` needs, which must match the row. */
export const featuresOf = (row: Row, word: number): string[] =>
  row.features.filter(({ condition }) => satisfies(condition, word)).map(({ name }) => name);

export const isReserved = (row: Row, word: number): boolean =>
  row.reserved.some((cube) => holds(cube, word));

/** Whether the manual allows `word` more than one behaviour. */
export const isUnpredictable = (row: Row, word: number): boolean =>
  (word & row.should) >>> 0 !== row.shouldValue
  || row.unpredictable.some((condition) => satisfies(condition, word));
