// The linker: functions and data get addresses, and their references to each other are filled in.
//
//   base           the image's header (64 bytes), the entry, the other functions          .text
//   next page      strings, tables, constants                                             .rodata
//   next page      variables with a first value                                           .data
//                  variables that start as zero                                           .bss
//   next page      what is in no file: the stack, the heap
//
// A kernel's tables for stack traces (`movesTrace`) are wanted behind everything else, and it moves
// them there. In the file they are what fills the last pages of .text and .rodata; what is left of
// them is where .bss will be. So the file has no gaps.
//
// 1. Everything before .bss is in the image file, byte for byte as it will be in memory.
// 2. A page holds code, constants or variables, never two of them: they will have different
//    permissions.

import { bug } from "../../base/bug";
import { UserFault } from "../../base/fault";
import { LINUX_IMAGE_HEADER_SIZE } from "../../formats/linux-image/header";
import type { CompiledFunction } from "../back/compiled";
import type { AssemblyFunction, ClassInfo, Datum } from "../ir/program";
import { ASSEMBLY_ALIGNMENT, AssemblyUnit, FUNCTION_ALIGNMENT } from "./assembly-function";
import { classTable } from "./class-table";
import { type Filled, fillHoles, partsOf } from "./holes";
import type { Linked, LinkedSection, LinkedSymbol, Overlay, PlacedFunction } from "./linked";
import type { LinkParts } from "./parts";
import { type Placed, place, placeWithAligned } from "./place";
import { type AddressOf, relocateCode, relocateData } from "./relocate";
import { SEALS, sealImage } from "./seal";
import { handlerTable, TRACE_TEXT, traceTable } from "./trace-tables";

export interface LinkInput {
  /** The image's first byte in memory, a multiple of a page. */
  readonly base: bigint;
  readonly functions: readonly CompiledFunction[];
  /** The first of them is the entry. */
  readonly assembly: readonly AssemblyFunction[];
  readonly data: readonly Datum[];
  readonly classes: readonly ClassInfo[];
  /** Behind .bss, as many pages each as it takes: link/NAME to link/NAME-end. */
  readonly regions: readonly MemoryRegion[];
  /** The program is a kernel: it moves its tables for stack traces, and looks at its headers. */
  readonly movesTrace?: boolean;
  /** Other names of symbols. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Somebody else's, in place of ours. */
  readonly parts?: Partial<LinkParts>;
}

/** Memory that nobody clears or fills. */
export interface MemoryRegion {
  readonly name: string;
  readonly bytes: number;
}

const PAGE = 4096;

const roundUp = (value: number, multiple: number): number =>
  Math.ceil(value / multiple) * multiple;

const placeData = (data: readonly Datum[], start: number): ReturnType<typeof place<Datum>> =>
  place(data, start, ({ bytes }) => bytes.length, ({ alignment }) => alignment);

const PIECE = 16;

/** Fills the gaps, each from a round address on; what is left stands at `rest`. */
function overlays(
  bytes: Uint8Array, gaps: readonly (readonly [begin: number, end: number])[], rest: number,
): Overlay[] {
  const pieces: Overlay[] = [];
  let done = 0;
  for (const [begin, end] of [...gaps, [rest, Infinity] as const]) {
    const offset = roundUp(begin, PIECE);
    const piece = bytes.subarray(done, done + Math.max(0, end - offset));
    pieces.push({ offset, bytes: piece });
    done += piece.length;
  }
  return pieces;
}

const endOf = ({ offset, bytes }: Overlay): number => offset + bytes.length;

export function link(input: LinkInput): Linked {
  return new Linker(input).linked();
}

class Linker {
  readonly #input: LinkInput;
  readonly #assembly: ReadonlyMap<string, AssemblyUnit>;
  readonly #symbols = new Map<string, LinkedSymbol>();
  /** Of a part of an assembly text, by the part's symbol: which text, and from which word on. */
  readonly #begins = new Map<string, { readonly unit: string; readonly begin: number }>();

  constructor(input: LinkInput) {
    this.#input = input;
    const units = input.assembly.map((source) => new AssemblyUnit(source));
    this.#assembly = new Map(units.map((unit) => [unit.symbol, unit]));
  }

  linked(): Linked {
    const { base, data, classes, movesTrace = false } = this.#input;
    const text = this.#placeFunctions();
    this.#define("link/text-end", text.end, ".text");
    for (const [name, of] of Object.entries(this.#input.aliases ?? {})) {
      this.#define(name, Number(this.#addressOf(of) - base), ".text");
    }

    const functions = text.placed.map(({ offset, what }) => ({ offset, compiled: what }));
    const trace = traceTable(functions);
    const inRodata = [
      ...data.filter(({ section }) => section === ".rodata"), ...classTable(classes),
      handlerTable(functions), ...this.#seals(".rodata"), ...movesTrace ? [] : [trace],
    ];
    const rodataStart = roundUp(text.end, PAGE);
    const constants = placeData(inRodata, rodataStart);
    this.#defineData(constants.placed);
    this.#bounds("link/rodata", rodataStart, constants.end, ".rodata");

    const dataStart = roundUp(constants.end, PAGE);
    const variables = placeData(
      [...data.filter(({ section }) => section === ".data"), ...this.#seals(".data")], dataStart);
    this.#defineData(variables.placed);
    this.#bounds("link/data", dataStart, variables.end, ".data");

    const bssStart = roundUp(variables.end, 16);
    const zeros = placeData(
      [...data.filter(({ section }) => section === ".bss"), TRACE_TEXT], bssStart);
    this.#defineData(zeros.placed);
    const bssEnd = roundUp(zeros.end, 16);
    this.#bounds("link/bss", bssStart, bssEnd, ".bss");

    const overlay = movesTrace
      ? overlays(trace.bytes, [[text.end, rodataStart], [constants.end, dataStart]], bssStart) : [];
    let end = this.#placeRegions(Math.max(bssEnd, ...overlay.map(endOf)));
    if (movesTrace) {
      const traceStart = roundUp(end, PAGE);
      end = traceStart + trace.bytes.length;
      this.#bounds("link/trace", traceStart, end, undefined);
      this.#define("link/trace-load", bssStart, ".bss");
    }

    const sections = [
      this.#textSection(text.placed, text.end),
      this.#dataSection(".rodata", rodataStart, constants.placed),
      this.#dataSection(".data", dataStart, variables.placed),
      this.#section(".bss", bssStart, new Uint8Array(bssEnd - bssStart)),
    ];
    const linked: Linked = {
      base, sections, symbols: [...this.#symbols.values()],
      functions: text.placed.map(({ offset, what }) => this.#final(offset, what)),
      end: base + BigInt(end), overlay,
    };
    const entry = this.#addressOf(this.#input.assembly[0]!.symbol);
    if (movesTrace) sealImage(linked, entry, trace.bytes);
    return linked;
  }

  #seals(wanted: LinkedSection["name"]): Datum[] {
    if (this.#input.movesTrace !== true) return [];
    return SEALS.filter(({ section }) => section === wanted);
  }

  #placeRegions(start: number): number {
    let end = start;
    for (const { name, bytes } of this.#input.regions) {
      const begin = roundUp(end, PAGE);
      end = begin + roundUp(bytes, PAGE);
      this.#bounds(`link/${name}`, begin, end, undefined);
    }
    return end;
  }

  #placeFunctions(): { readonly placed: Placed<CompiledFunction>[]; readonly end: number } {
    this.#define("link/image", 0, ".text");
    const [entry, ...others] = [...this.#assembly.values()].map((unit) => unit.draft());
    // A file's functions one behind the other: the trace names it once.
    const byFile = <T extends CompiledFunction>(functions: readonly T[]): T[] => [...functions]
      .sort((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0));
    const alignmentOf = ({ symbol }: CompiledFunction): number =>
      this.#assembly.get(symbol)?.alignment ?? FUNCTION_ALIGNMENT;
    const rest = new Set(byFile(this.#input.functions));
    const inHoles = new Map(others.filter((each) => alignmentOf(each) > ASSEMBLY_ALIGNMENT)
      .map((each) => [each, fillHoles(partsOf(each).holes, rest)]));
    const text = placeWithAligned(
      [entry ?? bug("a program without an entry"), ...byFile([...others, ...rest])],
      LINUX_IMAGE_HEADER_SIZE, ({ words }) => 4 * words.length, alignmentOf, ASSEMBLY_ALIGNMENT);
    const placed = text.placed.flatMap((each) => {
      const filled = inHoles.get(each.what);
      return filled === undefined ? [each] : this.#parts(each, filled);
    });
    for (const { offset, what } of placed) {
      this.#define(what.symbol, offset, ".text", 4 * what.words.length, true);
    }
    return { placed, end: text.end };
  }

  /** A text without its holes, and what is in them, in the order of their addresses. */
  #parts(
    { offset, what }: Placed<CompiledFunction>, filled: readonly Filled[],
  ): Placed<CompiledFunction>[] {
    const code = partsOf(what).code.map(({ begin, end }): Placed<CompiledFunction> => {
      const symbol = begin === 0 ? what.symbol : `${what.symbol}+${4 * begin}`;
      this.#begins.set(symbol, { unit: what.symbol, begin });
      return {
        offset: offset + 4 * begin, what: { ...what, symbol, words: what.words.slice(begin, end) },
      };
    });
    const others = filled.map((each) => ({ offset: offset + 4 * each.at, what: each.what }));
    return [...code, ...others].sort((a, b) => a.offset - b.offset);
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
    this.#symbols.get(symbol)?.address ?? unknown(symbol);

  /** A function at its address, with everything filled in. */
  #final(offset: number, draft: CompiledFunction): PlacedFunction {
    const address = this.#input.base + BigInt(offset);
    const { unit: symbol, begin } = this.#begins.get(draft.symbol)
      ?? { unit: draft.symbol, begin: 0 };
    const unit = this.#assembly.get(symbol);
    if (unit !== undefined) {
      const all = unit.final(address - BigInt(4 * begin), this.#addressOf);
      const words = all.words.slice(begin, begin + draft.words.length);
      return { address, compiled: { ...draft, words } };
    }
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

/** What the program names by symbol() is the program's fault. */
function unknown(symbol: string): never {
  if (!symbol.startsWith("link/")) return bug(`nothing is called ${symbol}`);
  throw new UserFault(`symbol("${symbol}"): nothing that the linker knows is called that`);
}
