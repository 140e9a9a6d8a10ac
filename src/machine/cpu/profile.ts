// What this machine is: the features of the architecture that it has beyond Armv8.0-A's base,
// floating point and Advanced SIMD (Arm ARM, "Architectural features"). Whatever a row of the
// tables requires beyond these is decoded and disassembled, and Undefined when it is executed.
// Semantics (semantics.ts), the CPU and the appendix read this list; so do the ID registers.

import { featuresOf, type Row } from "../decoder/row";

export const PROFILE = [
  "FEAT_CRC32", "FEAT_AES", "FEAT_PMULL", "FEAT_SHA1", "FEAT_SHA256", "FEAT_SHA512", "FEAT_SHA3",
  "FEAT_LSE", "FEAT_RDM", "FEAT_PAN", "FEAT_PAN2", "FEAT_UAO", "FEAT_FP16", "FEAT_DotProd",
  "FEAT_FCMA", "FEAT_JSCVT", "FEAT_LRCPC", "FEAT_FlagM", "FEAT_FRINTTS", "FEAT_SB",
] as const;

export type Feature = (typeof PROFILE)[number];

const features: ReadonlySet<string> = new Set(PROFILE);

/** A hint is a NOP to a processor that does not know it (Arm ARM, "Hints"). */
const isHint = (row: Row): boolean => row.class === "Hints";

/** Whether `word`, which must match `row`, is an instruction of this machine. */
export const isInProfile = (row: Row, word: number): boolean =>
  isHint(row) || featuresOf(row, word).every((feature) => features.has(feature));
