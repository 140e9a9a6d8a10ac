import { expect } from "chai";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { hashOf, WorkingCopy } from "../../../src/course/exercises/working-copy";

const [row] = EXERCISES as readonly [typeof EXERCISES[number]];

describe("the working copy", () => {
  let dir: string;
  let work: WorkingCopy;
  beforeEach(() => {
    dir = join(mkdtempSync(join(tmpdir(), "o2p-work-")), "work");
    work = new WorkingCopy(dir);
  });
  afterEach(() => rmSync(join(dir, ".."), { recursive: true }));

  const edit = (text: string): void => writeFileSync(work.path(row), text);
  const present = (): string => readFileSync(work.path(row), "utf8");
  const refresh = (): string | undefined => work.start([row], { refresh: true }).get(row);

  it("is begun with the starters", () => {
    expect(work.exists).to.equal(false);
    expect([...work.start(EXERCISES, { refresh: false }).values()]).to.deep.equal(EXERCISES.map(() => "copied"));
    expect(Object.keys(work.read()).sort()).to.deep.equal(EXERCISES.map(({ file }) => file).sort());
    expect(existsSync(join(dir, "tsconfig.json"))).to.equal(true);
  });

  it("is never overwritten by start", () => {
    work.start([row], { refresh: false });
    edit("mine");
    expect(work.start([row], { refresh: false }).get(row)).to.equal("kept");
    expect(present()).to.equal("mine");
  });

  describe("brought up to a newer course", () => {
    /** As if what was copied had been an older starter. */
    function copiedFrom(older: string): void {
      work.start([row], { refresh: false });
      writeFileSync(join(dir, ".starters.json"), JSON.stringify({ [row.file]: hashOf(older) }));
    }

    it("gets the new starter where nobody has touched the old one", () => {
      copiedFrom("older");
      edit("older");
      expect(refresh()).to.equal("refreshed");
      expect(present()).not.to.equal("older");
      expect(refresh()).to.equal("kept");
    });

    it("keeps what the student has written, and says that the starter has changed", () => {
      copiedFrom("older");
      edit("mine");
      expect(refresh()).to.equal("kept, though its starter has changed");
      expect(present()).to.equal("mine");
    });

    it("keeps a file that it never copied", () => {
      work.start([], { refresh: false });
      work.start([row], { refresh: false });
      writeFileSync(join(dir, ".starters.json"), "{}");
      edit("mine");
      expect(refresh()).to.equal("kept");
      expect(present()).to.equal("mine");
    });
  });
});
