// o2p start, update, check, learn, pack, and disasm, run and debug --mine, on a working copy that is not the reader's.

import { expect } from "chai";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXERCISES } from "../../src/course/exercises/manifest";
import { COURSE_ROOT } from "../../src/course/root";

const FIELD = "01-decoder/field.ts";
const ADDER = "02-cpu/add-with-carry.ts";

/** A folder that is there. */
const TESTS = __dirname;

describe("the student's commands", () => {
  const folder = mkdtempSync(join(tmpdir(), "o2p-student-"));
  const work = join(folder, "work");
  after(() => rmSync(folder, { recursive: true }));

  /** Runs o2p; `type` is what the student types. */
  function o2p(args: readonly string[], type = ""): Promise<{ status: number | null; out: string; errors: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [join(COURSE_ROOT, "src/cli/o2p.js"), ...args], { cwd: folder, env: { ...process.env, O2P_WORK: work } });
      let out = "";
      let errors = "";
      child.stdout.on("data", (text: Buffer) => { out += text.toString(); });
      child.stderr.on("data", (text: Buffer) => { errors += text.toString(); });
      child.stdin.end(type);
      child.on("close", (status) => resolve({ status, out, errors }));
    });
  }

  for (const command of ["check", "learn", "pack"]) {
    it(`o2p ${command} says what to do where nothing is started`, async () => {
      const { status, errors } = await o2p([command]);
      expect(errors).to.match(/^o2p: there is (no|nothing).*run npx o2p start\n$/);
      expect(status).to.equal(2);
    });
  }

  it("o2p start copies the starters, once", async () => {
    expect((await o2p(["start", "1"])).out).to.match(/work\/01-decoder\/field.ts +copied\n/);
    expect((await o2p(["start"])).out).to.match(/work\/01-decoder\/field.ts +kept\n/);
    expect((await o2p(["update"])).out).to.match(/work\/01-decoder\/field.ts +kept\n/);
    expect(readFileSync(join(work, FIELD))).to.deep.equal(readFileSync(join(COURSE_ROOT, "exercises", FIELD)));
  });

  it("o2p start 7 says which chapters have exercises", async () => {
    const { status, errors } = await o2p(["start", "77"]);
    expect(errors).to.match(/^o2p: chapter 77 has no exercises; those that have: 01.*\n$/);
    expect(status).to.equal(2);
  });

  it("o2p check field fails the starter, with status 1, and passes the solution", async () => {
    const starter = await o2p(["check", "field"]);
    expect(starter.out).to.match(/^decoder\/field +fail +0 of 5\n/).and.to.match(/yours +threw: /).and.to.match(/read +http/);
    expect(starter.status).to.equal(1);
    cpSync(join(COURSE_ROOT, "solutions", FIELD), join(work, FIELD));
    const solved = await o2p(["check", "field"]);
    expect(solved.out).to.match(/^decoder\/field +pass +5 of 5\n\n5 of 5 points\n$/);
    expect(solved.status).to.equal(0);
  });

  it("o2p check --json is an array of verdicts", async () => {
    const { out } = await o2p(["check", "--json", "field"]);
    expect(JSON.parse(out)).to.have.nested.property("[0].status", "pass");
  });

  it("o2p check --list names every exercise", async () => {
    expect((await o2p(["check", "--list"])).out.trimEnd().split("\n").map((line) => line.split(" ")[0])).to.deep.equal(EXERCISES.map(({ id }) => id));
  });

  it("o2p check --hint shows one", async () => {
    expect((await o2p(["check", "field", "--hint", "2"])).out).to.equal(`${EXERCISES[0]!.hints[1]}\n`);
    expect(await o2p(["check", "field", "--hint", "4"])).to.include({ status: 2 });
    expect(await o2p(["check", "--hint", "1"])).to.include({ status: 2 });
  });

  it("o2p check nonesuch is refused", async () => {
    expect(await o2p(["check", "nonesuch"])).to.include({ status: 2, errors: `o2p: there is no exercise "nonesuch"; o2p check --list names them all\n` });
  });

  it("o2p grade class refuses a report that would be graded, and a folder that is not there", async () => {
    expect(await o2p(["grade", "class", TESTS, "--out", join(TESTS, "report")])).to.include({ status: 2, errors: `o2p: ${join(TESTS, "report")}: lies in the submissions; choose a folder outside ${TESTS}\n` });
    expect(await o2p(["grade", "class", TESTS, "--out", __filename])).to.include({ status: 2, errors: `o2p: ${__filename}: is a file; --out names a folder\n` });
    expect(await o2p(["grade", "class", "nowhere", "--out", "report"])).to.include({ status: 2, errors: "o2p: nowhere: no such folder\n" });
  });

  for (const command of ["disasm", "asm", "encoding", "start", "update", "check", "learn", "pack", "grade", "grade class", "grade handouts"]) {
    it(`o2p ${command} --help explains itself`, async () => {
      const { status, out } = await o2p([...command.split(" "), "--help"]);
      expect(status).to.equal(0);
      expect(out).to.match(new RegExp(`^Usage: o2p ${command}`));
    });
  }

  it("o2p learn ends when its input does", async () => {
    const { status, out } = await o2p(["learn"], "hq");
    expect(out).to.match(/exercises pass/).and.to.match(/h: hint, n: next exercise, q: quit/);
    expect(status).to.equal(0);
  }).timeout(180_000); // It tries the starters of all chapters.

  it("o2p run --mine and debug --mine do so on a machine of decoder and CPU", async () => {
    cpSync(join(COURSE_ROOT, "solutions", ADDER), join(work, ADDER));
    const hello = await o2p(["run", "--mine", join(COURSE_ROOT, "chapters/01-decoder/files/hello")]);
    expect(hello).to.deep.include({ status: 24, out: "hello from the first opcode\n" });
    expect(hello.errors).to.match(/^field +/).and.to.match(/\nshift +ours\n/)
      .and.to.match(/\naddWithCarry +yours, work\/02-cpu\/add-with-carry.ts\n/);

    writeFileSync(join(folder, "sum.s"), "adds x0, x1, #5\n");
    expect((await o2p(["debug", "--mine", "sum.s"], "s\nq\n")).out).to.match(/x0 +0x0 -> 0x5\n/);
    writeFileSync(join(work, ADDER), "export const addWithCarry = () => ({ value: 42n, nzcv: 0n });\n");
    expect((await o2p(["debug", "--mine", "sum.s"], "s\nq\n")).out).to.match(/x0 +0x0 -> 0x2a\n/);
    writeFileSync(join(work, ADDER), "export const addWithCarry = () => { throw new Error('not yet'); };\n");
    const thrown = await o2p(["debug", "--mine", "sum.s"], "s\nq\n");
    expect(thrown.out).to.match(/\n\? 02-cpu\/add-with-carry.ts: addWithCarry\(\) threw: not yet\n/);
    expect(thrown.status).to.equal(2);
  });

  it("o2p disasm --mine says whose parts it runs on, and runs on them", async () => {
    const mine = await o2p(["disasm", "--mine", "0x91000420"]);
    expect(mine.out).to.equal("add\tx0, x1, #1\n");
    expect(mine.errors).to.match(/^field +yours, work\/01-decoder\/field.ts\n/);
    writeFileSync(join(work, FIELD), "export const field = () => 1;\n");
    expect((await o2p(["disasm", "--mine", "0x91000420"])).out).not.to.equal(mine.out);
    writeFileSync(join(work, FIELD), "export const field = () => { throw new Error('not yet'); };\n");
    expect(await o2p(["disasm", "--mine", "0x91000420"])).to.deep.include({ status: 2, out: "" });
  });

  it("o2p pack makes the same file of the same work, and its receipt", async () => {
    const first = await o2p(["pack"]);
    expect(first.out).to.match(/01-decoder\/field.ts\n/).and.to.match(/\nhand-in.zip +\d+ bytes\nreceipt [0-9a-f]{64}\n$/);
    expect(existsSync(join(folder, "hand-in.zip"))).to.equal(true);
    expect((await o2p(["pack"])).out).to.equal(first.out);
    expect(await o2p(["pack", "-o", "no/such/folder.zip"])).to.deep.include({ status: 2, errors: "o2p: no/such/folder.zip: no such file\n" });
  });
});
