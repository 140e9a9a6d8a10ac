// Arm ARM, "MAIR_EL1": the tables of Attr, of "dd", and of "oooo" and "iiii".

import { expect } from "chai";
import { isDevice, memoryTypeName, shareabilityOf } from "../../../src/machine/mmu/memory-type";

describe("A byte of MAIR_EL1", () => {
  const names = [
    [0x00, "Device-nGnRnE"],
    [0x04, "Device-nGnRE"],
    [0x08, "Device-nGRE"],
    [0x0c, "Device-GRE"],
    [0x01, "reserved"],
    [0x44, "Normal, non-cacheable"],
    [0xff, "Normal, write-back, allocates on read and write"],
    [0xbb, "Normal, write-through, allocates on read and write"],
    [0xee, "Normal, write-back, allocates on read"],
    [0x77, "Normal, write-back transient, allocates on read and write"],
    [0x4f, "Normal, outer non-cacheable, inner write-back, allocates on read and write"],
    [0x8d, "Normal, outer write-through, allocates never, inner write-back, allocates on write"],
    [0xf0, "reserved"],
  ] as const;
  for (const [byte, name] of names) {
    it(`0x${byte.toString(16).padStart(2, "0")} is ${name}`, () => {
      expect(memoryTypeName(byte)).to.equal(name);
    });
  }

  it("is Device memory if its upper half is 0", () => {
    expect([0x00, 0x04, 0x0c, 0x0f, 0x10, 0x44, 0xff].map(isDevice)).to.deep.equal([true, true, true, true, false, false, false]);
  });

  it("is outer shareable if it is Device or Non-cacheable memory, whatever SH says", () => {
    const cases = [[0x00, 0b11, 0b10], [0x0c, 0b00, 0b10], [0x44, 0b11, 0b10], [0x4f, 0b11, 0b11], [0xff, 0b11, 0b11], [0xff, 0b00, 0b00]] as const;
    expect(cases.map(([byte, SH]) => shareabilityOf(byte, SH))).to.deep.equal(cases.map(([, , effective]) => effective));
  });
});
