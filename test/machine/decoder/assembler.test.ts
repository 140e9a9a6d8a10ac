import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Assembler, type Assembly, AssemblyError } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const recorded = (name: string): string => readFileSync(join(__dirname, "recorded", name), "utf8");
const hex = ({ bytes }: Assembly): string => Buffer.from(bytes).toString("hex");

describe("the assembler", () => {
  let assembler: Assembler;
  before(() => {
    assembler = new Assembler(standardDecoder());
  });

  it("makes the bytes of llvm-mc: recorded/program.s", () => {
    const theirs = recorded("program.hex").split("\n").slice(1).join("");
    expect(hex(assembler.assemble(recorded("program.s")))).to.equal(theirs);
  });

  it("says where each symbol is, and which line made which bytes", () => {
    const { symbols, lines } = assembler.assemble("start: b end\n .word 7\nend: // nothing here\n", 0x4000n);
    expect([...symbols]).to.deep.equal([["start", 0x4000n], ["end", 0x4008n]]);
    expect(lines).to.deep.equal([
      { line: 1, offset: 0, length: 4, kind: "instruction" }, { line: 2, offset: 4, length: 4, kind: "data" },
    ]);
  });

  it("takes addresses relative to the base", () => {
    expect(hex(assembler.assemble("b 0x4000", 0x4000n))).to.equal("00000014");
    expect(hex(assembler.assemble(".xword .", 0x4000n))).to.equal("0040000000000000");
    // llvm-mc says 8: the dot is where the .equ stands, whenever its symbol becomes known.
    expect(hex(assembler.assemble("nop\n.equ gap, later - .\nnop\nnop\nlater: .byte gap"))).to.match(/08$/);
  });

  it("reads 0b as the last label 0, and 0b1 as a number", () => {
    expect(hex(assembler.assemble("0: nop\nb 0b\n.byte 0b1"))).to.equal("1f2003d5" + "ffffff17" + "01");
  });

  const mistakes = [
    ["nop\n  foo x1",                   2, 3,  "unknown mnemonic foo"],
    [".frob 1",                         1, 1,  "unknown directive .frob"],
    ["a: nop\na: nop",                  2, 1,  "a is defined twice"],
    [".byte 256",                       1, 7,  "expected a value of 8 bits"],
    [".byte 1, -129",                   1, 10, "expected a value of 8 bits"],
    [".word 1 2",                       1, 9,  "expected the end of the line"],
    [".ascii hello",                    1, 8,  "expected a string in double quotes"],
    [".space later\nlater:",            1, 8,  "expected a number or a defined symbol (there is no later)"],
    [".word 0x1g",                      1, 7,  "expected a number or a defined symbol (there is no 0x1g)"],
    ["b 0b",                            1, 3,  "expected a number or a defined symbol (there is no 0b)"],
    [".space -1",                       1, 8,  "expected an integer from 0 to 67108864"],
    [".space 67108864\n.space 67108864", 2, 1, "the program grows beyond 67108864 bytes"],
    [".align 17",                       1, 8,  "expected an integer from 0 to 16"],
    [".equ a, b\n.equ b, a",            1, 9,  "expected a number or a defined symbol (there is no b)"],
    [".equ 1, 2",                       1, 6,  "expected a symbol"],
    ["/* a\ncomment */ b 1f",           2, 14, "expected a number or a defined symbol (there is no 1f)"],
    ["ldr x0, =nowhere",                1, 10, "expected a number or a defined symbol (there is no nowhere)"],
    ["ldr w0, =0x123456789",            1, 10, "expected a value of 32 bits"],
    ["ldr x0, =1 2",                    1, 12, "expected the end of the line"],
  ] as const;
  for (const [source, line, column, what] of mistakes) {
    it(`says ${line}:${column}: ${what}`, () => {
      expect(() => assembler.assemble(source)).to.throw(AssemblyError).that.includes({ line, column, what });
    });
  }
});
