// One row of the instruction tables, parsed and checked. A row is its diagram, then lines:
//
//   add <Rd|SP>, ...  [if ...]    a template; the first whose condition holds and whose operands all print is the
//                                 preferred disassembly, so aliases stand before the instruction's own name
//   accept mov ...  [if ...]      a template that the assembler reads and the disassembler never prints
//   T: size:Q=8b|16b|...          a choice, for the templates of this row
//   undefined if size=11          its diagram matches, but the manual says UNDEFINED or reserved; undefined if sf!=N also
//                                 says that a template which decides one of them decides the other
//   elsewhere if immh=0000        the word belongs to another row: the manual's SEE
//   unpredictable if Rt=Rt2       CONSTRAINED UNPREDICTABLE
//   requires FEAT_LSE [if ...]    the feature that has it
//
// 1. Every template decides every bit of the word (checked when the row is loaded).
// 2. A row that prints nothing for a word has called it undefined.

import { bug } from "../../base/bug";
import { ANY, type Cube, contains, holds, intersection, merged } from "./cube";
import { ALWAYS, type Condition, isCube, parseCondition, satisfies } from "./condition";
import type { Diagram, Field } from "./diagram";
import type { Site } from "./operand";
import { type Choice, isChoice, reservedValues } from "./operands/choice";
import type { Context } from "./operands/context";
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

export interface Row extends Diagram {
  /** The manual's name: "ADD (immediate)". Unique. */
  readonly name: string;
  readonly class: string;
  readonly group: string;
  readonly diagram: string;
  /** The lines as written. */
  readonly lines: readonly string[];
  readonly features: readonly { readonly name: string; readonly condition: Condition }[];
  /** The feature that the row as a whole needs; undefined for base Armv8.0. */
  readonly feature: string | undefined;
  readonly elsewhere: readonly Cube[];
  readonly reserved: readonly Cube[];
  readonly unpredictable: readonly Condition[];
  readonly templates: readonly ConditionalTemplate[];
  /** Slices that are equal unless the word is undefined (BFM's N is its sf). */
  readonly equal: readonly (readonly [Slice, Slice])[];
}

export function parseRow(name: string, className: string, group: string, [diagram, ...lines]: RowSource, parts: DecoderParts): Row {
  const parsed = parts.parseDiagram(diagram);
  const { fields } = parsed;
  const context: Context = {
    fields, parts,
    slice: (text) => parseSlice(text, fields, parts),
    has: (field) => fields.some((f) => f.name === field),
  };
  const where = `${name}: `;
  const cubesIf = (keyword: string): Cube[] => conditionsIf(keyword).flatMap((c) => cubesOf(c) ?? bug(`${where}${keyword} takes bits only`));
  const conditionsIf = (keyword: string): Condition[] => lines.flatMap((line) => {
    const [, text] = new RegExp(`^${keyword} +if +(.*)$`).exec(line) ?? [];
    return text === undefined ? [] : parseCondition(text, fields, parts);
  });
  const locals = new Map(lines.flatMap((line) => {
    const [, local, choice] = /^(\w+): +(.*)$/.exec(line) ?? [];
    return local === undefined || choice === undefined ? [] : [[local, choice] as const];
  }));
  const templates = lines.filter(isTemplate).flatMap((line) => templatesOf(line, locals, context));
  const features = lines.filter((l) => l.startsWith("requires ")).flatMap((line) => {
    const [, feature = "", , condition = ""] = /^requires (\w+)( +if +(.*))?$/.exec(line) ?? bug(`${where}${line}`);
    return (condition === "" ? [ALWAYS] : parseCondition(condition, fields, parts)).map((c) => ({ name: feature, condition: c }));
  });
  if (templates.length === 0) bug(`${where}no template`);
  return {
    ...parsed, name, class: className, group, diagram, lines, templates, features,
    feature: features.find((f) => f.condition === ALWAYS)?.name,
    elsewhere: cubesIf("elsewhere"),
    reserved: merged([...cubesIf("undefined"), ...reservedByChoices(templates)]),
    unpredictable: conditionsIf("unpredictable"),
    equal: conditionsIf("undefined").flatMap((c) => (c.cube.mask === 0 ? c.unequal : [])),
  };
}

/** A condition as cubes, where two slices that differ do so in some bit; undefined if cubes cannot say it. */
function cubesOf(condition: Condition): Cube[] | undefined {
  const [unequal, ...more] = condition.unequal;
  if (unequal === undefined) return isCube(condition) ? [condition.cube] : undefined;
  if (more.length + condition.equal.length + condition.tests.length > 0) return undefined;
  const [a, b] = unequal;
  const bits = Array.from({ length: a.width }, (_, i) => 2 ** i);
  return bits.flatMap((bit) => [[bit, 0], [0, bit]].flatMap(([x, y]) => {
    const differ: Cube = { mask: (a.put(bit).value | b.put(bit).value) >>> 0, value: (a.put(x!).value | b.put(y!).value) >>> 0 };
    const cube = intersection(condition.cube, differ);
    return cube === undefined ? [] : [cube];
  }));
}

const isTemplate = (line: string): boolean => !/^(undefined|elsewhere|unpredictable) +if |^requires |^\w+: /.test(line);

function templatesOf(line: string, locals: ReadonlyMap<string, string>, context: Context): ConditionalTemplate[] {
  const [, accept, text = "", , condition] = /^(accept )?(.*?)( +if +(.*))?$/.exec(line)!;
  const template = parseTemplate(text.trimEnd(), locals, context);
  const conditions = condition === undefined ? [ALWAYS] : parseCondition(condition, context.fields, context.parts);
  return conditions.map((c) => ({ ...template, condition: c, printed: accept === undefined }));
}

/** The reserved values of a choice are undefined, unless another template of the row has its own word for them. */
function reservedByChoices(templates: readonly ConditionalTemplate[]): Cube[] {
  const printed = templates.filter((t) => t.printed);
  const last = printed.at(-1);
  if (last === undefined || last.condition.cube.mask !== 0) return [];
  const choices = [...last.mnemonic, ...last.operands].flatMap((e) => ("operand" in e && isChoice(e.operand) ? [e.operand] : []));
  const cubes = choices.flatMap((choice: Choice) => reservedValues(choice).map((value) => choice.slice.put(value)));
  return cubes.filter((cube) => !printed.some((t) => t !== last && isCube(t.condition) && t.condition.cube !== ANY && contains(t.condition.cube, cube)));
}

/** The text of `word`, which must match the row; undefined where no template prints. */
export function printRow(row: Row, word: number, site: Site): string | undefined {
  for (const template of row.templates) {
    const text = template.printed ? printTemplate(template, word, site) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The text of `word` by one template; undefined if its condition does not hold, or an operand's bits are reserved. */
export function printTemplate(template: ConditionalTemplate, word: number, site: Site): string | undefined {
  if (!satisfies(template.condition, word)) return undefined;
  const mnemonic = printElements(template.mnemonic, word, site);
  const operands = mnemonic === undefined ? undefined : printElements(template.operands, word, site);
  if (operands === undefined) return undefined;
  return operands === "" ? mnemonic : `${mnemonic}\t${operands}`;
}

/** The values of the row's fields in `word`. */
export function operandsOf(row: Row, word: number): Readonly<Record<string, number>> {
  return Object.fromEntries(row.fields.map(({ name, shift, width }) => [name, (word >>> shift) & (2 ** width - 1)]));
}

/** The features that `word` needs, which must match the row. */
export const featuresOf = (row: Row, word: number): string[] =>
  row.features.filter(({ condition }) => satisfies(condition, word)).map(({ name }) => name);

export const isReserved = (row: Row, word: number): boolean => row.reserved.some((cube) => holds(cube, word));

/** Whether the manual allows `word` more than one behaviour. */
export const isUnpredictable = (row: Row, word: number): boolean =>
  (word & row.should) >>> 0 !== row.shouldValue || row.unpredictable.some((condition) => satisfies(condition, word));

export type { Field };
