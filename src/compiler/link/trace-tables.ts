// The tables that a stack trace and an exception look addresses up in
// (../../formats/objects/tables.ts). They are made when functions have their offsets, and before
// data has its addresses: only their sizes must be known for that.

import { bug } from "../../base/bug";
import {
  HANDLER_ROW, LINE_BIAS, LINE_FAR, MOST_TEXT, MOST_WORDS, TEXT_BYTES, TRACE_HEADER, TRACE_MAGIC,
} from "../../formats/objects/tables";
import type { CompiledFunction } from "../back/compiled";
import type { Datum } from "../ir/program";
import { ByteWriter } from "./byte-writer";
import { packTexts } from "./pack-texts";

export interface OffsetFunction {
  /** In bytes, from the image's start. */
  readonly offset: number;
  readonly compiled: CompiledFunction;
}

export function handlerTable(functions: readonly OffsetFunction[]): Datum {
  const rows = functions.flatMap(({ offset, compiled }) => compiled.handlers.map((h) => ({
    returnsTo: offset + h.returnsTo, handler: offset + h.handler,
  }))).sort((a, b) => a.returnsTo - b.returnsTo);
  const bytes = new Uint8Array(HANDLER_ROW.bytes * rows.length);
  const view = new DataView(bytes.buffer);
  rows.forEach(({ returnsTo, handler }, i) => {
    view.setUint32(HANDLER_ROW.bytes * i + HANDLER_ROW.returnsTo, returnsTo, true);
    view.setUint32(HANDLER_ROW.bytes * i + HANDLER_ROW.handler, handler, true);
  });
  return { symbol: "link/handlers", section: ".rodata", alignment: 8, bytes, relocations: [] };
}

/** Everything in one piece, and nothing in it is an address: it may be moved. */
export function traceTable(functions: readonly OffsetFunction[]): Datum {
  const records = new Records();
  for (const each of functions) records.add(each);
  const { pairs, texts } = packTexts(records.texts);
  const packed = records.packed(texts);
  const to = new ByteWriter()
    .u32(TRACE_MAGIC).u32(TRACE_HEADER.pairs + pairs.length + packed.length).u32(pairs.length / 2);
  const bytes = to.bytes(pairs).bytes(packed).align(16).take();
  return { symbol: "link/trace", section: ".rodata", alignment: 16, bytes, relocations: [] };
}

/** Where a title and the name of a file are unpacked. */
export const TRACE_TEXT: Datum = {
  symbol: "link/trace-text", section: ".bss", alignment: 16, bytes: new Uint8Array(2 * TEXT_BYTES),
  relocations: [],
};

interface TraceRecord {
  /** How many words its function is behind the one before. */
  readonly words: number;
  /** What it has in common with the title before; of a new file, the same. */
  readonly title: number;
  readonly file: number | undefined;
  readonly lines: Uint8Array;
}

class Records {
  readonly #records: TraceRecord[] = [];
  /** What is new in each title and each file's name, in the order of the records. */
  readonly texts: Uint8Array[] = [];
  #offset = 0;
  #title = new Uint8Array();
  #file = new Uint8Array();

  add({ offset, compiled }: OffsetFunction): void {
    const title = textOf(compiled.title);
    const file = textOf(compiled.at.file);
    const isSameFile = inCommon(file, this.#file) === Math.max(file.length, this.#file.length);
    const common = { title: inCommon(title, this.#title), file: inCommon(file, this.#file) };
    this.texts.push(title.slice(common.title));
    if (!isSameFile) this.texts.push(file.slice(common.file));
    this.#records.push({
      words: (offset - this.#offset) / 4, title: common.title,
      file: isSameFile ? undefined : common.file, lines: linesOf(compiled),
    });
    this.#offset = offset;
    this.#title = title;
    this.#file = file;
  }

  /** With each text as it is packed. */
  packed(texts: readonly Uint8Array[]): Uint8Array {
    const to = new ByteWriter();
    const rest = [...texts];
    const writeText = (record: ByteWriter): void => {
      const text = rest.shift() ?? bug("a text is missing");
      record.uleb(text.length).bytes(text);
    };
    for (const { words, title, file, lines } of this.#records) {
      const record = new ByteWriter().uleb(2 * title + (file === undefined ? 0 : 1));
      writeText(record);
      if (file !== undefined) writeText(record.uleb(file));
      record.bytes(lines);
      to.uleb(words).uleb(record.length).bytes(record.take());
    }
    return to.take();
  }
}

/** A name from the source may have any characters: in UTF-8. */
const textOf = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text).slice(0, MOST_TEXT);

function inCommon(text: Uint8Array, before: Uint8Array): number {
  const other = text.findIndex((code, i) => code !== before[i]);
  return other < 0 ? text.length : other;
}

/**
 * The lines at which the function may stop. Nothing that is put in from another file can: the line
 * stays that of what it is put into.
 */
function linesOf({ lines, at, words }: CompiledFunction): Uint8Array {
  const own = lines.filter(({ at: { file } }) => file === at.file);
  const end = 4 * words.length;
  const stops = own.filter(({ offset }, i) =>
    words.subarray(offset / 4, (own[i + 1]?.offset ?? end) / 4).some(mayStop));
  let line = own[0]?.offset === 0 ? own[0].at.line : at.line;
  let word = 0;
  const to = new ByteWriter().uleb(line);
  for (const { offset, at: { line: next } } of stops) {
    if (next === line) continue;
    const behind = offset / 4 - word;
    const lineCode = next - line + LINE_BIAS;
    const isFar = lineCode < 0 || lineCode >= LINE_FAR;
    const wordCode = behind > MOST_WORDS ? 0 : behind;
    to.u8((wordCode << 4) | (isFar ? LINE_FAR : lineCode));
    if (wordCode === 0) to.uleb(behind);
    if (isFar) to.uleb(2 * Math.abs(next - line) + (next < line ? 1 : 0));
    line = next;
    word += behind;
  }
  return to.take();
}

/**
 * Whether an instruction calls, or may be the cause of an exception: all do but those of the data
 * processing groups and branches that only jump (Arm ARM, "A64 instruction set encoding").
 */
function mayStop(word: number): boolean {
  const group = (word >>> 25) & 15;
  const isData = (group & 0b1110) === 0b1000 || (group & 0b0111) === 0b0101;
  const isJump = (word & 0xfc00_0000) >>> 0 === 0x1400_0000
    || (word & 0x7c00_0000) === 0x3400_0000 || (word & 0xff00_0010) >>> 0 === 0x5400_0000;
  return !isData && !isJump;
}
