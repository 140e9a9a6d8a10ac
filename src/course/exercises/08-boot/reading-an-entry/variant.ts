// A kernel that was never written, on a processor that was: what it asks of a loader, and what it does about the rest.

import type { Draw } from "../../draw";

/** What it may ask of a loader. */
export const CHECKS = ["level", "place", "tree", "overlap", "rest", "mmu", "cache", "order"] as const;
export type Check = (typeof CHECKS)[number];

// Types, not interfaces: only a type is Plain.
/** A register that EL1 depends on, and what has to be in it: some bits 1 and some 0, or what another register has. */
export type Setting =
  | { readonly register: string; readonly kind: "bits"; readonly ones: bigint; readonly zeros: bigint; readonly ifGic: boolean }
  | { readonly register: string; readonly kind: "whole"; readonly value: bigint }
  | { readonly register: string; readonly kind: "copy"; readonly of: string };

export type EntryVariant = {
  readonly kernel: string;
  /** The image is at a multiple of `alignment`, and `offset` above. */
  readonly alignment: bigint;
  readonly offset: bigint;
  readonly imageBytes: bigint;
  /** In their order, each with the number that says what is wrong. */
  readonly checks: readonly { readonly check: Check; readonly code: number }[];
  readonly settings: readonly Setting[];
  /** Which stack pointer it wants at EL1, and which letters of DAIF not to be masked; "found": those that are not. */
  readonly stack: "SP_EL0" | "SP_EL1";
  readonly open: string;
  /** Where it goes on at EL1, from the image's beginning. */
  readonly goesOnAt: bigint;
  /** Where physical address 0 is to be, in the upper half. */
  readonly base: bigint;
};

const KERNELS = ["Gannet", "Petrel", "Skua", "Puffin", "Fulmar", "Razorbill", "Kittiwake", "Shearwater"] as const;
const KIB = 1024n;
const MIB = KIB * KIB;

export function drawEntryVariant(draw: Draw): EntryVariant {
  const alignment = draw.pick([64n * KIB, 512n * KIB, 2n * MIB, 4n * MIB, 16n * MIB]);
  const imageBytes = BigInt(draw.between(20, 900)) * 4n * KIB;
  return {
    kernel: draw.pick(KERNELS),
    alignment, imageBytes,
    offset: draw.below(3) === 0 ? 0n : BigInt(draw.between(1, 15)) * 4n * KIB,
    checks: drawChecks(draw),
    settings: drawSettings(draw),
    stack: draw.pick(["SP_EL0", "SP_EL1"] as const),
    open: draw.pick(["", "", "A", "AF", "DA", "found"]),
    goesOnAt: BigInt(draw.between(0x20, Number(imageBytes / 8n))) * 4n,
    base: 2n ** 64n - 2n ** BigInt(draw.between(38, 47)) + BigInt(draw.below(200)) * 1024n * MIB,
  };
}

function drawChecks(draw: Draw): EntryVariant["checks"] {
  const codes = draw.shuffle(Array.from({ length: 200 }, (_, i) => i + 16));
  const others = draw.shuffle(CHECKS.filter((check) => check !== "level")).slice(0, 4);
  return draw.shuffle(["level" as const, ...others]).map((check, i) => ({ check, code: codes[i]! }));
}

function drawSettings(draw: Draw): Setting[] {
  const bit = (low: number): bigint => 2n ** BigInt(low);
  const some = (bits: readonly number[]): bigint => bits.filter(() => draw.bits(1) === 1).reduce((word, low) => word | bit(low), 0n);
  const all: Setting[] = [
    // RW; and of TGE, IMO, FMO and AMO some.
    { register: "HCR_EL2", kind: "bits", ones: bit(31), zeros: bit(27) | some([3, 4, 5]), ifGic: false },
    // EL1PCTEN, EL1PCEN
    { register: "CNTHCTL_EL2", kind: "bits", ones: 3n, zeros: some([2, 3]), ifGic: false },
    // TFP; and of TZ, TTA and TCPAC some.
    { register: "CPTR_EL2", kind: "bits", ones: some([0, 1, 2]), zeros: bit(10) | some([8, 20, 31]), ifGic: false },
    // SRE, Enable; and of DFB and DIB some.
    { register: "ICC_SRE_EL2", kind: "bits", ones: 9n | some([1, 2]), zeros: 0n, ifGic: true },
    { register: "CNTVOFF_EL2", kind: "whole", value: 0n },
    { register: "SCTLR_EL1", kind: "whole", value: 0x30d0_0800n | some([1, 3, 4]) },
    { register: "VPIDR_EL2", kind: "copy", of: "MIDR_EL1" },
    { register: "VMPIDR_EL2", kind: "copy", of: "MPIDR_EL1" },
  ];
  const [first, ...rest] = all;
  return draw.shuffle([first!, ...draw.shuffle(rest).slice(0, draw.between(3, 4))]);
}
