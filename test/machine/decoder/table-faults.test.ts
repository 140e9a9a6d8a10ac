// Mistakes in the tables are found when the decoder is built, before it has decoded a word.

import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import { Decoder } from "../../../src/machine/decoder/decoder";
import { Encoder } from "../../../src/machine/decoder/encode";
import type { EncodingTable } from "../../../src/machine/decoder/row";
import { standardParts } from "../../../src/machine/decoder/standard-parts";

const decoderOf = (table: EncodingTable): Decoder => new Decoder(standardParts, { Group: { Class: table } });

const ADD = "sf 0 0 100010 sh imm12:12 Rn:5 Rd:5";

describe("a table with a mistake", () => {
  const faults: [what: string, table: EncodingTable, message: string][] = [
    ["a diagram too short", { A: ["sf 0 0 100010 sh imm12:12 Rn:5 Rd:4", "add <Rd>"] }, "a diagram of 31 bits"],
    ["no template", { A: [ADD] }, "no template"],
    ["a field that is not in the diagram", { A: [ADD, "add <Rd|SP>, <Rn|SP>, #<imm13>"] }, "no field imm13"],
    ["a slice wider than its field", { A: [ADD, "add <imm12[12:0]>"] }, "wider than its field"],
    ["a pattern of another width", { A: [ADD, "add <Rd>", "undefined if imm12=01"] }, "imm12 has 12 bits"],
    ["a condition that never holds", { A: [ADD, "add <Rd>  if sf=0 sf=1"] }, "never holds"],
    ["a condition nobody knows", { A: [ADD, "add <Rd>  if FullMoon"] }, "no condition FullMoon"],
    ["reserved words that bits cannot say", { A: [ADD, "add <Rd>", "undefined if Rn=Rd"] }, "takes bits only"],
    ["more names than values", { A: [ADD, "add <sh=a|b|c>"] }, "more names than values"],
    ["a list without an arrangement", { A: [ADD, "add <Vd*2>"] }, "a list without arrangement"],
    ["two rows for the same words", { A: [ADD, "a <Rd>"], B: [ADD, "b <Rd>"] }, "A and B share words"],
    ["rows that cross", {
      A: ["0 x:15 0000000000000000", "a #<x>"],
      B: ["y:15 0 0000000000000000", "b #<y>"],
    }, "A and B share words"],
  ];
  for (const [what, table, message] of faults) {
    it(`${what} is our bug`, () => expect(() => decoderOf(table)).to.throw(Bug, message));
  }

  it("a template that leaves bits undecided is our bug", () => {
    expect(() => new Encoder(decoderOf({ A: [ADD, "add <Rd|SP>, <Rn|SP>, #<imm12>"] }))).to.throw(Bug, "leaves bits undecided: 400000");
  });
});

describe("rows that share words", () => {
  it("the more specific one has them", () => {
    const decoder = decoderOf({
      General:  ["x:16 0000000000000000", "general #<x>"],
      Specific: ["1111111111111111 0000000000000000", "specific"],
    });
    expect(decoder.disassemble(0xffff0000)).to.equal("specific");
    expect(decoder.disassemble(0xfffe0000)).to.equal("general\t#65534");
  });

  it("`elsewhere` gives them to the other", () => {
    const decoder = decoderOf({
      A: ["0 x:15 0000000000000000", "a #<x>", "elsewhere if x[0]=0"],
      B: ["y:15 0 0000000000000000", "b #<y>", "elsewhere if y[14]=1"],
    });
    expect(decoder.disassemble(0x00010000)).to.equal("a\t#1");
    expect(decoder.disassemble(0x00020000)).to.equal("b\t#1");
    expect(decoder.decode(0x80020000).kind).to.not.equal("instruction");
  });

  it("a reserved value of a choice is undefined, not unallocated", () => {
    const decoder = decoderOf({ A: ["size:2 Rd:5 0000000000000000000000000", "op <size=b|h|-|d><d>"] });
    expect(decoder.decode(0x80000000).kind).to.equal("undefined");
    expect(decoder.disassemble(0x80000000)).to.equal("<unknown>");
    expect(decoder.disassemble(0xc6000000)).to.equal("op\td3");
    expect(decoder.decode(0x00000001).kind).to.equal("unallocated");
  });
});
