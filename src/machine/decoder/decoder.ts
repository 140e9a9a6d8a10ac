// The decoder: the tables, put to work. Built from parts that can be replaced (parts.ts).

import { bug } from "../../base/bug";
import { buildTree, type DecodeTree, type Path } from "./decode-tree";
import { INSTRUCTION_SET, type InstructionSet } from "./instruction-set";
import { NOWHERE, type Site } from "./operand";
import type { DecoderParts } from "./parts";
import {
  type ConditionalTemplate, isReserved, isUnpredictable, parseRow, printRow, printTemplate,
  type Row,
} from "./row";
import { standardParts } from "./standard-parts";

/**
 * What a word is. Of the kinds that are no instruction, all make a CPU without SVE and SME take an
 * Undefined exception.
 */
export type Decoded =
  | {
      readonly kind: "instruction";
      readonly word: number;
      readonly row: Row;
      readonly unpredictable: boolean;
    }
  /** It matches a row's diagram, and the row's text says UNDEFINED or reserved. */
  | { readonly kind: "undefined"; readonly word: number; readonly row: Row }
  /** No row's diagram matches. */
  | { readonly kind: "unallocated"; readonly word: number }
  /** The Scalable Vector or Matrix Extension's, which have encoding spaces of their own. */
  | { readonly kind: "SVE" | "SME"; readonly word: number };

/** How LLVM writes a word that is no instruction. */
export const UNKNOWN = "<unknown>";

export class Decoder {
  readonly rows: readonly Row[];
  readonly parts: DecoderParts;
  readonly #tree: DecodeTree;
  readonly #byName: ReadonlyMap<string, Row>;

  constructor(parts: DecoderParts = standardParts, set: InstructionSet = INSTRUCTION_SET) {
    this.parts = parts;
    this.rows = Object.entries(set).flatMap(([group, classes]) =>
      Object.entries(classes).flatMap(([className, table]) =>
        Object.entries(table).map(([name, source]) =>
          parseRow(name, className, group, source, parts))));
    this.#byName = new Map(this.rows.map((row) => [row.name, row]));
    this.#tree = buildTree(this.rows);
  }

  /** The row called `name`, which must exist. */
  row(name: string): Row {
    return this.#byName.get(name) ?? bug(`no row ${name}`);
  }

  decode(word: number): Decoded {
    const row = this.#find(word);
    if (row === undefined) return { kind: scalableKind(word) ?? "unallocated", word };
    if (isReserved(row, word)) return { kind: "undefined", word, row };
    return { kind: "instruction", word, row, unpredictable: isUnpredictable(row, word) };
  }

  /** `word` as LLVM writes it, a tab behind the mnemonic; without a pc, labels are offsets. */
  disassemble(word: number, pc?: bigint): string {
    return this.disassembleAt(word, { pc });
  }

  disassembleAt(word: number, site: Site): string {
    const row = this.#find(word);
    if (row === undefined || isReserved(row, word)) return UNKNOWN;
    return printRow(row, word, site) ?? UNKNOWN;
  }

  /** The template that writes `word`, under one of its names; undefined if it is no instruction. */
  printedBy(word: number): ConditionalTemplate | undefined {
    const decoded = this.decode(word);
    if (decoded.kind !== "instruction") return undefined;
    const prints = (template: ConditionalTemplate): boolean =>
      template.printed && printTemplate(template, word, NOWHERE) !== undefined;
    return decoded.row.templates.find(prints);
  }

  /** How `word` comes down the decode tree. */
  path(word: number): Path {
    return this.#tree.path(word);
  }

  /** How many leaves of the decode tree have how many rows. */
  leafSizes(): ReadonlyMap<number, number> {
    return this.#tree.leafSizes();
  }

  #find(word: number): Row | undefined {
    const { classifyDataProcessingImmediate } = this.parts;
    const isDataProcessingImmediate = ((word >>> 26) & 0b111) === 0b100;
    if (classifyDataProcessingImmediate === undefined || !isDataProcessingImmediate) {
      return this.#tree.find(word);
    }
    const name = classifyDataProcessingImmediate(word);
    return name === undefined ? undefined : this.#byName.get(name);
  }
}

/** Whose encoding space `word` lies in: SVE's (op0 = 0010), SME's (op0 = 0000 and bit 31 set)? */
function scalableKind(word: number): "SVE" | "SME" | undefined {
  const op0 = (word >>> 25) & 0xf;
  if (op0 === 0b0010) return "SVE";
  return op0 === 0b0000 && word >>> 31 === 1 ? "SME" : undefined;
}

let standard: Decoder | undefined;

/** The decoder with our own parts, built when first asked for. */
export function standardDecoder(): Decoder {
  standard ??= new Decoder();
  return standard;
}
