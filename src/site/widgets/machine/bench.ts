/**
 * A program on a machine that can be stepped both ways: what every figure with a running program holds.
 *
 * 1. A move is whatever the reader asks for at once: a step, a run, an edit. What changed is said since the
 *    last move began; a run made of many slices is one move.
 */
import { Cpu } from "../../../machine/cpu/cpu";
import { createMemory } from "../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { Debugger, type StopReason } from "../../../machine/cpu/stepping/debugger";
import { machineOf } from "../../../machine/cpu/stepping/machine";
import { type Register, registerNamed, REGISTERS } from "../../../machine/cpu/stepping/registers";
import { placeOf, type Program, ramBase, ramBytes, stackTop } from "./program";

export type Direction = "forward" | "back";

export class Bench {
  readonly program: Program;
  readonly #debugger: Debugger;
  readonly #cpu: Cpu;
  #registersBefore = new Map<Register, bigint>();
  #ramBefore: Uint8Array = new Uint8Array();
  #furthest = 0;
  /** What ended the last move. */
  stop: StopReason = { kind: "limit" };

  constructor(program: Program) {
    this.program = program;
    const physical = new PhysicalMemory(createMemory(ramBytes), ramBase, ramBytes);
    physical.write(ramBase, program.bytes);
    this.#cpu = new Cpu({ physical });
    this.#cpu.pc = BigInt(ramBase);
    registerNamed("sp")!.write(this.#cpu.state, stackTop);
    this.#debugger = new Debugger(machineOf(this.#cpu));
    this.beginMove();
  }

  /** Instructions executed to get here, and to get to the latest time that is known. */
  get time(): number {
    return this.#debugger.time;
  }

  get furthest(): number {
    return this.#furthest;
  }

  /** The earliest time that can be gone back to. */
  get earliest(): number {
    return this.#debugger.start;
  }

  get pc(): bigint {
    return this.#cpu.pc;
  }

  get breakpoints(): ReadonlySet<bigint> {
    return this.#debugger.traps.breakpoints;
  }

  /** Whether the next instruction cannot be executed: the program has ended, or failed. */
  get hasEnded(): boolean {
    return this.stop.kind === "exception";
  }

  /** What changes from now on is a new move's doing. */
  beginMove(): void {
    const { state, physical } = this.#cpu;
    this.#registersBefore = new Map(REGISTERS.map((register) => [register, register.read(state)]));
    this.#ramBefore = physical.bytes.slice();
    this.stop = { kind: "limit" };
  }

  /** Part of a move: up to `count` instructions, forwards or back. True: it goes on. */
  advance(direction: Direction, count: number): boolean {
    this.stop = direction === "forward" ? this.#debugger.step(count) : this.#debugger.stepBack(count);
    this.#furthest = Math.max(this.#furthest, this.time);
    return this.stop.kind === "limit" && !(direction === "back" && this.time === this.earliest);
  }

  /** A move: to any time up to the furthest. */
  goTo(time: number): void {
    this.beginMove();
    this.#debugger.goTo(Math.max(this.earliest, Math.min(time, this.#furthest)));
  }

  /** A move: a new value makes another future. */
  setRegister(register: Register, value: bigint): void {
    this.beginMove();
    this.#debugger.setRegister(register, value);
    this.#furthest = this.time;
  }

  toggleBreakpoint(address: bigint): void {
    const { traps } = this.#debugger;
    if (!traps.removeBreakpoint(address)) traps.addBreakpoint(address);
  }

  valueOf(register: Register): bigint {
    return register.read(this.#cpu.state);
  }

  /** What it was before the move, if that was something else. */
  valueBefore(register: Register): bigint | undefined {
    const before = this.#registersBefore.get(register);
    return before === this.valueOf(register) ? undefined : before;
  }

  /** A byte of RAM; undefined elsewhere. */
  byteAt(address: bigint): { readonly value: number; readonly isChanged: boolean } | undefined {
    const offset = Number(address) - ramBase;
    const value = this.#cpu.physical.bytes[offset];
    return value === undefined ? undefined : { value, isChanged: this.#ramBefore[offset] !== value };
  }

  /** The word that is executed next; undefined where there is no RAM. */
  wordAt(address: bigint): number | undefined {
    const bytes = this.#debugger.peek(address, 4);
    return bytes.includes(undefined) ? undefined : bytes.reduceRight((word: number, byte) => word * 256 + byte!, 0);
  }

  /** What of memory the move has changed, in bytes. */
  get changedBytes(): number {
    return this.#cpu.physical.bytes.reduce((count, byte, i) => count + (byte === this.#ramBefore[i] ? 0 : 1), 0);
  }

  /** "numbers + 8", for a value that points into the program. */
  placeOf(value: bigint): string | undefined {
    return placeOf(value, this.program);
  }
}
