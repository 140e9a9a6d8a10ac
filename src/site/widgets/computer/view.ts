/** A machine's inside at a moment, as far as it was asked for: plain data, made in the Worker, drawn by the page. */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { TranslationRegisters } from "../../../machine/mmu/regime";
import type { CpuActivity } from "../../../machine/board/turns";
import type { DeviceView } from "./device-view";
import type { MapView } from "./map-view";

export const shownSystemRegisters = [
  "SCTLR_EL1", "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1", "VBAR_EL1", "TPIDR_EL1", "TPIDR_EL0", "TPIDRRO_EL0", "CPACR_EL1", "CNTKCTL_EL1", "CNTV_CTL_EL0", "CNTV_CVAL_EL0", "CNTP_CTL_EL0", "CNTP_CVAL_EL0",
] as const;
export type ShownSystemRegister = (typeof shownSystemRegisters)[number];

export interface CpuView {
  readonly index: number;
  readonly activity: CpuActivity;
  readonly pc: VirtAddr;
  /** X0 to X30, then SP. */
  readonly x: readonly bigint[];
  readonly level: 0 | 1;
  /** In SPSR_EL1's format, without flags. */
  readonly pstate: number;
  readonly nzcv: number;
  /** What the last exception to EL1 left. */
  readonly exception: { readonly ESR_EL1: bigint; readonly FAR_EL1: bigint; readonly ELR_EL1: bigint; readonly SPSR_EL1: bigint };
  readonly system: Readonly<Record<ShownSystemRegister, bigint>>;
  /** The instruction at PC: "bl 0x40080100"; undefined where there is no RAM. */
  readonly next: string | undefined;
  /** CNTVCT_EL0, without CNTVOFF_EL2: the count that the timers compare with. */
  readonly count: bigint;
}

/** The tables that an address's walk comes by, as they are in RAM. */
export interface WalkView {
  readonly va: VirtAddr;
  readonly registers: TranslationRegisters;
  readonly level: 0 | 1;
  readonly PAN: boolean;
  readonly descriptors: readonly (readonly [address: PhysAddr, bits: bigint])[];
}

export interface View {
  readonly cpu: CpuView;
  readonly activities: readonly CpuActivity[];
  readonly walk?: WalkView;
  readonly devices?: DeviceView;
  readonly map?: MapView;
}
