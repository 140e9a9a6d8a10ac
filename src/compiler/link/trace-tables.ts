// The tables that a stack trace and an exception look return addresses up in
// (../../formats/objects/tables.ts). They are made when functions have their offsets, and before
// data has its addresses: only their sizes must be known for that.

import { CALL_ROW, FUNCTION_ROW, HANDLER_ROW } from "../../formats/objects/tables";
import type { CompiledFunction } from "../back/compiled";
import type { Datum } from "../ir/program";
import { nameDatum } from "./string-datum";

/** BL, and BLR: what sets X30 to the address behind it. */
const isCall = (word: number): boolean =>
  (word & 0xfc00_0000) >>> 0 === 0x9400_0000 || (word & 0xffff_fc1f) >>> 0 === 0xd63f_0000;

export interface OffsetFunction {
  /** In bytes, from the image's start. */
  readonly offset: number;
  readonly compiled: CompiledFunction;
}

interface CallRow {
  readonly returnsTo: number;
  readonly line: number;
}

function callRows({ offset, compiled: { words, lines } }: OffsetFunction): CallRow[] {
  const rows: CallRow[] = [];
  let next = 0;
  words.forEach((word, i) => {
    while ((lines[next]?.offset ?? Infinity) <= 4 * i) next++;
    const line = lines[next - 1]?.at.line ?? 0;
    if (isCall(word)) rows.push({ returnsTo: offset + 4 * i + 4, line });
  });
  return rows;
}

const textSymbol = (text: string): string => `trace/${text}`;

/** The strings of the functions' titles and files, each once. */
export function traceStrings(functions: readonly CompiledFunction[]): Datum[] {
  const texts = functions.flatMap(({ title, at }) => [title, at.file]);
  return [...new Set(texts)].map((text) => nameDatum(textSymbol(text), text));
}

/** `offsetOf` says where in the image a symbol is. */
export function traceTables(
  functions: readonly OffsetFunction[], offsetOf: (symbol: string) => number,
): Datum[] {
  const handlers = functions.flatMap(({ offset, compiled }) => compiled.handlers.map((h) => ({
    returnsTo: offset + h.returnsTo, handler: offset + h.handler,
  }))).sort((a, b) => a.returnsTo - b.returnsTo);
  return [
    table("link/handlers", HANDLER_ROW.bytes, handlers, ({ returnsTo, handler }) => ({
      [HANDLER_ROW.returnsTo]: returnsTo, [HANDLER_ROW.handler]: handler,
    })),
    table("link/functions", FUNCTION_ROW.bytes, functions, ({ offset, compiled }) => ({
      [FUNCTION_ROW.begin]: offset,
      [FUNCTION_ROW.title]: offsetOf(textSymbol(compiled.title)),
      [FUNCTION_ROW.file]: offsetOf(textSymbol(compiled.at.file)),
    })),
    table("link/calls", CALL_ROW.bytes, functions.flatMap(callRows), ({ returnsTo, line }) => ({
      [CALL_ROW.returnsTo]: returnsTo, [CALL_ROW.line]: line,
    })),
  ];
}

function table<Row>(
  symbol: string, rowBytes: number, rows: readonly Row[],
  fields: (row: Row) => Readonly<Record<number, number>>,
): Datum {
  const bytes = new Uint8Array(rowBytes * rows.length);
  const view = new DataView(bytes.buffer);
  rows.forEach((row, i) => {
    for (const [at, value] of Object.entries(fields(row))) {
      view.setUint32(rowBytes * i + Number(at), value, true);
    }
  });
  return { symbol, section: ".rodata", alignment: 8, bytes, relocations: [] };
}
