// An assembler template: "add <Rd|SP>, <Rn|SP>, #<imm12>{, <sh=|lsl #12>}". It is read left to right to print, and
// right to left in spirit to assemble: each operand turns text back into bits.
//
//   <...>        an operand: a register (operands/registers.ts), a choice of names (operands/choice.ts), or a slice with
//                the kind of number that it holds (operands/integers.ts, kinds.ts); :=N is its value when left out
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
import { CHOICES } from "./operands/names";
import { fixedText, registerList, registerOperand } from "./operands/registers";
import type { Scanner } from "./scanner";

type Element = { readonly literal: string } | { readonly operand: Operand } | { readonly optional: readonly Element[] };

/** What comes before the first space, and what comes after it. */
export interface Template {
  readonly text: string;
  readonly mnemonic: readonly Element[];
  readonly operands: readonly Element[];
}

/** `locals` are the row's own choices, name to slice=name|name... */
export function parseTemplate(text: string, locals: ReadonlyMap<string, string>, context: Context): Template {
  const split = /^((?:<[^>]*>|[^ <])+) ?(.*)$/.exec(text) ?? bug(`not a template: ${text}`);
  const elementsOf = (part: string): Element[] => parseElements(part, locals, context);
  return { text, mnemonic: elementsOf(split[1]!), operands: elementsOf(split[2]!) };
}

function parseElements(text: string, locals: ReadonlyMap<string, string>, context: Context): Element[] {
  const elements: Element[] = [];
  for (const [piece] of text.matchAll(/<[^>]*>|\{[^}]*\}|[^<{]+/g)) {
    if (piece.startsWith("<")) elements.push(...parseOperand(piece.slice(1, -1), locals, context));
    else if (piece.startsWith("{")) elements.push({ optional: parseElements(piece.slice(1, -1), locals, context) });
    else elements.push({ literal: piece });
  }
  return elements;
}

function parseOperand(text: string, locals: ReadonlyMap<string, string>, context: Context): Element[] {
  const [, spec = "", absent] = /^(.*?)(?::=(\d+))?$/.exec(text)!;
  const [, first, count, arrangement] = /^V([a-z]\w*?)(?:\*([1-4]))?(?:\.(\w+))?$/.exec(spec) ?? [];
  if (first !== undefined && context.has(`R${first}`)) {
    const shape = arrangement === undefined ? undefined : arrangementOperand(arrangement, locals, context);
    if (count !== undefined) return [{ operand: registerList(context.slice(`R${first}`), Number(count), shape ?? bug(`a list without arrangement: ${text}`)) }];
    const number = registerOperand(first, context) ?? bug(`no register in ${text}`);
    const register: Element[] = [{ literal: "v" }, { operand: number }];
    return shape === undefined ? register : [...register, { literal: "." }, { operand: shape }];
  }
  const [, scalar, suffix = ""] = /^([BHSDQ])([a-z]\w*)$/.exec(spec) ?? [];
  if (scalar !== undefined && context.has(`R${suffix}`)) {
    return [{ literal: scalar.toLowerCase() }, { operand: registerOperand(suffix, context) ?? bug(`no register in ${text}`) }];
  }
  const operand = operandOf(spec, locals, context);
  return [{ operand: absent === undefined ? operand : { ...operand, whenAbsent: defaultOf(spec, operand, Number(absent), context) } }];
}

function defaultOf(spec: string, operand: Operand, number: number, context: Context): Cube {
  const [, register] = /^[WXR]([a-z]\w*)/.exec(spec) ?? [];
  if (register !== undefined && context.has(`R${register}`)) return context.slice(`R${register}`).put(number);
  const cube = context.slice(/^[^ =]*/.exec(spec)![0]).put(number);
  return cube.mask === operand.mask ? cube : bug(`${spec} has no default ${number}`);
}

function arrangementOperand(name: string, locals: ReadonlyMap<string, string>, context: Context): Operand {
  const choice = locals.get(name) ?? CHOICES[name];
  return choice === undefined ? fixedText(name) : parseChoice(choice, context);
}

function operandOf(text: string, locals: ReadonlyMap<string, string>, context: Context): Operand {
  const named = locals.get(text) ?? CHOICES[text];
  if (named !== undefined) return parseChoice(named, context);
  if (text.includes("=")) return parseChoice(text, context);
  const register = registerOperand(text, context);
  if (register !== undefined) return register;
  const [slice = "", ...words] = text.split(" ");
  const kind = KINDS[words[0] ?? ""];
  return kind === undefined ? integer(context.slice(slice), words, context) : kind(context.slice(slice), words.slice(1), context);
}

/** The text of `elements` for `word`; undefined if an operand's bits are reserved. */
export function printElements(elements: readonly Element[], word: number, site: Site): string | undefined {
  let text = "";
  for (const element of elements) {
    let piece: string | undefined;
    if ("literal" in element) piece = element.literal;
    else if ("operand" in element) piece = element.operand.print(word, site);
    else piece = isAbsent(element.optional, word) ? "" : printElements(element.optional, word, site);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

/** Whether all in an optional group is at its default. */
function isAbsent(elements: readonly Element[], word: number): boolean {
  return elements.every((e) => !("operand" in e) || holds(e.operand.whenAbsent ?? bug("an optional operand without default"), word));
}

/** Reads `elements` from `text`: what they and `soFar` decide, or undefined (see text.failedAt). */
export function readElements(elements: readonly Element[], text: Scanner, soFar: Cube, site: Site): Cube | undefined {
  let cube: Cube | undefined = soFar;
  for (const element of elements) {
    if ("literal" in element) {
      if (!parseLiteral(element.literal, text)) return undefined;
    } else if ("operand" in element) {
      cube = parseOne(element.operand, text, cube, site);
    } else {
      const start = text.position;
      const present: Cube | undefined = readElements(element.optional, text, cube, site);
      if (present === undefined) text.position = start;
      cube = present ?? absent(element.optional, cube);
    }
    if (cube === undefined) return undefined;
  }
  return cube;
}

function parseOne(operand: Operand, text: Scanner, soFar: Cube, site: Site): Cube | undefined {
  text.skipSpace();
  const start = text.position;
  const parsed = operand.parse(text, soFar, site);
  if (parsed === undefined) return undefined;
  return intersection(soFar, parsed) ?? text.fail("an operand that agrees with those before it", start);
}

function absent(elements: readonly Element[], soFar: Cube): Cube | undefined {
  return elements.reduce<Cube | undefined>(
    (cube, e) => (cube !== undefined && "operand" in e ? intersection(cube, e.operand.whenAbsent ?? ANY) : cube), soFar);
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
