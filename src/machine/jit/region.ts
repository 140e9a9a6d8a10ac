// A region of blocks, as one function of WebAssembly:
//
//   (cpu, room, base, entry) -> status
//
//   load the registers it uses into locals, and what may still be executed
//   $out:   $exit:   $slow:   the blocks, as structure.ts nests them
//   at $slow   what was paid for and not executed is given back
//   at $exit   PC and LEFT are written
//   at $out    registers and flags are written
//
// 1. A block is entered only if all of it may still be executed, and is paid for at its beginning.
// 2. An instruction that may be slow is tried. If that fails, nothing has been written yet, and the
//    region leaves by $slow, in front of the instruction: the interpreter does it, and goes on.
// 3. One that cannot be done here at all is a call of the interpreter: registers that it touches
//    are put where it finds them, and what it wrote is fetched. Where it has not gone on to the
//    next instruction, PC and LEFT are its own.

import { bug } from "../../base/bug";
import type { Block, Step } from "./blocks";
import { behindCall, isInPage, isReturn, successors } from "./blocks";
import { LEFT, NZCV_AT, PC_AT, X_AT } from "./cells";
import { putFpMode } from "./float-checks";
import { FunctionWriter, type Label } from "./function-writer";
import type { AccessPath } from "./memory-access";
import type { JitParts } from "./parts";

import { STATUS } from "./status";
import { dominates, goesBack, type Structure, structureOf } from "./structure";
import type { DirectSystem } from "./system-cells";
import { FLAGS_FUNCTION, Translate } from "./translate";
import type { RegionLocals } from "./site";
import { Unsupported } from "./unsupported";
import { functionBody } from "./wasm/module";

export interface RegionOptions {
  readonly blocks: readonly Block[];
  /** Places of blocks that can be entered from outside. */
  readonly entries: readonly number[];
  /** Where the page is in RAM. */
  readonly ram: number;
  readonly path: AccessPath;
  readonly trapsFp: boolean;
  readonly direct: DirectSystem;
  /** Every block leaves for the dispatcher, so that each can be looked at. */
  readonly isBlockwise: boolean;
  readonly parts?: Partial<JitParts>;
}

export interface Region {
  readonly body: Uint8Array;
  /** Instructions, and those of them that only the interpreter can do. */
  readonly instructions: number;
  readonly refused: readonly number[];
}

const CPU = 0;
const ROOM = 1;
const BASE = 2;
const ENTRY = 3;
const PARAMETERS = 4;

/** So many calls of a region are looked at by its returns. */
const MOST_RETURNS = 6;

/** Of a place in a page. */
const PLACE_BITS = 12;

/** The interpreter, as modules import it. */
const INTERPRET_FUNCTION = 0;

export function writeRegion(options: RegionOptions): Region {
  return new RegionWriter(options).write();
}

class RegionWriter {
  readonly #options: RegionOptions;
  readonly #writer: FunctionWriter;
  readonly #translate: Translate;
  readonly #locals: RegionLocals;
  readonly #registers = new Map<number, number>();
  readonly #written: number;
  readonly #writesFlags: boolean;
  readonly #usesFlags: boolean;
  readonly #usesFp: boolean;
  readonly #left: number;
  readonly #status: number;
  readonly #pc: number;
  /** Of the instruction that is tried: its place, and how many are unpaid for from there on. */
  readonly #tried: number;
  readonly #structure: Structure;
  /** Places that a return is held against. */
  readonly #returns: readonly number[];
  /** Nodes of the structure, by place. */
  readonly #nodes = new Map<number, number>();
  /** The labels of loops, and of what comes behind a block, by node. */
  readonly #loops = new Map<number, Label>();
  readonly #behind = new Map<number, Label>();
  #slow: Label = 0;
  #exit: Label = 0;
  #out: Label = 0;
  #root: Label = 0;
  #instructions = 0;
  readonly #refused: number[] = [];

  constructor(options: RegionOptions) {
    this.#options = options;
    const { blocks, entries, path, direct, trapsFp, parts = {} } = options;
    this.#writer = new FunctionWriter(PARAMETERS, parts.integerConstant);
    const steps = blocks.flatMap((block) => block.steps);
    const used = steps.reduce((all, { footprint: f }) => all | f.reads | f.writes, 0);
    this.#written = steps.reduce((all, { footprint }) => all | footprint.writes, 0);
    this.#writesFlags = steps.some(({ footprint }) => footprint.writesFlags);
    this.#usesFlags = this.#writesFlags || steps.some(({ footprint }) => footprint.readsFlags);
    this.#usesFp = steps.some(({ footprint }) => footprint.usesFp);
    const writer = this.#writer;
    for (let n = 0; n < 32; n++) {
      if ((used >>> n) & 1) this.#registers.set(n, writer.local("i64"));
    }
    this.#left = writer.local("i32");
    this.#status = writer.local("i32");
    this.#pc = writer.local("i64");
    this.#tried = writer.local("i32");
    this.#locals = {
      cpu: CPU, room: ROOM, base: BASE,
      flagsKind: writer.local("i32"), flagsX: writer.local("i64"), flagsY: writer.local("i64"),
      fpMode: writer.local("i32"),
      register: (n) => this.#registers.get(n) ?? bug(`X${n} is nowhere in the footprints`),
    };
    this.#translate = new Translate({ writer, locals: this.#locals, path, direct, trapsFp, parts });
    blocks.forEach(({ place }, i) => this.#nodes.set(place, i + 1));
    this.#returns = this.#findReturns();
    const graph = [[], ...blocks.map((block) => this.#successorsOf(block))];
    const heads = entries.map((place) => this.#nodes.get(place)!);
    this.#structure = structureOf(graph, heads, parts.shapesOf);
  }

  write(): Region {
    const { code } = this.#writer;
    this.#writePrologue();
    this.#out = this.#writer.open("block");
    this.#exit = this.#writer.open("block");
    this.#slow = this.#writer.open("block");
    this.#writeRoot();
    this.#writer.close();
    this.#writeSlowExit();
    this.#writer.close();
    code.get(CPU);
    code.get(this.#pc);
    code.memory("i64.store", PC_AT);
    code.get(ROOM);
    code.get(this.#left);
    code.memory("i32.store", LEFT);
    this.#writer.close();
    this.#saveRegisters(this.#written);
    if (this.#writesFlags) this.#saveFlags();
    code.get(this.#status);
    return {
      body: functionBody(this.#writer.locals, code.bytes),
      instructions: this.#instructions, refused: this.#refused,
    };
  }

  #successorsOf(block: Block): number[] {
    if (this.#options.isBlockwise) return [];
    const places = isReturn(block) ? this.#returns : successors(block);
    return places.flatMap((place) => this.#nodes.get(place) ?? []);
  }

  /** Where calls come back to that go to a block of this region. */
  #findReturns(): number[] {
    const { blocks, isBlockwise } = this.#options;
    if (isBlockwise) return [];
    const places = blocks.flatMap((block) => {
      const isInside = successors(block).some((place) => this.#nodes.has(place));
      return isInside ? behindCall(block).filter((place) => this.#nodes.has(place)) : [];
    });
    return [...new Set(places)].slice(0, MOST_RETURNS);
  }

  #writePrologue(): void {
    const { code } = this.#writer;
    code.get(ROOM);
    code.memory("i32.load", LEFT);
    code.set(this.#left);
    this.#loadRegisters(-1);
    if (this.#usesFlags) this.#loadFlags();
    if (this.#usesFp) this.#loadFpMode();
  }

  /** The dispatcher's switch, if there is more than one way in, and all the rest. */
  #writeRoot(): void {
    const { code } = this.#writer;
    const { entries, children } = this.#structure;
    const switched = [...children[0]!];
    if (entries.length === 1) {
      this.#nest(switched.filter((node) => this.#structure.isMerge[node]!), () => {
        this.#writeTree(entries[0]!);
      });
      return;
    }
    this.#root = this.#writer.open("loop");
    this.#nest(switched, () => {
      code.get(ENTRY);
      code.op("br_table");
      code.unsigned(entries.length - 1);
      for (const node of entries) {
        code.unsigned(this.#writer.distance(this.#behind.get(node)!));
      }
    });
    this.#writer.close();
  }

  /** `inner` stands in a block for each node, whose tree follows it. */
  #nest(nodes: readonly number[], inner: () => void): void {
    const [outermost, ...rest] = nodes;
    if (outermost === undefined) return inner();
    this.#behind.set(outermost, this.#writer.open("block"));
    this.#nest(rest, inner);
    this.#writer.close();
    this.#writeTree(outermost);
  }

  /** A node and all that it dominates. */
  #writeTree(node: number): void {
    const { isLoop, isMerge, children } = this.#structure;
    if (isLoop[node]!) this.#loops.set(node, this.#writer.open("loop"));
    this.#nest(children[node]!.filter((child) => isMerge[child]!), () => {
      this.#writeBlock(node);
    });
    if (isLoop[node]!) this.#writer.close();
  }

  #writeBlock(node: number): void {
    const block = this.#options.blocks[node - 1]!;
    const { code } = this.#writer;
    const { steps, place, exit } = block;
    this.#translate.forgetFlags();
    // Is there enough left for it?
    code.get(this.#left);
    code.i32(steps.length);
    code.op("i32.lt_s");
    this.#writer.open("if");
    this.#leaveAt(place, STATUS.LIMIT);
    this.#writer.close();
    code.get(this.#left);
    code.i32(steps.length);
    code.op("i32.sub");
    code.set(this.#left);
    steps.forEach((step, i) => { this.#writeStep(step, place + 4 * i, steps.length - i); });
    const { branchTaken } = this.#translate;
    switch (exit.kind) {
      case "leave": // The interpreter has left.
        code.op("unreachable");
        return;
      case "to": return this.#goTo(node, exit.place);
      case "computed":
        if (branchTaken === undefined) return code.op("unreachable");
        this.#translate.put(branchTaken.target, "i64");
        code.set(this.#pc);
        if (isReturn(block)) this.#tryReturns(node);
        return this.#leave(STATUS.GO_ON);
      case "either":
        if (branchTaken?.condition === undefined) return code.op("unreachable");
        this.#translate.put(branchTaken.condition, "i32");
        this.#writer.open("if");
        this.#goTo(node, exit.taken);
        this.#writer.close();
        return this.#goTo(node, exit.next);
    }
  }

  /** A return goes where one of the region's calls came from, as a rule. */
  #tryReturns(node: number): void {
    const { code } = this.#writer;
    for (const place of this.#returns) {
      code.get(this.#pc);
      code.get(BASE);
      code.i64(BigInt(place));
      code.op("i64.add");
      code.op("i64.eq");
      this.#writer.open("if");
      this.#goTo(node, place);
      this.#writer.close();
    }
  }

  /** From a block to a place, which may be in no block of this region. */
  #goTo(node: number, place: number): void {
    const to = isInPage(place) ? this.#nodes.get(place) : undefined;
    if (to === undefined || this.#options.isBlockwise) return this.#leaveAt(place, STATUS.GO_ON);
    const { order, dominator, isMerge, entries } = this.#structure;
    if (goesBack(order, node, to)) {
      if (dominates(to, node, dominator, order)) return this.#writer.br(this.#loops.get(to)!);
      const { code } = this.#writer;
      code.i32(entries.indexOf(to));
      code.set(ENTRY);
      return this.#writer.br(this.#root);
    }
    if (isMerge[to]!) this.#writer.br(this.#behind.get(to)!);
    else this.#writeTree(to);
  }

  #leaveAt(place: number, status: number): void {
    const { code } = this.#writer;
    code.get(BASE);
    code.i64(BigInt(place));
    code.op("i64.add");
    code.set(this.#pc);
    this.#leave(status);
  }

  #leave(status: number): void {
    if (status !== STATUS.GO_ON) { // Which it is until somebody says otherwise.
      this.#writer.code.i32(status);
      this.#writer.code.set(this.#status);
    }
    this.#writer.br(this.#exit);
  }

  /** `unpaid`: instructions from here to the block's end, which has been paid for. */
  #writeStep(step: Step, place: number, unpaid: number): void {
    const { instruction, footprint } = step;
    const { code } = this.#writer;
    this.#instructions++;
    this.#translate.begin(place, this.#slow);
    const before = this.#writer.mark();
    if (footprint.mayBeSlow) {
      code.i32(place | (unpaid << PLACE_BITS));
      code.set(this.#tried);
    }
    if (this.#isTried(step)) return;
    this.#writer.abandon(before);
    if (!footprint.isSystem) this.#refused.push(instruction.word);
    this.#writeCall(step, place, unpaid);
  }

  /** Whether the executor can express it. If not, nothing has been written. */
  #isTried({ instruction: { execute, operands } }: Step): boolean {
    const before = this.#writer.mark();
    try {
      execute(this.#translate as never, operands);
      this.#writer.release();
      return true;
    } catch (thrown) {
      if (thrown !== Unsupported) throw thrown;
      this.#writer.abandon(before);
      this.#translate.forgetFlags();
      return false;
    }
  }

  /** At $slow: PC is at the instruction that was tried, and so is LEFT. */
  #writeSlowExit(): void {
    const { code } = this.#writer;
    code.get(BASE);
    code.get(this.#tried);
    code.i32((1 << PLACE_BITS) - 1);
    code.op("i32.and");
    code.op("i64.extend_i32_u");
    code.op("i64.add");
    code.set(this.#pc);
    code.get(this.#left);
    code.get(this.#tried);
    code.i32(PLACE_BITS);
    code.op("i32.shr_u");
    code.op("i32.add");
    code.set(this.#left);
    code.i32(STATUS.SLOW);
    code.set(this.#status);
  }

  /** The interpreter does it, and comes back. */
  #writeCall({ footprint }: Step, place: number, unpaid: number): void {
    const { code } = this.#writer;
    const { isSystem, reads, writes, readsFlags, writesFlags, usesFp, flow } = footprint;
    // What it writes too: if it faults, that is fetched as it was.
    this.#saveRegisters(this.#written & (isSystem ? -1 : reads | writes));
    if (this.#writesFlags && (readsFlags || writesFlags || isSystem)) this.#saveFlags();
    code.get(CPU);
    code.get(BASE);
    code.i64(BigInt(place));
    code.op("i64.add");
    code.memory("i64.store", PC_AT);
    code.get(ROOM);
    code.get(this.#left);
    code.i32(unpaid);
    code.op("i32.add");
    code.memory("i32.store", LEFT);
    code.i32(this.#options.ram + place);
    code.with("call", INTERPRET_FUNCTION);
    code.set(this.#status);
    this.#loadRegisters(isSystem ? -1 : writes);
    if (this.#usesFlags && (writesFlags || isSystem)) this.#loadFlags();
    if (writesFlags || isSystem) this.#translate.forgetFlags();
    if (this.#usesFp && (usesFp || isSystem)) this.#loadFpMode();
    code.get(this.#status);
    this.#writer.brIf(this.#out);
    if (flow !== "next") code.op("unreachable"); // A branch always leaves.
  }

  #loadRegisters(mask: number): void {
    const { code } = this.#writer;
    for (const [n, local] of this.#registers) {
      if (!((mask >>> n) & 1)) continue;
      code.get(CPU);
      code.memory("i64.load", X_AT + 8 * n);
      code.set(local);
    }
  }

  #saveRegisters(mask: number): void {
    const { code } = this.#writer;
    for (const [n, local] of this.#registers) {
      if (!((mask >>> n) & 1)) continue;
      code.get(CPU);
      code.get(local);
      code.memory("i64.store", X_AT + 8 * n);
    }
  }

  #loadFlags(): void {
    const { code } = this.#writer;
    code.get(CPU);
    code.memory("i64.load", NZCV_AT);
    code.set(this.#locals.flagsX);
    code.i32(0);
    code.set(this.#locals.flagsKind);
  }

  #loadFpMode(): void {
    putFpMode(this.#writer.code, CPU);
    this.#writer.code.set(this.#locals.fpMode);
  }

  #saveFlags(): void {
    const { code } = this.#writer;
    const { flagsKind, flagsX, flagsY } = this.#locals;
    code.get(CPU);
    code.get(flagsKind);
    code.get(flagsX);
    code.get(flagsY);
    code.with("call", FLAGS_FUNCTION);
    code.op("i64.extend_i32_u");
    code.memory("i64.store", NZCV_AT);
  }
}

