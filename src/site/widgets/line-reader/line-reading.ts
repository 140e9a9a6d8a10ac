/**
 * A line of assembly as the assembler reads it, said in full: each template that was asked, piece by piece
 * with what each piece decided, and why the failure that is reported is that one. Pure: a figure draws it.
 */
import { standardEncoder } from "../../../machine/decoder/assembler";
import type { Cube } from "../../../machine/decoder/cube";
import type { Attempt } from "../../../machine/decoder/encode";
import { NOWHERE } from "../../../machine/decoder/operand";
import type { Row } from "../../../machine/decoder/row";
import type { Template } from "../../../machine/decoder/template";

type Element = Template["operands"][number];

/** A piece of a template as the tables write it: "<Rd|SP>", ", #", "{, <sh=|lsl #12>}". */
export interface Piece {
  readonly text: string;
  readonly elements: readonly Element[];
  /** The bits of the word that it decides. */
  readonly mask: number;
}

/** What a piece made of the line. */
export interface PieceRead {
  readonly piece: Piece;
  /** Where its text lies in the line, without white space around it. */
  readonly start: number;
  readonly end: number;
  /** What is known of the word behind it, and which bits became known by it. */
  readonly known: Cube;
  readonly fresh: number;
}

export interface Try {
  readonly row: Row;
  /** The template's mnemonic as written: "add", "ld1<...>". */
  readonly mnemonic: string;
  readonly pieces: readonly Piece[];
  /** What the row, the template's condition and the mnemonic decide. */
  readonly start: Cube;
  readonly read: readonly PieceRead[];
  readonly word: number | undefined;
  /** Where the furthest failure lies, counted from 0, and what would have been right there; -1 if there is none. */
  readonly failedAt: number;
  readonly wanted: string;
  /** Whether the disassembler prints it, too; what is only accepted is not advertised. */
  readonly printed: boolean;
}

export interface LineReading {
  readonly line: string;
  /** Where the mnemonic lies. */
  readonly mnemonic: readonly [start: number, end: number];
  /** In the order in which they were asked. */
  readonly tries: readonly Try[];
  readonly answer: number | { readonly column: number; readonly message: string };
}

export function readLine(line: string): LineReading {
  const tries: Try[] = [];
  const answer = standardEncoder().encode(line, { ...NOWHERE, pc: 0n }, (attempt) => tries.push(tryOf(line, attempt)));
  const [, space = "", mnemonic = ""] = /^(\s*)(\S*)/.exec(line) ?? [];
  return { line, mnemonic: [space.length, space.length + mnemonic.length], tries, answer };
}

/** The try that shows best what became of the line: the one that read it, or the first that is reported. */
export function tellingTry(reading: LineReading): Try | undefined {
  return reading.tries.find(({ word }) => word !== undefined) ?? reportedTries(reading)[0];
}

/**
 * The tries whose failure is the answer: those that came furthest; and of these, only what the disassembler
 * prints, if there is any such.
 */
export function reportedTries({ tries, answer }: LineReading): readonly Try[] {
  if (typeof answer === "number") return [];
  const furthest = tries.filter(({ failedAt }) => failedAt === answer.column);
  const printed = furthest.filter((tried) => tried.printed);
  return printed.length > 0 ? printed : furthest.slice(0, 1);
}

function tryOf(line: string, { row, template, cube, readings, text, word }: Attempt): Try {
  const { mnemonic, pieces } = piecesOf(template);
  const read: PieceRead[] = [];
  let before = cube;
  let index = 0;
  for (const piece of pieces) {
    const own = readings.slice(index, index + piece.elements.length);
    const [first] = own;
    const last = own[piece.elements.length - 1];
    if (!first || !last) break;
    const start = first.start + (/^\s*/.exec(line.slice(first.start, last.end))?.[0].length ?? 0);
    read.push({ piece, start, end: last.end, known: last.known, fresh: (last.known.mask & ~before.mask) >>> 0 });
    before = last.known;
    index += piece.elements.length;
  }
  return { row, mnemonic, pieces, start: cube, read, word, failedAt: text.failedAt, wanted: text.wanted, printed: template.printed };
}

/** The text of a template beside the elements that it was parsed to. */
export function piecesOf({ text, operands }: Template): { readonly mnemonic: string; readonly pieces: readonly Piece[] } {
  const [, mnemonic = "", rest = ""] = /^((?:<[^>]*>|[^ <])+) ?(.*)$/.exec(text) ?? [];
  const pieces: Piece[] = [];
  let index = 0;
  for (const [piece] of rest.matchAll(/<[^>]*>|\{[^}]*\}|[^<{]+/g)) {
    const elements = operands.slice(index, index + elementsOf(piece, operands[index]));
    pieces.push({ text: piece, elements, mask: elements.reduce((mask, element) => (mask | maskOf(element)) >>> 0, 0) });
    index += elements.length;
  }
  return { mnemonic, pieces };
}

/** A register of floating point or Advanced SIMD is a letter and a number, <Vd.T> a dot and a shape as well. */
function elementsOf(piece: string, first: Element | undefined): number {
  const isLettered = piece.startsWith("<") && first !== undefined && "literal" in first;
  if (!isLettered) return 1;
  return piece.includes(".") ? 4 : 2;
}

function maskOf(element: Element): number {
  if ("optional" in element) return element.optional.reduce((mask, inner) => (mask | maskOf(inner)) >>> 0, 0);
  return "operand" in element ? element.operand.mask : 0;
}
