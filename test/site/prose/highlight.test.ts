import { expect } from "chai";
import { highlight, withFieldColours } from "../../../src/site/prose/highlight";

const assembly = [
  // text                         piece     class
  ["add x0, x1, #1",              "add",    "t-role role-opcode"],
  ["add x0, x1, #1",              "x1",     "t-role role-register"],
  ["add x0, x1, #1",              "#1",     "t-role role-immediate"],
  ["loop: b.ne loop",             "b.ne",   "t-role role-opcode"],
  ["loop: b.ne loop",             "loop:",  "tok-name"],
  ["91000420 add x0, x1, #1",     "add",    "t-role role-opcode"],
  ["csel x0, x1, x2, ne",         "ne",     "t-role role-condition"],
  [".word 0x91000420 // four",    "// four", "tok-comment"],
] as const;

describe("colours of typed code", () => {
  for (const [text, piece, className] of assembly) {
    it(`in "${text}", ${piece} is ${className}`, () => {
      expect(highlight(text, "asm").find((token) => token.text === piece)?.className).to.equal(className);
    });
  }

  it("leaves nothing out", () => {
    const code = "const imm12 = (word >>> 10) & 0xfff; // `imm12`\nreturn \"Rd\";\n";
    expect(highlight(code, "ts").map(({ text }) => text).join("")).to.equal(code);
  });

  it("colours a field's name in quoted code, and no tag's attribute", () => {
    expect(withFieldColours(`<span class="Rn">Rn</span>`)).to.equal(`<span class="Rn"><span class="t-role role-register">Rn</span></span>`);
  });
});
