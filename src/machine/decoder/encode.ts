// The decoder's mirror: a line of assembly to a word, by the same rows and templates.

import { bug } from "../../base/bug";
import { type Cube, holds, intersection } from "./cube";
import type { Condition } from "./condition";
import { satisfies } from "./condition";
import type { Decoder } from "./decoder";
import type { Operand, Site } from "./operand";
import { isChoice } from "./operands/choice";
import { type ConditionalTemplate, isReserved, type Row } from "./row";
import { listed, Scanner } from "./scanner";
import { readElements } from "./template";

interface Candidate {
  readonly row: Row;
  readonly template: ConditionalTemplate;
  /** What the row, the template's condition and the mnemonic have decided. */
  readonly cube: Cube;
}

/** Why a line is not an instruction: what would have been right at `column`, counted from 0. */
export interface EncodeFailure {
  readonly column: number;
  readonly message: string;
}

export class Encoder {
  readonly #byMnemonic = new Map<string, Candidate[]>();

  constructor(decoder: Decoder) {
    const all = decoder.rows.flatMap((row) => row.templates.map((template) => ({ row, template })));
    // What is only accepted comes last: ldr x0, [x1, #8] is LDR, and LDUR only where that has no such offset.
    for (const { row, template } of all.filter(({ template }) => template.printed)) this.#add(row, template);
    for (const { row, template } of all.filter(({ template }) => !template.printed)) this.#add(row, template);
  }

  #add(row: Row, template: ConditionalTemplate): void {
    checkDecided(row, template);
    const start = intersection(row, template.condition.cube) ?? bug(`${row.name}: ${template.text} can never be`);
    for (const { text, cube } of spellings(template)) {
      const decided = intersection(start, cube);
      if (decided === undefined) continue;
      const known = this.#byMnemonic.get(text);
      if (known === undefined) this.#byMnemonic.set(text, [{ row, template, cube: decided }]);
      else known.push({ row, template, cube: decided });
    }
  }

  isMnemonic(name: string): boolean {
    return this.#byMnemonic.has(name.toLowerCase());
  }

  /** The word that `line`, one instruction, stands for; the first template that reads it decides. */
  encode(line: string, site: Site): number | EncodeFailure {
    const [space = "", mnemonic = ""] = /^(\s*)(\S*)/.exec(line)!.slice(1);
    const candidates = this.#byMnemonic.get(mnemonic.toLowerCase());
    if (candidates === undefined) return { column: space.length, message: `unknown mnemonic ${mnemonic}` };
    let column = -1;
    const wanted = new Set<string>();
    for (const candidate of candidates) {
      const text = new Scanner(line, space.length + mnemonic.length);
      const word = encodeAs(candidate, text, site);
      if (word !== undefined) return word;
      if (text.failedAt > column) wanted.clear();
      column = Math.max(column, text.failedAt);
      // What is only accepted is not worth advertising beside what is usual.
      if (text.failedAt === column && (candidate.template.printed || wanted.size === 0)) for (const each of text.alternatives) wanted.add(each);
    }
    return { column, message: `expected ${listed([...wanted])}` };
  }
}

function encodeAs({ row, template, cube }: Candidate, text: Scanner, site: Site): number | undefined {
  const start = text.position;
  let decided = readElements(template.operands, text, cube, site);
  if (decided === undefined) return undefined;
  if (!text.atEnd()) return text.fail("the end of the line");
  decided = intersection(decided, { mask: row.should & ~decided.mask, value: row.shouldValue & ~decided.mask });
  const word = copyEqual([...template.condition.equal, ...row.equal], decided ?? bug(row.name)).value;
  if (!satisfies(template.condition, word) || isReserved(row, word) || row.elsewhere.some((c) => holds(c, word))) {
    return text.fail(`operands that ${row.name} allows together`, start + 1);
  }
  return word;
}

/** Where two slices are equal, and only one of them has been read, the other is its copy. */
function copyEqual(equal: Condition["equal"], cube: Cube): Cube {
  return equal.reduce<Cube>((all, [a, b]) => {
    const [from, to] = (all.mask & a.mask) >>> 0 === a.mask ? [a, b] : [b, a];
    return intersection(all, to.put(from.get(all.value))) ?? all;
  }, cube);
}

/** The mnemonics of a template, each with the bits that its choices decide. */
function spellings({ mnemonic }: ConditionalTemplate): { text: string; cube: Cube }[] {
  let all: { text: string; cube: Cube }[] = [{ text: "", cube: { mask: 0, value: 0 } }];
  for (const element of mnemonic) {
    if ("literal" in element) all = all.map(({ text, cube }) => ({ text: text + element.literal, cube }));
    else if ("operand" in element && isChoice(element.operand)) {
      const { alternatives } = element.operand;
      all = all.flatMap(({ text, cube }) => alternatives.flatMap((a) => {
        const both = intersection(cube, a.cube);
        return both === undefined ? [] : [{ text: text + a.text, cube: both }];
      }));
    } else bug("a mnemonic is made of letters and choices");
  }
  return all;
}

/** Invariant 1 of row.ts. */
function checkDecided(row: Row, template: ConditionalTemplate): void {
  const operands: Operand[] = [...template.mnemonic, ...template.operands]
    .flatMap((e) => ("optional" in e ? e.optional : [e])).flatMap((e) => ("operand" in e ? [e.operand] : []));
  let mask = (row.mask | row.should | template.condition.cube.mask) >>> 0;
  for (const operand of operands) mask = (mask | operand.mask) >>> 0;
  for (const [a, b] of [...template.condition.equal, ...row.equal]) if (mask & a.mask || mask & b.mask) mask = (mask | a.mask | b.mask) >>> 0;
  if (mask !== 0xffffffff) bug(`${row.name}: "${template.text}" leaves bits undecided: ${(~mask >>> 0).toString(16)}`);
}
