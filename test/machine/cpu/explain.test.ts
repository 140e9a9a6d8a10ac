// What the explainer says, held beside the operation sections of the Arm ARM: read when a line was written, pinned
// since. And that it can say something about everything.

import { expect } from "chai";
import { explain } from "../../../src/machine/cpu/explain";
import { meaningOf, executeOf } from "../../../src/machine/cpu/meanings";
import { isInProfile } from "../../../src/machine/cpu/profile";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";

const decoder = standardDecoder();

function explained(word: number, pc?: bigint): string {
  const meaning = meaningOf(decoder, word);
  return meaning === undefined ? "Undefined" : explain(meaning, pc);
}

describe("explain", () => {
  const cases = [
    // assembly                            what it does
    ["udf #1",                                "Undefined instruction exception"],
    ["adr x0, #8",                            "x0 = PC + 8"],
    ["adrp x0, #4096",                        "x0 = (PC & 0xfffffffffffff000) + 0x1000"],
    ["add x0, x1, #1",                        "x0 = x1 + 1"],
    ["adds x1, x1, #1",                       "x1 = x1 + 1; NZCV = flags of that sum"],
    ["cmn x1, #1",                            "NZCV = flags of x1 + 1"],
    ["sub sp, sp, #32",                       "sp = sp - 0x20"],
    ["cmp w1, #1",                            "NZCV = flags of w1 - 1"],
    ["and x0, x1, #0xff",                     "x0 = x1 & 0xff"],
    ["tst w1, #1",                            "result = w1 & 1; NZCV = result<31>:(result == 0):00"],
    ["mov x0, #0x1234",                       "x0 = 0x1234"],
    ["movk x0, #1, lsl #16",                  "x0 = (x0 & 0xffffffff0000ffff) | 0x10000"],
    ["mvn w0, w1",                            "w0 = ~w1"],
    ["sbfx x0, x1, #8, #4",                   "x0 = SignExtend(x1<11:8>, 64)"],
    ["bfi x0, x1, #8, #4",                    "x0 = (x0 & 0xfffffffffffff0ff) | LSL(x1<3:0>, 8)"],
    ["lsl x0, x1, #3",                        "x0 = LSL(x1, 3)"],
    ["ror x0, x1, #8",                        "x0 = (x1:x1)<71:8>"],
    ["udiv x0, x1, x2",                       "x0 = x1 / x2"],
    ["lslv w0, w1, w2",                       "w0 = LSL(w1, w2 & 0x1f)"],
    ["crc32cb w0, w1, w2",                    "w0 = CRC32CB(w1, w2)"],
    ["rbit x0, x1",                           "x0 = ReverseBits(x1)"],
    ["rev16 x0, x1",                          "x0 = [ReverseBytes(x1.H[i]) for i in 0..3]"],
    ["clz w0, w1",                            "w0 = CountLeadingZeroBits(w1)"],
    ["eon x0, x1, x2, asr #4",                "x0 = x1 ^ ~ASR(x2, 4)"],
    ["bics x0, x1, x2",                       "result = x1 & ~x2; x0 = result; NZCV = result<63>:(result == 0):00"],
    ["add x0, sp, w2, sxtw #3",               "x0 = sp + LSL(SignExtend(x2<31:0>, 64), 3)"],
    ["adcs x0, x1, x2",                       "x0 = x1 + x2 + NZCV<1>; NZCV = flags of that sum"],
    ["sbc w0, w1, w2",                        "w0 = w1 + ~w2 + NZCV<1>"],
    ["rmif x1, #3, #5",                       "NZCV = (NZCV & 0xa) | (ROR(x1, 3)<3:0> & 5)"],
    ["setf8 w1",                              "NZCV = w1<7>:(w1<7:0> == 0):NZCV<1>:(w1<8> ^ w1<7>)"],
    ["ccmp x0, #3, #4, ne",                   "NZCV = ne ? (flags of x0 - 3) : 4"],
    ["csneg w0, w1, w2, ge",                  "w0 = ge ? w1 : -w2"],
    ["smaddl x0, w1, w2, x3",                 "x0 = x3 + (SignExtend(w1<31:0>, 64) * SignExtend(w2<31:0>, 64))"],
    ["umulh x0, x1, x2",                      "x0 = (UInt(x1) * UInt(x2))<127:64>"],
    ["b.lt #16",                              "if lt: PC = PC + 0x10"],
    ["svc #0",                                "call the operating system with 0"],
    ["brk #1",                                "break for a debugger with 1"],
    ["br x3",                                 "PC = x3"],
    ["blr x30",                               "target = x30; x30 = PC + 4; PC = target"],
    ["ret",                                   "PC = x30"],
    ["eret",                                  "PSTATE = SPSR; PC = ELR, both of this Exception level"],
    ["b #-8",                                 "PC = PC - 8"],
    ["bl #64",                                "x30 = PC + 4; PC = PC + 0x40"],
    ["cbnz w3, #16",                          "if w3 != 0: PC = PC + 0x10"],
    ["tbz x3, #63, #16",                      "if x3<63> == 0: PC = PC + 0x10"],
    ["wfi",                                   "wait for an interrupt"],
    ["yield",                                 "let another thread run"],
    ["clrex",                                 "watch no address any more"],
    ["dsb sy",                                "wait until every access before it is complete"],
    ["isb",                                   "what follows is fetched anew"],
    ["msr DAIFSet, #2",                       "PSTATE.DAIF = PSTATE.DAIF | 2"],
    ["cfinv",                                 "NZCV = NZCV ^ 2"],
    ["dc zva, x0",                            "DC ZVA with x0"],
    ["tlbi vae1, x0",                         "TLBI VAE1 with x0"],
    ["mrs x0, NZCV",                          "x0 = NZCV"],
    ["msr TPIDR_EL0, x1",                     "TPIDR_EL0 = x1"],
    ["ldr x0, #16",                           "x0 = mem64[PC + 0x10]"],
    ["ldr w0, [x1, #4]",                      "w0 = mem32[x1 + 4]"],
    ["ldrsb x0, [x1], #1",                    "address = x1; x0 = SignExtend(mem8[address], 64); x1 = address + 1"],
    ["str x0, [sp, #-16]!",                   "address = sp - 0x10; mem64[address] = x0; sp = address"],
    ["ldr x0, [x1, w2, uxtw #3]",             "x0 = mem64[x1 + LSL(ZeroExtend(x2<31:0>, 64), 3)]"],
    ["ldp x29, x30, [sp], #16",               "address = sp; first = mem64[address]; x30 = mem64[address + 8]; x29 = first; sp = address + 0x10"],
    ["stp q0, q1, [x0]",                      "address = x0; mem128[address] = V0; mem128[address + 0x10] = V1"],
    ["ldtr x0, [x1]",                         "x0 = mem64[x1] unprivileged"],
    ["ldxr x0, [x1]",                         "x0 = mem64[x1] exclusive"],
    ["stlxr w2, x0, [x1]",                    "if still watched: mem64[x1] = x0; w2 = stored ? 0 : 1"],
    ["ldaxp x0, x1, [x2]",                    "pair = mem128[x2] exclusive; x0 = pair<63:0>; x1 = pair<127:64>"],
    ["ldar w0, [x1]",                         "w0 = mem32[x1] ordered"],
    ["ldapr x0, [x1]",                        "x0 = mem64[x1] ordered"],
    ["cas x0, x1, [x2]",                      "address = x2; old = mem64[address] atomic; mem64[address] atomic = (old == x0) ? x1 : old; x0 = old"],
    ["casp x0, x1, x2, x3, [x4]",             "address = x4; old = mem128[address] atomic; mem128[address] atomic = (old == x1:x0) ? x3:x2 : old; x0 = old<63:0>; x1 = old<127:64>"],
    ["ldaddal x0, x1, [x2]",                  "address = x2; x = x0; old = mem64[address] atomic; mem64[address] atomic = old + x; x1 = old"],
    ["ldumaxb w0, w1, [x2]",                  "address = x2; x = w0<7:0>; old = mem8[address] atomic; mem8[address] atomic = (old < x) ? x : old; w1 = old"],
    ["swp x2, x0, [x1]",                      "address = x1; x = x2; old = mem64[address] atomic; mem64[address] atomic = x; x0 = old"],
    ["prfm pldl1keep, [x0]",                  "nothing"],
    ["ld1 { v0.16b, v1.16b }, [x0]",          "address = x0; first = mem128[address]; second = mem128[address + 0x10]; V0 = first; V1 = second"],
    ["ld2 { v0.4s, v1.4s }, [x0], #32",       "address = x0; first = mem128[address]; second = mem128[address + 0x10]; V0 = Deinterleave2[0](first.4S, second.4S); V1 = Deinterleave2[1](first.4S, second.4S); x0 = address + 0x20"],
    ["st1 { v0.s }[2], [x0]",                 "address = x0; mem32[address] = V0.S[2]"],
    ["ld1r { v0.8h }, [x0]",                  "address = x0; first = mem16[address]; V0 = [first for i in 0..7]"],
    ["fadd d0, d1, d2",                       "D0 = FPAdd(D1, D2)"],
    ["fnmul s0, s1, s2",                      "S0 = FPNeg(FPMul(S1, S2))"],
    ["fmsub d0, d1, d2, d3",                  "D0 = FPMulAdd(D3, FPNeg(D1), D2)"],
    ["fcmp d0, #0.0",                         "NZCV = FPCompare(D0, 0)"],
    ["fccmpe s0, s1, #4, ne",                 "NZCV = ne ? FPCompare(S0, S1, any NaN is invalid) : 4"],
    ["fcsel d0, d1, d2, gt",                  "D0 = gt ? D1 : D2"],
    ["fmov d0, #1.5",                         "D0 = 0x3ff8000000000000"],
    ["fmov x0, v1.d[1]",                      "x0 = V1.D[1]"],
    ["fcvt h0, d1",                           "H0 = FPConvert(D1, to 16 bits)"],
    ["fcvtzu w0, s1",                         "w0 = FPToFixed(S1, to unsigned 32, ZERO)"],
    ["scvtf d0, x1, #4",                      "D0 = FixedToFP(x1, from signed 64 with 4 fraction bits)"],
    ["fjcvtzs w0, d1",                        "converted = FPToFixedJS(D1); w0 = converted<31:0>; NZCV = converted<32>:00"],
    ["frintx d0, d1",                         "D0 = FPRoundInt(D1, FPCR, exact)"],
    ["frint32z s0, s1",                       "S0 = FPRoundIntN(S1, to 32 bits, ZERO)"],
    ["add v0.4s, v1.4s, v2.4s",               "V0 = [V1.S[i] + V2.S[i] for i in 0..3]"],
    ["sqadd b0, b1, b2",                      "B0 = SignedSatQ(SInt(B1) + SInt(B2), 8)"],
    ["shadd v0.8b, v1.8b, v2.8b",             "D0 = [(SInt(D1.B[i]) + SInt(D2.B[i]))<8:1> for i in 0..7]"],
    ["cmhi v0.2d, v1.2d, v2.2d",              "V0 = [(V2.D[i] < V1.D[i]) ? 0xffffffffffffffff : 0 for i in 0..1]"],
    ["bsl v0.16b, v1.16b, v2.16b",            "V0 = (V1 & V0) | (V2 & ~V0)"],
    ["umaxp v0.4h, v1.4h, v2.4h",             "even = Even(D1.4H, D2.4H); odd = Odd(D1.4H, D2.4H); D0 = [(even.H[i] < odd.H[i]) ? odd.H[i] : even.H[i] for i in 0..3]"],
    ["sqrdmlah v0.4s, v1.4s, v2.4s",          "V0 = [SignedSatQ(ASR(LSL(SInt(V0.S[i]), 0x20) + (2 * (SInt(V1.S[i]) * SInt(V2.S[i]))) + 0x80000000, 0x20), 32) for i in 0..3]"],
    ["udot v0.4s, v1.16b, v2.16b",            "V0 = [V0.S[i] + (ZeroExtend(V1.S[i].B[0], 32) * ZeroExtend(V2.S[i].B[0], 32)) + (ZeroExtend(V1.S[i].B[1], 32) * ZeroExtend(V2.S[i].B[1], 32)) + (ZeroExtend(V1.S[i].B[2], 32) * ZeroExtend(V2.S[i].B[2], 32)) + (ZeroExtend(V1.S[i].B[3], 32) * ZeroExtend(V2.S[i].B[3], 32)) for i in 0..3]"],
    ["fcadd v0.2d, v1.2d, v2.2d, #90",        "V0 = FPAdd(V1.D[1], V2.D[0]):FPAdd(V1.D[0], FPNeg(V2.D[1]))"],
    ["fmla v0.4s, v1.4s, v2.4s",              "V0 = [FPMulAdd(V0.S[i], V1.S[i], V2.S[i]) for i in 0..3]"],
    ["facgt v0.2s, v1.2s, v2.2s",             "D0 = [FPCompareGT(FPAbs(D1.S[i]), FPAbs(D2.S[i])) ? 0xffffffff : 0 for i in 0..1]"],
    ["addp d0, v1.2d",                        "D0 = V1.D[0] + V1.D[1]"],
    ["rev64 v0.8h, v1.8h",                    "V0 = REV64(V1.8H)"],
    ["uqxtn v0.8b, v1.8h",                    "D0 = [UnsignedSatQ(UInt(V1.H[i]), 8) for i in 0..7]"],
    ["sadalp v0.4h, v1.8b",                   "D0 = [SignExtend(D1.H[i].B[0], 16) + SignExtend(D1.H[i].B[1], 16) + D0.H[i] for i in 0..3]"],
    ["frecpe s0, s1",                         "S0 = FPRecipEstimate(S1)"],
    ["fcvtl v0.2d, v1.2s",                    "V0 = [FPConvert(D1.S[i], to 64 bits) for i in 0..1]"],
    ["addv b0, v1.16b",                       "B0 = Reduce(a, b -> a + b, V1.16B)"],
    ["fmaxnmv s0, v1.4s",                     "S0 = Reduce(a, b -> FPMaxNum(a, b), V1.4S)"],
    ["uaddl2 v0.8h, v1.16b, v2.16b",          "V0 = [ZeroExtend(V1.D[1].B[i], 16) + ZeroExtend(V2.D[1].B[i], 16) for i in 0..7]"],
    ["raddhn v0.8b, v1.8h, v2.8h",            "D0 = [(V1.H[i] + V2.H[i] + 0x80)<15:8> for i in 0..7]"],
    ["pmull v0.1q, v1.1d, v2.1d",             "V0 = PolynomialMult(D1, D2)"],
    ["movi v0.4s, #1, lsl #8",                "V0 = [0x100 for i in 0..3]"],
    ["ushr v0.4s, v1.4s, #3",                 "V0 = [LSR(V1.S[i], 3) for i in 0..3]"],
    ["sqrshrun b0, h1, #2",                   "B0 = UnsignedSatQ(ASR(SInt(H1) + 2, 2), 8)"],
    ["sli v0.2d, v1.2d, #4",                  "V0 = [(V0.D[i] & 0xf) | LSL(V1.D[i], 4) for i in 0..1]"],
    ["fcvtzs v0.2d, v1.2d, #8",               "V0 = [FPToFixed(V1.D[i], to signed 64 with 8 fraction bits, ZERO) for i in 0..1]"],
    ["mul v0.8h, v1.8h, v2.h[3]",             "V0 = [V1.H[i] * V2.H[3] for i in 0..7]"],
    ["sqdmulh s0, s1, v2.s[1]",               "S0 = SignedSatQ(ASR(2 * (SInt(S1) * SInt(V2.S[1])), 0x20), 32)"],
    ["fmulx d0, d1, v2.d[0]",                 "D0 = FPMulX(D1, V2.D[0])"],
    ["tbl v0.8b, { v1.16b, v2.16b }, v3.8b",  "D0 = TableLookup(D3, 0, V1, V2)"],
    ["zip1 v0.4s, v1.4s, v2.4s",              "V0 = ZIP1(V1.4S, V2.4S)"],
    ["ext v0.16b, v1.16b, v2.16b, #3",        "V0 = EXT(V1.16B, V2.16B, from byte 3)"],
    ["dup v0.4s, w1",                         "V0 = [w1 for i in 0..3]"],
    ["smov x0, v1.b[3]",                      "x0 = SignExtend(V1.B[3], 64)"],
    ["ins v0.s[1], v1.s[2]",                  "V0 = V0 with S[1] = V1.S[2]"],
    ["aesd v0.16b, v1.16b",                   "V0 = AESInvSubBytes(AESInvShiftRows(V0 ^ V1))"],
    ["sha1h s0, s1",                          "S0 = ROR(S1, 2)"],
    ["sha256h q0, q1, v2.4s",                 "V0 = SHA256hashPart1(V0, V1, V2)"],
    ["sha512su1 v0.2d, v1.2d, v2.2d",         "V0 = SHA512scheduleUpdate1(V0, V1, V2)"],
    ["xar v0.2d, v1.2d, v2.2d, #5",           "V0 = [ROR(V1.D[i] ^ V2.D[i], 5) for i in 0..1]"],
    ["eor3 v0.16b, v1.16b, v2.16b, v3.16b",   "V0 = (V1 ^ V2) ^ V3"],
  ] as const;

  for (const [assembly, text] of cases) {
    it(`${assembly}: ${text}`, () => expect(explained(assembleLine(assembly, 0n))).to.equal(text));
  }

  it("is pinned above for one row or more of each group and class that has meanings", () => {
    const tried = new Set(cases.map(([assembly]) => rowOf(assembleLine(assembly, 0n)).group));
    expect([...tried]).to.have.members([...new Set(decoder.rows.map(({ group }) => group))]);
  });

  it("knows the address of an instruction, if it is told", () => {
    expect(explained(assembleLine("bl #64", 0n), 0x40_0000n)).to.equal("x30 = 0x400004; PC = 0x400040");
    expect(explained(assembleLine("b #-8", 0n), 0x40_0000n)).to.equal("PC = 0x3ffff8");
  });

  it("says something about every row of the profile, and has nothing left in it that is no text", () => {
    for (const row of decoder.rows) {
      const word = wordOf(row);
      if (word === undefined || !isInProfile(row, word)) continue;
      expect(explained(word), row.name).to.match(/^[ -~]+$/).and.not.match(/undefined|\[object|=>/);
    }
  });

  it("has a meaning for every row of the profile, and for no other", () => {
    const isHint = (row: Row): boolean => row.class === "Hints";
    const meant = decoder.rows.filter((row) => executeOf(row.name) !== undefined).map(({ name }) => name);
    const ours = decoder.rows.filter((row) => isInProfile(row, row.value) && (!isHint(row) || executeOf(row.name) !== undefined));
    expect(meant).to.have.members(ours.map(({ name }) => name));
  });
});

function rowOf(word: number): Row {
  const decoded = decoder.decode(word);
  if (decoded.kind !== "instruction") throw new Error(`no instruction is encoded 0x${word.toString(16)}`);
  return decoded.row;
}

/** A word of the row, its fields as small as is allowed. */
function wordOf(row: Row): number | undefined {
  const free = row.fields.flatMap(({ shift, width }) => Array.from({ length: width }, (_, i) => 2 ** (shift + i)));
  const candidates = [0, ...free, ...free.flatMap((a) => free.map((b) => a + b))].map((bits) => ((row.value | row.shouldValue) + bits) >>> 0);
  return candidates.find((word) => {
    const decoded = decoder.decode(word);
    return decoded.kind === "instruction" && decoded.row === row;
  });
}
