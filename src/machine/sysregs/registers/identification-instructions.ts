// What instructions the machine has (Arm ARM, "AArch64 Instruction Set Attribute Register" 0, 1
// and 2). A program may not execute what these do not claim, even if it would work.

import type { RegisterTable } from "../register";
import { identifies } from "./claim";

export const INSTRUCTION_ID_REGISTERS = {
  ID_AA64ISAR0_EL1: identifies({
    title: "AArch64 Instruction Set Attribute Register 0",
    purpose: "Says which of the first extensions of the instruction set there are.",
    fields: [
      ["63:60", "RNDR", "Random numbers", { "0b0001": "FEAT_RNG" }],
      ["59:56", "TLB", "TLBI for outer shareable domains, and for ranges of addresses", {
        "0b0001": "FEAT_TLBIOS",
        "0b0010": "FEAT_TLBIOS, FEAT_TLBIRANGE",
      }],
      ["55:52", "TS", "Instructions that change the flags", {
        "0b0001": "FEAT_FlagM",
        "0b0010": "FEAT_FlagM, FEAT_FlagM2",
      }],
      ["51:48", "FHM", "FMLAL and FMLSL: half precision, summed in single", {
        "0b0001": "FEAT_FHM",
      }],
      ["47:44", "DP", "SDOT and UDOT: dot products of bytes", { "0b0001": "FEAT_DotProd" }],
      ["43:40", "SM4", "The Chinese block cipher", { "0b0001": "FEAT_SM4" }],
      ["39:36", "SM3", "The Chinese hash function", { "0b0001": "FEAT_SM3" }],
      ["35:32", "SHA3", "EOR3, RAX1, XAR, BCAX: what SHA-3 is made of", { "0b0001": "FEAT_SHA3" }],
      ["31:28", "RDM", "SQRDMLAH and SQRDMLSH: rounding doubling multiply-accumulate", {
        "0b0001": "FEAT_RDM",
      }],
      ["27:24", "TME", "Transactional memory", { "0b0001": "FEAT_TME" }],
      ["23:20", "Atomic", "LDADD, SWP, CAS: read, change and write in one instruction", {
        "0b0010": "FEAT_LSE",
      }],
      ["19:16", "CRC32", "Checksums", { "0b0001": "FEAT_CRC32" }],
      ["15:12", "SHA2", "The hash functions SHA-256 and SHA-512", {
        "0b0001": "FEAT_SHA256",
        "0b0010": "FEAT_SHA256, FEAT_SHA512",
      }],
      ["11:8", "SHA1", "The hash function SHA-1", { "0b0001": "FEAT_SHA1" }],
      ["7:4", "AES", "The block cipher AES, and the multiplication of polynomials", {
        "0b0001": "FEAT_AES",
        "0b0010": "FEAT_AES, FEAT_PMULL",
      }],
    ],
  }),
  ID_AA64ISAR1_EL1: identifies({
    title: "AArch64 Instruction Set Attribute Register 1",
    purpose: "Says which of the later extensions of the instruction set there are.",
    fields: [
      ["63:60", "LS64", "Loads and stores of 64 bytes at once", {
        "0b0001": "FEAT_LS64",
        "0b0010": "FEAT_LS64, FEAT_LS64_V",
        "0b0011": "FEAT_LS64, FEAT_LS64_V, FEAT_LS64_ACCDATA",
      }],
      ["59:56", "XS", "Maintenance that need not wait for slow devices", { "0b0001": "FEAT_XS" }],
      ["55:52", "I8MM", "Multiplication of matrices of bytes", { "0b0001": "FEAT_I8MM" }],
      ["51:48", "DGH", "A hint that stores should not be gathered", { "0b0001": "FEAT_DGH" }],
      ["47:44", "BF16", "The number format BFloat16", {
        "0b0001": "FEAT_BF16",
        "0b0010": "FEAT_BF16, FEAT_EBF16",
      }],
      ["43:40", "SPECRES", "CFP, DVP and CPP: what was predicted is forgotten", {
        "0b0001": "FEAT_SPECRES",
      }],
      ["39:36", "SB", "A barrier against speculation", { "0b0001": "FEAT_SB" }],
      ["35:32", "FRINTTS", "FRINT32Z and its kin: rounding to what an integer can hold", {
        "0b0001": "FEAT_FRINTTS",
      }],
      ["31:28", "GPI", "Generic pointer authentication, by an algorithm of the maker's", {
        "0b0001": "FEAT_PACIMP",
      }],
      ["27:24", "GPA", "Generic pointer authentication, by QARMA5", { "0b0001": "FEAT_PACQARMA5" }],
      ["23:20", "LRCPC", "LDAPR: load-acquire that is weaker, and cheaper, than LDAR", {
        "0b0001": "FEAT_LRCPC",
        "0b0010": "FEAT_LRCPC, FEAT_LRCPC2",
      }],
      ["19:16", "FCMA", "FCADD and FCMLA: complex numbers", { "0b0001": "FEAT_FCMA" }],
      ["15:12", "JSCVT", "FJCVTZS: a number made an integer as JavaScript does it", {
        "0b0001": "FEAT_JSCVT",
      }],
      ["11:8", "API", "Pointer authentication, by an algorithm of the maker's", {
        "0b0001": "FEAT_PAuth, FEAT_PACIMP",
      }],
      ["7:4", "APA", "Pointer authentication, by QARMA5", {
        "0b0001": "FEAT_PAuth, FEAT_PACQARMA5",
      }],
      ["3:0", "DPB", "DC CVAP and DC CVADP: data written to where it outlives the power", {
        "0b0001": "FEAT_DPB",
        "0b0010": "FEAT_DPB, FEAT_DPB2",
      }],
    ],
  }),
  ID_AA64ISAR2_EL1: identifies({
    title: "AArch64 Instruction Set Attribute Register 2",
    purpose: "Says which of the latest extensions of the instruction set there are.",
    fields: [
      ["23:20", "BC", "BC.cond: a branch that is hinted to be consistent", {
        "0b0001": "FEAT_HBC",
      }],
      ["19:16", "MOPS", "CPY and SET: memory copied and filled", { "0b0001": "FEAT_MOPS" }],
      ["15:12", "APA3", "Pointer authentication, by QARMA3", {
        "0b0001": "FEAT_PAuth, FEAT_PACQARMA3",
      }],
      ["11:8", "GPA3", "Generic pointer authentication, by QARMA3", {
        "0b0001": "FEAT_PACQARMA3",
      }],
      ["7:4", "RPRES", "Reciprocal estimates of 12 bits", { "0b0001": "FEAT_RPRES" }],
      ["3:0", "WFxT", "WFET and WFIT: waiting with a time limit", { "0b0010": "FEAT_WFxT" }],
    ],
  }),
} as const satisfies RegisterTable;
