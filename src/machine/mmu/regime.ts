// What five registers say about translation (Arm ARM, "TCR_EL1, Translation Control Register
// (EL1)"), unpacked once for many walks. The EL1&0 regime has two address ranges, each with tables
// of its own:
//
//   0xffff_ffff_ffff_ffff  +----------------------------+
//                          | upper range: TTBR1_EL1     |  2^(64 - T1SZ) bytes
//                          +----------------------------+
//                          | neither: translation fault |
//                          +----------------------------+
//                          | lower range: TTBR0_EL1     |  2^(64 - T0SZ) bytes
//   0                      +----------------------------+
//
// Choices that the manual leaves open:
// 1. TnSZ below 16 or above 39 faults at level 0 (as QEMU does); it is not taken for the nearest
//    legal size.
// 2. A reserved TGn means 4 KiB.
// 3. Bits of BADDR below the first table's alignment are taken for zero.

import type { PhysAddr, VirtAddr } from "../../base/word";
import { fieldOf } from "../sysregs/field";
import type { SystemView } from "../sysregs/view";
import { firstTableEntries, type Granule, startLevel } from "./granule";

/** The registers that a translation depends on. */
export interface TranslationRegisters {
  readonly SCTLR_EL1: bigint;
  readonly TCR_EL1: bigint;
  readonly TTBR0_EL1: bigint;
  readonly TTBR1_EL1: bigint;
  readonly MAIR_EL1: bigint;
}

export function registersOf(view: Pick<SystemView, "stored">): TranslationRegisters {
  return {
    SCTLR_EL1: view.stored("SCTLR_EL1"),
    TCR_EL1: view.stored("TCR_EL1"),
    TTBR0_EL1: view.stored("TTBR0_EL1"),
    TTBR1_EL1: view.stored("TTBR1_EL1"),
    MAIR_EL1: view.stored("MAIR_EL1"),
  };
}

/** One of the two ranges. */
export interface VaRange {
  readonly half: "lower" | "upper";
  /** TBIn: bits 63:56 are the program's own. */
  readonly TBI: boolean;
  /** EPDn: what the TLB does not know is not looked up. */
  readonly EPD: boolean;
  /** 64 - TnSZ. */
  readonly inputBits: number;
  /** Whether TnSZ is a size that this machine has. */
  readonly isSizeLegal: boolean;
  readonly granule: Granule;
  readonly startLevel: number;
  /** The first table. */
  readonly table: PhysAddr;
}

export interface Regime {
  /** SCTLR_EL1.M: without it, addresses are physical. */
  readonly M: boolean;
  /** SCTLR_EL1.WXN: what can be written cannot be executed. */
  readonly WXN: boolean;
  readonly lower: VaRange;
  readonly upper: VaRange;
  /** Bits of a physical address that tables may use (TCR_EL1.IPS, PARange). */
  readonly outputBits: number;
  readonly asid: number;
  /** MAIR_EL1's eight bytes. */
  readonly attributes: readonly number[];
}

/** Bits of this machine's physical addresses: ID_AA64MMFR0_EL1.PARange is 0b0101. */
export const PA_BITS = 48;
/** By TCR_EL1.IPS. More than the machine has is what it has. */
const OUTPUT_BITS = [32, 36, 40, 42, 44, PA_BITS, PA_BITS, PA_BITS] as const;

const LEAST_TXSZ = 16;
const MOST_TXSZ = 39;

/** By TCR_EL1.TG0 and TG1, which do not agree about anything. */
const TG0_GRANULES = [12, 16, 14, 12] as const satisfies readonly Granule[];
const TG1_GRANULES = [12, 14, 12, 16] as const satisfies readonly Granule[];

export function regimeOf(registers: TranslationRegisters): Regime {
  const { SCTLR_EL1, TCR_EL1, TTBR0_EL1, TTBR1_EL1, MAIR_EL1 } = registers;
  const tcr = (high: number, low = high): number => Number(fieldOf(TCR_EL1, high, low));
  const isSet = (bit: number): boolean => tcr(bit) === 1;
  return {
    M: (SCTLR_EL1 & 1n) !== 0n,
    WXN: fieldOf(SCTLR_EL1, 19, 19) === 1n,
    lower: rangeOf({
      half: "lower", TxSZ: tcr(5, 0), EPD: isSet(7), TBI: isSet(37), TTBR: TTBR0_EL1,
      granule: TG0_GRANULES[tcr(15, 14)]!,
    }),
    upper: rangeOf({
      half: "upper", TxSZ: tcr(21, 16), EPD: isSet(23), TBI: isSet(38), TTBR: TTBR1_EL1,
      granule: TG1_GRANULES[tcr(31, 30)]!,
    }),
    outputBits: OUTPUT_BITS[tcr(34, 32)]!,
    asid: asidOf(isSet(22) ? TTBR1_EL1 : TTBR0_EL1, isSet(36)),
    attributes: Array.from({ length: 8 }, (_, i) => Number(fieldOf(MAIR_EL1, 8 * i + 7, 8 * i))),
  };
}

interface RangeFields {
  readonly half: "lower" | "upper";
  readonly TxSZ: number;
  readonly EPD: boolean;
  readonly TBI: boolean;
  readonly granule: Granule;
  readonly TTBR: bigint;
}

function rangeOf({ half, TxSZ, EPD, TBI, granule, TTBR }: RangeFields): VaRange {
  const isSizeLegal = TxSZ >= LEAST_TXSZ && TxSZ <= MOST_TXSZ;
  const inputBits = 64 - Math.min(Math.max(TxSZ, LEAST_TXSZ), MOST_TXSZ);
  const bytes = 8 * firstTableEntries(inputBits, granule);
  const base = Number(fieldOf(TTBR, 47, 0));
  return {
    half, TBI, EPD, inputBits, isSizeLegal, granule,
    startLevel: startLevel(inputBits, granule),
    table: base - (base % bytes),
  };
}

/** Of 16 bits, or of 8 if TCR_EL1.AS is 0. */
function asidOf(TTBR: bigint, is16Bits: boolean): number {
  return Number(fieldOf(TTBR, is16Bits ? 63 : 55, 48));
}

/** The range whose tables `va` is looked up in: bit 55 decides, whatever stands above it. */
export const rangeFor = ({ lower, upper }: Regime, va: VirtAddr): VaRange =>
  fieldOf(va, 55, 55) === 0n ? lower : upper;

/** Whether all bits above the range's size are as bit 55 is. A tag counts for nothing. */
export function isInRange(va: VirtAddr, { inputBits, TBI }: VaRange): boolean {
  const above = BigInt.asIntN(TBI ? 56 : 64, va) >> BigInt(inputBits);
  return above === (fieldOf(va, 55, 55) === 0n ? 0n : -1n);
}
