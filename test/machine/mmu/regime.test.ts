// Arm ARM, "TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1", "SCTLR_EL1".

import { expect } from "chai";
import { isInRange, rangeFor, regimeOf, type TranslationRegisters } from "../../../src/machine/mmu/regime";

const ZERO: TranslationRegisters = { SCTLR_EL1: 0n, TCR_EL1: 0n, TTBR0_EL1: 0n, TTBR1_EL1: 0n, MAIR_EL1: 0n };
const regime = (registers: Partial<TranslationRegisters>) => regimeOf({ ...ZERO, ...registers });

describe("The regime", () => {
  describe("of TCR_EL1", () => {
    const cases = [
      // bits                half     field              value
      [25n,                  "lower", "inputBits",       39],
      [25n << 16n,           "upper", "inputBits",       39],
      [1n << 7n,             "lower", "EPD",             true],
      [1n << 7n,             "upper", "EPD",             false],
      [1n << 23n,            "upper", "EPD",             true],
      [1n << 37n,            "lower", "TBI",             true],
      [1n << 38n,            "lower", "TBI",             false],
      [1n << 38n,            "upper", "TBI",             true],
      [0b00n << 14n,         "lower", "granule",         12],
      [0b01n << 14n,         "lower", "granule",         16],
      [0b10n << 14n,         "lower", "granule",         14],
      [0b11n << 14n,         "lower", "granule",         12], // Reserved: ours is 4 KiB.
      [0b00n << 30n,         "upper", "granule",         12], // Reserved.
      [0b01n << 30n,         "upper", "granule",         14],
      [0b10n << 30n,         "upper", "granule",         12],
      [0b11n << 30n,         "upper", "granule",         16],
      [15n,                  "lower", "isSizeLegal",     false],
      [16n,                  "lower", "isSizeLegal",     true],
      [39n,                  "lower", "isSizeLegal",     true],
      [40n,                  "lower", "isSizeLegal",     false],
      [40n << 16n,           "upper", "isSizeLegal",     false],
      [63n << 16n,           "upper", "isSizeLegal",     false],
    ] as const;
    for (const [TCR_EL1, half, field, value] of cases) {
      it(`0x${TCR_EL1.toString(16)}: ${field} of the ${half} range is ${value}`, () => {
        expect(regime({ TCR_EL1 })[half][field]).to.equal(value);
      });
    }

    const sizes = [[0, 32], [1, 36], [2, 40], [3, 42], [4, 44], [5, 48], [6, 48], [7, 48]] as const;
    for (const [IPS, bits] of sizes) {
      it(`IPS ${IPS}: physical addresses have ${bits} bits`, () => {
        expect(regime({ TCR_EL1: BigInt(IPS) << 32n }).outputBits).to.equal(bits);
      });
    }
  });

  describe("takes the ASID", () => {
    const TTBRs = { TTBR0_EL1: 0x1234n << 48n, TTBR1_EL1: 0xabcdn << 48n };
    const cases = [
      // A1  AS  ASID
      [0n,   1n, 0x1234],
      [1n,   1n, 0xabcd],
      [0n,   0n, 0x34],
      [1n,   0n, 0xcd],
    ] as const;
    for (const [A1, AS, asid] of cases) {
      it(`with A1 ${A1} and AS ${AS}: 0x${asid.toString(16)}`, () => {
        expect(regime({ ...TTBRs, TCR_EL1: (A1 << 22n) | (AS << 36n) }).asid).to.equal(asid);
      });
    }
  });

  describe("aligns the first table to its size", () => {
    const cases = [
      // TCR_EL1                     TTBR0_EL1                table
      [16n,                          0x1234_0000_4000_1fffn,  0x4000_1000],
      [25n,                          0x0000_0000_4000_1001n,  0x4000_1000], // CnP is no address bit.
      [39n,                          0x0000_0000_4000_10ffn,  0x4000_1080],
      [24n,                          0x0000_0000_4000_101fn,  0x4000_1010],
      [16n | (0b10n << 14n),         0x0000_ffff_4000_101fn,  0xffff_4000_1010],
      [16n | (0b01n << 14n),         0x0000_0000_4000_13ffn,  0x4000_1200],
    ] as const;
    for (const [TCR_EL1, TTBR0_EL1, table] of cases) {
      it(`0x${TTBR0_EL1.toString(16)} with TCR_EL1 0x${TCR_EL1.toString(16)}`, () => {
        expect(regime({ TCR_EL1, TTBR0_EL1 }).lower.table).to.equal(table);
      });
    }
  });

  it("has the eight bytes of MAIR_EL1, Attr0 first", () => {
    expect(regime({ MAIR_EL1: 0x8877_6655_4433_2211n }).attributes)
      .to.deep.equal([0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88]);
  });

  it("has M and WXN of SCTLR_EL1", () => {
    expect(regime({ SCTLR_EL1: 1n })).to.include({ M: true, WXN: false });
    expect(regime({ SCTLR_EL1: 1n << 19n })).to.include({ M: false, WXN: true });
  });

  describe("chooses a range by bit 55, and says what is in it", () => {
    const both = (bits: bigint): bigint => bits | (bits << 16n);
    const cases = [
      // address                  TCR_EL1                          half     in range
      [0x0000_0000_0000_0000n,    both(25n),                       "lower", true],
      [0x0000_007f_ffff_ffffn,    both(25n),                       "lower", true],
      [0x0000_0080_0000_0000n,    both(25n),                       "lower", false],
      [0xffff_ff80_0000_0000n,    both(25n),                       "upper", true],
      [0xffff_ff7f_ffff_ffffn,    both(25n),                       "upper", false],
      [0x0000_ffff_ffff_ffffn,    both(16n),                       "lower", true],
      [0x0001_0000_0000_0000n,    both(16n),                       "lower", false],
      [0x0100_0000_0000_0000n,    both(16n),                       "lower", false],
      [0x0100_0000_0000_0000n,    both(16n) | (1n << 37n),         "lower", true],
      [0xff7f_ffff_ffff_ffffn,    both(16n) | (1n << 37n),         "lower", false],
      [0xff00_ffff_ffff_ffffn,    both(16n) | (1n << 37n),         "lower", true],
      [0x00ff_0000_0000_0000n,    both(16n),                       "upper", false],
      [0x00ff_0000_0000_0000n,    both(16n) | (1n << 37n),         "upper", false],
      [0x00ff_0000_0000_0000n,    both(16n) | (1n << 38n),         "upper", true],
      [0x0080_0000_0000_0000n,    both(16n) | (1n << 38n),         "upper", false],
    ] as const;
    for (const [address, TCR_EL1, half, isIn] of cases) {
      it(`0x${address.toString(16).padStart(16, "0")} with TCR_EL1 0x${TCR_EL1.toString(16)}: ${half}, ${isIn ? "inside" : "outside"}`, () => {
        const range = rangeFor(regime({ TCR_EL1 }), address);
        expect(range.half).to.equal(half);
        expect(isInRange(address, range)).to.equal(isIn);
      });
    }
  });
});
