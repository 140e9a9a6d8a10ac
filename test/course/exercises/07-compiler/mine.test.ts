// --mine, for the compiler: what `o2p build` and `o2p boot` compile with.

import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserFault } from "../../../../src/base/fault";
import { fileSources } from "../../../../src/cli/compile/source-host";
import { buildProgram } from "../../../../src/compiler/build";
import type { CompilerParts } from "../../../../src/compiler/parts";
import { EXERCISES } from "../../../../src/course/exercises/manifest";
import { compilerPartsOfStudent } from "../../../../src/course/exercises/mine";
import { COURSE_ROOT } from "../../../../src/course/root";

const SCAN = "07-compiler/linear-scan.ts";
const PARTS = EXERCISES.filter(({ kind, file }) => kind === "part" && file.startsWith("07-compiler/")).map((row) => row.exports.name);

describe("--mine: a compiler of the student's parts", function () {
  this.timeout(60_000);
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-mine-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  const imageBy = (parts: CompilerParts): Uint8Array => buildProgram(fileSources(COURSE_ROOT), "chapters/07-compiler/files/hello.ts", { parts }).image;

  it("has none of theirs where there is none, or only the starter", async () => {
    cpSync(join(COURSE_ROOT, "exercises"), dir, { recursive: true });
    const { parts, whose } = await compilerPartsOfStudent(dir);
    expect(parts).to.deep.equal({});
    expect(whose.filter(({ mine }) => mine)).to.deep.equal([]);
  });

  it("is made of every solution", async () => {
    symlinkSync(join(COURSE_ROOT, "src"), join(dir, "src")); // What a solution imports is beside work/.
    cpSync(join(COURSE_ROOT, "solutions"), join(dir, "work"), { recursive: true });
    const { parts, whose } = await compilerPartsOfStudent(join(dir, "work"));
    expect(whose.map(({ part }) => part)).to.have.members(PARTS);
    expect(Object.keys(parts)).to.have.members(PARTS);
    expect(whose.every(({ mine }) => mine)).to.equal(true);
    expect(imageBy(parts).length).to.be.above(4096);
  });

  it("is only as right as its parts: the answer of theirs shows", async () => {
    const text = readFileSync(join(COURSE_ROOT, "solutions", SCAN), "utf8");
    write(SCAN, text);
    const right = imageBy((await compilerPartsOfStudent(dir)).parts);
    rmSync(join(dir, SCAN));
    const other = "07-compiler/parallel-moves.ts";
    write(other, "export const sequence = (moves: readonly unknown[]) => moves;");
    expect(imageBy((await compilerPartsOfStudent(dir)).parts)).not.to.deep.equal(right);
  });

  it("says whose fault it is when a part throws", async () => {
    write(SCAN, "export const assign = () => { throw new Error('ouch'); };");
    const { parts } = await compilerPartsOfStudent(dir);
    expect(() => imageBy(parts)).to.throw(UserFault, "07-compiler/linear-scan.ts: assign() threw: ouch");
  });
});
