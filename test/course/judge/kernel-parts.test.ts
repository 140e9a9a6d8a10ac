// Parts of the unikernel: they are tried in memory that the judge has filled, with the traps that the metal has; they must
// be in the kernel's language; and when they hold, a kernel with them is booted.

import { expect } from "chai";
import type { AnyTrial } from "../../../src/course/exercises/exercise";
import { loadTrial } from "../../../src/course/exercises/load";
import { EXERCISES, exerciseCalled } from "../../../src/course/exercises/manifest";
import { overlaid } from "../../../src/course/exercises/overlay";
import { judge, PUBLIC_SEED } from "../../../src/course/judge/core/judge";
import { withBoot } from "../../../src/course/judge/core/boot-verdict";
import type { ServiceRun } from "../../../src/course/judge/core/kernel-messages";
import type { Verdict } from "../../../src/course/judge/core/verdict";
import { NodeEngine } from "../../../src/course/judge/node/engine";
import { kernelSources, libraryFor } from "../../../src/course/judge/node/library";
import { COURSE_ROOT } from "../../../src/course/root";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { ownCode } from "../../../src/course/sandbox/choose";

const row = exerciseCalled("boot/zero");

const fileWith = (body: string, before = ""): string => [
  `import { load8, store64, store8 } from "../../src/unikernel/metal/memory";`,
  `import { minus, plus } from "../../src/unikernel/metal/word";`,
  before,
  "/** @noalloc */",
  "export function zero(from: bigint, to: bigint): void {",
  `  ${body}`,
  "}",
].join("\n");

const RIGHT = `
  let at = from;
  for (; at < to && (at & 7n) !== 0n; at = plus(at, 1n)) store8(at, 0);
  for (; plus(at, 8n) <= to; at = plus(at, 8n)) store64(at, 0n);
  for (; at < to; at = plus(at, 1n)) store8(at, 0);`;

describe("a part of the unikernel", function () {
  this.timeout(240_000);
  let engine: NodeEngine;
  let trial: AnyTrial;
  before(async () => {
    engine = new NodeEngine(bubblewrap() ?? ownCode(), libraryFor("08-boot"));
    trial = await loadTrial(row.id);
  });
  after(() => engine.close());

  const verdictOn = (text: string, follow: "compiles" | "boots" = "compiles"): Promise<Verdict> =>
    judge({ row, trial, files: { [row.file]: text }, seed: PUBLIC_SEED, follow }, engine);

  const refused = [
    // the body                                                          what stands in front of it       what is said
    ["store8(from, 1 / 2);",                                             "",                               /^08-boot\/zero\.ts:6:\d+: a quotient that may have a fraction; write Math\.trunc/],
    ["const all = [from]; for (const at of all) store64(at, 0n);",       "",                               /^08-boot\/zero\.ts:\d+:\d+: a function marked @noalloc that may allocate: .*newArray/],
    [`if (from > to) throw new Error("no");`,                            "",                               /^08-boot\/zero\.ts:\d+:\d+: a function marked @noalloc that may allocate/],
    ["store64(from + 8n, 0n);",                                          "",                               /bigint arithmetic whose result may be no word; put it inside BigInt\.asUintN/],
    ["if (from == to) return;",                                          "",                               /== and != convert what they compare/],
    ["store64(from, BigInt(Date.now()));",                               "",                               /Date|TS2304/],
    ["fill(from, to, 0n);",                       `import { fill } from "../../src/unikernel/runtime/heap";`, /cannot import "\.\.\/\.\.\/src\/unikernel\/runtime\/heap"/],
    ["ours(from, to);",                           `import { zero as ours } from "../../src/unikernel/boot/zero";`, /cannot import "\.\.\/\.\.\/src\/unikernel\/boot\/zero"/],
    ["answer(from, to);",                         `import { zero as answer } from "../../solutions/08-boot/zero";`, /cannot import "\.\.\/\.\.\/solutions/],
    ["hosted().store(from, 8, 0n);",              `import { hosted } from "../../src/unikernel/metal/hosted";`, /hosted/],
  ] as const;
  for (const [body, before, said] of refused) {
    it(`is not compiled: ${before === "" ? body : before}`, async () => {
      const { status, message } = await verdictOn(fileWith(body, before));
      expect(status, message).to.equal("compile error");
      expect(message).to.match(said).and.not.include(COURSE_ROOT);
    });
  }

  const wrong = [
    // the body                                                            what is shown of its answer
    ["store64(plus(from, 4n), 0n);",                                       /^threw: store64 at 0xffffff8040200014, which is no multiple of 8$/],
    ["store8(0n, 0);",                                                     /^threw: store8 at 0x0, and all the memory there is lies from 0xffffff8040200000 to 0xffffff8040200040$/],
    ["let left = 0; for (;;) left = (left + 1) * 3;",                      /trap: a number that is no safe integer|trap: .*safe/],
    ["store8(from, minus(from, from) === 0n ? 1 % load8(0n) : 0);",        /^threw: load8 at 0x0/],
    ["store8(from, 1 % Number(minus(from, from)));",                       /trap: a division by zero/],
  ] as const;
  for (const [body, shown] of wrong) {
    it(`fails as it would on the metal: ${body}`, async () => {
      const { status, divergence, message } = await verdictOn(fileWith(body));
      expect(status, message).to.equal("fail");
      expect(divergence?.theirs).to.match(shown);
    });
  }

  it("runs out of fuel as any other does", async () => {
    expect(await verdictOn(fileWith("for (let at = from; at === from;) store8(at, 0);"))).to.include({ status: "out of fuel" });
  });

  it("that holds is booted in place of ours", async () => {
    const { status, points, properties } = await verdictOn(fileWith(RIGHT), "boots");
    expect({ status, points }).to.deep.equal({ status: "pass", points: row.points });
    expect(properties.at(-1)).to.deep.equal({ title: "boots hello in place of ours", state: "holds", cases: 1 });
  });

  it("that holds where it is asked, and does not come back in the kernel, is told so", async () => {
    const endless = "while (minus(to, from) > 96n && (from & 0xff0n) !== 0n) store8(from, 0);";
    const { status, points, divergence } = await verdictOn(fileWith(`${endless}\n${RIGHT}`), "boots");
    expect({ status, points }).to.deep.equal({ status: "fail", points: 0 });
    expect(divergence?.theirs).to.match(/^nothing \(still runs after \d+ instructions\)$/);
    expect(divergence?.ours).to.match(/^hello from the upper half.* \(switched off after \d+ instructions\)$/);
  });
});

describe("the verdict on a boot", () => {
  const judged: Verdict = { exercise: row.id, status: "pass", points: 5, outOf: 5, message: "", divergence: undefined, properties: [], printed: "" };
  const run = (printed: string, end: ServiceRun["end"] = "off"): ServiceRun => ({ printed, end, instructions: 100 });

  it("is a pass where the service says and does the same, however many instructions it takes", () => {
    const verdict = withBoot(judged, row, { kind: "booted", ours: run("a\nb\n"), theirs: { ...run("a\nb\n"), instructions: 300 } });
    expect(verdict).to.include({ status: "pass", points: 5 });
  });

  it("shows from which line on it says something else, and no escape codes", () => {
    const { divergence, status, points } = withBoot(judged, row, { kind: "booted", ours: run("a\nb\nc\n"), theirs: run("a\n\u001b[31mno\n") });
    expect({ status, points }).to.deep.equal({ status: "fail", points: 0 });
    expect(divergence).to.include({ theirs: " [31mno |  (switched off after 100 instructions)", ours: "b | c |  (switched off after 100 instructions)" });
  });

  it("is a fail where it says the same and does not end", () => {
    const { divergence } = withBoot(judged, row, { kind: "booted", ours: run("a\n"), theirs: run("a\n", "waits") });
    expect(divergence?.theirs).to.equal("the same (waits after 100 instructions)");
  });
});

describe("a kernel with somebody's file in it", () => {
  const ours = { read: (path: string) => (path === "src/unikernel/boot/zero.ts" ? "ours" : undefined) };
  const files = { "work/08-boot/zero.ts": "theirs", "src/unikernel/boot/zero.ts": "a trick" };

  it("hands on what theirs exports", () => {
    const host = overlaid(ours, files, [{ replaces: "src/unikernel/boot/zero.ts", entry: "work/08-boot/zero.ts", name: "zero" }]);
    expect(host.read("src/unikernel/boot/zero.ts")).to.equal(`export { zero } from "../../../work/08-boot/zero";\n`);
    expect(host.read("work/08-boot/zero.ts")).to.equal("theirs");
    expect(host.read("src/unikernel/boot/other.ts")).to.equal(undefined);
  });
});

describe("what a part of the unikernel may import", () => {
  const { sources } = libraryFor("08-boot");

  it("is no file that a part takes the place of, no answer, and of the flags only their names", () => {
    for (const { kernel, exports: { name } } of EXERCISES) {
      if (kernel === undefined) continue;
      expect(sources).not.to.have.property(kernel.replaces);
      const asked = new RegExp(`export (const|function) ${name}\\b`);
      expect(Object.keys(sources).filter((path) => asked.test(sources[path]!)), name).to.deep.equal([]);
    }
    expect(sources["src/unikernel/memory/flags.ts"]).to.match(/^\/\*\* Sums of these\. \*\/\nexport const PAGE = \{[^}]*\} as const;$/);
  });

  it("and what its compiler reads is the kernel, and nothing of the school", () => {
    expect(Object.keys(kernelSources()).filter((path) => !/^src\/(base|formats|unikernel)\//.test(path))).to.deep.equal([]);
  });
});
