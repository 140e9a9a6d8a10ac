// Our machine in the harness's place: the same requests, the same answers.

import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../src/machine/cpu/cpu";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { type Cause, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, FPCR as OUR_FPCR, FPSR as OUR_FPSR, NZCV as OUR_NZCV, PAGE } from "../../../src/machine/cpu/layout";
import { executeOf } from "../../../src/machine/cpu/meanings";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { Purpose, Translated, Translation } from "../../../src/machine/cpu/translation";
import { bug } from "../../../src/base/bug";
import { CODE, CODE_REGION, CODE_REGION_SIZE, WINDOW, WINDOW_SIZE } from "./place";
import type { Request } from "./qemu";
import {
  type Answer, DWORDS, FAULT, FPCR, FPSR, type MemoryChange, NZCV, PC, SIGBUS, SIGILL, SIGNAL, SIGSEGV, SIGTRAP, SP, type State, V,
} from "./state";

// RAM: the window, the code, and a page of zeros that is everywhere else in the code's region.
const CODE_SIZE = 0x10_000;
const ZEROS = WINDOW_SIZE + CODE_SIZE;
const RAM_SIZE = ZEROS + PAGE;

/** Behind the code: what the branch back to the harness is to QEMU. */
const SVC = 0xd400_0001;
/** Instructions after which a request is taken to be endless. */
const LIMIT = 1_000_000;

const PLACES: Translation = {
  translate(address: bigint, purpose: Purpose): Translated {
    const at = Number(address);
    const page = at - (at % PAGE);
    if (page >= WINDOW && page < WINDOW + WINDOW_SIZE) return { page: page - WINDOW, device: false };
    if (page >= CODE && page < CODE + CODE_SIZE) return { page: WINDOW_SIZE + page - CODE, device: false };
    if (page >= CODE_REGION && page < CODE_REGION + CODE_REGION_SIZE) return { page: ZEROS, device: false };
    const fault = { kind: "translation", level: 3 } as const;
    throw new GuestException(purpose === "fetch"
      ? { kind: "instruction abort", address, fault }
      : { kind: "data abort", address, write: purpose === "write", fault });
  },
};

/** Whether the row `name` has its semantics. */
export const isWritten = (name: string): boolean => executeOf(name) !== undefined;

export class Ours {
  readonly #window: Uint8Array;
  readonly #before: BigUint64Array;
  readonly #physical: PhysicalMemory;
  readonly #after: BigUint64Array;
  readonly #cpu: Cpu;
  #codeBytes = 0;

  /** `engine`: chapter 11's. */
  constructor(window: Uint8Array, engine?: MachineEngine) {
    this.#window = window;
    this.#before = new BigUint64Array(window.buffer);
    const physical = new PhysicalMemory(createMemory(RAM_SIZE, engine?.bytesFor(1)), 0, RAM_SIZE);
    this.#physical = physical;
    const code = new CodeCache(physical);
    this.#cpu = new Cpu({ physical, code, translation: PLACES, ...engine?.install({ physical, code, cpus: 1 })(0) });
    this.#after = new BigUint64Array(this.#physical.bytes.buffer, this.#physical.bytes.byteOffset, WINDOW_SIZE / 8);
    this.#physical.write(0, window);
  }

  answer({ words, state }: Request): Answer {
    this.#place(words);
    const after = this.#run(state);
    const memory = this.#memoryChanges();
    return { state: after, memory };
  }

  #place(words: readonly number[]): void {
    const code = new Uint32Array(Math.max(words.length + 1, this.#codeBytes / 4));
    code.set(words);
    code[words.length] = SVC;
    this.#physical.write(WINDOW_SIZE, new Uint8Array(code.buffer));
    this.#codeBytes = 4 * (words.length + 1);
  }

  #run(before: State): State {
    const { state } = this.#cpu;
    state.x.set(before.dwords.subarray(0, SP + 1));
    state.v.set(before.dwords.subarray(V, DWORDS));
    state.scalars[OUR_NZCV] = before.get(NZCV) >> 28n;
    state.scalars[OUR_FPCR] = before.get(FPCR);
    state.scalars[OUR_FPSR] = before.get(FPSR);
    state.monitor.fill(0n);
    this.#cpu.pc = BigInt(CODE);

    const stop = this.#cpu.run(LIMIT);
    if (stop.kind !== "exception") bug(`the request stopped with ${stop.kind}`);
    const after = before.copy();
    after.dwords.set(state.x);
    after.dwords.set(state.v, V);
    after.set(NZCV, state.scalars[OUR_NZCV]! << 28n);
    after.set(FPCR, state.scalars[OUR_FPCR]!);
    after.set(FPSR, state.scalars[OUR_FPSR]!);
    if (stop.cause.kind !== "SVC") {
      after.set(PC, this.#cpu.pc);
      after.set(SIGNAL, BigInt(signalOf(stop.cause)));
      after.set(FAULT, "address" in stop.cause ? stop.cause.address : this.#cpu.pc);
    }
    return after;
  }

  /** What differs in the window, which is then put back. */
  #memoryChanges(): readonly MemoryChange[] {
    const bytes = this.#physical.bytes.subarray(0, WINDOW_SIZE);
    if (Buffer.compare(bytes, this.#window) === 0) return [];
    const changes: MemoryChange[] = [];
    this.#after.forEach((value, i) => {
      if (value !== this.#before[i]) changes.push({ offset: 8 * i, value });
    });
    this.#physical.write(0, this.#window);
    return changes;
  }
}

/** What Linux would send for it. */
function signalOf(cause: Cause): number {
  switch (cause.kind) {
    case "undefined": case "SVC": case "HVC": case "SMC": case "HLT": return SIGILL;
    case "BRK": return SIGTRAP;
    case "data abort": return cause.fault.kind === "alignment" ? SIGBUS : SIGSEGV;
    case "instruction abort": return SIGSEGV;
    case "PC alignment": case "SP alignment": return SIGBUS;
    default: return bug(`${cause.kind} at EL0, without an operating system`);
  }
}
