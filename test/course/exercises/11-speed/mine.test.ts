// --mine, for the engine.

import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserFault } from "../../../../src/base/fault";
import { EXERCISES } from "../../../../src/course/exercises/manifest";
import { jitPartsOfStudent } from "../../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../../src/course/root";
import { bootHello } from "./lockstep";

const PARTS = EXERCISES.filter(({ kind, file }) => kind === "part" && file.startsWith("11-speed/")).map((row) => row.exports.name);
const FLAGS = "11-speed/lazy-flags.ts";

describe("--mine: an engine of the student's parts", function () {
  this.timeout(180_000);
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  it("has none of theirs where there is none, or only the starter", async () => {
    cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
    const { parts, whose } = await jitPartsOfStudent(dir);
    expect(parts).to.deep.equal({});
    expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
  });

  it("is made of every solution, and boots in lockstep", async () => {
    symlinkSync(join(COURSE_ROOT, "src"), join(dir, "src")); // What a solution imports is beside work/.
    cpSync(join(COURSE_ROOT, "solutions"), join(dir, "work"), { recursive: true });
    const { parts, whose } = await jitPartsOfStudent(join(dir, "work"));
    expect(whose.map(({ part }) => part)).to.have.members(PARTS);
    expect(whose.every(({ mine }) => mine)).to.equal(true);
    expect(bootHello(parts).printed).to.equal("hello from the upper half\n");
  });

  it("says whose fault it is when a part throws", async () => {
    write(FLAGS, "export const lazyCondition = () => { throw new Error('ouch'); };");
    const { parts } = await jitPartsOfStudent(dir);
    expect(() => bootHello(parts)).to.throw(UserFault, `${FLAGS}: lazyCondition() threw: ouch`);
  });
});
