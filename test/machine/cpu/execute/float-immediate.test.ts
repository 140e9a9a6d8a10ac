import { expect } from "chai";
import { VFPExpandImm } from "../../../../src/machine/cpu/execute/float-immediate";
import { decodeFloatImmediate } from "../../../../src/machine/decoder/float-immediate";

describe("VFPExpandImm", () => {
  it("is JavaScript's pattern for the number that the decoder reads, for each of the 256", () => {
    const view = new DataView(new ArrayBuffer(8));
    for (let imm8 = 0; imm8 < 256; imm8++) {
      view.setFloat64(0, decodeFloatImmediate(imm8));
      expect(VFPExpandImm(imm8, 64)).to.equal(view.getBigUint64(0));
      view.setFloat32(0, decodeFloatImmediate(imm8));
      expect(VFPExpandImm(imm8, 32)).to.equal(BigInt(view.getUint32(0)));
    }
  });
});
