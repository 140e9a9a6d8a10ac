// Indexes of elements: what the assembler says of one that its register has not. The words are in tables/simd-*.test.ts.

import { expect } from "chai";
import { assembleLine } from "../../../../src/machine/decoder/assembler";

describe("an element that its register has not", () => {
  const lines = [
    ["mov b0, v1.b[16]",       "1:14: expected an index from 0 to 15"],
    ["mov h0, v1.h[8]",        "1:14: expected an index from 0 to 7"],
    ["mov s0, v1.s[4]",        "1:14: expected an index from 0 to 3"],
    ["mov d0, v1.d[-1]",       "1:14: expected an index from 0 to 1"],
    ["mov d0, v1.s[0]",        "1:12: expected d"],
    ["fmul h0, h1, v16.h[0]",  "1:15: expected a register number from 0 to 15"],
    ["fmul s0, s1, v16.s[4]",  "1:20: expected an integer from 0 to 3"],
  ] as const;
  for (const [line, message] of lines) {
    it(line, () => expect(() => assembleLine(line)).to.throw(message));
  }
});
