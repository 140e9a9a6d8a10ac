// The linker: functions and data get addresses, and their references to each other are filled in.
//
//   base           the image's header (64 bytes), the entry, the other functions          .text
//   next page      strings, tables, constants                                             .rodata
//   next page      variables with a first value                                           .data
//                  variables that start as zero                                           .bss
//   next page      stack, heap
//
// 1. Everything before .bss is in the image file, byte for byte as it will be in memory.
// 2. A page holds code, constants or variables, never two of them: they will have different
//    permissions.

import { bug } from "../../base/bug";
import { LINUX_IMAGE_HEADER_SIZE } from "../../formats/linux-image/header";
import type { CompiledFunction } from "../back/compiled";
import type { ClassInfo, Datum } from "../ir/program";
import { type AssemblyFunction, AssemblyUnit, FUNCTION_ALIGNMENT } from "./assembly-function";
import { classTable } from "./class-table";
import type { Linked, LinkedSection, LinkedSymbol, PlacedFunction } from "./linked";
import type { LinkParts } from "./parts";
import { type AddressOf, relocateCode, relocateData } from "./relocate";
import { traceStrings, traceTables } from "./trace-tables";

export interface LinkInput {
  /** The image's first byte in memory, a multiple of a page. */
  readonly base: bigint;
  readonly functions: readonly CompiledFunction[];
  /** The first of them is the entry. */
  readonly assembly: readonly AssemblyFunction[];
  readonly data: readonly Datum[];
  readonly classes: readonly ClassInfo[];
  /** As many pages as it takes. */
  readonly stackBytes: number;
  readonly heapBytes: number;
  /** Somebody else's, in place of ours. */
  readonly parts?: Partial<LinkParts>;
}

const PAGE = 4096;

const roundUp = (value: number, multiple: number): number =>
  Math.ceil(value / multiple) * multiple;

interface Placed<T> {
  readonly offset: number;
  readonly what: T;
}

/** Puts things one behind the other from `start`; returns where each is, and the end. */
function place<T>(
  what: readonly T[], start: number, sizeOf: (one: T) => number, alignmentOf: (one: T) => number,
): { readonly placed: Placed<T>[]; readonly end: number } {
  let end = start;
  const placed = what.map((one) => {
    const offset = roundUp(end, alignmentOf(one));
    end = offset + sizeOf(one);
    return { offset, what: one };
  });
  return { placed, end };
}

const placeData = (data: readonly Datum[], start: number): ReturnType<typeof place<Datum>> =>
  place(data, start, ({ bytes }) => bytes.length, ({ alignment }) => alignment);

export function link(input: LinkInput): Linked {
  return new Linker(input).linked();
}

class Linker {
  readonly #input: LinkInput;
  readonly #assembly: ReadonlyMap<string, AssemblyUnit>;
  readonly #symbols = new Map<string, LinkedSymbol>();

  constructor(input: LinkInput) {
    this.#input = input;
    const units = input.assembly.map((source) => new AssemblyUnit(source));
    this.#assembly = new Map(units.map((unit) => [unit.symbol, unit]));
  }

  linked(): Linked {
    const { base, data, classes } = this.#input;
    const stackBytes = roundUp(this.#input.stackBytes, PAGE);
    const heapBytes = roundUp(this.#input.heapBytes, PAGE);
    const text = this.#placeFunctions();
    this.#define("link/text-end", text.end, ".text");

    const functions = text.placed.map(({ offset, what }) => ({ offset, compiled: what }));
    const strings = traceStrings(functions.map(({ compiled }) => compiled));
    const inRodata = [
      ...data.filter(({ section }) => section === ".rodata"), ...classTable(classes), ...strings,
    ];
    // Sizes are known before the contents, which are offsets of strings that come before.
    const rodataStart = roundUp(text.end, PAGE);
    const constants = placeData(inRodata, rodataStart);
    this.#defineData(constants.placed);
    const tables = placeData(
      traceTables(functions, (symbol) => Number(this.#addressOf(symbol) - base)),
      roundUp(constants.end, 8),
    );
    this.#defineData(tables.placed);
    this.#bounds("link/rodata", rodataStart, tables.end, ".rodata");

    const dataStart = roundUp(tables.end, PAGE);
    const variables = placeData(data.filter(({ section }) => section === ".data"), dataStart);
    this.#defineData(variables.placed);
    this.#bounds("link/data", dataStart, variables.end, ".data");

    const bssStart = roundUp(variables.end, 16);
    const zeros = placeData(data.filter(({ section }) => section === ".bss"), bssStart);
    this.#defineData(zeros.placed);
    const bssEnd = roundUp(zeros.end, 16);
    this.#bounds("link/bss", bssStart, bssEnd, ".bss");

    const stack = roundUp(bssEnd, PAGE);
    const heap = stack + stackBytes;
    this.#bounds("link/stack", stack, stack + stackBytes, undefined);
    this.#bounds("link/heap", heap, heap + heapBytes, undefined);

    const sections = [
      this.#textSection(text.placed, text.end),
      this.#dataSection(".rodata", rodataStart, [...constants.placed, ...tables.placed]),
      this.#dataSection(".data", dataStart, variables.placed),
      this.#section(".bss", bssStart, new Uint8Array(bssEnd - bssStart)),
    ];
    return {
      base, sections, symbols: [...this.#symbols.values()],
      functions: text.placed.map(({ offset, what }) => this.#final(offset, what)),
      end: base + BigInt(heap + heapBytes),
    };
  }

  #placeFunctions(): { readonly placed: Placed<CompiledFunction>[]; readonly end: number } {
    this.#define("link/image", 0, ".text");
    const drafts = [...this.#assembly.values()].map((unit) => unit.draft());
    const alignmentOf = ({ symbol }: CompiledFunction): number =>
      this.#assembly.get(symbol)?.alignment ?? FUNCTION_ALIGNMENT;
    // What wants a rounder address than others stands behind them: that is one gap at most.
    const inOrder = [...drafts, ...this.#input.functions]
      .sort((a, b) => alignmentOf(a) - alignmentOf(b));
    const text = place(
      inOrder, LINUX_IMAGE_HEADER_SIZE, ({ words }) => 4 * words.length, alignmentOf);
    for (const { offset, what } of text.placed) {
      this.#define(what.symbol, offset, ".text", 4 * what.words.length, true);
    }
    return text;
  }

  #defineData(placed: readonly Placed<Datum>[]): void {
    for (const { offset, what: { symbol, section, bytes } } of placed) {
      this.#define(symbol, offset, section, bytes.length);
      if (symbol.startsWith("link/")) this.#define(`${symbol}-end`, offset + bytes.length, section);
    }
  }

  #bounds(name: string, start: number, end: number, section: LinkedSymbol["section"]): void {
    this.#define(name, start, section);
    this.#define(`${name}-end`, end, section);
  }

  #define(
    name: string, offset: number, section: LinkedSymbol["section"], size = 0, isFunction = false,
  ): void {
    if (this.#symbols.has(name)) bug(`two symbols are called ${name}`);
    const address = this.#input.base + BigInt(offset);
    this.#symbols.set(name, { name, address, size, section, isFunction });
  }

  readonly #addressOf: AddressOf = (symbol) =>
    this.#symbols.get(symbol)?.address ?? bug(`nothing is called ${symbol}`);

  /** A function at its address, with everything filled in. */
  #final(offset: number, draft: CompiledFunction): PlacedFunction {
    const address = this.#input.base + BigInt(offset);
    const unit = this.#assembly.get(draft.symbol);
    if (unit !== undefined) return { address, compiled: unit.final(address, this.#addressOf) };
    const words = draft.words.slice();
    relocateCode(
      words, draft.relocations, address, this.#addressOf, this.#input.parts?.relocate);
    return { address, compiled: { ...draft, words } };
  }

  #textSection(functions: readonly Placed<CompiledFunction>[], end: number): LinkedSection {
    const bytes = new Uint8Array(end);
    const view = new DataView(bytes.buffer);
    for (const { offset, what } of functions) {
      const { words } = this.#final(offset, what).compiled;
      words.forEach((word, i) => { view.setUint32(offset + 4 * i, word, true); });
    }
    return this.#section(".text", 0, bytes);
  }

  #dataSection(
    name: LinkedSection["name"], start: number, placed: readonly Placed<Datum>[],
  ): LinkedSection {
    const end = placed.reduce(
      (last, { offset, what }) => Math.max(last, offset + what.bytes.length), start);
    const bytes = new Uint8Array(end - start);
    for (const { offset, what } of placed) {
      const own = what.bytes.slice();
      relocateData(own, what.relocations, this.#addressOf);
      bytes.set(own, offset - start);
    }
    return this.#section(name, start, bytes);
  }

  #section(name: LinkedSection["name"], start: number, bytes: Uint8Array): LinkedSection {
    return { name, address: this.#input.base + BigInt(start), bytes };
  }
}
