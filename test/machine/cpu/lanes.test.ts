// Element 0 is in the low bits (Arm ARM, A1.4): what stands lowest in a number stands first in memory.

import { expect } from "chai";
import { Lanes } from "../../../src/machine/cpu/lanes";

const VECTOR = 0x0f0e_0d0c_0b0a_0908_0706_0504_0302_0100n;

const ELEMENTS = [
  // size  index  value
  [8,   0,  0x00n],
  [8,   15, 0x0fn],
  [16,  1,  0x0302n],
  [32,  3,  0x0f0e_0d0cn],
  [64,  1,  0x0f0e_0d0c_0b0a_0908n],
  [128, 0,  VECTOR],
] as const;

describe("lanes", () => {
  for (const [size, index, value] of ELEMENTS) {
    it(`read element ${index} of ${size} bits`, () => {
      const lanes = new Lanes(1);
      lanes.put(128, VECTOR);
      expect(lanes.element(size, index)).to.equal(value);
    });

    it(`change element ${index} of ${size} bits, and no other`, () => {
      const lanes = new Lanes(1);
      lanes.put(128, VECTOR ^ (value << BigInt(size * index)));
      lanes.setElement(size, index, value | (1n << 128n)); // What has no room is lost.
      expect(lanes.vector(128)).to.equal(VECTOR);
    });
  }

  it("count elements on from one vector to the next", () => {
    const lanes = new Lanes(2);
    lanes.put(64, 0x0001_0002_0003_0004n);
    lanes.put(64, 0x0005_0006_0007_0008n, 1);
    expect(lanes.element(16, 4)).to.equal(8n);
  });

  it("keep to the bits that a vector has", () => {
    const lanes = new Lanes(1);
    lanes.put(128, VECTOR);
    expect([32, 64, 128].map((bits) => lanes.vector(bits))).to.eql([0x0302_0100n, 0x0706_0504_0302_0100n, VECTOR]);
  });

  it("gather elements of other lanes", () => {
    const [source, gathered] = [new Lanes(1), new Lanes(1)];
    source.put(128, VECTOR);
    gathered.gather(32, source, [3, 3, 0, 1]);
    expect(gathered.vector(128)).to.equal(0x0706_0504_0302_0100_0f0e_0d0c_0f0e_0d0cn);
  });
});
