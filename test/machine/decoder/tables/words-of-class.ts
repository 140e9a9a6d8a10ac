// The tests of the tables are lists of words with LLVM's text, class by class. A word is taken apart, printed, and
// assembled again; and a class's list has a word of each of its rows.

import { expect } from "chai";
import { assembleLine } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";

/** A word, and its text with a space behind the mnemonic; or what it is if it is no instruction. */
export type WordCase = readonly [word: number, text: string, behaviour?: "unpredictable"];

const NO_INSTRUCTION: readonly string[] = ["undefined", "unallocated"];

/** Defines the tests of one class of the manual. */
export function describeClass(className: string, cases: readonly WordCase[]): void {
  describe(className, () => {
    for (const [word, text, behaviour] of cases) {
      it(`${word.toString(16).padStart(8, "0")} is ${text}${behaviour === undefined ? "" : `, ${behaviour}`}`, () => {
        const decoded = standardDecoder().decode(word);
        if (NO_INSTRUCTION.includes(text)) {
          expect(decoded.kind).to.equal(text);
          expect(standardDecoder().disassemble(word, 0n)).to.equal("<unknown>");
          return;
        }
        expect(decoded).to.include({ kind: "instruction", unpredictable: behaviour !== undefined });
        expect(standardDecoder().disassemble(word, 0n).replace("\t", " ")).to.equal(text);
        // Bits that should be something else are not in the text.
        if (behaviour === undefined) expect(assembleLine(text, 0n)).to.equal(word);
      });
    }

    it("has each row of the class", () => {
      const rows = standardDecoder().rows.filter((row) => row.class === className).map((row) => row.name);
      const seen = cases.flatMap(([word]) => {
        const decoded = standardDecoder().decode(word);
        return decoded.kind === "instruction" ? [decoded.row.name] : [];
      });
      expect([...new Set(seen)]).to.have.members(rows);
    });
  });
}

/** What the assembler reads as well, though the disassembler prints another spelling of the word. */
export function describeSpellings(cases: readonly (readonly [text: string, word: number])[]): void {
  describe("other spellings", () => {
    for (const [text, word] of cases) {
      it(`${text} is ${word.toString(16).padStart(8, "0")}`, () => {
        expect(assembleLine(text, 0n)).to.equal(word);
      });
    }
  });
}
