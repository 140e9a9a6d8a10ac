import { expect } from "chai";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import type { StudentResult } from "../../../src/course/grade/result";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { SYNTHETIC_STUDENTS, writeSyntheticClass } from "./synthetic-class";

/** A class of fifty on three exercises says as much about grading as on all. */
const rows = EXERCISES.slice(0, 3);

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs o2p; `until` may end it with SIGKILL. */
function o2p(args: readonly string[], until?: () => boolean): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(COURSE_ROOT, "src/cli/o2p.js"), ...args], { cwd: COURSE_ROOT });
    let out = "";
    let errors = "";
    child.stdout.on("data", (text: Buffer) => { out += text.toString(); });
    child.stderr.on("data", (text: Buffer) => { errors += text.toString(); });
    const poll = setInterval(() => { if (until?.() === true) child.kill("SIGKILL"); }, 10);
    child.on("close", (status) => {
      clearInterval(poll);
      resolve({ status, out, errors });
    });
  });
}

/** Every file below `dir`, by path. */
function tree(dir: string): Record<string, string> {
  const paths = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(dir, path)).isFile());
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(dir, path), "utf8")]));
}

const resultsIn = (report: string): number =>
  existsSync(join(report, "students")) ? readdirSync(join(report, "students")).filter((name) => existsSync(join(report, "students", name, "result.json"))).length : 0;

describe("o2p grade class", () => {
  const unsafe = bubblewrap() === undefined ? ["--unsafe"] : [];
  const folder = mkdtempSync(join(tmpdir(), "o2p-class-"));
  const submissions = join(folder, "submissions");
  const gradeTo = (report: string, until?: () => boolean): Promise<Ended> =>
    o2p(["grade", "class", submissions, "--out", report, "--seed", "a secret", "--variants", "--only", ...rows.map(({ id }) => id), ...unsafe], until);

  before(() => {
    mkdirSync(submissions);
    writeSyntheticClass(submissions, rows);
  });
  after(() => rmSync(folder, { recursive: true }));

  const whole = join(folder, "whole");
  const killed = join(folder, "killed");

  it("has one row a student, and a report of each", async function () {
    this.timeout(300_000);
    const { status, errors } = await gradeTo(whole);
    expect(status, errors).to.equal(0);
    const csv = readFileSync(join(whole, "class.csv"), "utf8").trimEnd().split("\r\n");
    expect(csv).to.have.length(1 + SYNTHETIC_STUDENTS);
    expect(resultsIn(whole)).to.equal(SYNTHETIC_STUDENTS);
    expect(errors).to.match(/^50 of 50 .* left/m);
  });

  it("killed half-way and run again, says the same to the byte", async function () {
    this.timeout(300_000);
    const half = await gradeTo(killed, () => resultsIn(killed) >= SYNTHETIC_STUDENTS / 2);
    expect(half.status, "killed").to.equal(null);
    expect(existsSync(join(killed, "class.csv"))).to.equal(false);
    const { status, out, errors } = await gradeTo(killed);
    expect(status, errors).to.equal(0);
    expect(Number(/\((\d+) from an earlier run\)/.exec(out)?.[1])).to.be.at.least(SYNTHETIC_STUDENTS / 2);
    expect(tree(killed)).to.deep.equal(tree(whole));
  });

  describe("reports", () => {
    const results = (): StudentResult[] => Object.entries(tree(whole)).filter(([path]) => path.endsWith("result.json")).map(([, text]) => JSON.parse(text) as StudentResult);

    it("give points for what passes, and for nothing else", () => {
      for (const { student, points, verdicts } of results()) {
        const earned = verdicts.filter(({ status }) => status === "pass").reduce((sum, { outOf }) => sum + outOf, 0);
        expect(points, student).to.equal(earned);
      }
      expect(results().some(({ points }) => points > 0)).to.equal(true);
    });

    it("name the sandbox and the tests, and hold no secret, no time and no path", () => {
      for (const [path, text] of Object.entries(tree(whole))) {
        expect(text, path).not.to.include("a secret").and.not.to.include(folder).and.not.to.include(COURSE_ROOT);
        expect(text, path).not.to.match(/\b20\d\d-\d\d-\d\d\b/);
        if (path.endsWith("report.md")) expect(text).to.match(/Judged in: .+\. Tests: variants [0-9a-f]{12}\./);
      }
    });

    it("cannot be broken out of by what a student writes", () => {
      for (const [path, text] of Object.entries(tree(whole))) {
        if (path.endsWith(".html")) expect(text, path).not.to.match(/<script|<b>=|<jr>/);
        expect(text, path).not.to.include("\u001b");
      }
    });

    it("hold no formula for a spreadsheet", () => {
      const cells = readFileSync(join(whole, "class.csv"), "utf8").split(/,|\r\n/);
      expect(cells).to.include("'=HYPERLINK(1)");
      for (const cell of cells) expect(cell).not.to.match(/^[=+@-]/);
    });

    it("note what was left out of a submission", () => {
      const notes = results().flatMap((result) => result.notes).join("\n");
      for (const note of ["01-decoder/linked.ts is a symbolic link: left out", "01-decoder/bomb.ts is too large", "it cannot be read as a zip file"]) {
        expect(notes).to.include(note);
      }
    });
  });

  it("writes nothing where a zip file would have it", () => {
    expect(existsSync("/tmp/slipped")).to.equal(false);
  });

  it("leaves no process behind, killed or not", () => {
    if (process.platform !== "linux") return;
    const lines = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        return ""; // It has just ended.
      }
    });
    expect(lines.filter((line) => line.includes(folder))).to.deep.equal([]);
  });

  const faults = [
    // arguments                                                     says
    [["grade", "class", "nowhere", "--out", "x"],                    "nowhere: no such folder"],
    [["grade", "class", "src/base", "--out", "x"],                   "no submission in it"],
    [["grade", "class", "src", "--out", "x", "--variants"],          "--variants needs --seed"],
    [["grade", "class", "src", "--out", "x", "--jobs", "0"],         "--jobs 0"],
    [["grade", "class", "src", "--out", "x", "--seed-file", "nope"], "nope: no such file"],
  ] as const;
  for (const [args, says] of faults) {
    it(`o2p ${args.join(" ")}: one line, exit status 2`, async () => {
      const { status, errors } = await o2p(args);
      expect(errors).to.include(says).and.to.match(/^o2p: [^\n]+\n$/);
      expect(status).to.equal(2);
    });
  }
});
