// Words from rows. The words are llvm-mc's (LLVM 14, -triple=aarch64 -show-encoding) for the assembly beside them.

import { expect } from "chai";
import { signedField, word, wordOf } from "../../../src/compiler/back/encode";
import { Bug } from "../../../src/base/bug";

describe("the encoder", () => {
  const cases = [
    ["add x3, x4, #16",          0x91004083, word("ADD (immediate)", { sf: 1, sh: 0, imm12: 16, Rn: 4, Rd: 3 })],
    ["sub x0, x1, #1, lsl #12",  0xd1400420, word("SUB (immediate)", { sf: 1, sh: 1, imm12: 1, Rn: 1, Rd: 0 })],
    ["add x0, x1, x2, lsl #3",   0x8b020c20, word("ADD (shifted register)", { sf: 1, shift: 0, Rm: 2, imm6: 3, Rn: 1, Rd: 0 })],
    ["cmp x0, x28",              0xeb1c001f, word("SUBS (shifted register)", { sf: 1, shift: 0, Rm: 28, imm6: 0, Rn: 0, Rd: 31 })],
    ["ccmn x0, x28, #4, lt",     0xba5cb004, word("CCMN (register)", { sf: 1, Rm: 28, cond: 11, Rn: 0, nzcv: 4 })],
    ["and w0, w1, #0xff",        0x12001c20, word("AND (immediate)", { sf: 0, N: 0, immr: 0, imms: 7, Rn: 1, Rd: 0 })],
    ["ror w0, w1, #7",           0x13811c20, word("EXTR", { sf: 0, N: 0, Rm: 1, imms: 7, Rn: 1, Rd: 0 })],
    ["sxtw x0, w1",              0x93407c20, word("SBFM", { sf: 1, N: 1, immr: 0, imms: 31, Rn: 1, Rd: 0 })],
    ["lsl x0, x1, #3",           0xd37df020, word("UBFM", { sf: 1, N: 1, immr: 61, imms: 60, Rn: 1, Rd: 0 })],
    ["madd x0, x1, x2, x3",      0x9b020c20, word("MADD", { sf: 1, Rm: 2, Ra: 3, Rn: 1, Rd: 0 })],
    ["cset w0, eq",              0x1a9f17e0, word("CSINC", { sf: 0, Rm: 31, cond: 1, Rn: 31, Rd: 0 })],
    ["movk x0, #4660, lsl #32",  0xf2c24680, word("MOVK", { sf: 1, hw: 2, imm16: 0x1234, Rd: 0 })],
    ["ldr x0, [x1, x2, lsl #3]", 0xf8627820, word("LDR (register)", { x: 1, Rm: 2, option: 3, S: 1, Rn: 1, Rt: 0 })],
    ["ldrsb x0, [x1, #5]",       0x39801420, word("LDRSB (immediate, unsigned offset)", { x: 0, imm12: 5, Rn: 1, Rt: 0 })],
    ["ldur x0, [x1, #-8]",       0xf85f8020, word("LDUR", { x: 1, imm9: signedField(-8, 9), Rn: 1, Rt: 0 })],
    ["strh w0, [x1, w2, sxtw #1]", 0x7822d820, word("STRH (register)", { Rm: 2, option: 6, S: 1, Rn: 1, Rt: 0 })],
    ["stp x29, x30, [sp, #-32]!", 0xa9be7bfd, word("STP (pre-index)", { x: 1, imm7: signedField(-4, 7), Rt2: 30, Rn: 31, Rt: 29 })],
    ["ldp x29, x30, [sp], #32",  0xa8c27bfd, word("LDP (post-index)", { x: 1, imm7: 4, Rt2: 30, Rn: 31, Rt: 29 })],
    ["smulh x0, x1, x2",         0x9b427c20, word("SMULH", { Rm: 2, Rn: 1, Rd: 0 })],
    ["rev x0, x1",               0xdac00c20, word("REV (64-bit)", { Rn: 1, Rd: 0 })],
    ["blr x17",                  0xd63f0220, word("BLR", { Rn: 17 })],
    ["ret",                      0xd65f03c0, word("RET", { Rn: 30 })],
  ] as const;
  for (const [assembly, expected, made] of cases) it(assembly, () => expect(made).to.equal(expected));

  it("takes no field that is too wide, missing, or not the row's", () => {
    expect(() => word("ADD (immediate)", { sf: 1, sh: 0, imm12: 4096, Rn: 4, Rd: 3 })).to.throw(Bug, "imm12 = 4096 has more than 12 bits");
    expect(() => word("RET", { Rn: 32 })).to.throw(Bug, "Rn = 32 has more than 5 bits");
    expect(() => word("RET", { Rn: -1 })).to.throw(Bug, "Rn = -1");
    expect(() => wordOf("RET", {})).to.throw(Bug, "RET has a field Rn");
    expect(() => wordOf("RET", { Rn: 30, Rd: 0 })).to.throw(Bug, "RET has no field Rd");
    expect(() => signedField(256, 9)).to.throw(Bug, "256");
  });

  it("has the compiler refuse a row or a field that does not exist", () => {
    // @ts-expect-error There is no such row.
    expect(() => word("ADDD (immediate)", { sf: 1 })).to.throw(Bug, "no row ADDD (immediate)");
    // @ts-expect-error There is no such field.
    expect(() => word("RET", { Rm: 30 })).to.throw(Bug);
  });
});
