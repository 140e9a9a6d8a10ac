import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../../src/base/fault";
import { EXERCISES } from "../../../../src/course/exercises/manifest";
import { mmuPartsOfStudent } from "../../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../../src/course/root";
import { STANDARD_MMU_PARTS } from "../../../../src/machine/mmu/standard-parts";
import { compareTranslations } from "../../../machine/mmu/agreement";

describe("an MMU of the student's parts", () => {
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function writeTableIndex(text: string): void {
    mkdirSync(join(dir, "04-mmu"));
    writeFileSync(join(dir, "04-mmu/table-index.ts"), text);
  }

  it("has ours where there is only the starter", async () => {
    cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
    const { parts, whose } = await mmuPartsOfStudent(dir);
    expect(parts).to.deep.equal(STANDARD_MMU_PARTS);
    expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
  });

  it("is made of every solution, and translates as the model of the manual does", async () => {
    cpSync(join(COURSE_ROOT, "solutions"), dir, { recursive: true });
    const { parts, whose } = await mmuPartsOfStudent(dir);
    const rows = EXERCISES.filter(({ kind, file }) => kind === "part" && file.startsWith("04-mmu/"));
    expect(whose.map(({ part }) => part)).to.deep.equal(rows.map(({ exports }) => exports.name));
    expect(whose.every(({ mine }) => mine)).to.equal(true);
    expect(compareTranslations(500, 1, parts).differences).to.deep.equal([]);
  }).timeout(20_000);

  it("is only as right as its parts: the answer of theirs shows", async () => {
    writeTableIndex("export const tableIndex = () => 0;");
    expect(compareTranslations(100, 1, (await mmuPartsOfStudent(dir)).parts).differences).not.to.deep.equal([]);
  });

  it("says whose fault it is when a part throws", async () => {
    writeTableIndex("export const tableIndex = () => { throw new Error('ouch'); };");
    const { parts } = await mmuPartsOfStudent(dir);
    expect(() => compareTranslations(100, 1, parts)).to.throw(UserFault, "04-mmu/table-index.ts: tableIndex() threw: ouch");
  });
});
