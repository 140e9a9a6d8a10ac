import { expect } from "chai";
import fc from "fast-check";
import { type CpuActivity, nextTurn, TURN, Turns } from "../../../src/machine/board/turns";

const LETTERS = { r: "runs", o: "off", i: "WFI", e: "WFE" } as const;

/** "rroi": what CPUs 0 to 3 do. */
const activitiesOf = (letters: string): CpuActivity[] => [...letters].map((letter) => LETTERS[letter as keyof typeof LETTERS]);

describe("The next turn", () => {
  const cases = [
    // CPUs   current  left   then  left     because
    ["r",     0,       10,    0,    10,      "there is one CPU"],
    ["r",     0,       0,     0,    TURN,    "there is nobody else"],
    ["rrrr",  1,       1,     1,    1,       "an instruction is left"],
    ["rrrr",  1,       0,     2,    TURN,    "it is over"],
    ["rrrr",  3,       0,     0,    TURN,    "behind the last comes the first"],
    ["roir",  0,       0,     3,    TURN,    "who is off or waits is passed over"],
    ["irer",  0,       9000,  1,    TURN,    "who waits gives the rest away"],
    ["rooo",  0,       0,     0,    TURN,    "the others are off"],
    ["oiro",  2,       500,   2,    500,     "it is the only one, and has not finished"],
    ["orii",  0,       77,    1,    TURN,    "who has been switched off gives it away"],
  ] as const;
  for (const [cpus, current, left, then, leftThen, because] of cases) {
    it(`of ${cpus}, CPU ${current} having ${left} left, is CPU ${then}'s with ${leftThen}: ${because}`, () => {
      expect(nextTurn({ current, left }, activitiesOf(cpus))).to.deep.equal({ current: then, left: leftThen });
    });
  }

  for (const cpus of ["o", "i", "oiee", "eeee"]) {
    it(`of ${cpus} is nobody's`, () => { expect(nextTurn({ current: 0, left: 5 }, activitiesOf(cpus))).to.equal(undefined); });
  }

  it("is the same, asked twice: to ask is not to spend", () => {
    const activities = fc.array(fc.constantFrom<CpuActivity[]>("runs", "off", "WFI", "WFE"), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(activities, fc.nat(7), fc.integer({ min: -5, max: TURN }), (all, current, left) => {
      const next = nextTurn({ current: current % all.length, left }, all);
      if (next !== undefined) expect(nextTurn(next, all)).to.deep.equal(next);
    }), { seed: 6 });
  });
});

describe("Turns", () => {
  it("begin with CPU 0, and with the others switched off", () => {
    expect(new Turns(3).save()).to.deep.equal({ current: 0, left: 10_000, activities: ["runs", "off", "off"] });
  });

  it("go round, each as long as the others", () => {
    const turns = new Turns(3);
    turns.set(1, "runs");
    turns.set(2, "runs");
    const order: number[] = [];
    for (let i = 0; i < 7; i++) {
      turns.next();
      order.push(turns.current);
      turns.spend(turns.left);
    }
    expect(order).to.deep.equal([0, 1, 2, 0, 1, 2, 0]);
  });

  it("do not end since somebody has looked", () => {
    const turns = new Turns(2);
    turns.set(1, "runs");
    for (let i = 0; i < 9999; i++) {
      expect(turns.next()).to.equal(true);
      turns.spend(1);
    }
    expect([turns.current, turns.left, turns.isUnderWay]).to.deep.equal([0, 1, true]);
    turns.spend(1);
    turns.next();
    expect(turns.current).to.equal(1);
  });

  it("are nobody's while all wait, and whose they were when he goes on", () => {
    const turns = new Turns(2);
    turns.next();
    turns.spend(10);
    turns.set(0, "WFE");
    expect([turns.next(), turns.isUnderWay]).to.deep.equal([false, false]);
    turns.set(0, "runs");
    expect([turns.next(), turns.current, turns.left]).to.deep.equal([true, 0, 9990]);
  });

  it("come back from what they saved, and from a reset", () => {
    const turns = new Turns(2);
    turns.set(1, "WFI");
    turns.spend(123);
    const saved = turns.save();
    turns.reset();
    expect(turns.save()).to.deep.equal({ current: 0, left: 10_000, activities: ["runs", "off"] });
    turns.restore(saved);
    expect(turns.save()).to.deep.equal({ current: 0, left: 9877, activities: ["runs", "WFI"] });
  });

  it("are given as another rule says", () => {
    const turns = new Turns(4, (_, activities) => ({ current: activities.lastIndexOf("runs"), left: 3 }));
    turns.set(2, "runs");
    turns.next();
    expect([turns.current, turns.left]).to.deep.equal([2, 3]);
  });
});
