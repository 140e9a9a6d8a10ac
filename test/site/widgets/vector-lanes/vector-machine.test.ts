import { expect } from "chai";
import { exampleOf } from "../../../../src/site/widgets/vector-lanes/examples";
import { resultSize, vectorInstructions, wordOf } from "../../../../src/site/widgets/vector-lanes/instructions";
import { type LaneSize, laneText, parseLane } from "../../../../src/site/widgets/vector-lanes/lanes";
import { VectorMachine } from "../../../../src/site/widgets/vector-lanes/vector-machine";

const instructionCalled = (name: string) => vectorInstructions.find((each) => each.name === name)!;

// What QEMU 7.2 gives for the values that the figure starts with, v0 and FPSR.QC.
const cases = [
  // name     lanes of   v0                                        QC
  ["uqadd",   8,         0x1e2e3e4e_5e6e7e8e_9eaebece_deeefeffn,   true],
  ["add",     8,         0x1e2e3e4e_5e6e7e8e_9eaebece_deeefe0en,   false],
  ["sqadd",   8,         0x1e2e3e4e_5e6e7e7f_9eaebece_deeefe0en,   true],
  ["cmgt",    8,         0x00ffffff_ffffffff_00000000_00000000n,   false],
  ["addp",    8,         0x28282828_28282828_2464a4e4_2464a4e4n,   false],
  ["addv",    8,         0x20n,                                    false],
  ["saddl",   8,         0xff9effae_ffbeffce_ffdeffee_fffe000en,   false],
  ["zip1",    8,         0x08480947_0a460b45_c8440d43_0e420f41n,   false],
  ["uzp1",    8,         0x01030507_090b0d0f_4f4d4b49_47454341n,   false],
  ["ext",     8,         0x0d0e0f50_4f4e4d4c_4b4a4948_47464544n,   false],
  ["tbl",     8,         0x41424344_45464748_494a4b4c_004e4f50n,   false],
  ["rev64",   8,         0x494a4b4c_4d4e4f50_41424344_45464748n,   false],
  ["fadd",    64,        0x3ff80000_00000000_3fe80000_00000000n,   false],
  ["fmul",    32,        0x40000000_3f900000_3f000000_3e000000n,   false],
  ["faddp",   32,        0x3fe00000_3f400000_40600000_3fc00000n,   false],
] as const;

describe("VectorMachine", () => {
  const machine = new VectorMachine();

  for (const [name, size, result, saturated] of cases) {
    it(`${name} of lanes of ${size} bits`, () => {
      const [x, y] = exampleOf(instructionCalled(name), size);
      expect(machine.execute(wordOf(instructionCalled(name), size)!, x, y)).to.deep.equal({ result, saturated });
    });
  }

  const sourcesOf = (name: string, size: LaneSize): string[] => {
    const instruction = instructionCalled(name);
    const [x, y] = exampleOf(instruction, size);
    return machine.sourcesOf(wordOf(instruction, size)!, x, y, size, resultSize(instruction, size))
      .map((sources) => sources.map(({ register, lane }) => `v${register}[${lane}]`).join(" "));
  };

  // By what the manual says each does; lane 0 first.
  const origins = [
    ["add",   64, ["v1[0] v2[0]", "v1[1] v2[1]"]],
    ["addp",  32, ["v1[0] v1[1]", "v1[2] v1[3]", "v2[0] v2[1]", "v2[2] v2[3]"]],
    ["zip1",  32, ["v1[0]", "v2[0]", "v1[1]", "v2[1]"]],
    ["uzp1",  32, ["v1[0]", "v1[2]", "v2[0]", "v2[2]"]],
    ["trn1",  32, ["v1[0]", "v2[0]", "v1[2]", "v2[2]"]],
    ["saddl", 32, ["v1[0] v2[0]", "v1[1] v2[1]"]],
    ["xtn",   64, ["v1[0]", "v1[1]", "", ""]],
    ["dup",   64, ["v1[0]", "v1[0]"]],
    ["umax",  32, ["v1[0] v2[0]", "v1[1] v2[1]", "v1[2] v2[2]", "v1[3] v2[3]"]],
    ["fadd",  64, ["v1[0] v2[0]", "v1[1] v2[1]"]],
  ] as const;

  for (const [name, size, expected] of origins) {
    it(`${name} of lanes of ${size} bits takes its lanes from ${expected.join("; ")}`, () => {
      expect(sourcesOf(name, size)).to.deep.equal(expected);
    });
  }

  it("has every instruction in some arrangement", () => {
    expect(vectorInstructions.filter((each) => ([8, 16, 32, 64] as const).every((size) => wordOf(each, size) === undefined))).to.deep.equal([]);
  });
});

describe("a lane", () => {
  const texts = [
    // bits  pattern          read as        text
    [8,      0xfan,           "unsigned",    "250"],
    [8,      0xfan,           "signed",      "-6"],
    [8,      0x0an,           "hexadecimal", "0a"],
    [16,     0x3c00n,         "float",       "1"],
    [16,     0x2e66n,         "float",       "0.0999755859375"],
    [32,     0xbfc0_0000n,    "float",       "-1.5"],
    [64,     0x7ff0_0000_0000_0000n, "float", "Infinity"],
  ] as const;

  for (const [size, pattern, reading, text] of texts) {
    it(`of ${size} bits, 0x${pattern.toString(16)}, ${reading}, is ${text} and back`, () => {
      expect(laneText(pattern, size, reading)).to.equal(text);
      expect(parseLane(text, size, reading)).to.equal(pattern);
    });
  }

  it("takes no number that it cannot hold", () => {
    expect([parseLane("256", 8, "unsigned"), parseLane("-129", 8, "signed"), parseLane("fff", 8, "hexadecimal"), parseLane("", 32, "float")])
      .to.deep.equal([undefined, undefined, undefined, undefined]);
  });
});
