import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildProgram } from "../../../../src/compiler/build";
import { kernelSources } from "../../../../src/site/plugins/compiler-plugin";
import type { AllocationData, AliveRange } from "../../../../src/site/widgets/register-allocation/allocation-data";
import { allocationOf } from "../../../../src/site/widgets/register-allocation/make-allocation";
import { sampleFunctions } from "../../../../src/site/widgets/register-allocation/sample-functions";
import { scanText, stateBehind, sumText } from "../../../../src/site/widgets/register-allocation/scan-state";

const root = path.join(__dirname, "../../../..");
const kernel = kernelSources(root);

function dataOf(name: string): AllocationData {
  const sample = sampleFunctions.find((each) => each.name === name)!;
  const source = readFileSync(path.join(root, sample.file), "utf8");
  const { optimized } = buildProgram({ read: (file) => (file === "main.ts" ? source : kernel[file]) }, "main.ts");
  const ir = optimized.functions.find(({ symbol }) => symbol === `main.ts#${sample.functionName}`)!;
  return { ...sample, source, ...allocationOf(ir) };
}

const overlap = (a: readonly AliveRange[], b: readonly AliveRange[]): boolean => a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));

describe("allocationOf", () => {
  for (const { name } of sampleFunctions) {
    const data = dataOf(name);
    for (const run of data.runs) {
      it(`${name} with ${run.registers.length} registers: no two that are alive at once share one, at any step`, () => {
        for (let count = 0; count <= data.intervals.length; count++) {
          const { where } = stateBehind(data, run, count);
          expect(where.map((each) => each !== undefined)).to.deep.equal(where.map((_, i) => i < count));
          for (const register of run.registers) {
            const inIt = data.intervals.filter((_, i) => where[i] === register);
            expect(inIt.some((a, i) => inIt.some((b, j) => j > i && overlap(a.ranges, b.ranges)))).to.equal(false);
          }
          expect(where.every((each) => each === undefined || each === "frame" || run.registers.includes(each))).to.equal(true);
        }
      });
    }
  }

  it("spills the less, the more registers there are", () => {
    const { runs, ...rest } = dataOf("cross");
    const data = { runs, ...rest };
    const spilled = runs.map((run) => stateBehind(data, run, data.intervals.length).where.filter((each) => each === "frame").length);
    expect(spilled).to.deep.equal([...spilled].sort((a, b) => b - a));
    expect([spilled[0]! > 2, spilled.at(-1)]).to.deep.equal([true, 0]);
  });

  it("has nothing in X0 to X15 that is alive across a call", () => {
    const data = dataOf("digits");
    expect(data.calls.length).to.be.greaterThan(1);
    for (const run of data.runs) {
      stateBehind(data, run, data.intervals.length).where.forEach((where, i) => {
        if (where === "frame" || where === undefined || where > 15) return;
        for (const call of data.calls) expect(overlap(data.intervals[i]!.ranges, [{ from: 2 * call + 1, to: 2 * call + 2 }])).to.equal(false);
      });
    }
  });

  it("writes code with names where registers will be", () => {
    const { code } = dataOf("cross");
    expect(code.map(({ text }) => text).find((text) => text.startsWith("mul"))).to.match(/^mul v\d+, v\d+, v\d+$/);
    expect(code.at(-1)!.text).to.match(/^ret v\d+$/);
  });
});

describe("a step of the scan", () => {
  const data: AllocationData = {
    name: "", title: "", file: "", tells: "", startsWith: 2, functionName: "f", source: "", code: [], calls: [],
    intervals: [{ name: "v1", ranges: [{ from: 0, to: 9 }], weight: 1 }, { name: "v2", ranges: [{ from: 3, to: 6 }], weight: 9 }, { name: "v3", ranges: [{ from: 4, to: 20 }], weight: 1 }],
    runs: [{ registers: [0], steps: [[[0, 0]], [[0, "frame"], [1, 0]], [[2, "frame"]]] }],
  };
  const says = (count: number): string => scanText(data, stateBehind(data, data.runs[0]!, count));

  it("says what it did", () => {
    expect([1, 2, 3].map(says)).to.deep.equal([
      "v1 begins at instruction 0. X0 is free whenever it is alive.",
      "v2 begins at instruction 1. No register is free. v1, in X0, is worth less for its length, and goes to the frame; v2 has X0.",
      "v3 begins at instruction 2. No register is free while it is alive, and nobody in one is worth less for its length: v3 goes to the frame.",
    ]);
    expect(sumText(stateBehind(data, data.runs[0]!, 3))).to.contain("2 of 3 are in the frame");
  });
});
