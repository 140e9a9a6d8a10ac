// The parts that students write, in the engine: with each solution it does what the interpreter does, and with a wrong
// one it can be seen.

import { expect } from "chai";
import { blockEnd } from "../../../../solutions/11-speed/block-ends";
import { integerConstant } from "../../../../solutions/11-speed/integer-constant";
import { isStale } from "../../../../solutions/11-speed/invalidation";
import { lazyCondition } from "../../../../solutions/11-speed/lazy-flags";
import { shapesOf } from "../../../../solutions/11-speed/no-goto";
import { tlbCheck } from "../../../../solutions/11-speed/tlb-tag";
import type { JitParts } from "../../../../src/machine/jit/parts";
import { bootHello } from "./lockstep";
import { LEAVES_RAM, PATCHES_ITSELF, runProgram } from "./on-a-cpu";

const PARTS: JitParts = { blockEnd, integerConstant, isStale, lazyCondition, shapesOf, tlbCheck };
const GREETING = "hello from the upper half\n";

/** What is wrong with an engine, and what happens to who boots hello on it. */
const WRONG: readonly (readonly [string, Partial<JitParts>, RegExp])[] = [
  ["a branch to the next instruction", { blockEnd: (...args) => ({ count: blockEnd(...args).count, exit: { kind: "to", place: args[0] + 4 * blockEnd(...args).count } }) }, /differs/],
  ["equal for not equal",              { lazyCondition: (from, cond) => lazyCondition(from, cond < 2 ? 1 - cond : cond) }, /differs/],
  ["constants that are all 0",         { integerConstant: (type) => Uint8Array.of(type === "i32" ? 0x41 : 0x42, 0) }, /./],
  ["graphs without loops",             { shapesOf: (...args) => shapesOf(...args).map((it) => ({ ...it, isLoop: false })) }, /./],
];

describe("an engine with students' parts", function () {
  this.timeout(180_000);

  it("boots hello with all of them, in lockstep with the interpreter, and is asked for all but stores", () => {
    const asked = new Set<string>();
    const counting = Object.entries(PARTS).map(([name, part]) =>
      [name, (...args: never[]) => { asked.add(name); return (part as (...args: never[]) => unknown)(...args); }]);
    const { printed, jit: { statistics } } = bootHello(Object.fromEntries(counting) as unknown as JitParts);
    expect(printed).to.equal(GREETING);
    expect(Object.keys(PARTS).filter((name) => !asked.has(name))).to.deep.equal(["isStale"]);
    const ours = bootHello({}).jit.statistics;
    expect([statistics.regions, statistics.blocks, statistics.bytes]).to.deep.equal([ours.regions, ours.blocks, ours.bytes]);
  });

  for (const [what, parts, said] of WRONG) {
    it(`does not boot it with ${what}`, () => {
      expect(() => bootHello(parts)).to.throw(said);
    });
  }

  it("knows that code has been written to, if its isStale does", () => {
    const right = runProgram(PATCHES_ITSELF);
    expect(right.x[3]).to.equal(1500n);
    expect(runProgram(PATCHES_ITSELF, PARTS)).to.deep.equal(right);
    expect(runProgram(PATCHES_ITSELF, { ...PARTS, isStale: () => false }).x[3]).to.equal(1000n);
  });

  it("does not read beyond RAM, if its tlbCheck does not", () => {
    const right = runProgram(LEAVES_RAM);
    expect([right.stop, right.x[2]]).to.deep.equal(["exception", 5n]);
    expect(runProgram(LEAVES_RAM, PARTS)).to.deep.equal(right);
    const firstByte: JitParts["tlbCheck"] = (...args) => ({ ...tlbCheck(...args), plus: 0n });
    expect(runProgram(LEAVES_RAM, { ...PARTS, tlbCheck: firstByte }).stop).to.equal("limit");
  });
});
