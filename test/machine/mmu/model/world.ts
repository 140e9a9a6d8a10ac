// What a translation depends on, and what can come of it: the model's words for both. The model (model.ts) is stage 1 of
// the EL1&0 regime as the Arm ARM's chapter "The AArch64 Virtual Memory System Architecture" has it, written for
// clarity alone and knowing nothing of src/machine/mmu: bigints, no TLB, every access walks.
//
// Where the manual leaves a choice, CHOICES says which is taken.

/** What the regime's registers and memory hold. */
export interface World {
  readonly SCTLR_EL1: bigint;
  readonly TCR_EL1: bigint;
  readonly TTBR0_EL1: bigint;
  readonly TTBR1_EL1: bigint;
  readonly MAIR_EL1: bigint;
  /** PSTATE.PAN. */
  readonly PAN: boolean;
  /** The doubleword at a physical address that is a multiple of 8; undefined where nothing answers. */
  read(address: bigint): bigint | undefined;
}

export interface Access {
  readonly kind: "read" | "write" | "fetch";
  /** Whose rights are asked for: EL0's by LDTR and STTR, too. */
  readonly level: 0 | 1;
}

/** Memory types with their MAIR encodings; a reserved encoding has none. */
export type MemoryType = "Device-nGnRnE" | "Device-nGnRE" | "Device-nGRE" | "Device-GRE" | "Normal";

export interface Memory {
  readonly type: MemoryType | "reserved";
  /** The byte of MAIR_EL1. */
  readonly attributes: bigint;
  /** The descriptor's SH: 0 non-shareable, 2 outer, 3 inner, 1 reserved. */
  readonly shareability: bigint;
}

export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}

export interface Mapped {
  readonly kind: "mapped";
  /** Where the byte lies, not its page. */
  readonly address: bigint;
  readonly memory: Memory;
  /** By exception level; PSTATE.PAN is not in them. */
  readonly rights: readonly [EL0: Rights, EL1: Rights];
  /** Of the descriptor that ends the walk; undefined if there was none. */
  readonly level: number | undefined;
  readonly isGlobal: boolean;
}

export interface Faulted {
  readonly kind: "fault";
  readonly fault: "translation" | "address size" | "access flag" | "permission" | "external";
  readonly level: number;
}

export type Outcome = Mapped | Faulted;

export interface Choices {
  /** Width of a physical address: ID_AA64MMFR0_EL1.PARange. */
  readonly physicalBits: number;
  /** "TxSZ": beyond 16 to 39, which FEAT_TTST would allow, a Translation fault at level 0; or as if it were the nearest. */
  readonly badTxSZ: "fault" | "nearest";
  /** "TG0", "TG1": a reserved value is as if it were that of a size that is implemented. */
  readonly badGranule: 12 | 14 | 16;
  /** "Instruction fetch from Device memory" is a Permission fault, or as if it were Normal. */
  readonly fetchFromDevice: "fault" | "normal";
}

/** As QEMU chooses, too. The contiguous bit is but a hint to a TLB, so that misusing it has no effect either. */
export const CHOICES: Choices = { physicalBits: 48, badTxSZ: "fault", badGranule: 12, fetchFromDevice: "normal" };

/** Bits `high` to `low`, as the manual writes value<high:low>. */
export const bits = (value: bigint, high: number, low: number): bigint =>
  (value >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n);

export const bit = (value: bigint, index: number): boolean => bits(value, index, index) === 1n;
