// Our disassembler against LLVM's words for the same words: recorded ones always, and new ones where LLVM is.

import { expect } from "chai";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { assembleLine } from "../../src/machine/decoder/assembler";
import { type RoundTrips, type Tally, compareRoundTrip, compareWords } from "./compare-words";
import { Differences } from "./differences";
import { isKnown, knownDifferences } from "./known";
import { LLVM_RELEASE, UNKNOWN, instructionOf, llvmRelease, llvmTexts } from "./llvm";
import { readRecording } from "./recording";
import { EVERYTHING, Random, drawWords } from "./words";

/**
 * Rows in which several words mean the same, and print so: the assembler gives the one with the idle bits zero.
 * Logical immediates: in a pattern of 2^k bits, the upper bits of immr. DUP and INS: imm5 above its lowest 1, imm4
 * below the element's index.
 */
const SAME_MEANING = [
  "AND (immediate)", "ANDS (immediate)", "DUP (general)", "EOR (immediate)", "INS (element)", "ORR (immediate)",
];

const GROUPS_SHOWN = 20;
const TALLY: Tally = { words: 0, instructions: 0, known: 0 };

/** Fails with what differs, grouped. */
function expectNone(differences: Differences): void {
  expect(differences.count, differences.report(GROUPS_SHOWN)).to.equal(0);
}

describe("recorded words: what LLVM 14 says of them", () => {
  const { words, texts } = readRecording();

  it("is a hundred thousand words, of nine hundred mnemonics", () => {
    expect(words.length).to.equal(100_000);
    expect(new Set(texts.map((text) => text.replace(/\t.*/, ""))).size).to.be.greaterThan(900);
  });

  it("is what our disassembler says", () => {
    const differences = new Differences();
    compareWords(standardDecoder(), words, texts, knownDifferences(), differences, { ...TALLY });
    expectNone(differences);
  });

  it("has a word for each known difference, so that none outlives its reason", () => {
    const decoder = standardDecoder();
    const unneeded = knownDifferences().filter((known) => !words.some((word, i) => {
      const ours = decoder.disassembleAt(word, { pc: BigInt(4 * i) });
      return ours !== texts[i] && isKnown([known], word, ours, texts[i]!);
    }));
    expect(unneeded.map(({ reason }) => reason)).to.deep.equal([]);
  });

  it("assembles to the same words again", () => {
    const differences = new Differences();
    const roundTrips: RoundTrips = { tried: 0, preferred: new Map() };
    compareRoundTrip(standardDecoder(), assembleLine, words, differences, roundTrips);
    expectNone(differences);
    expect([...roundTrips.preferred.keys()].sort()).to.deep.equal([...SAME_MEANING].sort());
  });
});

describe(`random and boundary words, and llvm-objdump of LLVM ${LLVM_RELEASE}`, () => {
  const release = llvmRelease();
  // A new seed for each run would make a failure hard to repeat; compare-words.ts --seed explores.
  const words = drawWords(100_000, new Random(2), EVERYTHING, standardDecoder().rows);

  if (release !== LLVM_RELEASE) {
    it("is not on this machine: the recording has to do, but not in CI", () => expect(process.env["CI"], "CI needs LLVM").to.equal(undefined));
    return;
  }

  it("agree", () => {
    const differences = new Differences();
    compareWords(standardDecoder(), words, llvmTexts(words), knownDifferences(), differences, { ...TALLY });
    expectNone(differences);
  });

  it("say of the recorded words what they said when they were recorded", () => {
    const { words: recorded, texts } = readRecording();
    expect(llvmTexts(recorded)).to.deep.equal(texts);
  });
});

describe("one line of llvm-objdump's, less what is no part of the instruction", () => {
  const cases = [
    // line                                                                  instruction
    ["               \tb\t0x14 <.text+0x14>",                               "b\t0x14"],
    ["      10: 20 04 40 91  \tadd\tx0, x1, #1, lsl #12     // =4096",       "add\tx0, x1, #1, lsl #12"],
    ["               \tldadda\tw1, wzr, [x2]   // acquire semantics dropped", "ldadda\tw1, wzr, [x2]"],
    ["               \tnop",                                                  "nop"],
    ["               \t<unknown>",                                            UNKNOWN],
  ] as const;

  for (const [line, instruction] of cases) {
    it(instruction, () => expect(instructionOf(line)).to.equal(instruction));
  }
});
