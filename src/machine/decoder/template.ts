// An assembler template: "add <Rd|SP>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}". To print, each operand
// turns bits into text, from left to right; to assemble, each turns text back into bits.
//
//   <...>        an operand: a register (operands/registers.ts), a choice of names
//                (operands/choice.ts), or a slice with the kind of number that it holds
//                (operands/integers.ts, kinds.ts); :=N is its value when left out
//   <Vd.T>       a vector register with its arrangement; <Vt*4.T> a list of four
//   {...}        printed unless all in it is at its default; may be left out of the source
//   anything else stands for itself; a # in the source is optional

import { bug } from "../../base/bug";
import { ANY, type Cube, holds, intersection } from "./cube";
import type { Operand, Site } from "./operand";
import { parseChoice } from "./operands/choice";
import type { Context } from "./operands/context";
import { integer } from "./operands/integers";
import { KINDS } from "./operands/kinds";
import { fixedText, registerList, registerOperand } from "./operands/registers";
import type { Scanner } from "./scanner";

type Element =
  | { readonly literal: string }
  | { readonly operand: Operand }
  | { readonly optional: readonly Element[] };

/** What comes before the first space, and what comes after it. */
export interface Template {
  readonly text: string;
  readonly mnemonic: readonly Element[];
  readonly operands: readonly Element[];
}

export function parseTemplate(text: string, context: Context): Template {
  const [, mnemonic = "", operands = ""] = /^((?:<[^>]*>|[^ <])+) ?(.*)$/.exec(text)
    ?? bug(`not a template: ${text}`);
  return {
    text,
    mnemonic: parseElements(mnemonic, context),
    operands: parseElements(operands, context),
  };
}

function parseElements(text: string, context: Context): Element[] {
  return [...text.matchAll(/<[^>]*>|\{[^}]*\}|[^<{]+/g)].flatMap(([piece]): Element[] => {
    const inner = piece.slice(1, -1);
    if (piece.startsWith("<")) return parseOperand(inner, context);
    if (piece.startsWith("{")) return [{ optional: parseElements(inner, context) }];
    return [{ literal: piece }];
  });
}

function parseOperand(text: string, context: Context): Element[] {
  const [, spec = "", absent] = /^(.*?)(?::=(\d+))?$/.exec(text)!;
  const vector = vectorOf(spec, context) ?? scalarOf(spec, context);
  if (vector !== undefined) return vector;
  const operand = operandOf(spec, context);
  if (absent === undefined) return [{ operand }];
  const whenAbsent = defaultOf(spec, operand, Number(absent), context);
  return [{ operand: { ...operand, whenAbsent } }];
}

/** <Vd>, <Vd.T> and <Vt*4.T>; undefined if `spec` is something else. */
function vectorOf(spec: string, context: Context): Element[] | undefined {
  const [, suffix, count, arrangement] =
    /^V([a-z]\w*?)(?:\*([1-4]))?(?:\.(\w+))?$/.exec(spec) ?? [];
  if (suffix === undefined || !context.has(`R${suffix}`)) return undefined;
  const shape = arrangement === undefined ? undefined : arrangementOperand(arrangement, context);
  if (count !== undefined) {
    if (shape === undefined) bug(`a list without arrangement: ${spec}`);
    return [{ operand: registerList(context.slice(`R${suffix}`), Number(count), shape) }];
  }
  const register: Element[] = [{ literal: "v" }, { operand: numberOf(suffix, context) }];
  return shape === undefined ? register : [...register, { literal: "." }, { operand: shape }];
}

/** <Sd>: a scalar register of floating point or Advanced SIMD, whose letter is its size. */
function scalarOf(spec: string, context: Context): Element[] | undefined {
  const [, letter, suffix = ""] = /^([BHSDQ])([a-z]\w*)$/.exec(spec) ?? [];
  if (letter === undefined || !context.has(`R${suffix}`)) return undefined;
  return [{ literal: letter.toLowerCase() }, { operand: numberOf(suffix, context) }];
}

const numberOf = (suffix: string, context: Context): Operand =>
  registerOperand(suffix, context) ?? bug(`no register number ${suffix}`);

function arrangementOperand(name: string, context: Context): Operand {
  const choice = context.choice(name);
  return choice === undefined ? fixedText(name) : parseChoice(choice, context);
}

/** What an optional operand's bits are when it is left out, as :=N says. */
function defaultOf(spec: string, operand: Operand, number: number, context: Context): Cube {
  const [, suffix] = /^[WXR]([a-z]\w*)/.exec(spec) ?? [];
  const register = suffix === undefined ? undefined : `R${suffix}`;
  if (register !== undefined && context.has(register)) return context.slice(register).put(number);
  const [slice] = /^[^ =]*/.exec(spec)!;
  const cube = context.slice(slice).put(number);
  return cube.mask === operand.mask ? cube : bug(`${spec} has no default ${number}`);
}

function operandOf(text: string, context: Context): Operand {
  const choice = context.choice(text) ?? (text.includes("=") ? text : undefined);
  if (choice !== undefined) return parseChoice(choice, context);
  const register = registerOperand(text, context);
  if (register !== undefined) return register;
  const [name = "", ...words] = text.split(" ");
  const slice = context.slice(name);
  const kind = KINDS[words[0] ?? ""];
  return kind === undefined
    ? integer(slice, words, context)
    : kind(slice, words.slice(1), context);
}

/** The text of `elements` for `word`; undefined if an operand's bits are reserved. */
export function printElements(
  elements: readonly Element[], word: number, site: Site,
): string | undefined {
  let text = "";
  for (const element of elements) {
    const piece = printElement(element, word, site);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

function printElement(element: Element, word: number, site: Site): string | undefined {
  if ("literal" in element) return element.literal;
  if ("operand" in element) return element.operand.print(word, site);
  return isAbsent(element.optional, word) ? "" : printElements(element.optional, word, site);
}

/** Whether all in an optional group is at its default. */
function isAbsent(elements: readonly Element[], word: number): boolean {
  return elements.every((element) => {
    if (!("operand" in element)) return true;
    return holds(element.operand.whenAbsent ?? bug("an optional operand without default"), word);
  });
}

/** What has been read when an element of a template has been read. */
export interface ElementReading {
  /** Where its text begins, white space included, and where it ends. */
  readonly start: number;
  readonly end: number;
  /** What it and those before it decide. */
  readonly known: Cube;
}

/**
 * Reads `elements` from `text`: what they and `soFar` decide, or undefined (see text.failedAt).
 * Whoever wants to look on passes `readings`, which gets one for each of `elements` that is read.
 */
export function readElements(
  elements: readonly Element[], text: Scanner, soFar: Cube, site: Site,
  readings?: ElementReading[],
): Cube | undefined {
  let cube: Cube | undefined = soFar;
  for (const element of elements) {
    const start = text.position;
    if ("literal" in element) {
      if (!parseLiteral(element.literal, text)) return undefined;
    } else if ("operand" in element) {
      cube = parseOne(element.operand, text, cube, site);
    } else {
      const present: Cube | undefined = readElements(element.optional, text, cube, site);
      if (present === undefined) text.position = start;
      cube = present ?? absent(element.optional, cube);
    }
    if (cube === undefined) return undefined;
    readings?.push({ start, end: text.position, known: cube });
  }
  return cube;
}

function parseOne(operand: Operand, text: Scanner, soFar: Cube, site: Site): Cube | undefined {
  text.skipSpace();
  const start = text.position;
  const parsed = operand.parse(text, soFar, site);
  if (parsed === undefined) return undefined;
  return intersection(soFar, parsed)
    ?? text.fail("an operand that agrees with those before it", start);
}

/** What `soFar` becomes when all of an optional group is left out. */
function absent(elements: readonly Element[], soFar: Cube): Cube | undefined {
  let cube: Cube | undefined = soFar;
  for (const element of elements) {
    if (cube === undefined) return undefined;
    if ("operand" in element) cube = intersection(cube, element.operand.whenAbsent ?? ANY);
  }
  return cube;
}

/** A literal, whose # may be missing. */
function parseLiteral(literal: string, text: Scanner): boolean {
  const [before = "", after] = literal.split("#");
  if (after === undefined) return text.literal(literal);
  if (before.trim() !== "" && !text.literal(before.trimEnd())) return false;
  const start = text.position;
  if (!text.literal("#")) text.position = start;
  return after === "" || text.literal(after);
}
