// What an instruction can change, as one record of 104 doublewords, little-endian. The harness (harness.s) and our
// interpreter (ours.ts) answer in it, so that two answers are compared as bytes.
//
//   0...30  X0...X30    32  NZCV (in bits 31 to 28)    35  PC, if a signal ended it    38  count (see harness.s)
//   31      SP          33  FPCR                       36  the signal, or 0            39  -
//                       34  FPSR                       37  the address it is about     40...103  V0...V31, low half first
//
// 1. A record's bytes are the same on any machine: Node runs on little-endian ones only.

export const SP = 31;
export const NZCV = 32;
export const FPCR = 33;
export const FPSR = 34;
export const PC = 35;
export const SIGNAL = 36;
export const FAULT = 37;
export const COUNT = 38;
export const V = 40;
export const DWORDS = 104;
export const RECORD_BYTES = 8 * DWORDS;

/** How Linux says that an instruction could not be. */
export const SIGILL = 4;
export const SIGTRAP = 5;
export const SIGBUS = 7;
export const SIGSEGV = 11;

export class State {
  readonly dwords: BigUint64Array;
  /** The same bytes. */
  readonly words: Uint32Array;
  readonly bytes: Uint8Array;

  constructor(buffer: ArrayBuffer = new ArrayBuffer(RECORD_BYTES), offset = 0) {
    this.dwords = new BigUint64Array(buffer, offset, DWORDS);
    this.words = new Uint32Array(buffer, offset, 2 * DWORDS);
    this.bytes = new Uint8Array(buffer, offset, RECORD_BYTES);
  }

  copy(): State {
    const copy = new State();
    copy.bytes.set(this.bytes);
    return copy;
  }

  get(index: number): bigint {
    return this.dwords[index]!;
  }

  set(index: number, value: bigint): void {
    this.dwords[index] = value;
  }
}

/** A doubleword of the window that is no longer what it was. */
export interface MemoryChange {
  /** In bytes, from the window's start. */
  readonly offset: number;
  readonly value: bigint;
}

/** What became of a request. */
export interface Answer {
  readonly state: State;
  readonly memory: readonly MemoryChange[];
}

/** "x3", "v7.d[1]", "nzcv" */
export function nameOf(index: number): string {
  if (index < SP) return `x${index}`;
  if (index >= V) return `v${(index - V) >> 1}.d[${(index - V) & 1}]`;
  return SCALARS[index] ?? `dword ${index}`;
}

const SCALARS: Readonly<Record<number, string>> = {
  [SP]: "sp", [NZCV]: "nzcv", [FPCR]: "fpcr", [FPSR]: "fpsr", [PC]: "pc", [SIGNAL]: "signal", [FAULT]: "address",
};
