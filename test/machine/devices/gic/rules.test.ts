// The rules, as the GIC architecture specifications have them (Arm IHI 0048B and IHI 0069): tables.

import { expect } from "chai";
import * as fc from "fast-check";
import { dropped, NOTHING_ACTIVE, raised, runningPriority } from "../../../../src/machine/devices/gic/active-priorities";
import { configurationOf, edgesIn } from "../../../../src/machine/devices/gic/configuration";
import { linesAt, pendingOf } from "../../../../src/machine/devices/gic/lines";
import { type Candidate, groupPriority, highestPending, IDLE, isSufficient } from "../../../../src/machine/devices/gic/priority";
import { packed, unpacked } from "../../../../src/machine/devices/gic/v3/priority-bits";
import { isTarget, sgiIn } from "../../../../src/machine/devices/gic/v3/sgi";

describe("when a line is pending (IHI 0048B, 3.2.4, the state machine)", () => {
  const LEVEL = 0b01;
  const EDGE = 0b10;
  const cases = [
    // what its device does,                levels one after the other,        pending: level, edge
    ["is quiet",                            [0, 0],                             false, false],
    ["rises",                               [0, 1],                             true,  true],
    ["rises, and thinks better of it",      [0, 1, 0],                          false, true],
    ["was high all the time",               [1, 1],                             true,  false],
    ["falls",                               [1, 0],                             false, false],
    ["falls and rises again",               [1, 0, 1],                          true,  true],
  ] as const;
  for (const [what, levels, level, edge] of cases) {
    it(`its device ${what}: level ${level}, edge ${edge}`, () => {
      const [first, ...rest] = levels.map((high) => high === 1 ? LEVEL | EDGE : 0);
      const start = { levels: first!, edges: EDGE, latched: 0 };
      const lines = rest.reduce<typeof start>((before, now) => linesAt(before, now) as typeof start, start);
      expect(pendingOf(lines)).to.equal((level ? LEVEL : 0) | (edge ? EDGE : 0));
    });
  }

  it("software's latch makes either of them pending", () => {
    expect(pendingOf({ levels: 0, edges: EDGE, latched: LEVEL | EDGE })).to.equal(LEVEL | EDGE);
  });
});

describe("the group priority (IHI 0048B, table 3-2)", () => {
  const cases = [
    // binary point  bits of the group priority
    [0, 0xfe], [1, 0xfc], [2, 0xf8], [3, 0xf0], [4, 0xe0], [5, 0xc0], [6, 0x80], [7, 0x00],
  ] as const;
  for (const [point, bits] of cases) {
    it(`a binary point of ${point} leaves 0x${bits.toString(16)} of 0xff`, () => expect(groupPriority(0xff, point)).to.equal(bits));
  }
});

describe("what comes first", () => {
  const of = (intid: number, priority: number): Candidate => ({ intid, priority, group: 0 });
  const cases: readonly (readonly [string, readonly Candidate[], number | undefined])[] = [
    ["nothing, where nothing waits", [], undefined],
    ["the lower priority number", [of(32, 0xa0), of(33, 0x20), of(34, 0x80)], 33],
    ["of equals, the lower INTID", [of(40, 0x20), of(33, 0x20), of(50, 0x20)], 33],
    ["priority before INTID", [of(1, 0xa0), of(287, 0x10)], 287],
  ];
  for (const [what, candidates, intid] of cases) {
    it(what, () => expect(highestPending(candidates)?.intid).to.equal(intid));
  }
});

describe("whether a priority gets through (IHI 0048B, 3.3 and 3.3.3)", () => {
  const cases = [
    // priority  mask  running  does it
    [0x20,       0xff, IDLE,    true,  "nothing runs"],
    [0x20,       0x20, IDLE,    false, "the mask itself is masked"],
    [0xff,       0xff, IDLE,    false, "the lowest priority never gets through"],
    [0x20,       0xff, 0x20,    false, "equals do not preempt each other"],
    [0x20,       0xff, 0x40,    true,  "more urgent than what runs"],
    [0x21,       0xff, 0x20,    false, "of the same group"],
    [0x00,       0x00, IDLE,    false, "a mask of 0 lets nothing through"],
  ] as const;
  for (const [priority, mask, running, does, why] of cases) {
    it(why, () => expect(isSufficient(priority, mask, running)).to.equal(does));
  }
});

describe("the priorities that run", () => {
  it("are none at first", () => expect(runningPriority(NOTHING_ACTIVE)).to.equal(IDLE));

  it("are a stack whose top is the most urgent", () => {
    let active = [0xa0, 0x80, 0x7e, 0x40, 0x02, 0x00].reduce(raised, NOTHING_ACTIVE);
    const seen: number[] = [];
    for (; runningPriority(active) !== IDLE; active = dropped(active)) seen.push(runningPriority(active));
    expect(seen).to.deep.equal([0x00, 0x02, 0x40, 0x7e, 0x80, 0xa0]);
  });

  it("are GICC_APRn's bits: bit n of word w is priority 2 * (32 * w + n)", () => {
    expect([0x00, 0x3e, 0x40, 0xfe].reduce(raised, NOTHING_ACTIVE).map((word) => word >>> 0)).to.deep.equal([0x8000_0001, 1, 0, 0x8000_0000]);
  });

  it("stay nothing when nothing is dropped", () => expect(dropped(NOTHING_ACTIVE)).to.deep.equal(NOTHING_ACTIVE));

  it("of five bits are a word and back", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (bits) => { expect(packed(unpacked(bits)) >>> 0).to.equal(bits); }));
  });

  it("of five bits stand where the rules look for them", () => expect(runningPriority(unpacked(1 << 20))).to.equal(0xa0));
});

describe("GICD_ICFGR", () => {
  it("has the upper of two bits", () => expect(edgesIn(0xaaaa_5555)).to.equal(0xff00));

  it("reads as it was written, but for the lower bits", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
      expect(configurationOf(edgesIn(value)) >>> 0).to.equal((value & 0xaaaa_aaaa) >>> 0);
    }));
  });
});

describe("whom ICC_SGI1R_EL1 means (IHI 0069, ICC_SGI1R_EL1)", () => {
  const cases = [
    ["a list of Aff0s",                  5n | 3n << 24n,                      3, [0, 2]],
    ["nobody of another cluster, Aff1",  1n << 16n | 0xfn,                     0, []],
    ["nobody of another cluster, Aff2",  1n << 32n | 0xfn,                     0, []],
    ["nobody of another cluster, Aff3",  1n << 48n | 0xfn,                     0, []],
    ["all others",                       1n << 40n | 15n << 24n,               15, [0, 2, 3]],
  ] as const;
  for (const [what, value, intid, targets] of cases) {
    it(what, () => {
      const sgi = sgiIn(value);
      expect(sgi.intid).to.equal(intid);
      expect([0, 1, 2, 3].filter((cpu) => isTarget(sgi, cpu, 1))).to.deep.equal(targets);
    });
  }
});
