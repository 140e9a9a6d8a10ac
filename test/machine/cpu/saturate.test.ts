// What QEMU 7.2 leaves in the register, and in FPSR.QC.

import { expect } from "chai";
import { saturate } from "../../../src/machine/cpu/saturate";

describe("SatQ gives the nearest that fits", () => {
  const cases = [
    // the instruction                signed  size  integer             value                    QC
    ["sqxtn b1, h0 of 127",           true,   8,    127n,               0x7fn,                   false],
    ["sqxtn b1, h0 of 128",           true,   8,    128n,               0x7fn,                   true],
    ["sqxtn b1, h0 of -128",          true,   8,    -128n,              0x80n,                   false],
    ["sqxtn b1, h0 of -129",          true,   8,    -129n,              0x80n,                   true],
    ["uqxtn b1, h0 of 256",           false,  8,    256n,               0xffn,                   true],
    ["uqsub b2, b0, b1 of 20 and 250", false, 8,    -230n,              0n,                      true],
    ["sqadd d2, d0, d1 of 2^63 - 1 and 1", true, 64, 2n ** 63n,         0x7fff_ffff_ffff_ffffn,  true],
    ["sqsub d2, d0, d1 of -2^63 and 1", true, 64,   -(2n ** 63n) - 1n,  0x8000_0000_0000_0000n,  true],
    ["uqadd d2, d0, d1 of 2^64 - 1 and 1", false, 64, 2n ** 64n,        0xffff_ffff_ffff_ffffn,  true],
  ] as const;
  for (const [instruction, signed, size, integer, value, saturated] of cases) {
    it(instruction, () => expect(saturate(signed, size, integer)).to.deep.equal({ value, saturated }));
  }
});
