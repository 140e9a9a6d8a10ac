import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildProgram } from "../../../../src/compiler/build";
import { kernelSources } from "../../../../src/site/plugins/compiler-plugin";
import type { AllocationData, AliveRange, ScanRound, ScanRun } from "../../../../src/site/widgets/register-allocation/allocation-data";
import { allocationOf } from "../../../../src/site/widgets/register-allocation/make-allocation";
import { sampleFunctions } from "../../../../src/site/widgets/register-allocation/sample-functions";
import { scanText, stateBehind, sumText, withoutRegister } from "../../../../src/site/widgets/register-allocation/scan-state";

const root = path.join(__dirname, "../../../..");
const kernel = kernelSources(root);

function dataOf(name: string): AllocationData {
  const sample = sampleFunctions.find((each) => each.name === name)!;
  const source = readFileSync(path.join(root, sample.file), "utf8");
  const { optimized } = buildProgram({ read: (file) => (file === "main.ts" ? source : kernel[file]) }, "main.ts");
  const ir = optimized.functions.find(({ symbol }) => symbol === `main.ts#${sample.functionName}`)!;
  return { ...sample, source, runs: allocationOf(ir) };
}

const overlap = (a: readonly AliveRange[], b: readonly AliveRange[]): boolean => a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));

const behind = (round: ScanRound): ReturnType<typeof stateBehind> => stateBehind(round, round.intervals.length);

describe("allocationOf", () => {
  for (const { name } of sampleFunctions) {
    for (const { registers, rounds } of dataOf(name).runs) {
      it(`${name} with ${registers.length} registers: no two that are alive at once share one, at any step of any round`, () => {
        for (const round of rounds) {
          const { intervals } = round;
          for (let count = 0; count <= intervals.length; count++) {
            const { where } = stateBehind(round, count);
            expect(where.map((each) => each !== undefined)).to.deep.equal(where.map((_, i) => i < count));
            for (const register of registers) {
              const inIt = intervals.filter((_, i) => where[i] === register);
              expect(inIt.some((a, i) => inIt.some((b, j) => j > i && overlap(a.ranges, b.ranges)))).to.equal(false);
            }
            expect(where.every((each) => typeof each !== "number" || registers.includes(each))).to.equal(true);
          }
        }
      });

      it(`${name} with ${registers.length} registers: a round more as long as somebody has none, and who had none is not asked again`, () => {
        rounds.forEach((round, i) => {
          expect(withoutRegister(round).length > 0).to.equal(i < rounds.length - 1);
          const gone = rounds.slice(0, i).flatMap(withoutRegister);
          expect(round.intervals.filter((each) => gone.includes(each.name))).to.deep.equal([]);
          expect(round.intervals.filter(({ name: called }) => called.endsWith("′") && !gone.includes(called.slice(0, -1)))).to.deep.equal([]);
        });
      });
    }
  }

  it("leaves the fewer in the frame, the more registers there are", () => {
    const spilled = dataOf("cross").runs.map(({ rounds }) => withoutRegister(rounds[0]!).length);
    expect(spilled).to.deep.equal([...spilled].sort((a, b) => b - a));
    expect([spilled[0]! > 2, spilled.at(-1)]).to.deep.equal([true, 0]);
  });

  it("has nothing in X0 to X15 that is alive across a call", () => {
    for (const { rounds } of dataOf("digits").runs) {
      for (const round of rounds) {
        expect(round.calls.length).to.be.greaterThan(1);
        behind(round).where.forEach((where, i) => {
          if (typeof where !== "number" || where > 15) return;
          for (const call of round.calls) expect(overlap(round.intervals[i]!.ranges, [{ from: 2 * call + 1, to: 2 * call + 2 }])).to.equal(false);
        });
      }
    }
  });

  it("loads in the second round what the first has left in the frame", () => {
    const [first, second] = dataOf("sum").runs.find(({ registers }) => registers.length === 4)!.rounds as [ScanRound, ScanRound];
    const [name] = withoutRegister(first);
    const texts = ({ code }: ScanRound): string[] => code.map(({ text }) => text).filter((text) => text.includes("[the frame]"));
    expect(texts(first)).to.deep.equal([]);
    expect(texts(second)).to.include(`ldr ${name}′, [the frame]`);
  });

  it("writes code with names where registers will be", () => {
    const { code } = dataOf("cross").runs[0]!.rounds[0]!;
    expect(code.map(({ text }) => text).find((text) => text.startsWith("mul"))).to.match(/^mul v\d+, v\d+, v\d+$/);
    expect(code.at(-1)!.text).to.match(/^ret v\d+$/);
  });
});

describe("a step of the scan", () => {
  const intervals = [{ name: "v1", ranges: [{ from: 0, to: 9 }], weight: 1 }, { name: "v2", ranges: [{ from: 3, to: 6 }], weight: 9 }, { name: "v3", ranges: [{ from: 4, to: 20 }], weight: 1 }];
  const first: ScanRound = { code: [], calls: [], intervals, steps: [[[0, 0]], [[0, "frame"], [1, 0]], [[2, "anew"]]] };
  const second: ScanRound = { code: [], calls: [], intervals: intervals.slice(1, 2), steps: [[[0, 0]]] };
  const run: ScanRun = { registers: [0], rounds: [first, second] };

  it("says what it did", () => {
    expect([1, 2, 3].map((count) => scanText(first, stateBehind(first, count)))).to.deep.equal([
      "v1 begins at instruction 0. X0 is free whenever it is alive.",
      "v2 begins at instruction 1. No register is free. v1, in X0, is worth less for its length: v1 goes to the frame, and v2 has X0.",
      "v3 begins at instruction 2. No register is free while it is alive, and nobody in one is worth less for its length: v3 is a constant, to be made anew where it is wanted.",
    ]);
  });

  it("says at a round's end what is left", () => {
    expect(sumText(run, 0, behind(first))).to.equal("2 of 3 have no register: whoever reads one loads it first, or makes it anew, for a moment. Round 2 goes over the code as it is then.");
    expect(sumText(run, 1, behind(second))).to.equal("2 rounds, and everybody has a place: 1 register is enough, and v1, v3 have none.");
    expect(sumText({ registers: [0], rounds: [second] }, 0, behind(second))).to.equal("1 register is enough, and nothing is in the frame.");
  });
});
