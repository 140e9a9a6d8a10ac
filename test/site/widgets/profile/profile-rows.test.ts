import { expect } from "chai";
import { executeOf } from "../../../../src/machine/cpu/meanings";
import { PROFILE } from "../../../../src/machine/cpu/profile";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { profileGroups, profileRows } from "../../../../src/site/widgets/profile/profile-rows";
import { sampleWord } from "../../../../src/site/widgets/profile/sample-word";

describe("the table of what the machine executes", () => {
  const decoder = standardDecoder();
  const rows = profileRows(decoder);
  const entry = (name: string) => rows.find(({ row }) => row.name === name)!;

  it("has every row of the decoder exactly once", () => {
    const listed = profileGroups(rows).flatMap(({ classes }) => classes.flatMap((each) => each.rows.map(({ row }) => row.name)));
    expect([...listed].sort()).to.deep.equal(decoder.rows.map(({ name }) => name).sort());
    expect(new Set(listed).size).to.equal(listed.length);
  });

  it("has a meaning for every row in the profile, and for no other", () => {
    const ours: ReadonlySet<string> = new Set(PROFILE);
    for (const row of decoder.rows) {
      const isOurs = row.feature === undefined || ours.has(row.feature);
      expect(executeOf(row.name) !== undefined, row.name).to.equal(isOurs);
    }
  });

  it("says of each row outside of the profile what it lacks", () => {
    expect(rows.filter(({ verdict, lacks }) => verdict !== "executes" && lacks === "").map(({ row }) => row.name)).to.deep.equal([]);
  });

  // From the profile that the course promises, and the Arm ARM's names of the features.
  for (const [name, verdict, lacks] of [
    ["ADD (immediate)",  "executes",     ""],
    ["FADD (vector)",    "executes",     ""],
    ["PACIASP",          "does nothing", "FEAT_PAuth"],
    ["BTI",              "does nothing", "FEAT_BTI"],
    ["PACIA",            "Undefined",    "FEAT_PAuth"],
    ["SM4E",             "Undefined",    "FEAT_SM4"],
    ["MSR (immediate)",  "executes",     "for some words, FEAT_SSBS, FEAT_DIT, FEAT_MTE"],
  ] as const) {
    it(`${name}: ${verdict}${lacks === "" ? "" : `, ${lacks}`}`, () => {
      const found = entry(name);
      expect([found.verdict, found.lacks]).to.deep.equal([verdict, lacks]);
    });
  }

  it("has a word to show for every row that executes", () => {
    expect(rows.filter(({ row, verdict }) => verdict === "executes" && sampleWord(decoder, row) === undefined).map(({ row }) => row.name)).to.deep.equal([]);
  });
});
