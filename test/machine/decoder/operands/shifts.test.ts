// Shift amounts: what the assembler says of one that its element has no room for. The words are in tables/simd-*.test.ts.

import { expect } from "chai";
import { assembleLine } from "../../../../src/machine/decoder/assembler";

describe("a shift that its element has no room for", () => {
  const lines = [
    ["shl d0, d1, #64",      "1:14: expected an integer from 0 to 63"],
    ["sqshl b0, b1, #8",     "1:16: expected an integer from 0 to 7"],
    ["sqshl h0, h1, #-1",    "1:16: expected an integer from 0 to 15"],
    ["sshr d0, d1, #0",      "1:15: expected an integer from 1 to 64"],
    ["sqshrn b0, h1, #9",    "1:17: expected an integer from 1 to 8"],
    ["sqshrn s0, d1, #33",   "1:17: expected an integer from 1 to 32"],
    ["scvtf h0, h1, #17",    "1:16: expected an integer from 1 to 16"],
    ["scvtf s0, w1, #33",    "1:16: expected an integer from 1 to 32"],
    ["fcvtzu x0, d1, #65",   "1:17: expected an integer from 1 to 64"],
  ] as const;
  for (const [line, message] of lines) {
    it(line, () => expect(() => assembleLine(line)).to.throw(message));
  }
});
