// The stepping machine: forwards and backwards by instructions, to an address, to what has a trap.
//
// 1. Forwards, a breakpoint stops before its instruction, a watch behind the instruction that hit
//    it. Backwards both stop before it: where the instruction is the next to be executed.
// 2. Where a move begins, a breakpoint does not stop it.

import type { VirtAddr } from "../../../base/word";
import type { Cpu } from "../cpu";
import type { Cause } from "../exception";
import type { Before } from "./before";
import { History, type HistoryOptions } from "./history";
import type { Machine } from "./machine";
import { peek, poke } from "./peek";
import type { Register } from "./registers";
import { stateHash } from "./state-hash";
import { type Hit, Traps } from "./traps";

/** What came of an exception. */
export type Answer =
  | { readonly kind: "answered" }
  /** The program has ended. */
  | { readonly kind: "exited"; readonly status: number }
  /** It is nothing that this handler knows: nothing has changed. */
  | { readonly kind: "unanswered" };

/** Does what an operating system would: changes registers, memory, and parts of the machine. */
export type ExceptionHandler = (cause: Cause) => Answer;

export type StopReason =
  | Hit
  /** It has gone as far as it was asked to. */
  | { readonly kind: "limit" }
  | { readonly kind: "exception"; readonly cause: Cause }
  | { readonly kind: "exited"; readonly status: number }
  /** For an interrupt or an event. */
  | { readonly kind: "waiting" }
  /** There is no earlier state to go back to. */
  | { readonly kind: "start" };

export interface DebuggerOptions extends HistoryOptions {
  /** Without one, an exception stops the program. */
  readonly handler?: ExceptionHandler;
}

const EFFECTS = { answered: "answer", exited: "change", unanswered: "nothing" } as const;

/** A trap that a replay came to, and where to stop for it backwards. */
interface Passed {
  readonly time: number;
  readonly hit: Hit;
}

export class Debugger {
  readonly machine: Machine;
  readonly traps: Traps;
  readonly #history: History;
  readonly #handler: ExceptionHandler;
  #before: Before;
  #end: { readonly time: number; readonly status: number } | undefined;

  constructor(machine: Machine, options: DebuggerOptions = {}) {
    this.machine = machine;
    this.traps = new Traps(machine);
    this.#history = new History(machine, options, (happen) => this.traps.witness(happen));
    this.#handler = options.handler ?? (() => ({ kind: "unanswered" }));
    this.#before = this.#history.remember();
  }

  get cpu(): Cpu {
    return this.machine.current;
  }

  /** Instructions completed. */
  get time(): number {
    return this.machine.time;
  }

  /** The earliest time that can be gone back to. */
  get start(): number {
    return this.#history.start;
  }

  /** How things were before the last move, and what it changed. */
  get before(): Before {
    return this.#before;
  }

  hash(): string {
    return stateHash(this.machine);
  }

  /** Executes `count` instructions, fewer if it is stopped. */
  step(count = 1): StopReason {
    this.#before = this.#history.remember();
    return this.#forward(count);
  }

  /** Takes back `count` instructions, fewer if it is stopped. */
  stepBack(count = 1): StopReason {
    this.#before = this.#history.remember();
    return this.#backward(count);
  }

  /** Goes on with a move that its limit has ended: `before` stays what it is. */
  goOn(count: number): StopReason {
    return this.#forward(count);
  }

  goOnBack(count: number): StopReason {
    return this.#backward(count);
  }

  /** Goes to `time`, past everything that has a trap. */
  goTo(time: number): void {
    this.#before = this.#history.remember();
    this.#history.goTo(time);
  }

  /** Runs until `address` is the next instruction's, or something else stops it. */
  runTo(address: VirtAddr, limit = Infinity): StopReason {
    if (this.traps.breakpoints.has(address)) return this.step(limit);
    this.traps.addBreakpoint(address);
    try {
      return this.step(limit);
    } finally {
      this.traps.removeBreakpoint(address);
    }
  }

  /** Runs until something stops it. */
  continue(): StopReason {
    return this.step(Infinity);
  }

  /** Runs backwards until something stops it; that is the start, if nothing else. */
  reverseContinue(): StopReason {
    return this.stepBack(Infinity);
  }

  /** Makes what comes now another future. */
  setRegister(register: Register, value: bigint, cpu = this.cpu): void {
    this.#change(() => { register.write(cpu.state, value); });
  }

  /** Bytes of memory; undefined where there is no RAM. */
  peek(address: VirtAddr, length: number, cpu = this.cpu): (number | undefined)[] {
    return peek(cpu, address, length);
  }

  /** Makes what comes now another future. False: some of it is not RAM; nothing has changed. */
  poke(address: VirtAddr, bytes: Uint8Array, cpu = this.cpu): boolean {
    if (this.peek(address, bytes.length, cpu).includes(undefined)) return false;
    this.#change(() => { poke(cpu, address, bytes); });
    return true;
  }

  /** Something comes from outside: a key is pressed, a frame arrives. So it was from now on. */
  receive(happen: () => void): void {
    this.#end = undefined;
    this.#history.record(happen, () => "change");
  }

  #change(edit: () => void): void {
    this.#before = this.#history.remember();
    this.receive(edit);
  }

  #forward(limit: number): StopReason {
    const end = this.time + limit;
    this.traps.arm(true);
    try {
      for (;;) {
        if (this.time === this.#end?.time) return { kind: "exited", status: this.#end.status };
        const stop = this.#history.advance(end - this.time);
        if (stop.kind === "halted") return this.traps.hit!; // Nobody else halts it.
        if (stop.kind === "limit") return this.#arrival();
        if (stop.kind === "waiting") return stop;
        const answer = this.#answer(stop.cause);
        if (answer.kind === "unanswered") return stop;
        if (answer.kind === "exited") this.#end = { time: this.time, status: answer.status };
        if (answer.kind === "answered" && this.traps.hit !== undefined) return this.traps.hit;
      }
    } finally {
      this.traps.disarm();
    }
  }

  /** What an exception comes to, that has no answer yet. */
  #answer(cause: Cause): Answer {
    if (this.time === this.#end?.time) return { kind: "exited", status: this.#end.status };
    return this.#history.record(() => this.#handler(cause), ({ kind }) => EFFECTS[kind]);
  }

  /** The last instruction went by the limit: is there a breakpoint where it arrived? */
  #arrival(): StopReason {
    const { pc } = this.cpu;
    return this.traps.breakpoints.has(pc) ? { kind: "breakpoint", address: pc } : { kind: "limit" };
  }

  /** From snapshot to snapshot: the last trap between two is the first on the way back. */
  #backward(limit: number): StopReason {
    const wanted = this.time - limit;
    const floor = Math.max(this.#history.start, wanted);
    if (this.time === this.#history.start) return { kind: "start" };
    for (let end = this.time; end > floor && !this.traps.isEmpty;) {
      const begin = Math.max(floor, this.#history.snapshotBefore(end));
      const last = this.#lastHit(begin, end);
      if (last !== undefined) {
        this.#history.goTo(last.time);
        return last.hit;
      }
      end = begin;
    }
    this.#history.goTo(floor);
    return floor > wanted ? { kind: "start" } : this.#arrival();
  }

  /** The last trap that the instructions from `begin` to `end` come to. */
  #lastHit(begin: number, end: number): Passed | undefined {
    let last: Passed | undefined;
    this.#history.goTo(begin);
    this.traps.arm(false);
    while (this.time < end) {
      const stop = this.#history.advance(end - this.time);
      if (stop.kind === "halted") {
        const hit = this.traps.hit!;
        const isBefore = hit.kind === "breakpoint";
        last = { time: isBefore ? this.time : this.time - 1, hit };
        this.traps.arm(isBefore);
      }
    }
    this.traps.disarm();
    return last;
  }
}
