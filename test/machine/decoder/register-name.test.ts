import { expect } from "chai";
import { pcRelative } from "../../../src/machine/decoder/pc-relative";
import { parseRegister, registerName } from "../../../src/machine/decoder/register-name";

describe("a register's name", () => {
  for (const [name, number, width, sp] of [
    ["x0", 0, 64, false], ["w30", 30, 32, false], ["X7", 7, 64, false], ["xzr", 31, 64, false], ["wzr", 31, 32, false],
    ["sp", 31, 64, true], ["WSP", 31, 32, true], ["fp", 29, 64, false], ["lr", 30, 64, false],
  ] as const) {
    it(`${name} is register ${number} of ${width} bits${sp ? ", the stack pointer" : ""}`, () => {
      expect(parseRegister(name)).to.deep.equal({ number, width, sp });
    });
  }

  for (const name of ["x31", "w31", "x", "x01", "x-1", "x1.5", "r0", "xsp", "", "x100", "toString", "constructor"]) {
    it(`"${name}" is none`, () => expect(parseRegister(name)).to.equal(undefined));
  }

  it("is read back as it is written", () => {
    for (const width of [32, 64] as const) {
      for (const sp of [false, true]) {
        for (let number = 0; number < 32; number++) {
          expect(parseRegister(registerName(number, width, sp))).to.deep.equal({ number, width, sp: sp && number === 31 });
        }
      }
    }
  });
});

describe("pcRelative", () => {
  for (const [pc, offset, page, target] of [
    [0x1000n, 8, false, 0x1008n], [0x1000n, -0x1004, false, 0xffff_ffff_ffff_fffcn],
    [0x1234n, 0, true, 0x1000n], [0x1fffn, 1, true, 0x2000n], [0x1234n, -2, true, 0xffff_ffff_ffff_f000n],
    [0xffff_ffff_ffff_f123n, 1, true, 0n],
  ] as const) {
    it(`0x${pc.toString(16)} and ${offset} ${page ? "pages" : "bytes"} make 0x${target.toString(16)}`, () => {
      expect(pcRelative(pc, offset, page)).to.equal(target);
    });
  }
});
