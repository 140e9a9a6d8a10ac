// Lines that are no instructions: what the assembler says, and where. Columns count from 1.

import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { AssemblyError, assembleLine, standardEncoder } from "../../../src/machine/decoder/assembler";
import type { Attempt } from "../../../src/machine/decoder/encode";

function errorOf(text: string): string {
  try {
    assembleLine(text, 0x1000n);
  } catch (error) {
    if (error instanceof AssemblyError) return `${error.column}: ${error.what}`;
    throw error;
  }
  return "no error";
}

describe("a line that is no instruction", () => {
  const lines = [
    ["ad x0, x1, #1",               "1: unknown mnemonic ad"],
    ["add x0, x1, #4096",           "14: expected an integer from 0 to 4095"],
    ["add x0, x1, #-4096",          "14: expected an integer from 0 to 4095"],
    ["add x0, x1, #1, lsl #11",     "17: expected lsl #12"],
    ["add w0, x1, #1",              "9: expected a general-purpose register or the stack pointer"],
    ["adds sp, x1, #1",             "6: expected a general-purpose register"],
    ["and x0, x1, #0xf0f",          "14: expected a 64-bit mask: one run of ones, rotated and repeated"],
    ["and w0, w1, #0x100000001",    "14: expected a 32-bit mask: one run of ones, rotated and repeated"],
    ["movz w0, #1, lsl #32",        "6: expected operands that MOVZ allows together"],
    ["bfi x0, x1, #60, #5",         "19: expected an integer from 1 to 4"],
    ["lsl w0, w1, #32",             "14: expected an integer from 0 to 31"],
    ["b.eq #3",                     "6: expected a target on a 4-byte boundary"],
    ["b.eq #0x100000",              "6: expected a target within 1024 KiB"],
    ["cbz x0, nowhere",             "9: expected a number or a defined symbol (there is no nowhere)"],
    ["add x0, x1",                  "11: expected \",\""],
    ["add x0, x1, #1 nonsense",     '16: expected "," or the end of the line'],
    ["add x0, x1, #(1 + ",          "19: expected a number or a symbol"],
    ["add x0, x1, #1/0",            "15: expected an expression that has a value (1 / 0 has none)"],
    ["add x0, x1, #1 << 999",       "16: expected an expression that has a value (1 << 999 has none)"],
    ["b.xx #8",                     "1: unknown mnemonic b.xx"],
    ["",                            "1: unknown mnemonic "],
  ] as const;
  for (const [line, error] of lines) it(`${line || "(nothing)"} -> ${error}`, () => expect(errorOf(line)).to.equal(error));

  it("is the user's fault, on line 1", () => {
    expect(() => assembleLine("frobnicate x0")).to.throw(UserFault, "1:1: unknown mnemonic frobnicate");
  });

  it("may nest as deeply as it likes without breaking us", () => {
    expect(errorOf(`add x0, x1, #${"(".repeat(100_000)}1`)).to.match(/expected an expression that nests less deeply/);
  });
});

describe("assembly in other spellings", () => {
  // Each pair is one word to llvm-mc -triple=aarch64.
  const pairs = [
    ["ADD X0, X1, #0x10",        0x91004020], ["add x0,x1,16",             0x91004020], ["  add\tx0 , x1 , # 16",    0x91004020],
    ["add fp, lr, #1",           0x910007dd], ["b.cs #8",                  0x54000042], ["b.cc #8",                  0x54000043],
    ["cbz w3, 0x1010",           0x34000083], ["mov x0, #-1",              0x92800000], ["mov w0, #0xffffffff",      0x12800000],
    ["add x0, x1, #-1",          0xd1000420], ["sub w0, w1, #-4, lsl #12", 0x11401020], ["cmp x1, #-1",              0xb100043f],
    ["cmn w1, #-2",              0x7100083f], ["bic x0, x1, #0xff",        0x9278dc20], ["orn w0, w1, #1",           0x321f7820],
    ["eon x0, x1, #0xf0",        0xd278ec20], ["bics w0, w1, #0x80000000", 0x72007820],
    ["mov x0, #0xf0f0f0f0f0f0f0f0", 0xb204cfe0], ["adrp x0, 0x3123",       0xd0000000],
  ] as const;
  for (const [text, word] of pairs) it(`${text} is 0x${word.toString(16)}`, () => expect(assembleLine(text, 0x1000n)).to.equal(word));
});

describe("who watches the assembler", () => {
  const asked = (line: string): Attempt[] => {
    const attempts: Attempt[] = [];
    standardEncoder().encode(line, { pc: 0n }, (attempt) => attempts.push(attempt));
    return attempts;
  };

  it("sees what each element of the template reads, and what is known behind it", () => {
    const line = "add x0, x1, #1, lsl #12";
    const [attempt] = asked(line);
    expect(attempt!.row.name).to.equal("ADD (immediate)");
    expect(attempt!.readings.map(({ start, end, known }) => [line.slice(start, end), known.mask, known.value])).to.deep.equal([
      // The diagram is sf 0 0 100010 sh imm12:12 Rn:5 Rd:5.
      [" x0",       0xff80001f, 0x91000000],
      [", ",        0xff80001f, 0x91000000],
      ["x1",        0xff8003ff, 0x91000020],
      [", #",       0xff8003ff, 0x91000020],
      ["1",         0xffbfffff, 0x91000420],
      [", lsl #12", 0xffffffff, 0x91400420],
    ]);
    expect(attempt!.word).to.equal(0x91400420);
  });

  it("sees the templates in the order in which they are asked, up to the one that reads the line", () => {
    expect(asked("add x0, x1, x2, lsl #3").map(({ row, readings, word }) => [row.name, readings.length, word])).to.deep.equal([
      ["ADD (immediate)",        4, undefined],
      ["ADD (shifted register)", 6, 0x8b020c20],
    ]);
  });

  it("sees how far each came that shook its head", () => {
    expect(asked("add x0, x1, #4096").map(({ row, text }) => [row.name, text.failedAt])).to.deep.equal([
      ["ADD (immediate)",         13],
      ["ADD (shifted register)",  12],
      ["ADD (extended register)", 12],
      ["ADD (vector) scalar",     4],
      ["ADD (vector)",            4],
      ["SUB (immediate)",         13],
    ]);
  });

  it("sees nothing of a line that no template begins like", () => {
    expect(asked("ad x0, x1, #1")).to.deep.equal([]);
  });
});
