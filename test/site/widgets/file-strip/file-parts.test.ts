import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { partsOf } from "../../../../src/site/widgets/file-strip/file-parts";

const hello = new Uint8Array(readFileSync(path.join(__dirname, "../../../../chapters/01-decoder/files/hello")));

describe("the parts of a file", () => {
  const parts = partsOf(hello);

  // Offsets and sizes are what llvm-readelf -hlS says of hello.
  const expected = [
    // name               offset  size
    ["ELF header",        0x000,  64],
    ["program headers",   0x040,  4 * 56],
    [".rodata",           0x120,  0x1d],
    ["padding",           0x13d,  3],
    [".text",             0x140,  0x7c],
    [".comment",          0x1bc,  0x1a],
    ["padding",           0x1d6,  2],
    [".symtab",           0x1d8,  0xa8],
    [".shstrtab",         0x280,  0x32],
    [".strtab",           0x2b2,  0x26],
    ["section headers",   0x2d8,  7 * 64],
  ] as const;
  it("are these, in this order", () => {
    expect(parts.map(({ name, offset, size }) => [name, offset, size])).to.deep.equal(expected.map((row) => [...row]));
  });

  it("hold every byte once", () => {
    expect(parts.flatMap(({ bytes }) => [...bytes])).to.deep.equal([...hello]);
  });

  const facts = [
    // part              name           value, as llvm-readelf -hls prints it
    ["ELF header",       "e_entry",     "0x201140"],
    ["program headers",  "segment 2",   "bytes 0x140 to 0x1bb, to 0x201140"],
    [".symtab",          "length",      "0x201174"],
    [".shstrtab",        "strings",     ".rodata, .text, .comment, .symtab, .shstrtab, .strtab"],
    ["section headers",  "2 .text",     "124 bytes at 0x140"],
  ] as const;
  for (const [name, term, value] of facts) {
    it(`${name} says ${term}: ${value}`, () => {
      expect(parts.find((part) => part.name === name)!.facts).to.deep.include([term, value]);
    });
  }

  it("of which .text alone is code", () => {
    expect(parts.filter(({ codeAt }) => codeAt !== undefined).map(({ name, codeAt }) => [name, codeAt])).to.deep.equal([[".text", 0x201140n]]);
  });
});
