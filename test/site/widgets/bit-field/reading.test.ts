import { expect } from "chai";
import fc from "fast-check";
import { standardDecoder, UNKNOWN } from "../../../../src/machine/decoder/decoder";
import { plainText, read } from "../../../../src/site/widgets/bit-field/reading";

// The pieces of the text and the fields of the manual's diagram that decide each.
const pieces = [
  // word        text piece    its fields                  its role
  [0x91000420,  "add",        [],                         "opcode"],
  [0x91000420,  "x0",         ["sf", "Rd"],               "register"],
  [0x91000420,  "#1",         ["imm12"],                  "immediate"],
  [0x92008c41,  "#0xf000f000f000f", ["N", "immr", "imms"], "immediate"],
  [0x54000100,  "eq",         ["cond"],                   "condition"],
  [0xab030042,  "x3",         ["sf", "Rm"],               "register"],
] as const;

const states = [
  // word        state
  [0x91000420,  "instruction"],
  [0x92401c20,  "instruction"],
  [0x12401c20,  "undefined"],      // AND (immediate) with sf = 0 and N = 1: "if sf == '0' && N != '0' then UNDEFINED"
  [0x06000000,  "unallocated"],    // op0 = 0011
  [0x0420c000,  "SVE"],
  [0x80800000,  "SME"],
] as const;

describe("reading a word", () => {
  for (const [word, text, fields, role] of pieces) {
    it(`in 0x${word.toString(16)}, ${text} is decided by ${fields.join(", ") || "fixed bits"}`, () => {
      const found = read(standardDecoder(), word).text.find((piece) => piece.text === text);
      expect(found).to.deep.equal({ text, fields: [...fields], role });
    });
  }

  for (const [word, state] of states) {
    it(`0x${word.toString(16).padStart(8, "0")} is ${state}`, () => {
      expect(read(standardDecoder(), word).state).to.equal(state);
    });
  }

  it("writes what the disassembler writes, for any word", () => {
    const decoder = standardDecoder();
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffffff }), (word) => {
      const text = decoder.disassemble(word);
      expect(plainText(read(decoder, word).text)).to.equal(text === UNKNOWN ? "" : text.replace("\t", " "));
    }), { numRuns: 20_000 });
  });
});
