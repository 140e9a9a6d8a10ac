// The extended register of an addition: what the assembler says of one that the instruction does not take. The words
// are in tables/dp-register.test.ts.

import { expect } from "chai";
import { assembleLine } from "../../../../src/machine/decoder/assembler";

describe("an extended register that an addition does not take", () => {
  const lines = [
    ["add sp, x1, w2",             '1:15: expected ","'],
    ["add sp, x1, w2, lsl #1",     "1:17: expected one of uxtb, uxth, uxtw, sxtb, sxth, sxtw"],
    ["add sp, x1, sp",             "or a general-purpose register"],
    ["add wsp, w1, x2",            "or a W register"],
    ["add x0, x1, x2, uxtw",       "1:17: expected one of asr, lsl, lsr or one of uxtx, sxtx"],
    ["add x0, x1, w2, uxtx",       "1:17: expected one of uxtb, uxth, uxtw, sxtb, sxth, sxtw"],
    ["add sp, x1, x2, lsr #1",     "1:17: expected one of lsl, uxtx, sxtx"],
    ["add x0, x1, w2, uxtb #5",    "1:23: expected an integer from 0 to 4"],
    ["add sp, x1, x2, lsl #5",     "1:22: expected an integer from 0 to 4"],
    ["add sp, x1, x2, lsl",        '1:20: expected "#"'],
    ["adds sp, x1, x2",            "1:6: expected a general-purpose register"],
  ] as const;
  for (const [line, message] of lines) {
    it(`${line} -> ${message}`, () => expect(() => assembleLine(line)).to.throw(message));
  }
});
