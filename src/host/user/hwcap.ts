// AT_HWCAP and AT_HWCAP2: what Linux tells a program of the processor, so that it need not try (Linux,
// arch/arm64/include/uapi/asm/hwcap.h). Only what is in the profile is claimed.

import type { Feature } from "../../machine/cpu/profile";
import { PROFILE } from "../../machine/cpu/profile";

/** Floating point and Advanced SIMD, which every profile has. */
const ALWAYS = [0, 1];

/** Bit, name, and the features that it stands for. */
const HWCAP: readonly (readonly [bit: number, name: string, ...features: Feature[]])[] = [
  [3,  "HWCAP_AES",      "FEAT_AES"],
  [4,  "HWCAP_PMULL",    "FEAT_PMULL"],
  [5,  "HWCAP_SHA1",     "FEAT_SHA1"],
  [6,  "HWCAP_SHA2",     "FEAT_SHA256"],
  [7,  "HWCAP_CRC32",    "FEAT_CRC32"],
  [8,  "HWCAP_ATOMICS",  "FEAT_LSE"],
  [9,  "HWCAP_FPHP",     "FEAT_FP16"],
  [10, "HWCAP_ASIMDHP",  "FEAT_FP16"],
  [12, "HWCAP_ASIMDRDM", "FEAT_RDM"],
  [13, "HWCAP_JSCVT",    "FEAT_JSCVT"],
  [14, "HWCAP_FCMA",     "FEAT_FCMA"],
  [15, "HWCAP_LRCPC",    "FEAT_LRCPC"],
  [17, "HWCAP_SHA3",     "FEAT_SHA3"],
  [20, "HWCAP_ASIMDDP",  "FEAT_DotProd"],
  [21, "HWCAP_SHA512",   "FEAT_SHA512"],
  [27, "HWCAP_FLAGM",    "FEAT_FlagM"],
  [29, "HWCAP_SB",       "FEAT_SB"],
];

const HWCAP2: typeof HWCAP = [
  [8, "HWCAP2_FRINT", "FEAT_FRINTTS"],
];

const claimed = (rows: typeof HWCAP): number[] =>
  rows.filter(([, , ...features]) => features.every((each) => PROFILE.includes(each))).map(([bit]) => bit);

const bitsOf = (bits: readonly number[]): bigint => bits.reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n);

export const hwcap = (): bigint => bitsOf([...ALWAYS, ...claimed(HWCAP)]);
export const hwcap2 = (): bigint => bitsOf(claimed(HWCAP2));
