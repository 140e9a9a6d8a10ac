// Meanings are recorded beside the student's code and played where the judge is.

import { expect } from "chai";
import { Explain } from "../../../../src/machine/cpu/explain";
import { play, Unplayable } from "../../../../src/course/exercises/02-cpu/meaning/play";
import { explainRecording, Stage, type State } from "../../../../src/course/exercises/02-cpu/meaning/stage";
import type { IntegerOperations } from "../../../../src/course/exercises/02-cpu/questions";
import { recorded, type Value } from "../../../../src/course/exercises/02-cpu/recorder/recorder";
import type { Recording } from "../../../../src/course/exercises/02-cpu/recorder/recording";

type Meaning = <V>(m: IntegerOperations<V>) => void;

const recordingOf = (meaning: Meaning): Recording => recorded((m) => meaning(m))({});

const BEFORE: State = { x1: 0x8010n, x2: 5n, x3: 0xffff_ffff_ffff_ffffn, nzcv: 0b0010n, "mem[0x8010]": 0x1234_5678_9abc_def0n };

describe("a recording", () => {
  const stage = new Stage();

  describe("does what it was asked", () => {
    const cases: readonly (readonly [what: string, meaning: Meaning, changes: State, explanation: string])[] = [
      ["sums", (m) => m.writeX(0, 64, m.add(64, m.readX(2, 64), m.constant(7))), { x0: 12n }, "x0 = x2 + 7"],
      ["flags", (m) => {
        const sum = m.addWithCarry(64, m.readX(2, 64), m.readX(3, 64), m.constant(0));
        m.writeX(0, 64, sum.value);
        m.writeNzcv(sum.nzcv);
      }, { x0: 4n }, "x0 = x2 + x3; NZCV = flags of that sum"],
      ["loads", (m) => m.writeX(0, 32, m.load(16, m.readBase(1), "normal")), { x0: 0xdef0n }, "w0 = mem16[x1]"],
      ["stores", (m) => m.store(8, m.readBase(1), m.readX(2, 32), "normal"), { "mem[0x8010]": 0x1234_5678_9abc_de05n }, "mem8[x1] = w2"],
      ["conditions", (m) => m.writeX(0, 64, m.select(m.conditionHolds(2), m.constant(1), m.constant(2))), { x0: 1n }, "x0 = hs ? 1 : 2"],
      ["SP and XZR", (m) => { m.writeX(31, 64, m.constant(1)); m.writeXOrSp(31, 64, m.constant(2)); }, { sp: 2n }, "sp = 2"],
      ["nothing", () => undefined, {}, "nothing"],
    ];
    for (const [what, meaning, changes, explanation] of cases) {
      it(what, () => {
        const recording = recordingOf(meaning);
        for (const evaluation of ["at once", "late"] as const) {
          expect(stage.outcome(recording, BEFORE, evaluation)).to.deep.equal({ changes, fault: undefined, unnamed: [] });
        }
        expect(explainRecording(recording)).to.equal(explanation);
      });
    }
  });

  it("is evaluated late only where it is asked to be: a swap without a name", () => {
    const swap = recordingOf((m) => {
      const [x, y] = [m.readX(2, 64), m.readX(3, 64)];
      m.writeX(2, 64, y);
      m.writeX(3, 64, x);
    });
    expect(stage.outcome(swap, BEFORE, "at once").changes).to.deep.equal({ x2: BEFORE["x3"], x3: 5n });
    expect(stage.outcome(swap, BEFORE, "late").changes).to.deep.equal({ x2: BEFORE["x3"] });
  });

  it("says what is used twice and has no name", () => {
    const twice = recordingOf((m) => {
      const sum = m.add(64, m.readX(2, 64), m.constant(1));
      m.writeX(0, 64, m.mul(64, sum, sum));
    });
    expect(stage.outcome(twice, BEFORE, "late").unnamed).to.deep.equal(["x2 + 1"]);
  });

  it("has changed nothing if its first access faults", () => {
    const loads = recordingOf((m) => m.writeX(0, 64, m.load(64, m.constant(0x20), "normal")));
    expect(stage.outcome(loads, BEFORE, "at once")).to.deep.equal({ changes: {}, fault: "data abort: read, external fault at 0x20", unnamed: [] });
  });

  it("cannot be made by whoever looks inside a value (rule 1)", () => {
    const looks = (m: IntegerOperations<Value>): void => { if (Number(m.readX(0, 64)) > 0) m.writeX(0, 64, m.constant(0)); };
    expect(() => recorded(looks)({})).to.throw(/^rule 1: /);
  });

  it("cannot be made with an object that is no value", () => {
    const gives = (m: IntegerOperations<Value>): void => m.writeX(0, 64, {} as Value);
    expect(() => recorded(gives)({})).to.throw("m was given an object for a value");
  });

  describe("that was forged is not played", () => {
    const doubled = [["readX", 0, 64], ...Array.from({ length: 60 }, (_, at) => ["add", 64, { at }, { at }])];
    const forged: readonly (readonly [what: unknown, said: string])[] = [
      [undefined,                                                                  "no recording came back"],
      [{ asked: 5 },                                                               "no recording came back"],
      [{ asked: [5] },                                                             "no recording came back"],
      [{ asked: [["toString"]] },                                                  "something was asked that m cannot do"],
      [{ asked: [["raise", { kind: "SVC" }]] },                                    "something was asked that m cannot do"],
      [{ asked: [["readX", 32, 64]] },                                             "m.readX() wants a register, 0 to 31, and was given 32"],
      [{ asked: [["readX", 0, 65]] },                                              "m.readX() wants one of 32, 64, and was given 65"],
      [{ asked: [["writeX", 0, 64, 5n]] },                                         "m.writeX() wants a value, and was given 5"],
      [{ asked: [["not", 64, { at: 0 }]] },                                        "m.not() was given what is no value"],
      [{ asked: [["readX", 0, 64], ["not", 64, { at: "length" }]] },               "m.not() wants a value, and was given [object Object]"],
      [{ asked: [["readX", 0, 64], ["not", 64, { at: 0, of: "nzcv" }]] },          "m.not() was given what is no value"],
      [{ asked: [["constant", -1n]] },                                             "m.constant() wants an unsigned number, and was given -1"],
      [{ asked: [["readX", 0, 64], ["bits", { at: 0 }, 3, 4]] },                   "m.bits() was asked for bits 3 to 4"],
      [{ asked: [["constant", 1n << 40n], ["shift", "LSL", 64, { at: 0 }, { at: 0 }]] }, "m.shift() was asked to shift 64 bits by 1099511627776"],
      [{ asked: Array.from({ length: 1001 }, () => ["readNzcv"]) },                "more than 1000 operations were asked for"],
      [{ asked: doubled },                                                         "a formula of more than 2000 operations: name its parts with m.let()"],
    ];
    for (const [what, said] of forged) {
      it(said, () => {
        expect(stage.outcome(what, BEFORE, "at once")).to.deep.equal({ changes: {}, fault: said, unnamed: [] });
      });
    }

    it("by the explainer either", () => {
      expect(() => play({ asked: doubled }, new Explain())).to.throw(Unplayable);
    });
  });
});
