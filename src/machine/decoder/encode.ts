// The decoder's mirror: a line of assembly to a word, by the same rows and templates.

import { bug } from "../../base/bug";
import { type Condition, satisfies } from "./condition";
import { ANY, type Cube, holds, intersection } from "./cube";
import type { Decoder } from "./decoder";
import type { Operand, Site } from "./operand";
import { isChoice } from "./operands/choice";
import { type ConditionalTemplate, isReserved, type Row } from "./row";
import { listed, Scanner } from "./scanner";
import { type ElementReading, readElements } from "./template";

interface Candidate {
  readonly row: Row;
  readonly template: ConditionalTemplate;
  /** What the row, the template's condition and the mnemonic have decided. */
  readonly cube: Cube;
}

/** What a template made of a line. */
export interface Attempt extends Candidate {
  /** One for each element of template.operands, as far as it came. */
  readonly readings: readonly ElementReading[];
  /** The line, with its furthest failure. */
  readonly text: Scanner;
  /** Undefined if the line is not this template's. */
  readonly word: number | undefined;
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
    const printed = all.filter(({ template }) => template.printed);
    const accepted = all.filter(({ template }) => !template.printed);
    // What is only accepted comes last: ldr x0, [x1, #8] is LDR, and LDUR only where that has no
    // such offset.
    for (const { row, template } of [...printed, ...accepted]) this.#add(row, template);
  }

  #add(row: Row, template: ConditionalTemplate): void {
    checkDecided(row, template);
    const start = intersection(row, template.condition.cube)
      ?? bug(`${row.name}: ${template.text} can never be`);
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

  /**
   * The word that `line`, one instruction, stands for. The first template that reads it decides;
   * `watch` is told of each that was asked.
   */
  encode(
    line: string, site: Site, watch?: (attempt: Attempt) => void,
  ): number | EncodeFailure {
    const [, space = "", mnemonic = ""] = /^(\s*)(\S*)/.exec(line)!;
    const candidates = this.#byMnemonic.get(mnemonic.toLowerCase());
    if (candidates === undefined) {
      return { column: space.length, message: `unknown mnemonic ${mnemonic}` };
    }
    let column = -1;
    const wanted = new Set<string>();
    for (const candidate of candidates) {
      const text = new Scanner(line, space.length + mnemonic.length);
      const readings: ElementReading[] = [];
      const word = encodeAs(candidate, text, site, watch && readings);
      watch?.({ ...candidate, readings, text, word });
      if (word !== undefined) return word;
      if (text.failedAt < column) continue;
      if (text.failedAt > column) wanted.clear();
      column = text.failedAt;
      // What is only accepted is not worth advertising beside what is usual.
      if (!candidate.template.printed && wanted.size > 0) continue;
      for (const alternative of text.alternatives) wanted.add(alternative);
    }
    return { column, message: `expected ${listed([...wanted])}` };
  }
}

function encodeAs(
  candidate: Candidate, text: Scanner, site: Site, readings: ElementReading[] | undefined,
): number | undefined {
  const { row, template } = candidate;
  const start = text.position;
  const read = readElements(template.operands, text, candidate.cube, site, readings);
  if (read === undefined) return undefined;
  if (!text.atEnd()) return text.fail("the end of the line");
  const open = ~read.mask;
  const should: Cube = { mask: row.should & open, value: row.shouldValue & open };
  const decided = intersection(read, should) ?? bug(row.name);
  const word = copyEqual(equalSlices(row, template), decided).value;
  const isAllowed = satisfies(template.condition, word) && !isReserved(row, word)
    && !row.elsewhere.some((other) => holds(other, word));
  return isAllowed ? word : text.fail(`operands that ${row.name} allows together`, start + 1);
}

/** What the template's condition says to be equal, and the row. */
const equalSlices = (row: Row, template: ConditionalTemplate): Condition["equal"] =>
  [...template.condition.equal, ...row.equal];

/** Where two slices are equal, and only one of them has been read, the other is its copy. */
function copyEqual(equal: Condition["equal"], cube: Cube): Cube {
  return equal.reduce<Cube>((all, [a, b]) => {
    const [from, to] = (all.mask & a.mask) >>> 0 === a.mask ? [a, b] : [b, a];
    return intersection(all, to.put(from.get(all.value))) ?? all;
  }, cube);
}

interface Spelling {
  readonly text: string;
  readonly cube: Cube;
}

/** The mnemonics of a template, each with the bits that its choices decide. */
function spellings({ mnemonic }: ConditionalTemplate): Spelling[] {
  let all: Spelling[] = [{ text: "", cube: ANY }];
  for (const element of mnemonic) {
    if ("literal" in element) {
      all = all.map(({ text, cube }) => ({ text: text + element.literal, cube }));
    } else if ("operand" in element && isChoice(element.operand)) {
      const { alternatives } = element.operand;
      all = all.flatMap((spelling) => alternatives.flatMap((a) => {
        const cube = intersection(spelling.cube, a.cube);
        return cube === undefined ? [] : [{ text: spelling.text + a.text, cube }];
      }));
    } else {
      bug("a mnemonic is made of letters and choices");
    }
  }
  return all;
}

/** Invariant 1 of row.ts. */
function checkDecided(row: Row, template: ConditionalTemplate): void {
  const operands: Operand[] = [...template.mnemonic, ...template.operands]
    .flatMap((element) => ("optional" in element ? element.optional : [element]))
    .flatMap((element) => ("operand" in element ? [element.operand] : []));
  let mask = (row.mask | row.should | template.condition.cube.mask) >>> 0;
  for (const operand of operands) mask = (mask | operand.mask) >>> 0;
  for (const [a, b] of equalSlices(row, template)) {
    const isRead = (mask & a.mask) !== 0 || (mask & b.mask) !== 0;
    if (isRead) mask = (mask | a.mask | b.mask) >>> 0;
  }
  const open = (~mask >>> 0).toString(16);
  if (mask !== 0xffffffff) bug(`${row.name}: "${template.text}" leaves bits undecided: ${open}`);
}
