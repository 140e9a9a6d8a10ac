// Where the machine's state lies in its one WebAssembly.Memory, so that compiled code can work on
// the bytes that the interpreter works on. Each CPU has a page of its own; RAM follows.
//
//   CPU n, at n * 0x1000:
//   0x000  X0 ... X30            31 doublewords
//   0x0f8  SP                    element 31 of the same array: the one in use
//   0x100  V0 ... V31            32 quadwords, element 0 lowest
//   0x300  PC
//   0x308  NZCV                  N in bit 3
//   0x310  FPCR, 0x318 FPSR
//   0x320  instructions retired
//   0x328  TPIDR_EL0, 0x330 TPIDRRO_EL0
//   0x338  exceptions taken where no instruction was completed
//   0x340  exclusive monitor: address, 0x348 bytes watched (0: none)
//   0x350  PSTATE                as SPSR_EL1 has it, without NZCV
//   0x358  SP_EL0, 0x360 SP_EL1  those not in use
//   0x368  cycles slept, 0x370 the event register
//   0x400  system registers      a doubleword each, to the page's end
//
//   0x10000  RAM
//   behind RAM                   what is not state, if anything: chapter 11's translations
//
// 1. The memory is sized once: growing it would detach every view.
// 2. All that the guest can see is in it, so that its bytes are a snapshot, and their hash a proof.

import { bug } from "../../base/bug";

export const SP = 31;
export const PAGE = 0x1000;
export const MOST_CPUS = 8;
export const RAM_OFFSET = 0x10000;
const WASM_PAGE = 0x10000;

/** Live views of one CPU's page: whoever makes them, they show the same registers. */
export interface CpuState {
  /** X0 to X30, then SP. */
  readonly x: BigUint64Array;
  /** V0 to V31, two doublewords each, the low one first. */
  readonly v: BigUint64Array;
  /** The elements of scalars, below. */
  readonly scalars: BigUint64Array;
  /** The exclusive monitor: address, bytes. */
  readonly monitor: BigUint64Array;
  /** The elements of levels, below. */
  readonly levels: BigUint64Array;
  /** Chapter 3's table gives each system register an element. */
  readonly system: BigUint64Array;
}

/** Elements of `scalars`. */
export const PC = 0;
export const NZCV = 1;
export const FPCR = 2;
export const FPSR = 3;
export const RETIRED = 4;
export const TPIDR_EL0 = 5;
export const TPIDRRO_EL0 = 6;
export const TAKEN = 7;

/** Elements of `levels`: what chapters 3 and 5 add. */
export const PSTATE = 0;
/** SP_EL0 and SP_EL1 are at SP_BANK + their level. */
export const SP_BANK = 1;
export const SLEPT = 3;
export const EVENT = 4;

const SYSTEM = 0x400;

/** A memory for the machine's CPUs, `ramBytes` of RAM, and `moreBytes` behind it. */
export function createMemory(ramBytes: number, moreBytes = 0): WebAssembly.Memory {
  if (ramBytes % PAGE !== 0) bug(`RAM of ${ramBytes} bytes is not whole pages`);
  const pages = Math.ceil((RAM_OFFSET + ramBytes + moreBytes) / WASM_PAGE);
  return new WebAssembly.Memory({ initial: pages, maximum: pages });
}

export function cpuStateIn({ buffer }: Pick<WebAssembly.Memory, "buffer">, cpu: number): CpuState {
  const at = cpu * PAGE;
  return {
    x: new BigUint64Array(buffer, at, 32),
    v: new BigUint64Array(buffer, at + 0x100, 64),
    scalars: new BigUint64Array(buffer, at + 0x300, 8),
    monitor: new BigUint64Array(buffer, at + 0x340, 2),
    levels: new BigUint64Array(buffer, at + 0x350, 5),
    system: new BigUint64Array(buffer, at + SYSTEM, (PAGE - SYSTEM) / 8),
  };
}
