// Arm ARM, "VMSAv8-64 translation table format descriptors".

import { expect } from "chai";
import { decodeDescriptor, type Descriptor } from "../../../src/machine/mmu/descriptor";
import type { Granule } from "../../../src/machine/mmu/granule";

describe("A descriptor", () => {
  describe("is by its two lowest bits and its level", () => {
    const kinds: readonly (readonly [Granule, bits: number, kinds: readonly Descriptor["kind"][]])[] = [
      //         levels 0         1          2          3
      [12, 0b00, ["invalid", "invalid", "invalid", "invalid"]],
      [12, 0b10, ["invalid", "invalid", "invalid", "invalid"]],
      [12, 0b01, ["invalid", "block",   "block",   "invalid"]],
      [12, 0b11, ["table",   "table",   "table",   "page"]],
      [14, 0b01, ["invalid", "invalid", "block",   "invalid"]],
      [14, 0b11, ["table",   "table",   "table",   "page"]],
      [16, 0b01, ["invalid", "invalid", "block",   "invalid"]],
      [16, 0b11, ["table",   "table",   "table",   "page"]],
      [16, 0b10, ["invalid", "invalid", "invalid", "invalid"]],
    ];
    for (const [granule, bits, expected] of kinds) {
      it(`${2 ** granule / 1024} KiB, ${bits.toString(2).padStart(2, "0")}: ${expected.join(", ")}`, () => {
        expect([0, 1, 2, 3].map((level) => decodeDescriptor(BigInt(bits), level, granule).kind)).to.deep.equal(expected);
      });
    }
  });

  describe("has an address as wide as what it maps", () => {
    const ONES = 0xffff_ffff_ffff_fffcn;
    const cases = [
      // granule  level  bits  address
      [12,        1,     0b11, 0xffff_ffff_f000],
      [12,        1,     0b01, 0xffff_c000_0000],
      [12,        2,     0b01, 0xffff_ffe0_0000],
      [12,        3,     0b11, 0xffff_ffff_f000],
      [14,        1,     0b11, 0xffff_ffff_c000],
      [14,        2,     0b01, 0xffff_fe00_0000],
      [14,        3,     0b11, 0xffff_ffff_c000],
      [16,        1,     0b11, 0xffff_ffff_0000],
      [16,        2,     0b01, 0xffff_e000_0000],
      [16,        3,     0b11, 0xffff_ffff_0000],
    ] as const;
    for (const [granule, level, bits, address] of cases) {
      it(`${2 ** granule / 1024} KiB, level ${level}, ${bits === 0b01 ? "01" : "11"}: 0x${address.toString(16)}`, () => {
        expect(decodeDescriptor(ONES | BigInt(bits), level, granule)).to.include({ address });
      });
    }
  });

  const leaf = { kind: "page", address: 0, AttrIndx: 0, AP: 0, SH: 0, AF: false, nG: false, PXN: false, UXN: false } as const;
  const table = { kind: "table", address: 0, APTable: 0, UXNTable: false, PXNTable: false } as const;
  const fields = [
    // bits        level  what it is
    [0b11n,        3,     leaf],
    [0b111n << 2n, 3,     { ...leaf, AttrIndx: 7 }],
    [0b1n << 5n,   3,     leaf], // NS
    [0b01n << 6n,  3,     { ...leaf, AP: 0b01 }],
    [0b10n << 6n,  3,     { ...leaf, AP: 0b10 }],
    [0b10n << 8n,  3,     { ...leaf, SH: 0b10 }],
    [1n << 10n,    3,     { ...leaf, AF: true }],
    [1n << 11n,    3,     { ...leaf, nG: true }],
    [1n << 51n,    3,     leaf], // DBM
    [1n << 52n,    3,     leaf], // Contiguous
    [1n << 53n,    3,     { ...leaf, PXN: true }],
    [1n << 54n,    3,     { ...leaf, UXN: true }],
    [0xfn << 55n,  3,     leaf], // software's
    [0b11n,        2,     table],
    [1n << 59n,    2,     { ...table, PXNTable: true }],
    [1n << 60n,    2,     { ...table, UXNTable: true }],
    [0b01n << 61n, 2,     { ...table, APTable: 0b01 }],
    [0b10n << 61n, 2,     { ...table, APTable: 0b10 }],
    [1n << 63n,    2,     table], // NSTable
    [0x3ffn << 2n, 2,     table],
  ] as const;
  for (const [bits, level, descriptor] of fields) {
    it(`0x${(bits | 0b11n).toString(16)} at level ${level} is ${JSON.stringify(descriptor)}`, () => {
      expect(decodeDescriptor(bits | 0b11n, level, 12)).to.deep.equal(descriptor);
    });
  }
});
