import { expect } from "chai";
import { tokensOf } from "../../../../src/site/widgets/machine/assembly-tokens";

const cases = [
  // line                              pieces that have a role
  ["loop:   ldr x3, [x1], #8 // x2",   ["loop: label", "ldr opcode", "x3 register", "x1 register", "#8 immediate", "// x2 comment"]],
  ["b.ne loop",                        ["b. opcode", "ne condition"]],
  ["csinc w0, wzr, wzr, ne",           ["csinc opcode", "w0 register", "wzr register", "wzr register", "ne condition"]],
  ["add v0.4s, v1.4s, v2.4s",          ["add opcode", "v0.4s register", "v1.4s register", "v2.4s register"]],
  [".asciz \"x0 // no comment\"",      [".asciz opcode", "\"x0 // no comment\" immediate"]],
  ["// only words about x0",           ["// only words about x0 comment"]],
  ["",                                 []],
] as const;

describe("tokensOf", () => {
  for (const [line, expected] of cases) {
    it(line === "" ? "an empty line" : line, () => {
      const tokens = tokensOf(line);
      expect(tokens.flatMap(({ text, role }) => (role === undefined ? [] : [`${text} ${role}`]))).to.deep.equal(expected);
      expect(tokens.map(({ text }) => text).join("")).to.equal(line);
    });
  }
});
