// Arm ARM, "Translation tables and the translation process": the tables of initial lookup levels
// and of the address bits that each level resolves.

import { expect } from "chai";
import { firstTableEntries, type Granule, lowestBit, startLevel, tableIndex } from "../../../src/machine/mmu/granule";

describe("The granule", () => {
  const starts = [
    // granule  TnSZ: first and last  level
    [12,        16, 24,               0],
    [12,        25, 33,               1],
    [12,        34, 39,               2],
    [14,        16, 16,               0],
    [14,        17, 27,               1],
    [14,        28, 38,               2],
    [14,        39, 39,               3],
    [16,        16, 21,               1],
    [16,        22, 34,               2],
    [16,        35, 39,               3],
  ] as const;
  for (const [granule, first, last, level] of starts) {
    it(`of ${2 ** granule / 1024} KiB begins at level ${level} where TnSZ is ${first} to ${last}`, () => {
      expect(startLevel(64 - first, granule)).to.equal(level);
      expect(startLevel(64 - last, granule)).to.equal(level);
    });
  }

  const cuts: readonly (readonly [Granule, readonly number[]])[] = [
    // levels 0 to 3
    [12, [39, 30, 21, 12]],
    [14, [47, 36, 25, 14]],
    [16, [55, 42, 29, 16]],
  ];
  for (const [granule, bits] of cuts) {
    it(`of ${2 ** granule / 1024} KiB cuts at bits ${bits.join(", ")}`, () => {
      expect([0, 1, 2, 3].map((level) => lowestBit(level, granule))).to.deep.equal(bits);
    });
  }

  const firsts = [
    // granule  TnSZ  entries
    [12,        16,   512],
    [12,        24,   2],
    [12,        25,   512],
    [12,        39,   16],
    [14,        16,   2],
    [14,        39,   2048],
    [16,        16,   64],
    [16,        39,   512],
  ] as const;
  for (const [granule, TnSZ, entries] of firsts) {
    it(`of ${2 ** granule / 1024} KiB has ${entries} entries in its first table where TnSZ is ${TnSZ}`, () => {
      expect(firstTableEntries(64 - TnSZ, granule)).to.equal(entries);
    });
  }

  const indexes = [
    // address                  level granule bits  index
    [0x0000_1234_5678_9abcn,    0,    12,     48,   0x24],
    [0x0000_1234_5678_9abcn,    1,    12,     48,   0xd1],
    [0x0000_1234_5678_9abcn,    2,    12,     48,   0xb3],
    [0x0000_1234_5678_9abcn,    3,    12,     48,   0x189],
    [0xffff_ffff_ffff_ffffn,    1,    12,     39,   511],
    [0xffff_ffff_ffff_ffffn,    0,    12,     40,   1],
    [0xab00_0000_4000_0000n,    1,    12,     39,   1],
    [0xffff_ffff_ffff_ffffn,    0,    14,     48,   1],
    [0x0000_8000_0000_0000n,    0,    14,     48,   1],
    [0x0000_7fff_ffff_c000n,    3,    14,     48,   0x7ff],
    [0xffff_ffff_ffff_0000n,    1,    16,     48,   63],
    [0x0000_0000_2001_0000n,    2,    16,     42,   1],
    [0x0000_0000_2001_0000n,    3,    16,     42,   1],
  ] as const;
  for (const [address, level, granule, inputBits, index] of indexes) {
    it(`of ${2 ** granule / 1024} KiB: 0x${address.toString(16)} is entry ${index} at level ${level}`, () => {
      expect(tableIndex(address, level, granule, inputBits)).to.equal(index);
    });
  }
});
