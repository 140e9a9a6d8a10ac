// Two machines of the same description and contents, one after the other: the first runs compiled
// code, the second interprets, and what the second does is right. Behind every block their
// registers are compared, and from time to time their RAM.
//
// 1. The first machine's engine is to be blockwise (jit.ts); of another engine's, only the ends of
//    what run() is asked for can be compared.
// 2. What comes from outside must happen to both, between two calls of run(), and both must have
//    virtual time.

import { hex, hex32 } from "../../base/word";
import type { Stop } from "../cpu/cpu";
import { PAGE, RAM_OFFSET } from "../cpu/layout";
import type { Machine } from "../cpu/stepping/machine";
import { standardDecoder } from "../decoder/decoder";
import { registerAt } from "./register-names";

export interface LockstepOptions {
  /** Instructions that are run before the machines are compared, at most. */
  readonly stretch?: number;
  /** Instructions from one comparison of RAM to the next. */
  readonly ramEvery?: number;
}

/** The machines differ: the message is a paragraph that says where. */
export class Divergence extends Error {
  override readonly name = "Divergence";
}

interface Executed {
  readonly cpu: number;
  readonly pc: bigint;
}

const STRETCH = 1000;
const RAM_EVERY = 20_000_000;
/** Instructions that a report shows, and registers. */
const SHOWN = 24;
const MOST_REGISTERS = 16;

export class Lockstep {
  readonly #compiled: Machine;
  readonly #interpreted: Machine;
  readonly #stretch: number;
  readonly #ramEvery: number;
  readonly #pages: readonly [Int32Array, Int32Array];
  #ramDue: number;
  /** What the interpreter has done since the machines were compared, the last of it. */
  readonly #trail: Executed[] = [];
  #began = 0;

  constructor(compiled: Machine, interpreted: Machine, options: LockstepOptions = {}) {
    const { stretch = STRETCH, ramEvery = RAM_EVERY } = options;
    this.#compiled = compiled;
    this.#interpreted = interpreted;
    this.#stretch = stretch;
    this.#ramEvery = ramEvery;
    this.#pages = [pagesOf(compiled), pagesOf(interpreted)];
    this.#ramDue = compiled.time + ramEvery;
  }

  /** As a machine's run(). Throws Divergence. */
  run(limit: number): Stop {
    const end = this.#compiled.time + limit;
    for (;;) {
      const left = end - this.#compiled.time;
      if (left <= 0) return { kind: "limit" };
      const stop = this.#compiled.run(Math.min(left, this.#stretch));
      this.#follow(stop);
      this.#compare();
      const { time } = this.#compiled;
      if (time >= this.#ramDue) this.compareRam();
      if (stop.kind === "waiting" || stop.kind === "exception") return stop;
    }
  }

  /** All of it. Throws Divergence. */
  compareRam(): void {
    const [compiled, interpreted] = [this.#compiled, this.#interpreted].map(ramOf);
    const at = firstDifference(compiled!, interpreted!);
    this.#ramDue = this.#compiled.time + this.#ramEvery;
    if (at === undefined) return;
    const address = this.#compiled.physical.base + 4 * at;
    throw new Divergence(`RAM differs at time ${this.#compiled.time}: at ${hex(BigInt(address))} is `
      + `${hex32(compiled![at]! >>> 0)}, interpreted ${hex32(interpreted![at]! >>> 0)}\n`);
  }

  /** Has the interpreter do as much. */
  #follow({ kind }: Stop): void {
    const machine = this.#interpreted;
    const end = this.#compiled.time;
    this.#began = machine.time;
    this.#trail.length = 0;
    while (machine.time < end) {
      this.#note();
      if (machine.run(1).kind === "waiting") break;
    }
    if (kind === "waiting" && machine.time === end) machine.run(1); // Which waits too.
  }

  #note(): void {
    const { current, cpus } = this.#interpreted;
    if (this.#trail.length === 2 * SHOWN) this.#trail.splice(0, SHOWN);
    this.#trail.push({ cpu: cpus.indexOf(current), pc: current.pc });
  }

  #compare(): void {
    const [compiled, interpreted] = this.#pages;
    const isSameTime = this.#compiled.time === this.#interpreted.time;
    if (isSameTime && firstDifference(compiled, interpreted) === undefined) return;
    throw new Divergence(this.#report());
  }

  #report(): string {
    const from = this.#began;
    const [compiled, interpreted] = [this.#compiled.time, this.#interpreted.time];
    const shown = this.#trail.slice(-SHOWN);
    return [
      `compiled code differs from the interpreter, from time ${from} to ${compiled}`
        + (interpreted === compiled ? "" : `, interpreted ${interpreted}`),
      ...(interpreted - from > shown.length ? ["  ..."] : []),
      ...shown.map((each) => `  ${this.#instructionText(each)}`),
      ...this.#differences(),
      "",
    ].join("\n");
  }

  #instructionText({ cpu, pc }: Executed): string {
    const who = this.#interpreted.cpus.length > 1 ? `cpu${cpu} ` : "";
    return `${who}${hex(pc)}  ${this.#disassembled(cpu, pc)}`;
  }

  /** As the word is now. */
  #disassembled(cpu: number, pc: bigint): string {
    const { cpus, physical } = this.#interpreted;
    try {
      const word = physical.view.getUint32(cpus[cpu]!.memory.offsetOf(pc), true);
      return standardDecoder().disassemble(word, pc).replace("\t", " ");
    } catch {
      return "not to be read any more";
    }
  }

  #differences(): string[] {
    const [compiled, interpreted] = this.#pages.map(({ buffer, length }) =>
      new BigUint64Array(buffer, 0, length / 2));
    const lines: string[] = [];
    compiled!.forEach((value, i) => {
      const right = interpreted![i]!;
      if (value === right) return;
      const [cpu, offset] = [Math.floor((8 * i) / PAGE), (8 * i) % PAGE];
      const who = this.#compiled.cpus.length > 1 ? `cpu${cpu} ` : "";
      lines.push(`${who}${registerAt(offset)} is ${hex(value)}, interpreted ${hex(right)}`);
    });
    const more = lines.length - MOST_REGISTERS;
    return more > 0 ? [...lines.slice(0, MOST_REGISTERS), `and ${more} more`] : lines;
  }
}

const pagesOf = ({ physical, cpus }: Machine): Int32Array =>
  new Int32Array(physical.memory.buffer, 0, (cpus.length * PAGE) / 4);

const ramOf = ({ physical }: Machine): Int32Array =>
  new Int32Array(physical.memory.buffer, RAM_OFFSET, physical.size / 4);

function firstDifference(a: Int32Array, b: Int32Array): number | undefined {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return i;
  return undefined;
}
