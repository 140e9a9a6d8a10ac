// Two machines of the same description and contents, one after the other: the first runs compiled
// code, the second interprets, and what the second does is right. Behind every block their
// registers are compared, and from time to time their RAM.
//
// 1. The first machine's engine is to be blockwise (jit.ts); of another's, every so many
//    instructions are compared.
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

/** Where a stretch begins. */
interface Beginning {
  /** Each CPU's. */
  readonly pcs: readonly bigint[];
  readonly time: number;
}

const STRETCH = 1000;
const RAM_EVERY = 20_000_000;
/** Instructions that a report shows, and registers. */
const MOST_INSTRUCTIONS = 64;
const MOST_REGISTERS = 16;

export class Lockstep {
  readonly #compiled: Machine;
  readonly #interpreted: Machine;
  readonly #stretch: number;
  readonly #ramEvery: number;
  readonly #pages: readonly [Int32Array, Int32Array];
  #ramDue: number;

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
      const began = this.#beginning();
      const left = end - began.time;
      if (left <= 0) return { kind: "limit" };
      const stop = this.#compiled.run(Math.min(left, this.#stretch));
      this.#follow(began.time, stop);
      this.#compare(began);
      if (this.#compiled.time >= this.#ramDue) this.compareRam();
      if (stop.kind === "waiting" || stop.kind === "exception") return stop;
    }
  }

  /** All of it. Throws Divergence. */
  compareRam(): void {
    const [compiled, interpreted] = [this.#compiled, this.#interpreted].map(ramOf);
    const at = firstDifference(compiled!, interpreted!);
    this.#ramDue = this.#compiled.time + this.#ramEvery;
    if (at === undefined) return;
    const { physical, time } = this.#compiled;
    const address = BigInt(physical.base + 4 * at);
    throw new Divergence(`RAM differs at time ${time}: at ${hex(address)} is `
      + `${hex32(compiled![at]! >>> 0)}, interpreted ${hex32(interpreted![at]! >>> 0)}\n`);
  }

  #beginning(): Beginning {
    const { cpus, time } = this.#compiled;
    return { pcs: cpus.map(({ pc }) => pc), time };
  }

  /** Has the interpreter do as much. */
  #follow(began: number, { kind }: Stop): void {
    const done = this.#compiled.time - began;
    if (done > 0) this.#interpreted.run(done);
    if (kind === "waiting") this.#interpreted.run(1); // Which waits too.
  }

  #compare(began: Beginning): void {
    const [compiled, interpreted] = this.#pages;
    const isSameTime = this.#compiled.time === this.#interpreted.time;
    if (isSameTime && firstDifference(compiled, interpreted) === undefined) return;
    throw new Divergence(this.#report(began));
  }

  #report({ pcs, time }: Beginning): string {
    const cpu = this.#whoDiffers();
    const pc = pcs[cpu]!;
    const [compiled, interpreted] = [this.#compiled.time, this.#interpreted.time];
    const done = compiled - time;
    const beside = interpreted === compiled ? "" : `, interpreted ${interpreted}`;
    const place = (address: bigint): string => `${this.#who(cpu)}${hex(address)}`;
    return [
      `compiled code differs from the interpreter behind ${done} instructions from ${place(pc)}, `
        + `time ${time} to ${compiled}${beside}`,
      ...Array.from({ length: Math.min(done, MOST_INSTRUCTIONS) }, (_, i) => pc + 4n * BigInt(i))
        .map((address) => `  ${place(address)}  ${this.#disassembled(cpu, address)}`),
      ...this.#differences(),
      "",
    ].join("\n");
  }

  /** The first CPU that is not as it should be; RAM alone may differ. */
  #whoDiffers(): number {
    const at = firstDifference(...this.#pages);
    return at === undefined ? 0 : Math.floor((4 * at) / PAGE);
  }

  #who(cpu: number): string {
    return this.#compiled.cpus.length > 1 ? `cpu${cpu} ` : "";
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
      const name = `${this.#who(cpu)}${registerAt(offset)}`;
      lines.push(`${name} is ${hex(value)}, interpreted ${hex(right)}`);
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
