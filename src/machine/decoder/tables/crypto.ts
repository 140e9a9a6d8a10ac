// Cryptographic instructions (Arm ARM, "A64 instruction set encoding"): AES and the SHA of Armv8.0 lie among the
// Advanced SIMD encodings, what came with Armv8.2 (SHA512, SHA3, SM3, SM4) behind them, at word<31:25> = 1100111.

import type { EncodingTable } from "../row";

const AES = {
  "AESE":   ["01001110 00 10100 00100 10 Rn:5 Rd:5", "aese <Vd.16b>, <Vn.16b>",   "requires FEAT_AES"],
  "AESD":   ["01001110 00 10100 00101 10 Rn:5 Rd:5", "aesd <Vd.16b>, <Vn.16b>",   "requires FEAT_AES"],
  "AESMC":  ["01001110 00 10100 00110 10 Rn:5 Rd:5", "aesmc <Vd.16b>, <Vn.16b>",  "requires FEAT_AES"],
  "AESIMC": ["01001110 00 10100 00111 10 Rn:5 Rd:5", "aesimc <Vd.16b>, <Vn.16b>", "requires FEAT_AES"],
} as const satisfies EncodingTable;

const THREE_REGISTER_SHA = {
  "SHA1C":     ["01011110 00 0 Rm:5 0 000 00 Rn:5 Rd:5", "sha1c <Qd>, <Sn>, <Vm.4s>",         "requires FEAT_SHA1"],
  "SHA1P":     ["01011110 00 0 Rm:5 0 001 00 Rn:5 Rd:5", "sha1p <Qd>, <Sn>, <Vm.4s>",         "requires FEAT_SHA1"],
  "SHA1M":     ["01011110 00 0 Rm:5 0 010 00 Rn:5 Rd:5", "sha1m <Qd>, <Sn>, <Vm.4s>",         "requires FEAT_SHA1"],
  "SHA1SU0":   ["01011110 00 0 Rm:5 0 011 00 Rn:5 Rd:5", "sha1su0 <Vd.4s>, <Vn.4s>, <Vm.4s>", "requires FEAT_SHA1"],
  "SHA256H":   ["01011110 00 0 Rm:5 0 100 00 Rn:5 Rd:5", "sha256h <Qd>, <Qn>, <Vm.4s>",       "requires FEAT_SHA256"],
  "SHA256H2":  ["01011110 00 0 Rm:5 0 101 00 Rn:5 Rd:5", "sha256h2 <Qd>, <Qn>, <Vm.4s>",      "requires FEAT_SHA256"],
  "SHA256SU1": ["01011110 00 0 Rm:5 0 110 00 Rn:5 Rd:5", "sha256su1 <Vd.4s>, <Vn.4s>, <Vm.4s>", "requires FEAT_SHA256"],
} as const satisfies EncodingTable;

const TWO_REGISTER_SHA = {
  "SHA1H":     ["01011110 00 10100 00000 10 Rn:5 Rd:5", "sha1h <Sd>, <Sn>",           "requires FEAT_SHA1"],
  "SHA1SU1":   ["01011110 00 10100 00001 10 Rn:5 Rd:5", "sha1su1 <Vd.4s>, <Vn.4s>",   "requires FEAT_SHA1"],
  "SHA256SU0": ["01011110 00 10100 00010 10 Rn:5 Rd:5", "sha256su0 <Vd.4s>, <Vn.4s>", "requires FEAT_SHA256"],
} as const satisfies EncodingTable;

const THREE_REGISTER_IMM2 = {
  "SM3TT1A": ["11001110 010 Rm:5 10 imm2:2 00 Rn:5 Rd:5", "sm3tt1a <Vd.4s>, <Vn.4s>, <Vm.s>[<imm2>]", "requires FEAT_SM3"],
  "SM3TT1B": ["11001110 010 Rm:5 10 imm2:2 01 Rn:5 Rd:5", "sm3tt1b <Vd.4s>, <Vn.4s>, <Vm.s>[<imm2>]", "requires FEAT_SM3"],
  "SM3TT2A": ["11001110 010 Rm:5 10 imm2:2 10 Rn:5 Rd:5", "sm3tt2a <Vd.4s>, <Vn.4s>, <Vm.s>[<imm2>]", "requires FEAT_SM3"],
  "SM3TT2B": ["11001110 010 Rm:5 10 imm2:2 11 Rn:5 Rd:5", "sm3tt2b <Vd.4s>, <Vn.4s>, <Vm.s>[<imm2>]", "requires FEAT_SM3"],
} as const satisfies EncodingTable;

const THREE_REGISTER_SHA512 = {
  "SHA512H":   ["11001110 011 Rm:5 1 0 00 00 Rn:5 Rd:5", "sha512h <Qd>, <Qn>, <Vm.2d>",         "requires FEAT_SHA512"],
  "SHA512H2":  ["11001110 011 Rm:5 1 0 00 01 Rn:5 Rd:5", "sha512h2 <Qd>, <Qn>, <Vm.2d>",        "requires FEAT_SHA512"],
  "SHA512SU1": ["11001110 011 Rm:5 1 0 00 10 Rn:5 Rd:5", "sha512su1 <Vd.2d>, <Vn.2d>, <Vm.2d>", "requires FEAT_SHA512"],
  "RAX1":      ["11001110 011 Rm:5 1 0 00 11 Rn:5 Rd:5", "rax1 <Vd.2d>, <Vn.2d>, <Vm.2d>",      "requires FEAT_SHA3"],
  "SM3PARTW1": ["11001110 011 Rm:5 1 1 00 00 Rn:5 Rd:5", "sm3partw1 <Vd.4s>, <Vn.4s>, <Vm.4s>", "requires FEAT_SM3"],
  "SM3PARTW2": ["11001110 011 Rm:5 1 1 00 01 Rn:5 Rd:5", "sm3partw2 <Vd.4s>, <Vn.4s>, <Vm.4s>", "requires FEAT_SM3"],
  "SM4EKEY":   ["11001110 011 Rm:5 1 1 00 10 Rn:5 Rd:5", "sm4ekey <Vd.4s>, <Vn.4s>, <Vm.4s>",   "requires FEAT_SM4"],
} as const satisfies EncodingTable;

const FOUR_REGISTER = {
  "EOR3":   ["11001110 0 00 Rm:5 0 Ra:5 Rn:5 Rd:5", "eor3 <Vd.16b>, <Vn.16b>, <Vm.16b>, <Va.16b>", "requires FEAT_SHA3"],
  "BCAX":   ["11001110 0 01 Rm:5 0 Ra:5 Rn:5 Rd:5", "bcax <Vd.16b>, <Vn.16b>, <Vm.16b>, <Va.16b>", "requires FEAT_SHA3"],
  "SM3SS1": ["11001110 0 10 Rm:5 0 Ra:5 Rn:5 Rd:5", "sm3ss1 <Vd.4s>, <Vn.4s>, <Vm.4s>, <Va.4s>",   "requires FEAT_SM3"],
} as const satisfies EncodingTable;

const XAR = {
  "XAR": ["11001110 100 Rm:5 imm6:6 Rn:5 Rd:5", "xar <Vd.2d>, <Vn.2d>, <Vm.2d>, #<imm6>", "requires FEAT_SHA3"],
} as const satisfies EncodingTable;

const TWO_REGISTER_SHA512 = {
  "SHA512SU0": ["11001110 110 00000 1000 00 Rn:5 Rd:5", "sha512su0 <Vd.2d>, <Vn.2d>", "requires FEAT_SHA512"],
  "SM4E":      ["11001110 110 00000 1000 01 Rn:5 Rd:5", "sm4e <Vd.4s>, <Vn.4s>",      "requires FEAT_SM4"],
} as const satisfies EncodingTable;

/** Ahead of the Advanced SIMD classes, in the manual's order. */
export const CRYPTO = {
  "Cryptographic AES": AES,
  "Cryptographic three-register SHA": THREE_REGISTER_SHA,
  "Cryptographic two-register SHA": TWO_REGISTER_SHA,
} as const;

/** Behind them. */
export const CRYPTO_SHA512_SM = {
  "Cryptographic three-register, imm2": THREE_REGISTER_IMM2,
  "Cryptographic three-register SHA 512": THREE_REGISTER_SHA512,
  "Cryptographic four-register": FOUR_REGISTER,
  "XAR": XAR,
  "Cryptographic two-register SHA 512": TWO_REGISTER_SHA512,
} as const;
