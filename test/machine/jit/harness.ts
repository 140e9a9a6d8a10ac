// Programs of a few words, executed twice from the same state: compiled, without waiting until they are hot, and by the
// interpreter. Everything the guest could see is compared: registers, flags, FPSR, memory, and how it ended.
//
// 1. Each program is followed by a branch to itself, which is executed once.
// 2. Words that were refused, or left for the interpreter, are equal too: `refused` and `slow` tell.

import { hex } from "../../../src/base/word";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import type { Inside } from "../../../src/machine/cpu/engine";
import { causeText, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, FPCR, FPSR, NZCV, PAGE, RAM_OFFSET } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { Purpose, Translation } from "../../../src/machine/cpu/translation";
import { REMEMBERED_WORDS } from "../../../src/machine/cpu/virtual-memory";
import { engineBytes } from "../../../src/machine/jit/cells";
import { CodeSpace } from "../../../src/machine/jit/code-space";
import { contextNumber } from "../../../src/machine/jit/context";
import { JitEngine } from "../../../src/machine/jit/jit-engine";
import { Statistics } from "../../../src/machine/jit/statistics";
import { CODE, WINDOW, WINDOW_SIZE } from "../../oracle/cpu/place";
import * as record from "../../oracle/cpu/state";
import { window } from "../../oracle/cpu/vectors";

const CODE_PAGES = 8;
const RAM = WINDOW_SIZE + CODE_PAGES * PAGE;
/** Words that a program has room for, with the branch behind it. */
export const SLOT = 8;
const MOST_PROGRAMS = (CODE_PAGES * PAGE) / (4 * SLOT);
const BRANCH_TO_ITSELF = 0x1400_0000;
/** How much of a CPU's page is in use. */
const REGISTER_BYTES = 0x400;

const WINDOW_BYTES = window();

const PLACES: Translation = {
  translate(address: bigint, purpose: Purpose) {
    const page = Number(address & ~0xfffn);
    if (page >= WINDOW && page < WINDOW + WINDOW_SIZE) return { page: page - WINDOW, device: false };
    if (page >= CODE && page < CODE + CODE_PAGES * PAGE) return { page: page - CODE + WINDOW_SIZE, device: false };
    const fault = { kind: "translation", level: 3 } as const;
    throw new GuestException(purpose === "fetch"
      ? { kind: "instruction abort", address, fault }
      : { kind: "data abort", address, write: purpose === "write", fault });
  },
};

const EL0 = { level: 0, uao: false, pan: false } as const;

export type Program = readonly number[];

/** One of two machines with the same programs. */
class Side {
  readonly physical: PhysicalMemory;
  readonly statistics = new Statistics();
  readonly #space: CodeSpace | undefined;
  readonly cpu: Cpu;
  #inside: Inside | undefined;

  constructor(programs: readonly Program[], isCompiled: boolean) {
    this.physical = new PhysicalMemory(createMemory(RAM, isCompiled ? engineBytes(1) : 0), 0, RAM);
    const { physical, statistics } = this;
    programs.forEach((program, i) => {
      const words = Uint32Array.from({ length: SLOT }, (_, at) => program[at] ?? BRANCH_TO_ITSELF);
      physical.write(WINDOW_SIZE + 4 * SLOT * i, new Uint8Array(words.buffer));
    });
    const code = new CodeCache(physical);
    if (!isCompiled) {
      this.cpu = new Cpu({ physical, code, translation: PLACES });
      this.cpu.privilege = EL0;
      return;
    }
    const space = new CodeSpace({ physical, code, cpus: 1, statistics, hasSystem: false });
    const remembered = new Uint32Array(physical.memory.buffer, space.roomOf(0), REMEMBERED_WORDS);
    const engine = (inside: Inside): JitEngine => {
      this.#inside = inside;
      return new JitEngine(inside, space, statistics, { isBlockwise: false, isEager: false });
    };
    this.#space = space;
    this.cpu = new Cpu({ physical, code, translation: PLACES, remembered, engine });
    this.cpu.privilege = EL0;
    this.#compile(programs);
  }

  /** Registers, and RAM. */
  get bytes(): readonly [registers: Uint8Array, ram: Uint8Array] {
    const { buffer } = this.physical.memory;
    return [new Uint8Array(buffer, 0, REGISTER_BYTES), new Uint8Array(buffer, RAM_OFFSET, WINDOW_SIZE)];
  }

  run(program: number, length: number, state: record.State): Stop {
    const { scalars, x, v, monitor } = this.cpu.state;
    const { dwords } = state;
    this.physical.write(0, WINDOW_BYTES);
    scalars.fill(0n);
    monitor.fill(0n);
    x.set(dwords.subarray(0, record.SP + 1));
    v.set(dwords.subarray(record.V, record.DWORDS));
    scalars[NZCV] = state.get(record.NZCV) >> 28n;
    scalars[FPCR] = state.get(record.FPCR);
    scalars[FPSR] = state.get(record.FPSR);
    this.cpu.pc = BigInt(CODE + 4 * SLOT * program);
    return this.cpu.run(length + 1);
  }

  /** Only what has been decoded is compiled, so each word is executed once. */
  #compile(programs: readonly Program[]): void {
    const { level, isStrict, executor, memory } = this.#inside!;
    const context = contextNumber({ level: level(), strict: isStrict(), trapsFp: executor.trapsFp, uao: memory.hasUao });
    programs.forEach(({ length }, i) => {
      for (let word = 0; word <= length; word++) {
        this.cpu.pc = BigInt(CODE + 4 * (SLOT * i + word));
        this.cpu.run(1);
      }
      const ram = WINDOW_SIZE + 4 * SLOT * i;
      this.#space!.entriesOf(ram - (ram % PAGE), context);
      this.#space!.want(ram, context);
    });
    this.#space!.compile();
    this.statistics.interpreted = 0;
  }
}

/** Up to so many programs, compiled together. */
export class Harness {
  readonly #programs: readonly Program[];
  readonly #compiled: Side;
  readonly #interpreted: Side;

  constructor(programs: readonly Program[]) {
    if (programs.length > MOST_PROGRAMS) throw new Error(`more than ${MOST_PROGRAMS} programs`);
    this.#programs = programs;
    this.#compiled = new Side(programs, true);
    this.#interpreted = new Side(programs, false);
  }

  /** The words that the compiler could not express. */
  get refused(): ReadonlySet<number> {
    return new Set(this.#compiled.statistics.refused.keys());
  }

  /** How many instructions the interpreter has done for compiled code, and instead of it. */
  get slow(): number {
    return this.#compiled.statistics.slow;
  }

  get interpreted(): number {
    return this.#compiled.statistics.interpreted;
  }

  /** What differs when one of the programs is executed from `state`. */
  compare(program: number, state: record.State): string | undefined {
    const { length } = this.#programs[program]!;
    const [stopped, expected] = [this.#compiled, this.#interpreted].map((side) => textOf(side.run(program, length, state)));
    if (stopped !== expected) return `ends: ${stopped}, interpreted: ${expected}`;
    const [[registers, ram], [wantedRegisters, wantedRam]] = [this.#compiled.bytes, this.#interpreted.bytes];
    const register = firstDifference(registers, wantedRegisters);
    if (register !== undefined) return `registers at ${hex(register)}: ${doubleword(registers, register)}, interpreted: ${doubleword(wantedRegisters, register)}`;
    const at = firstDifference(ram, wantedRam);
    return at === undefined ? undefined : `memory at ${hex(WINDOW + at)}`;
  }
}

/** What differs when `words` are executed from each of `states`, at most once for each. */
export function compareOn(words: Program, states: readonly record.State[]): string[] {
  const harness = new Harness([words]);
  return states.flatMap((state) => harness.compare(0, state) ?? []);
}

const textOf = (stop: Stop): string => stop.kind === "exception" ? causeText(stop.cause) : stop.kind;

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  if (Buffer.compare(a, b) === 0) return undefined;
  return a.findIndex((byte, i) => byte !== b[i]) & ~7;
}

const doubleword = (bytes: Uint8Array, at: number): string =>
  hex(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at, true));
