// o2p boot --mine with an engine: made of chapter 11's parts that somebody has written.

import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { COURSE_ROOT } from "../../src/course/root";
import { o2p, type Run } from "./o2p";

const FLAGS = "11-speed/lazy-flags.ts";
const SUM = "02-cpu/add-with-carry.ts";

/** Prints a letter if -1 is less than 1, another if not, and switches the machine off (PSCI's SYSTEM_OFF). */
const SIGNED = `
  mov  x3, #0x9000000
  mov  x4, #-1
  mov  w5, #'Y'
  mov  w6, #'N'
  cmp  x4, #1
  b.lt less
  mov  w5, w6
less:
  strb w5, [x3]
  mov  w0, #0x84000000
  add  w0, w0, #8
  hvc  #0
`;
const RIGHT = { status: 0, stdout: "Y" };

describe("o2p boot --mine with an engine", function () {
  this.timeout(180_000);
  let dir: string;
  let theirs: string | undefined;
  before(() => {
    theirs = process.env["O2P_WORK"];
    dir = mkdtempSync(join(tmpdir(), "o2p-mine-"));
    process.env["O2P_WORK"] = join(dir, "work");
    writeFileSync(join(dir, "signed.s"), SIGNED);
  });
  after(() => {
    if (theirs === undefined) delete process.env["O2P_WORK"];
    else process.env["O2P_WORK"] = theirs;
    rmSync(dir, { recursive: true });
  });
  beforeEach(() => { rmSync(join(dir, "work"), { recursive: true, force: true }); });

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dir, "work", file)), { recursive: true });
    writeFileSync(join(dir, "work", file), text);
  };
  const solution = (file: string): string => readFileSync(join(COURSE_ROOT, "solutions", file), "utf8");
  const boot = (...args: readonly string[]): Run => o2p(["boot", join(dir, "signed.s"), "--mine", ...args]);

  it("boots in lockstep with every solution, and lists the engine's parts alone", () => {
    cpSync(join(COURSE_ROOT, "solutions"), join(dir, "work"), { recursive: true });
    const { stderr, ...rest } = boot("--engine", "lockstep");
    expect(rest).to.deep.equal(RIGHT);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).to.deep.equal(
      ["blockEnd", "shapesOf", "integerConstant", "tlbCheck", "lazyCondition", "isStale"]);
    for (const line of lines) expect(line).to.match(/ yours, work\/11-speed\/[a-z-]+\.ts$/);
  });

  it("says at which instructions a wrong condition makes a difference, and whose it is", () => {
    write(FLAGS, solution(FLAGS).replace("\"lt_s\", \"gt_s\", \"le_s\"] as const", "\"lt_u\", \"gt_s\", \"le_s\"] as const"));
    const { status, stderr } = boot("--engine", "lockstep");
    expect(status).to.equal(1);
    expect(stderr).to.match(/\no2p: compiled code differs from the interpreter behind \d+ instructions from 0x[0-9a-f]+, time /)
      .and.to.match(/ {2}0x[0-9a-f]+ {2}cmp x4, #1\n {2}0x[0-9a-f]+ {2}b\.lt 0x[0-9a-f]+\n/)
      .and.to.match(/\nPC is 0x[0-9a-f]+, interpreted 0x[0-9a-f]+\n/i)
      .and.to.match(/\nwith your lazyCondition; o2p check says more\n$/);
  });

  it("says which part has thrown", () => {
    write(FLAGS, "export const lazyCondition = () => { throw new Error('not yet'); };\n");
    const { status, stderr } = boot("--engine", "lockstep");
    expect(status).to.equal(2);
    expect(stderr).to.match(/\no2p: 11-speed\/lazy-flags\.ts: lazyCondition\(\) threw: not yet\n$/);
  });

  it("has our interpreter behind their engine, and theirs without one", () => {
    write(FLAGS, solution(FLAGS));
    write(SUM, "export const addWithCarry = () => { throw new Error('not yet'); };\n");
    const { stderr, ...rest } = boot("--engine", "jit");
    expect(rest).to.deep.equal(RIGHT);
    expect(stderr).to.match(/^field +ours\n/).and.to.match(/\nlazyCondition +yours, /).and.not.to.include("addWithCarry");
    const alone = boot();
    expect(alone.status).to.equal(2);
    expect(alone.stderr).to.match(/addWithCarry\(\) threw: not yet\n$/).and.not.to.include("lazyCondition");
  });
});
