// What the CPU needs of its system registers and of the exception model, declared here so that
// chapters 3 and 5 can build them. Until then a program runs at EL0 and sees the few registers that
// EL0 may use.

import type { VirtAddr } from "../../base/word";
import { GuestException, type Cause } from "./exception";
import {
  type CpuState, FPCR, FPSR, NZCV, TPIDR_EL0, TPIDRRO_EL0,
} from "./layout";
import type { Hint, PstateField, SystemEncoding } from "./operations";

export interface System {
  read(encoding: SystemEncoding): bigint;
  write(encoding: SystemEncoding, value: bigint): void;
  /** DC, IC, AT, TLBI and the like. */
  operate(encoding: SystemEncoding, value: bigint): void;
  writePstate(field: PstateField, imm: number): void;
  /** ERET. Returns where it goes on. */
  exceptionReturn(): VirtAddr;
  /** True: the CPU waits, and its turn ends. */
  waits(hint: Hint): boolean;
  /** The machine's memory is not what it was: what was derived from the registers is stale. */
  restored?(): void;
}

export interface ExceptionModel {
  /** Throws, or has changed the state so that the next instruction is the handler's first. */
  take(cause: Cause): void;
  /** What comes before anything is fetched: an interrupt. */
  due?(): Cause | undefined;
  /** Whether due() may answer something else once PSTATE masks less. */
  asks?(): boolean;
  /** `word` has been fetched. Throws a GuestException if it may not be executed. */
  fetched?(word: number): void;
  /** Whether these two are to be asked for every instruction, and executed() behind each. */
  readonly isStepping?: boolean;
  /** An instruction has completed. */
  executed?(): void;
  /** A store has ended this CPU's watch of an address: an event, for who waits for one. */
  watchEnded?(): void;
}

/** What a system instruction may do to memory: what DC ZVA needs. */
export interface Maintenance {
  /** Zeroes the block of `bytes` bytes that `address` lies in. */
  zero(address: bigint, bytes: number): void;
}

/** op0:op1:CRn:CRm:op2 in 16 bits, as MRS holds them. */
export const keyOf = ({ op0, op1, CRn, CRm, op2 }: SystemEncoding): number =>
  (op0 << 14) | (op1 << 11) | (CRn << 7) | (CRm << 3) | op2;

const key = (op0: number, op1: number, CRn: number, CRm: number, op2: number): number =>
  keyOf({ op0, op1, CRn, CRm, op2 });

/** DC ZVA zeroes blocks of 64 bytes: DCZID_EL0.BS is the logarithm of the words in one. */
const ZERO_BLOCK = 64;
const DCZID = 4n;
/** 64-byte lines in both caches, which are PIPT. Software that cleans them changes nothing. */
const CTR = 0x8444c004n;

interface Register {
  readonly read: (state: CpuState) => bigint;
  readonly write?: (state: CpuState, value: bigint) => void;
}

const scalar = (index: number, mask: bigint): Register => ({
  read: (state) => state.scalars[index]!,
  write: (state, value) => { state.scalars[index] = value & mask; },
});
const ALL = (1n << 64n) - 1n;

/** AHP, DN, FZ, RMode, FZ16: the rest of FPCR is not in the profile. */
const FPCR_MASK = 0x07c8_0000n;
/** QC, IDC, IXC, UFC, OFC, DZC, IOC. */
const FPSR_MASK = 0x0800_009fn;

const REGISTERS: ReadonlyMap<number, Register> = new Map<number, Register>([
  [key(3, 3, 4, 2, 0), { // NZCV
    read: (state) => state.scalars[NZCV]! << 28n,
    write: (state, value) => { state.scalars[NZCV] = (value >> 28n) & 15n; },
  }],
  [key(3, 3, 4, 4, 0), scalar(FPCR, FPCR_MASK)],
  [key(3, 3, 4, 4, 1), scalar(FPSR, FPSR_MASK)],
  [key(3, 3, 13, 0, 2), scalar(TPIDR_EL0, ALL)],
  [key(3, 3, 13, 0, 3), { read: (state) => state.scalars[TPIDRRO_EL0]! }],
  [key(3, 3, 0, 0, 1), { read: () => CTR }],
  [key(3, 3, 0, 0, 7), { read: () => DCZID }],
]);

/**
 * DC CVAC, CVAU, CIVAC and IC IVAU: there is no cache to clean, and decoded words are never
 * stale.
 */
const NOTHING_TO_DO: ReadonlySet<number> = new Set([
  key(1, 3, 7, 10, 1), key(1, 3, 7, 11, 1), key(1, 3, 7, 14, 1), key(1, 3, 7, 5, 1),
]);
const DC_ZVA = key(1, 3, 7, 4, 1);

/** What EL0 may do without an operating system's leave. Everything else is Undefined. */
export class UserSystem implements System {
  readonly #state: CpuState;
  readonly #maintenance: Maintenance;
  readonly #word: () => number;

  constructor(state: CpuState, maintenance: Maintenance, word: () => number) {
    this.#state = state;
    this.#maintenance = maintenance;
    this.#word = word;
  }

  read(encoding: SystemEncoding): bigint {
    const register = REGISTERS.get(keyOf(encoding));
    return register === undefined ? this.#undefined() : register.read(this.#state);
  }

  write(encoding: SystemEncoding, value: bigint): void {
    const register = REGISTERS.get(keyOf(encoding));
    if (register?.write === undefined) this.#undefined();
    register.write(this.#state, value);
  }

  operate(encoding: SystemEncoding, value: bigint): void {
    const operation = keyOf(encoding);
    if (operation === DC_ZVA) {
      this.#maintenance.zero(value, ZERO_BLOCK);
    } else if (!NOTHING_TO_DO.has(operation)) {
      this.#undefined();
    }
  }

  writePstate(): void {
    this.#undefined();
  }

  exceptionReturn(): never {
    this.#undefined();
  }

  /** Alone in the world, it would wait for ever. */
  waits(): boolean {
    return false;
  }

  #undefined(): never {
    throw new GuestException({ kind: "undefined", word: this.#word() });
  }
}
