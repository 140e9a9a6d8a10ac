// A machine with nothing but memory, the registers that translation depends on, and an MMU. Tables
// are written descriptor by descriptor, as the manual draws them.

import { type Cause, GuestException } from "../../../src/machine/cpu/exception";
import { cpuStateIn, createMemory, PAGE, PSTATE } from "../../../src/machine/cpu/layout";
import { EMPTY_BUS, PhysicalMemory, type Bus } from "../../../src/machine/cpu/physical-memory";
import { Mmu, type MmuOptions } from "../../../src/machine/mmu/mmu";
import type { PageRange } from "../../../src/machine/mmu/tlb";
import type { OperationName } from "../../../src/machine/sysregs/operations";
import type { SystemView } from "../../../src/machine/sysregs/view";

export const RAM = 0x4000_0000;
const RAM_PAGES = 256;

/** PSTATE's EL field and PAN bit, as SPSR_EL1 has them. */
export const EL1 = 0b01_0_1;
export const EL0 = 0;
export const PAN = 1 << 22;

export const M = 1n << 0n;
export const WXN = 1n << 19n;

/** TCR_EL1: 39 bits below and above, 4 KiB granules, IPS 48 bits, as AArch64 Linux has it. */
export const LINUX_TCR = 25n | (25n << 16n) | (0b10n << 30n) | (0b101n << 32n);

/** Bits of descriptors. */
export const TABLE = 0b11n;
export const BLOCK = 0b01n;
export const PAGE_ = 0b11n;
export const AF = 1n << 10n;
export const NG = 1n << 11n;
export const EL0_TOO = 1n << 6n;
export const READ_ONLY = 1n << 7n;
export const PXN = 1n << 53n;
export const UXN = 1n << 54n;
export const attr = (index: number): bigint => BigInt(index) << 2n;

export class World {
  readonly physical: PhysicalMemory;
  readonly registers = new Map<string, bigint>([
    ["SCTLR_EL1", M], ["TCR_EL1", LINUX_TCR], ["TTBR0_EL1", BigInt(RAM)], ["TTBR1_EL1", BigInt(RAM + 0x10000)],
    // Attr0 Normal write-back, Attr1 Device-nGnRE, Attr2 Normal non-cacheable.
    ["MAIR_EL1", 0x44_04_ffn],
  ]);
  /** What the CPU was told to forget. */
  readonly forgotten: (PageRange | "all")[] = [];
  readonly zeroed: [bigint, number][] = [];
  readonly mmu: Mmu;
  pstate = EL1;

  constructor(options: Partial<MmuOptions> = {}, bus: Bus = EMPTY_BUS) {
    const memory = createMemory(RAM_PAGES * PAGE);
    this.physical = new PhysicalMemory(memory, RAM, RAM_PAGES * PAGE, bus);
    const state = cpuStateIn(memory, 0);
    const view: SystemView = {
      state,
      clock: { cycles: 0n, count: 0n },
      stored: (name) => this.registers.get(name) ?? 0n,
      store: (name, value) => void this.registers.set(name, value),
      pstate: EL1,
    };
    this.mmu = new Mmu({
      physical: this.physical,
      view: () => {
        state.levels[PSTATE] = BigInt(this.pstate);
        return view;
      },
      forget: (range) => void this.forgotten.push(range === undefined ? "all" : { page: range.page, pages: range.pages }),
      zero: (address, bytes) => void this.zeroed.push([address, bytes]),
      ...options,
    });
  }

  set(name: "SCTLR_EL1" | "TCR_EL1" | "TTBR0_EL1" | "TTBR1_EL1" | "MAIR_EL1", value: bigint): this {
    this.registers.set(name, value);
    this.mmu.changed();
    return this;
  }

  /** Doublewords of RAM. */
  put(...doublewords: readonly (readonly [address: number, value: bigint])[]): this {
    for (const [address, value] of doublewords) this.physical.view.setBigUint64(address - RAM, value, true);
    return this;
  }

  /**
   * Three levels of 4 KiB tables below TTBR0_EL1, at RAM, RAM + 0x1000, RAM + 0x2000: the page at
   * 0 is what `page` says, the block of 2 MiB behind the first what `block` says.
   */
  map({ page, block = 0n }: { readonly page: bigint; readonly block?: bigint }): this {
    return this.put(
      [RAM, BigInt(RAM + 0x1000) | TABLE],
      [RAM + 0x1000, BigInt(RAM + 0x2000) | TABLE],
      [RAM + 0x1008, block],
      [RAM + 0x2000, page],
    );
  }

  get par(): bigint | undefined {
    return this.registers.get("PAR_EL1");
  }

  at(form: string, address: bigint): bigint | undefined {
    this.registers.delete("PAR_EL1");
    this.mmu.operate(`AT ${form}` as OperationName, address);
    return this.par;
  }

  tlbi(form: string, Xt = 0n): void {
    this.mmu.operate(`TLBI ${form}`, Xt);
  }
}

/** What `action` throws, or "nothing". */
export function causeOf(action: () => unknown): Cause | "nothing" {
  try {
    action();
    return "nothing";
  } catch (thrown) {
    if (thrown instanceof GuestException) return thrown.cause;
    throw thrown;
  }
}

/** "translation 3", "external 1", "alignment", or where the page is: "0x40080000". */
export function outcome(world: World, address: bigint, purpose: "read" | "write" | "fetch", unprivileged = false): string {
  try {
    return `0x${world.mmu.translate(address, purpose, unprivileged).page.toString(16)}`;
  } catch (thrown) {
    if (!(thrown instanceof GuestException)) throw thrown;
    const { cause } = thrown;
    if (cause.kind !== "data abort" && cause.kind !== "instruction abort") throw thrown;
    const { fault } = cause;
    return "level" in fault ? `${fault.kind} ${fault.level}` : fault.kind;
  }
}
