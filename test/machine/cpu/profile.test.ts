// What the machine is, from the table's "requires" lines, and the meanings that there are.

import { expect } from "chai";
import { executeOf, meaningOf } from "../../../src/machine/cpu/meanings";
import { isInProfile, PROFILE } from "../../../src/machine/cpu/profile";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { featuresOf } from "../../../src/machine/decoder/row";
import { drawWordsOf, Random } from "../../oracle/words";

const decoder = standardDecoder();

describe("The profile", () => {
  const cases = [
    // assembly                     is executed
    ["add x0, x1, #1",              true],
    ["crc32b w0, w1, w2",           true],
    ["ldadd w0, w1, [x2]",          true],
    ["aese v0.16b, v1.16b",         true],
    ["pmull v0.1q, v1.1d, v2.1d",   true],
    ["sha512h q0, q1, v2.2d",       true],
    ["bcax v0.16b, v1.16b, v2.16b, v3.16b", true],
    ["fadd h0, h1, h2",             true],
    ["sdot v0.4s, v1.16b, v2.16b",  true],
    ["fcadd v0.2d, v1.2d, v2.2d, #90", true],
    ["fjcvtzs w0, d1",              true],
    ["ldapr w0, [x1]",              true],
    ["cfinv",                       true],
    ["frint32z s0, s1",             true],
    ["sb",                          true],
    ["nop",                         true],
    // Hints are NOPs to who does not know them.
    ["paciasp",                     true],
    ["bti c",                       true],
    ["esb",                         true],
    ["pacia x0, x1",                false],
    ["retaa",                       false],
    ["irg x0, x1",                  false],
    ["sm4e v0.4s, v1.4s",           false],
    ["sm3ss1 v0.4s, v1.4s, v2.4s, v3.4s", false],
    ["ldapur w0, [x1]",             false],
    ["usdot v0.4s, v1.16b, v2.16b", false],
    ["bfdot v0.4s, v1.8h, v2.8h",   false],
    ["fmlal v0.4s, v1.4h, v2.4h",   false],
    ["axflag",                      false],
    ["wfit x0",                     false],
  ] as const;
  for (const [assembly, isExecuted] of cases) {
    it(`${isExecuted ? "has" : "has not"} ${assembly}`, () => {
      expect(meaningOf(decoder, assembleLine(assembly)) !== undefined).to.equal(isExecuted);
    });
  }

  // Its instructions, AT S1E1RP and AT S1E1WP, are spellings of SYS: chapter 3 knows them.
  const OPERATIONS = ["FEAT_PAN2"];
  it("names only features that rows or system operations require", () => {
    const required = new Set(decoder.rows.flatMap(({ features }) => features.map(({ name }) => name)));
    expect(PROFILE.filter((feature) => !required.has(feature))).to.deep.equal(OPERATIONS);
  });

  it("has a meaning for each row of it, and for no other", () => {
    const wrong = decoder.rows.filter((row) => {
      const isOurs = row.feature === undefined || (PROFILE as readonly string[]).includes(row.feature);
      return isOurs !== (executeOf(row.name) !== undefined);
    });
    expect(wrong.map(({ name }) => name)).to.deep.equal([]);
  });

  it("decides by the word where a row has forms of several features", () => {
    const random = new Random(1);
    for (const word of drawWordsOf(decoder.rows, 20_000, random)) {
      const decoded = decoder.decode(word);
      if (decoded.kind !== "instruction") {
        expect(meaningOf(decoder, word), `0x${word.toString(16)}`).to.equal(undefined);
        continue;
      }
      const { row } = decoded;
      const has = row.class === "Hints" || featuresOf(row, word).every((name) => (PROFILE as readonly string[]).includes(name));
      expect([isInProfile(row, word), meaningOf(decoder, word) !== undefined], row.name).to.deep.equal([has, has]);
    }
  });
});
