// Flags in a piece of code that llvm-mc has assembled.

import { expect } from "chai";
import { countFlags } from "./flag-readers";

const CODE = Uint32Array.of(
  0xeb01001f, // cmp   x0, x1
  0x54000041, // b.ne  #8
  0x6a00003f, // tst   w1, w0
  0x8b010000, // add   x0, x0, x1
  0x9a800020, // csel  x0, x1, x0, eq
  0xd503201f, // nop
  0x9a9f17e0, // cset  x0, eq
  0xffffffff, // not allocated
  0xba020020, // adcs  x0, x1, x2
  0xfa40a800, // ccmp  x0, #0, #0, ge
);

describe("flag-readers", () => {
  it("counts who writes the flags, who reads them, and how far behind", () => {
    expect(countFlags(CODE)).to.deep.equal({ instructions: 9, writers: 4, readers: 5, behind: 2, twoBehind: 1 });
  });
});
