// The index of LDR (register): what is wrong with one, and where. Columns count from 1.

import { expect } from "chai";
import { AssemblyError, assembleLine } from "../../../../src/machine/decoder/assembler";

function errorOf(text: string): string {
  try {
    assembleLine(text);
  } catch (error) {
    if (error instanceof AssemblyError) return `${error.column}: ${error.what}`;
    throw error;
  }
  return "no error";
}

describe("an index register that cannot be", () => {
  const lines = [
    ["ldrsb x0, [x1, w2]",            '18: expected ", uxtw" or ", sxtw" behind a W register'],
    ["ldrsb x0, [x1, x2, lsl]",       "23: expected the amount of the shift"],
    ["ldrsb x0, [x1, x2, lsl #1]",    "25: expected a shift of 0"],
    ["ldr q0, [x1, x2, lsl #3]",      "23: expected a shift of 0 or 4"],
    ["ldr x0, [x1, x2, uxtw #3]",     "18: expected lsl or sxtx"],
    ["ldr x0, [x1, w2, lsl #3]",      "18: expected uxtw or sxtw"],
    ["ldr x0, [x1, x2, lsr #3]",      "18: expected lsl or sxtx"],
  ] as const;
  for (const [line, error] of lines) it(`${line} -> ${error}`, () => expect(errorOf(line)).to.equal(error));
});

describe("no index register", () => {
  for (const line of ["ldr x0, [x1, sp]", "ldr x0, [x1, q2]", "ldr x0, [x1, x31]"]) {
    it(line, () => expect(errorOf(line)).to.match(/^14: expected .* or an index register$/));
  }
});

describe("the index register of a byte", () => {
  // To llvm-mc -triple=aarch64 too, #0 is S = 1 and no amount is S = 0.
  const lines = [
    ["ldrb w0, [x1, x2]",          0x38626820],
    ["ldrb w0, [x1, x2, lsl #0]",  0x38627820],
    ["ldrb w0, [x1, w2, uxtw]",    0x38624820],
    ["ldrb w0, [x1, w2, uxtw #0]", 0x38625820],
  ] as const;
  for (const [line, word] of lines) it(`${line} is 0x${word.toString(16)}`, () => expect(assembleLine(line)).to.equal(word));
});
