import { expect } from "chai";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { answered, walkOf } from "../../../../src/site/widgets/tree-walk/walk";

/** The rows of a word's leaf, each with what became of it. */
const fates = (word: number): string[] => walkOf(standardDecoder(), word).trials.map((trial) => {
  switch (trial.fate) {
    case "differs": return `${trial.row.name}: differs in 0x${trial.bits.toString(16)}`;
    case "elsewhere": return `${trial.row.name}: elsewhere if ${trial.because}`;
    default: return `${trial.row.name}: ${trial.fate}`;
  }
});

// The reasons are the manual's: fixed bits of a diagram, or its SEE.
const words = [
  // word       its leaf
  [0x0f000400, ["ORR (vector, immediate): elsewhere if cmode=xxx0", "SSHR: elsewhere if immh=0000", "MOVI: claims"]],
  [0xd503201f, ["NOP: claims", "HINT: not asked"]],
  [0x91000420, ["ADDG: differs in 0x800000", "ADD (immediate): claims"]],
  [0x06000000, []],
] as const;

describe("a word's walk down the tree", () => {
  for (const [word, leaf] of words) {
    it(`0x${word.toString(16).padStart(8, "0")}: ${leaf.join("; ") || "no row"}`, () => expect(fates(word)).to.deep.equal([...leaf]));
  }

  it("counts as many rows before a question as the one above it left", () => {
    const { steps, trials } = walkOf(standardDecoder(), 0xd503201f);
    expect(steps[0]!.before).to.equal(standardDecoder().rows.length);
    const left = steps.map(({ leaves, number }) => leaves[number]);
    expect([...steps.slice(1).map(({ before }) => before), trials.length]).to.deep.equal(left);
  });

  it("goes another way for another answer", () => {
    const [first] = walkOf(standardDecoder(), 0x0f000400).steps;
    expect(first!.name).to.equal("bits 31 to 24");
    expect(answered(0x0f000400, first!, 0xd5)).to.equal(0xd5000400);
  });
});
