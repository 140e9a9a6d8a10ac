// What must hold of the table as a whole, whatever its rows say.

import { expect } from "chai";
import { type Decoder, standardDecoder, UNKNOWN } from "../../../src/machine/decoder/decoder";
import { featuresOf, operandsOf } from "../../../src/machine/decoder/row";
import { readRecording } from "../../oracle/recording";
import { Random } from "../../oracle/words";

const WORDS = 300_000;

describe("the table of A64", () => {
  let decoder: Decoder;
  const words = new Uint32Array(WORDS);
  before(() => {
    decoder = standardDecoder();
    const random = new Random(7);
    for (let i = 0; i < WORDS; i++) {
      const row = decoder.rows[i % decoder.rows.length]!;
      words[i] = row.value | (random.next() & ~row.mask);
    }
  });

  it("prints every instruction, and nothing else", () => {
    for (const word of words) {
      const { kind } = decoder.decode(word);
      expect(decoder.disassemble(word) === UNKNOWN, `0x${word.toString(16)} is ${kind}`).to.equal(kind !== "instruction");
    }
  });

  it("has no row without an instruction", () => {
    const met = new Set([...words].flatMap((word) => {
      const decoded = decoder.decode(word);
      return decoded.kind === "instruction" ? [decoded.row.name] : [];
    }));
    expect(decoder.rows.map((row) => row.name).filter((name) => !met.has(name))).to.deep.equal([]);
  });

  it("has no template that never prints", () => {
    const printed = new Set<string>();
    const random = new Random(8);
    // Chance does not find the templates that print a few words only; the recording has some of each.
    for (const word of readRecording().words) {
      const decoded = decoder.decode(word);
      if (decoded.kind === "instruction") printed.add(`${decoded.row.name}: ${decoder.printedBy(word)!.text}`);
    }
    for (const row of decoder.rows) {
      for (const template of row.templates.filter((t) => t.printed)) {
        // The condition's bits as it wants them, the rest at random: some such word must print by this template.
        for (let i = 0; i < 2_000 && !printed.has(`${row.name}: ${template.text}`); i++) {
          const { mask, value } = template.condition.cube;
          let word = ((row.value | (random.next() & ~row.mask)) & ~mask) | value;
          for (const [a, b] of template.condition.equal) word = (word & ~b.mask) | b.put(a.get(word >>> 0)).value;
          if (decoder.printedBy(word >>> 0) === template) printed.add(`${row.name}: ${template.text}`);
        }
      }
    }
    const all = decoder.rows.flatMap((row) => row.templates.filter((t) => t.printed).map((t) => `${row.name}: ${t.text}`));
    expect(all.filter((text) => !printed.has(text))).to.deep.equal([]);
  });

  it("names its features as Arm does", () => {
    for (const row of decoder.rows) for (const { name } of row.features) expect(name, row.name).to.match(/^FEAT_[A-Z][A-Za-z0-9_]*$/);
    expect(featuresOf(decoder.row("SWP"), 0xb8208020)).to.deep.equal(["FEAT_LSE"]);
    expect(featuresOf(decoder.row("ADD (immediate)"), 0x91000420)).to.deep.equal([]);
  });

  it("takes a word's operands out by the manual's names: csel w0, w1, wzr, ne", () => {
    expect(operandsOf(decoder.row("CSEL"), 0x1a9f1020)).to.deep.equal({ sf: 0, Rm: 31, cond: 1, Rn: 1, Rd: 0 });
  });
});
