// Attacks on the judge. Whatever a submission does, it gains no point, changes no file, and leaves nothing running.

import { expect } from "chai";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync, cpSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadTrial } from "../../../src/course/exercises/load";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { judge, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { libraryFor } from "../../../src/course/judge/node/library";
import { type Programs, programs } from "../../../src/course/judge/node/programs";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { asIfEscaped } from "./attacks/as-if-escaped";
import { type Attack, IN_THE_LANGUAGE } from "./attacks/in-the-language";

/** For attacks that only the clock may end, and those on the sandbox. Others have the judge's own limit, which a busy machine does not reach. */
const HASTE_MS = 4_000;
const row = exerciseCalled("decoder/field");
const sandbox = bubblewrap();

/** The workers, with one hole: the student's realm has Node's require and process. */
function workersWithAHole(folder: string): Programs {
  const made = programs();
  cpSync(dirname(made.run), folder, { recursive: true });
  const run = join(folder, "run-worker.js");
  const text = readFileSync(run, "utf8");
  expect(text).to.include("createContext)(Object.create(null)");
  writeFileSync(run, text.replace("createContext)(Object.create(null)", "createContext)({ escaped: { require, process } }"));
  return { ...made, run };
}

function commandLines(): string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return ""; // It has just ended.
    }
  });
}

describe("attacks on the judge", () => {
  it("are made where bubblewrap is; CI has it", () => {
    if (process.env["CI"] !== undefined) expect(sandbox, "no bubblewrap").not.to.equal(undefined);
  });

  if (sandbox === undefined) return;

  const folder = mkdtempSync(join(tmpdir(), "o2p-attacks-"));
  const canary = join(folder, "canary");
  const solution = readFileSync(join(COURSE_ROOT, "solutions", row.file));
  let engine: NodeEngine;
  let hasty: NodeEngine;
  let holed: NodeEngine;

  before(() => {
    chmodSync(folder, 0o777);
    writeFileSync(canary, "alive");
    chmodSync(canary, 0o666);
    mkdirSync(join(folder, "run"));
    engine = new NodeEngine(sandbox, libraryFor("01-decoder"));
    hasty = new NodeEngine(sandbox, libraryFor("01-decoder"), { runMs: HASTE_MS });
    holed = new NodeEngine(sandbox, libraryFor("01-decoder"), { runMs: HASTE_MS, workers: workersWithAHole(join(folder, "run")) });
  });

  after(async () => {
    await Promise.all([engine.close(), hasty.close(), holed.close()]);
    rmSync(folder, { recursive: true });
  });

  const verdictOn = async (source: string, on: NodeEngine): Promise<Verdict> =>
    judge({ row, trial: await loadTrial(row.id), files: { [row.file]: source }, seed: PUBLIC_SEED }, on);

  const expectHarmless = ([, mayEndAs]: Attack, verdict: Verdict): void => {
    expect(verdict.status, JSON.stringify(verdict)).to.be.oneOf(mayEndAs);
    expect(verdict.points).to.equal(0);
    expect(verdict.printed).not.to.match(/WROTE|LINKED|STARTED|CONNECTED|LISTENING/);
    expect(JSON.stringify(verdict)).not.to.match(/root:x:|reads the fields of instructions".*draw\.times/);
    expect(readFileSync(canary, "utf8")).to.equal("alive");
    expect(readFileSync(join(COURSE_ROOT, "solutions", row.file))).to.deep.equal(solution);
    for (const dir of ["/tmp", "/dev/shm", "/var/tmp", "/"]) expect(existsSync(join(dir, "attack-was-here"))).to.equal(false);
  };

  describe("in the language: the submission", () => {
    for (const attack of IN_THE_LANGUAGE) {
      it(attack[0], async () => {
        const verdict = await verdictOn(attack[2], attack[1].includes("timeout") ? hasty : engine);
        expectHarmless(attack, verdict);
        expect(JSON.stringify(verdict), "it says where the course is").not.to.include(COURSE_ROOT);
      });
    }
  });

  describe("as if escaped: the submission", () => {
    it("has the hole that the tests give it, and no more than a sandbox around it", async () => {
      const source = `// @ts-nocheck
        export function field(word: number, hi: number, lo: number): any { return escaped.require("node:fs").readdirSync("/").sort().join(" "); }`;
      const { divergence } = await verdictOn(source, holed);
      expect(divergence?.theirs).to.match(/"dev lib/).and.not.match(/etc|home|proc|root|var/);
    });

    for (const attack of asIfEscaped(COURSE_ROOT, canary)) {
      it(attack[0], async () => {
        const verdict = await verdictOn(attack[2], holed);
        expect(verdict.message, "it did not even run").not.to.match(/^loading it threw/);
        expectHarmless(attack, verdict);
      });
    }
  });

  describe("after them all", () => {
    it("nothing is left running", async () => {
      await Promise.all([engine.close(), hasty.close(), holed.close()]);
      const left = commandLines().filter((line) => line.includes("attack-left-behind") || line.includes(folder));
      expect(left).to.deep.equal([]);
    });
  });
});
