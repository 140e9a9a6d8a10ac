/**
 * A compiled function in sections: what comes before all blocks, each block's beginning, each instruction, what comes
 * behind. In them, what is alike everywhere is folded: the look at how much is left, the lookup of an address, the way
 * out to the interpreter. Pure.
 */
import { LEFT, NZCV_AT, PC_AT } from "../../../machine/jit/cells";
import { FLAGS_KINDS } from "../../../machine/jit/flags";
import type { TextLine } from "../../../machine/jit/wasm/text";
import type { CompiledBlocks } from "./compile-block";

export interface CodeLine {
  readonly text: string;
  /** How far in it stands. */
  readonly depth: number;
  readonly comment: string | undefined;
  /** It keeps what NZCV is made of, or asks for it. */
  readonly isFlags: boolean;
}

export type Part =
  | { readonly kind: "line"; readonly line: CodeLine }
  | { readonly kind: "fold"; readonly says: string; readonly lines: readonly CodeLine[] };

export type Section =
  | { readonly kind: "before" | "behind"; readonly parts: readonly Part[] }
  /** Where it begins, in bytes, and how many instructions it has. */
  | { readonly kind: "block"; readonly place: number; readonly count: number; readonly parts: readonly Part[] }
  | { readonly kind: "instruction"; readonly place: number; readonly parts: readonly Part[] };

/** The blocks that the ways out leave: $out, $exit and $slow. */
const ways = 3;

export function sectionsOf({ blocks, marks, lines }: CompiledBlocks): readonly Section[] {
  const indexOf = (byte: number): number => {
    const found = lines.findIndex(({ start }) => start >= byte);
    return found < 0 ? lines.length : found;
  };
  const begin = lines.findIndex(({ name, depth }) => name === "block" && depth === ways - 1) + 1;
  const end = lines.findLastIndex(({ name, depth }) => name === "end" && depth === ways - 1);
  const sections: Section[] = [{ kind: "before", parts: [fold("what it uses comes into locals", lines.slice(0, begin))] }];
  let from = begin;
  marks.forEach((mark, k) => {
    const start = indexOf(mark.start);
    const guard = guardIn(lines, from, start);
    if (guard !== undefined) {
      const { length = 0 } = blocks.find(({ place }) => place === mark.place)?.steps ?? [];
      sections.push({ kind: "block", place: mark.place, count: length, parts: [...plain(lines.slice(from, guard.start)), fold(`may all of its ${length === 1 ? "one instruction" : `${length} instructions`} still be executed?`, lines.slice(guard.start, guard.end))] });
      from = guard.end;
    }
    const next = marks[k + 1];
    const isRefused = mark.start === mark.end;
    const written = isRefused ? { start: from, end: from } : { start, end: indexOf(mark.end) };
    const to = next === undefined ? end : nextFrom(lines, written.end, indexOf(next.start));
    sections.push({ kind: "instruction", place: mark.place, parts: instructionParts(lines, { from, ...written, to }) });
    from = to;
  });
  return [...sections, { kind: "behind", parts: [fold("PC, registers and flags go back", lines.slice(end))] }];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a block asks how much is left, and pays. */
function guardIn(lines: readonly TextLine[], from: number, to: number): Range | undefined {
  const start = lines.findIndex(({ immediates }, i) => i >= from && i < to && immediates === "$left" && lines[i + 2]?.name === "i32.lt_s" && lines[i + 3]?.name === "if");
  return start < 0 ? undefined : { start, end: closeOf(lines, start + 3) + 5 };
}

/** The `end` of what is opened at a line. */
function closeOf(lines: readonly TextLine[], opened: number): number {
  return lines.findIndex(({ name, depth }, i) => i > opened && name === "end" && depth === lines[opened]!.depth);
}

/** Where the next instruction's section begins, or the block's that it is in. */
function nextFrom(lines: readonly TextLine[], end: number, nextStart: number): number {
  const guard = guardIn(lines, end, nextStart);
  if (guard === undefined) return callEnd(lines, end, nextStart);
  let start = guard.start;
  while (start > end && isOpening(lines[start - 1]!)) start--;
  return start;
}

const isOpening = ({ name }: TextLine): boolean => name === "loop" || name === "block";

/** Behind the call of the interpreter for an instruction that could not be expressed; `end` if there is none. */
function callEnd(lines: readonly TextLine[], end: number, limit: number): number {
  const call = lines.findIndex(({ immediates }, i) => i >= end && i < limit && immediates === "$interpret");
  return call < 0 ? end : lines.findIndex(({ name }, i) => i > call && name === "br_if") + 1;
}

function instructionParts(lines: readonly TextLine[], { from, start, end, to }: { readonly from: number; readonly start: number; readonly end: number; readonly to: number }): Part[] {
  const behind = callEnd(lines, end, to);
  const call = behind === end ? [] : [fold("only the interpreter can do it", lines.slice(end, behind))];
  return [...noteParts(lines.slice(from, start)), ...workParts(lines.slice(start, end)), ...call, ...plain(lines.slice(behind, to))];
}

/** Which instruction is tried, in case it comes to nothing. */
function noteParts(lines: readonly TextLine[]): Part[] {
  const note = lines.findIndex(({ immediates }) => immediates === "$tried") - 1;
  if (note < 0) return plain(lines);
  return [...plain(lines.slice(0, note)), fold("where it is, in case it cannot be done here", lines.slice(note, note + 2)), ...plain(lines.slice(note + 2))];
}

/** What the semantics have asked for. The lookup of an address begins with its bits 8 and up: memory-access.ts. */
function workParts(lines: readonly TextLine[]): Part[] {
  const shift = lines.findIndex(({ name, immediates }, i) => name === "i32.const" && immediates === "8" && lines[i + 1]?.name === "i32.shr_u" && lines[i + 3]?.name === "i32.and");
  if (shift < 0) return plain(lines);
  const miss = lines.findIndex(({ name }, i) => i > shift && name === "br_if");
  const [start, end] = [shift - 2, miss + 6];
  return [...plain(lines.slice(0, start)), fold("where in memory? one remembered translation, one comparison", lines.slice(start, end)), ...workParts(lines.slice(end))];
}

const plain = (lines: readonly TextLine[]): Part[] => codeLines(lines).map((line) => ({ kind: "line", line }));

const fold = (says: string, lines: readonly TextLine[]): Part => ({ kind: "fold", says, lines: codeLines(lines) });

const places: ReadonlyMap<number, string> = new Map([[NZCV_AT, "NZCV"], [PC_AT, "PC"], [LEFT, "what is left"]]);

/** No access promises an alignment, and an offset of 0 is none: both go without saying. */
function codeLines(lines: readonly TextLine[]): CodeLine[] {
  return lines.map(({ name, immediates, depth }, i): CodeLine => {
    const makesKind = name === "i32.const" && lines[i + 1]?.immediates === "$flags.kind" && lines[i + 1]?.name === "local.set";
    const offset = /^offset=(\d+)/.exec(immediates)?.[1];
    const shown = immediates.replace(/ ?align=1$/, "").replace(/^offset=0$/, "");
    return {
      text: shown === "" ? name : `${name} ${shown}`, depth: Math.max(0, depth - ways),
      comment: makesKind ? FLAGS_KINDS[Number(immediates)] : offset === undefined ? undefined : places.get(Number(offset)),
      isFlags: makesKind || /^\$flags/.test(immediates),
    };
  });
}
