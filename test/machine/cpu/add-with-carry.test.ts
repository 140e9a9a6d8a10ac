// What adcs leaves in qemu-aarch64 7.2.

import { expect } from "chai";
import { addWithCarry } from "../../../src/machine/cpu/add-with-carry";
import { flagsText } from "./flags-text";

const cases = [
  // width  x                        y                       carry  sum                      NZCV
  [64, 0x0n,                    0x0n,                    0n, 0x0n,                    "-Z--"],
  [64, 0x0n,                    0x0n,                    1n, 0x1n,                    "----"],
  [64, 0xffff_ffff_ffff_ffffn,  0x0n,                    1n, 0x0n,                    "-ZC-"],
  [64, 0xffff_ffff_ffff_ffffn,  0xffff_ffff_ffff_ffffn,  1n, 0xffff_ffff_ffff_ffffn,  "N-C-"],
  [64, 0x7fff_ffff_ffff_ffffn,  0x1n,                    0n, 0x8000_0000_0000_0000n,  "N--V"],
  [64, 0x7fff_ffff_ffff_ffffn,  0x0n,                    1n, 0x8000_0000_0000_0000n,  "N--V"],
  [64, 0x7fff_ffff_ffff_ffffn,  0x7fff_ffff_ffff_ffffn,  1n, 0xffff_ffff_ffff_ffffn,  "N--V"],
  [64, 0x8000_0000_0000_0000n,  0x8000_0000_0000_0000n,  0n, 0x0n,                    "-ZCV"],
  [64, 0x8000_0000_0000_0000n,  0xffff_ffff_ffff_ffffn,  0n, 0x7fff_ffff_ffff_ffffn,  "--CV"],
  [64, 0x8000_0000_0000_0000n,  0xffff_ffff_ffff_ffffn,  1n, 0x8000_0000_0000_0000n,  "N-C-"],
  [64, 0x8000_0000_0000_0000n,  0x7fff_ffff_ffff_ffffn,  1n, 0x0n,                    "-ZC-"],
  [64, 0x5n,                    0xffff_ffff_ffff_fffcn,  1n, 0x2n,                    "--C-"],
  [64, 0x3n,                    0xffff_ffff_ffff_fffan,  1n, 0xffff_ffff_ffff_fffen,  "N---"],
  [32, 0xffff_ffffn,            0x0n,                    1n, 0x0n,                    "-ZC-"],
  [32, 0x7fff_ffffn,            0x1n,                    0n, 0x8000_0000n,            "N--V"],
  [32, 0x8000_0000n,            0x8000_0000n,            0n, 0x0n,                    "-ZCV"],
  [32, 0x8000_0000n,            0xffff_ffffn,            0n, 0x7fff_ffffn,            "--CV"],
  [32, 0x8000_0000n,            0x7fff_ffffn,            1n, 0x0n,                    "-ZC-"],
  [32, 0xffff_ffffn,            0xffff_ffffn,            1n, 0xffff_ffffn,            "N-C-"],
  [32, 0x3n,                    0xffff_fffan,            1n, 0xffff_fffen,            "N---"],
] as const;

describe("AddWithCarry", () => {
  for (const [width, x, y, carryIn, value, flags] of cases) {
    it(`${width} bits: 0x${x.toString(16)} + 0x${y.toString(16)} + ${carryIn} is 0x${value.toString(16)}, ${flags}`, () => {
      const sum = addWithCarry(width, x, y, carryIn);
      expect([sum.value, flagsText(sum.nzcv)]).to.deep.equal([value, flags]);
    });
  }
});
