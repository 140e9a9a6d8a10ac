import { expect } from "chai";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { WorkingCopy } from "../../../src/course/exercises/working-copy";
import { LearningLoop } from "../../../src/course/learn/learn";
import { COURSE_ROOT } from "../../../src/course/root";

const field = exerciseCalled("decoder/field");

describe("o2p learn", () => {
  const dir = mkdtempSync(join(tmpdir(), "o2p-learn-"));
  const said: string[] = [];
  let loop: LearningLoop;
  let heard: () => void = () => undefined;

  /** Waits until something that matches has been said since the last wait. */
  async function hear(what: RegExp): Promise<string> {
    for (;;) {
      const at = said.findIndex((line) => what.test(line));
      if (at !== -1) return said.splice(0, at + 1)[at]!;
      await new Promise<void>((resolve) => { heard = resolve; });
    }
  }

  before(async () => {
    new WorkingCopy(dir).start([field], { refresh: false });
    loop = new LearningLoop({
      dir, rows: [field],
      print: (line) => {
        said.push(line);
        heard();
      },
    });
    await loop.begin();
  });
  after(async () => {
    await loop.end();
    rmSync(dir, { recursive: true });
  });

  const save = (text: string): void => writeFileSync(join(dir, field.file), text);
  const solution = readFileSync(join(COURSE_ROOT, "solutions", field.file), "utf8");

  it("begins with the first exercise that does not pass, and its first failing case", async () => {
    expect(await hear(/Bits hi to lo: work/)).to.match(/call +field\(0x91000420, 21, 10\)/).and.to.match(/right +0b000000000001 \(1\)/);
  });

  it("gives hints one at a time", async () => {
    for (const n of [1, 2, 3]) {
      loop.hint();
      expect(await hear(/^hint/)).to.equal(`hint ${n} of 3: ${field.hints[n - 1]}`);
    }
    loop.hint();
    await hear(/the last hint.*decoder\/fields/);
  });

  it("answers every save", async () => {
    for (const text of [solution.replace("31 - hi)", "30 - hi)"), solution.replace(">>>", ">>"), solution.replace("return", "return 1 +")]) {
      save(text);
      await hear(/yours/);
    }
  });

  it("shows type errors as such", async () => {
    save("export const field = (word: string) => word;");
    expect(await hear(/compile error/)).to.include("the export field must have the type");
  });

  it("sees a file that an editor puts in place of the old one", async () => {
    const beside = join(dir, "01-decoder/.field.ts.swp");
    writeFileSync(beside, solution);
    copyFileSync(beside, join(dir, field.file));
    await hear(/decoder\/field +pass +5 of 5 +\(1 of 1\)/);
    await hear(/All done/);
  });
});
