// Compiled functions on our machine, and the same functions in the IR interpreter: what becomes of a call, as text.
// There is no linker here, only as much of one as a few functions and two hand-written ones need.

import { bug } from "../../../src/base/bug";
import { compileFunction, trapSymbol } from "../../../src/compiler/back/compile";
import type { CompiledFunction } from "../../../src/compiler/back/compiled";
import type { IrFunction } from "../../../src/compiler/ir/function";
import { Interpreter } from "../../../src/compiler/ir/interpret";
import { type Trap, TRAPS } from "../../../src/compiler/ir/operation";
import { OutOfFuel, Thrown, Trapped } from "../../../src/compiler/ir/world";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { createMemory, SP } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const RAM = 0x20_0000;
/** Where the hand-written ones are: the end of a call, a trap's, an uncaught exception's; and throw. */
const EXIT = 0x1000;
const UNCAUGHT = 0x1008;
const THROW = 0x1010;
/** The traps', a word each, by their codes. */
const TRAP = 0x1100;
const TRAP_STOPS = new Map((Object.keys(TRAPS) as Trap[]).map((trap) => [TRAP + 4 * TRAPS[trap][0], trap]));
const HANDLERS = 0x4000;
const CODE = 0x1_0000;
/** Bytes that functions may read and write, handed to them as an address. */
export const DATA = 0x10_0000;
export const DATA_BYTES = 0x400;
const STACK = 0x18_0000;

export const THROW_SYMBOL = "runtime#throw";

/** Up the chain of frames to the first return address that a handler is for; every register but what it needs is lost. */
const THROW_TEXT = `
        mov x9, x30
        mov x10, x29
frame:  ldr x11, =${HANDLERS}
entry:  ldp x12, x13, [x11], #16
        cbz x12, next
        cmp x12, x9
        b.ne entry
        mov x29, x10
${[...Array(28).keys()].filter((n) => n !== 0 && n !== 13 && n !== 18).map((n) => `        movn x${n}, #${n}`).join("\n")}
        br x13
next:   cbz x10, lost
        ldr x9, [x10, #8]
        ldr x10, [x10]
        b frame
lost:   ldr x9, =${UNCAUGHT}
        br x9
`;

interface Placed {
  readonly compiled: CompiledFunction;
  readonly address: number;
}

export class Metal {
  readonly #physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  readonly #cpu: Cpu;
  readonly placed = new Map<string, Placed>();

  constructor(functions: readonly IrFunction[]) {
    let address = CODE;
    for (const ir of functions) {
      const compiled = compileFunction(ir);
      this.placed.set(ir.symbol, { compiled, address });
      address += 4 * compiled.words.length;
    }
    const { bytes } = new Assembler(standardDecoder()).assemble(THROW_TEXT, BigInt(THROW));
    for (const stop of [EXIT, UNCAUGHT, ...TRAP_STOPS.keys()]) this.#write(stop, 0xd4400000); // hlt #0
    this.#physical.write(THROW, bytes);
    const handlers: number[] = [];
    for (const each of this.placed.values()) {
      this.#link(each);
      handlers.push(...each.compiled.handlers.flatMap(({ returnsTo, handler }) => [each.address + returnsTo, each.address + handler]));
    }
    handlers.forEach((word, i) => { this.#physical.view.setBigUint64(HANDLERS + 8 * i, BigInt(word), true); });
    this.#cpu = new Cpu({ physical: this.#physical });
  }

  call(symbol: string, args: readonly bigint[], data?: Uint8Array): string {
    const { x } = this.#cpu.state;
    this.#physical.write(DATA, data ?? new Uint8Array(DATA_BYTES));
    // What a caller leaves in registers is no help.
    for (let n = 0; n < 29; n++) x[n] = 0xdead_0000_0000_0000n + BigInt(n);
    args.forEach((arg, n) => { x[n] = arg; });
    x[18] = 0n;
    x[28] = 1n << 53n;
    x[29] = 0n;
    x[30] = BigInt(EXIT);
    x[SP] = BigInt(STACK);
    this.#cpu.pc = BigInt(this.#addressOf(symbol));
    const stop = this.#cpu.run(1_000_000);
    const pc = Number(this.#cpu.pc);
    if (stop.kind !== "exception" || ![EXIT, UNCAUGHT, ...TRAP_STOPS.keys()].includes(pc)) {
      return bug(`${symbol} stops (${stop.kind}) at 0x${pc.toString(16)}`);
    }
    const trap = TRAP_STOPS.get(pc);
    if (trap !== undefined) return `trap ${trap}`;
    if (pc === UNCAUGHT) return `thrown ${x[0]}`;
    for (let n = 19; n < 28; n++) if (x[n] !== 0xdead_0000_0000_0000n + BigInt(n)) bug(`X${n} is lost`);
    if (x[SP] !== BigInt(STACK) || x[29] !== 0n || x[28] !== 1n << 53n) bug("SP, FP or X28 is lost");
    return `${x[0]}`;
  }

  /** The return address of the trap that a call has just run into: a function, and an offset in bytes. */
  get trapped(): { readonly symbol: string; readonly offset: number; readonly framePointer: bigint } {
    const returnsTo = Number(this.#cpu.state.x[30]);
    for (const [symbol, { compiled, address }] of this.placed) {
      const offset = returnsTo - address;
      if (offset > 0 && offset <= 4 * compiled.words.length) return { symbol, offset, framePointer: this.#cpu.state.x[29]! };
    }
    return bug("nobody trapped");
  }

  /** How many instructions have been run since the machine was made. */
  get retired(): number {
    return this.#cpu.retired;
  }

  get data(): Uint8Array {
    return this.#physical.bytes.slice(DATA, DATA + DATA_BYTES);
  }

  word(address: bigint): bigint {
    return this.#physical.view.getBigUint64(Number(address), true);
  }

  /** As LLVM would print it, labels as distances. */
  disassembly(symbol: string): string {
    const { compiled: { words } } = this.placed.get(symbol)!;
    return [...words].map((word) => standardDecoder().disassemble(word)).join("\n");
  }

  #addressOf(symbol: string): number {
    const trap = [...TRAP_STOPS].find(([, each]) => symbol === trapSymbol(each));
    if (trap !== undefined) return trap[0];
    if (symbol === THROW_SYMBOL) return THROW;
    return this.placed.get(symbol)?.address ?? (symbol === "data" ? DATA : bug(`no symbol ${symbol}`));
  }

  #link({ compiled, address }: Placed): void {
    compiled.words.forEach((word, i) => { this.#write(address + 4 * i, word); });
    for (const { offset, kind, symbol } of compiled.relocations) {
      const [place, to] = [address + offset, this.#addressOf(symbol)];
      const word = compiled.words[offset / 4]!;
      if (kind === "CALL26") this.#write(place, word | ((to - place) / 4 & 0x3ff_ffff));
      if (kind === "ADD_ABS_LO12_NC") this.#write(place, word | (to & 0xfff) << 10);
      if (kind !== "ADR_PREL_PG_HI21") continue;
      const pages = (to >> 12) - (place >> 12);
      this.#write(place, word | (pages & 3) << 29 | (pages >> 2 & 0x7_ffff) << 5);
    }
  }

  #write(address: number, word: number): void {
    this.#physical.view.setUint32(address, word >>> 0, true);
  }
}

/** What the IR says that the call does. */
export function interpreted(
  functions: readonly IrFunction[], symbol: string, args: readonly bigint[], data?: Uint8Array,
): { readonly outcome: string; readonly data: Uint8Array } {
  const interpreter = new Interpreter(
    { functions, assembly: [], initializers: [], globals: [], classes: [], data: [], start: symbol, sources: new Map() },
    {
      natives: new Map([[THROW_SYMBOL, ([exception], running) => running.throw(exception!)]]),
      machine: (text) => bug(text), fuel: 1_000_000, deepest: 1000,
    });
  const { memory } = interpreter;
  memory.reserve(DATA, DATA_BYTES);
  memory.writeBytes(DATA, data ?? new Uint8Array(DATA_BYTES));
  const outcome = (): string => {
    try {
      return `${interpreter.call(symbol, args)}`;
    } catch (error) {
      if (error instanceof Trapped) return `trap ${error.trap}`;
      if (error instanceof Thrown) return `thrown ${error.exception}`;
      if (error instanceof OutOfFuel) return "no end";
      throw error;
    }
  };
  return { outcome: outcome(), data: memory.readBytes(DATA, DATA_BYTES) };
}
