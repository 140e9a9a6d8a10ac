// All compiled code of a machine: which functions there are, where each page's entries lead, and
// what a store makes stale. Its CPUs share it, since a region depends on nothing but its words and
// the context it was compiled for.
//
// 1. An entry that is not 0 or above leads to a function whose words are in memory as they were
//    when it was compiled: a store to one of them ends the function before it is made.
// 2. What nobody executes any more is not known to be that: a process has ended, its pages are not
//    written yet. So when there are too many modules, all of them go, and what is still wanted is
//    compiled again.
// 3. A page with a function is marked COMPILED, so that its stores are heard of.

import { bug } from "../../base/bug";
import type { CodeCache, Instruction } from "../cpu/code-cache";
import { PAGE, RAM_OFFSET } from "../cpu/layout";
import { COMPILED as MARK, type PhysicalMemory } from "../cpu/physical-memory";
import { behindCall, type Block, findBlocks } from "./blocks";
import { engineBytes, MOST_TABLES, ROOM } from "./cells";
import type { Context } from "./context";
import { contextOf, CONTEXTS } from "./context";
import { COMPILED, dispatcherModule, ENTRY_BITS, REGION_TYPE } from "./dispatcher";
import { FLAGS_TYPE, flagsFunctionBody } from "./flags-function";
import { MULTIPLY_ADD_TYPE, multiplyAddFunctionBody } from "./float-fused";
import { type Footprint, footprintOf } from "./footprint";
import type { JitParts } from "./parts";
import { writeRegion } from "./region";
import { isStale } from "./stale";
import type { Statistics } from "./statistics";
import { type DirectSystem, directSystemAt, NO_SYSTEM } from "./system-cells";
import { encodeModule, type FunctionType } from "./wasm/module";

export interface CodeSpaceOptions {
  readonly physical: PhysicalMemory;
  readonly code: CodeCache;
  readonly cpus: number;
  readonly statistics: Statistics;
  /** Whether the CPUs have chapter 3's system registers. */
  readonly hasSystem: boolean;
  /** Every block leaves, so that each can be looked at. */
  readonly isBlockwise?: boolean;
  /** What is missing is the engine's own. */
  readonly parts?: Partial<JitParts>;
  /** So many modules there are at most, at a time. */
  readonly mostModules?: number;
}

/** Runs regions from PC on, until one of status.ts. */
export type Dispatch = (cpu: number, room: number, fetches: number) => number;

/** Has one instruction done by the interpreter: where it is in RAM -> a status. */
export type Interpret = (ram: number) => number;

interface CompiledFunction {
  readonly index: number;
  /** The address of its page's entries, and the places in them that lead to it. */
  readonly entries: number;
  readonly places: readonly number[];
  /** A bit for each word of the page. */
  readonly words: Uint32Array;
}

interface Head {
  readonly key: number;
  readonly place: number;
}

/** Heads that are worth a module. */
const BATCH = 64;
/** Blocks in a region. */
const MOST_BLOCKS = 48;
/** At a time: twice as many as Debian's boot makes. */
const MOST_MODULES = 1024;
const MOST_FUNCTIONS = 1 << 22;
const MOST_FOOTPRINTS = 1 << 16;
const INTERPRET_TYPE: FunctionType = { params: ["i32"], results: ["i32"] };
const WORDS = PAGE / 4;

export class CodeSpace {
  readonly dispatch: Dispatch;
  readonly words: Int32Array;
  readonly #options: CodeSpaceOptions;
  readonly #parts: Partial<JitParts>;
  readonly #table: WebAssembly.Table;
  readonly #firstTable: number;
  readonly #firstRoom: number;
  /** The address of a page's entries, by page and context. */
  readonly #entries = new Map<number, number>();
  /** The page of each, in the order of their addresses. */
  readonly #pages: number[] = [];
  readonly #functions = new Map<number, CompiledFunction[]>();
  readonly #free: number[] = [];
  readonly #flags = flagsFunctionBody();
  readonly #multiplyAdd = multiplyAddFunctionBody();
  readonly #footprints: readonly Map<number, Footprint>[] = [new Map(), new Map()];
  readonly #direct: readonly DirectSystem[];
  /** The entries that were asked for last, by their key. */
  #lastKey = -1;
  #lastEntries = 0;
  #queue: Head[] = [];
  /** Since all was let go. */
  #modules = 0;
  #next = 0;
  #interpret: Interpret = () => bug("nobody runs");
  /** Of changes that whoever runs compiled code must look up for. */
  #changes = 0;

  constructor(options: CodeSpaceOptions) {
    const { physical, cpus, hasSystem, isBlockwise = false } = options;
    this.#options = options;
    this.#parts = options.parts ?? {};
    this.#direct = hasSystem ? [directSystemAt(0), directSystemAt(1)] : [NO_SYSTEM, NO_SYSTEM];
    this.#firstRoom = RAM_OFFSET + physical.size;
    this.#firstTable = this.#firstRoom + cpus * ROOM;
    const { buffer } = physical.memory;
    if (buffer.byteLength < this.#firstRoom + engineBytes(cpus)) bug("no room behind RAM");
    this.words = new Int32Array(buffer);
    this.#table = new WebAssembly.Table({ element: "anyfunc", initial: 1024 });
    const dispatcher = new WebAssembly.Instance(
      new WebAssembly.Module(dispatcherModule(isBlockwise) as BufferSource),
      { m: { memory: physical.memory, table: this.#table } },
    );
    this.dispatch = dispatcher.exports["run"] as Dispatch;
    physical.onMarkedStore((page, offset, length) => { this.#stored(page, offset, length); });
  }

  /** It grows whenever compiled code that may be running is not what it was. */
  get changes(): number {
    return this.#changes;
  }

  /** It grows whenever all pages' entries have been let go. */
  get generation(): number {
    return this.#options.statistics.cleared;
  }

  roomOf(cpu: number): number {
    return this.#firstRoom + cpu * ROOM;
  }

  /** From now on `interpret` is asked: its CPU runs. */
  enter(interpret: Interpret): void {
    this.#interpret = interpret;
  }

  /** The address of the entries of the page of RAM at `ram`, in a context. */
  entriesOf(ram: number, context: number): number {
    const key = (ram / PAGE) * CONTEXTS + context;
    if (key === this.#lastKey) return this.#lastEntries;
    const found = this.#entries.get(key) ?? this.#makeEntries(key);
    this.#lastKey = key;
    this.#lastEntries = found;
    return found;
  }

  #makeEntries(key: number): number {
    if (this.#entries.size === MOST_TABLES) this.clear();
    const made = this.#firstTable + this.#entries.size * PAGE;
    this.#pages[this.#entries.size] = Math.floor(key / CONTEXTS);
    this.#entries.set(key, made);
    this.words.fill(0, made / 4, made / 4 + WORDS);
    return made;
  }

  /** Which page of RAM the entries at an address are of: where it begins. */
  ramOf(entries: number): number {
    return this.#pages[(entries - this.#firstTable) / PAGE]! * PAGE;
  }

  /** A place is worth compiling. */
  want(ram: number, context: number): void {
    const key = Math.floor(ram / PAGE) * CONTEXTS + context;
    this.#queue.push({ key, place: ram % PAGE });
    if (this.#queue.length >= BATCH) this.compile();
  }

  /** Compiles what is wanted, in one module. */
  compile(): void {
    if (this.#modules >= (this.#options.mostModules ?? MOST_MODULES)) return this.clear();
    const wanted = new Map<number, number[]>();
    for (const { key, place } of this.#queue) {
      const places = wanted.get(key);
      if (places === undefined) wanted.set(key, [place]);
      else places.push(place);
    }
    this.#queue = [];
    const { statistics } = this.#options;
    const before = statistics.during("compiling");
    const regions = [...wanted].flatMap(([key, places]) => this.#regions(key, places));
    if (regions.length > 0) this.#install(regions);
    statistics.during(before);
  }

  /** Lets go of everything. */
  clear(): void {
    const { physical, statistics } = this.#options;
    for (const [page, functions] of this.#functions) {
      for (const each of functions) this.#end(each);
      physical.marks[page]! &= ~MARK;
    }
    this.#functions.clear();
    this.#entries.clear();
    this.#lastKey = -1;
    this.#queue = [];
    this.#modules = 0;
    this.#changes++;
    statistics.cleared++;
  }

  #regions(key: number, places: readonly number[]): Planned[] {
    const page = Math.floor(key / CONTEXTS);
    const context = contextOf(key % CONTEXTS);
    const entries = this.#entries.get(key);
    const words = this.#options.code.page(page * PAGE);
    if (entries === undefined) return [];
    const regions: Planned[] = [];
    let left = places.filter((place) => this.words[(entries + place) / 4]! >= 0);
    while (left.length > 0) {
      const footprint = (i: Instruction): Footprint => this.#footprintOf(i, context);
      const blocks = findBlocks(words, left, MOST_BLOCKS, footprint, this.#parts.blockEnd);
      if (blocks.length === 0) break;
      const starts = new Set(blocks.map(({ place }) => place));
      const heads = left.filter((place) => starts.has(place));
      left = left.filter((place) => !starts.has(place));
      const { isBlockwise = false } = this.#options;
      const ways = isBlockwise ? [...starts] : waysIn(blocks, heads);
      regions.push({ page, entries, context, blocks, places: ways.slice(0, 1 << ENTRY_BITS) });
    }
    return regions;
  }

  #footprintOf(instruction: Instruction, { level }: Context): Footprint {
    const known = this.#footprints[level]!;
    const found = known.get(instruction.word);
    if (found !== undefined) return found;
    if (known.size === MOST_FOOTPRINTS) known.clear();
    const made = footprintOf(instruction, this.#direct[level]!);
    known.set(instruction.word, made);
    return made;
  }

  #install(regions: readonly Planned[]): void {
    const { physical, statistics, isBlockwise = false } = this.#options;
    const bodies = regions.map(({ page, context, blocks, places }) => {
      const { level, uao, strict, trapsFp } = context;
      const region = writeRegion({
        blocks, entries: places, ram: page * PAGE, path: { level, uao, strict }, trapsFp,
        direct: this.#direct[level]!, isBlockwise, parts: this.#parts,
      });
      statistics.compiled(blocks.length, region);
      return region.body;
    });
    const bytes = encodeModule({
      types: [REGION_TYPE, FLAGS_TYPE, INTERPRET_TYPE, MULTIPLY_ADD_TYPE],
      imports: [
        { name: "interpret", kind: "function", type: 2 }, { name: "memory", kind: "memory" },
      ],
      functions: [
        { type: 1, body: this.#flags }, { type: 3, body: this.#multiplyAdd },
        ...bodies.map((body) => ({ type: 0, body })),
      ],
      exports: bodies.map((_, i) => ({ name: `${i}`, index: i + 3 })),
    });
    const interpret: Interpret = (ram) => this.#interpret(ram);
    statistics.during("assembling");
    const instance = new WebAssembly.Instance(
      new WebAssembly.Module(bytes as BufferSource), { m: { interpret, memory: physical.memory } },
    );
    statistics.during("compiling");
    this.#modules++;
    statistics.modules++;
    statistics.bytes += bytes.length;
    regions.forEach((region, i) => { this.#enter(region, instance.exports[`${i}`] as Dispatch); });
  }

  #enter({ page, entries, blocks, places }: Planned, compiled: Dispatch): void {
    const index = this.#free.pop() ?? this.#next++;
    if (index >= MOST_FUNCTIONS) bug("more functions than an entry can name");
    if (index >= this.#table.length) this.#table.grow(this.#table.length);
    this.#table.set(index, compiled);
    places.forEach((place, way) => {
      const at = (entries + place) / 4;
      const old = this.words[at]!;
      if (old >= 0 || way === 0) this.words[at] = COMPILED | (index << ENTRY_BITS) | way;
    });
    const words = new Uint32Array(WORDS / 32);
    for (const { place, steps } of blocks) {
      for (let word = place / 4; word < place / 4 + steps.length; word++) {
        words[word >> 5]! |= 1 << (word & 31);
      }
    }
    const all = this.#functions.get(page) ?? [];
    all.push({ index, entries, places, words });
    this.#functions.set(page, all);
    this.#options.physical.mark(page, MARK);
  }

  #stored(page: number, offset: number, length: number): void {
    const functions = this.#functions.get(page);
    if (functions === undefined) return;
    const { isStale: isHitIn = isStale } = this.#parts;
    const isHit = ({ words }: CompiledFunction): boolean =>
      isHitIn(words, offset - page * PAGE, length);
    if (!functions.some(isHit)) return;
    this.#changes++;
    const kept = functions.filter((each) => {
      if (!isHit(each)) return true;
      this.#end(each);
      this.#options.statistics.invalidated++;
      return false;
    });
    if (kept.length > 0) {
      this.#functions.set(page, kept);
      return;
    }
    this.#functions.delete(page);
    this.#options.physical.marks[page]! &= ~MARK;
  }

  #end({ index, entries, places }: CompiledFunction): void {
    for (const place of places) {
      const at = (entries + place) / 4;
      const isOurs = this.words[at]! < 0
        && (this.words[at]! & 0x7fff_ffff) >>> ENTRY_BITS === index;
      if (isOurs) this.words[at] = 0;
    }
    this.#table.set(index, null);
    this.#free.push(index);
  }
}

interface Planned {
  readonly page: number;
  readonly entries: number;
  readonly context: Context;
  readonly blocks: readonly Block[];
  readonly places: readonly number[];
}

/** Where a region is entered: its heads, and where calls come back to. */
function waysIn(blocks: readonly Block[], heads: readonly number[]): number[] {
  const starts = new Set(blocks.map(({ place }) => place));
  const behindCalls = blocks.flatMap(behindCall).filter((place) => starts.has(place));
  return [...new Set([...heads, ...behindCalls])];
}
