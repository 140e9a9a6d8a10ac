// What lsl, lsr, asr and ror leave in qemu-aarch64 7.2. Amounts are below the size: the rest is the instruction's.

import { expect } from "chai";
import type { ShiftType } from "../../../src/machine/cpu/operations";
import { shift } from "../../../src/machine/cpu/shift";

const X = 0x8123_4567_89ab_cdefn;

const cases = [
  // size amount  LSL                      LSR                      ASR                      ROR
  [64, 0n,  0x8123_4567_89ab_cdefn,  0x8123_4567_89ab_cdefn,  0x8123_4567_89ab_cdefn,  0x8123_4567_89ab_cdefn],
  [64, 1n,  0x0246_8acf_1357_9bden,  0x4091_a2b3_c4d5_e6f7n,  0xc091_a2b3_c4d5_e6f7n,  0xc091_a2b3_c4d5_e6f7n],
  [64, 4n,  0x1234_5678_9abc_def0n,  0x0812_3456_789a_bcden,  0xf812_3456_789a_bcden,  0xf812_3456_789a_bcden],
  [64, 31n, 0xc4d5_e6f7_8000_0000n,  0x0000_0001_0246_8acfn,  0xffff_ffff_0246_8acfn,  0x1357_9bdf_0246_8acfn],
  [64, 32n, 0x89ab_cdef_0000_0000n,  0x0000_0000_8123_4567n,  0xffff_ffff_8123_4567n,  0x89ab_cdef_8123_4567n],
  [64, 63n, 0x8000_0000_0000_0000n,  0x0000_0000_0000_0001n,  0xffff_ffff_ffff_ffffn,  0x0246_8acf_1357_9bdfn],
  [32, 0n,  0x89ab_cdefn,            0x89ab_cdefn,            0x89ab_cdefn,            0x89ab_cdefn],
  [32, 1n,  0x1357_9bden,            0x44d5_e6f7n,            0xc4d5_e6f7n,            0xc4d5_e6f7n],
  [32, 4n,  0x9abc_def0n,            0x089a_bcden,            0xf89a_bcden,            0xf89a_bcden],
  [32, 31n, 0x8000_0000n,            0x0000_0001n,            0xffff_ffffn,            0x1357_9bdfn],
] as const;

const TYPES: readonly ShiftType[] = ["LSL", "LSR", "ASR", "ROR"];

describe("Shift", () => {
  for (const [size, amount, ...shifted] of cases) {
    it(`of ${size} bits by ${amount}`, () => {
      const results = TYPES.map((type) => shift(type, size, BigInt.asUintN(size, X), amount));
      expect(results).to.deep.equal(shifted);
    });
  }
});
