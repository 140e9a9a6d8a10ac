// The drawing at the top of layout.ts, held against the views.

import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import {
  cpuStateIn, createMemory, FPCR, FPSR, MOST_CPUS, NZCV, PAGE, PC, RAM_OFFSET, RETIRED, SP, TPIDR_EL0, TPIDRRO_EL0,
} from "../../../src/machine/cpu/layout";

const cases = [
  // place         where in the CPU's page
  ["X0",           0x000, "x", 0],
  ["X30",          0x0f0, "x", 30],
  ["SP",           0x0f8, "x", SP],
  ["V0",           0x100, "v", 0],
  ["V31, high",    0x2f8, "v", 63],
  ["PC",           0x300, "scalars", PC],
  ["NZCV",         0x308, "scalars", NZCV],
  ["FPCR",         0x310, "scalars", FPCR],
  ["FPSR",         0x318, "scalars", FPSR],
  ["retired",      0x320, "scalars", RETIRED],
  ["TPIDR_EL0",    0x328, "scalars", TPIDR_EL0],
  ["TPIDRRO_EL0",  0x330, "scalars", TPIDRRO_EL0],
  ["watched",      0x340, "monitor", 0],
  ["how many",     0x348, "monitor", 1],
] as const;

describe("Layout", () => {
  for (const [place, at, array, index] of cases) {
    it(`${place} is at 0x${at.toString(16)} of a CPU's page`, () => {
      const memory = createMemory(PAGE);
      for (const cpu of [0, MOST_CPUS - 1]) {
        cpuStateIn(memory, cpu)[array][index] = 0x1122_3344_5566_7788n + BigInt(cpu);
        expect(new DataView(memory.buffer).getBigUint64(cpu * PAGE + at, true)).to.equal(0x1122_3344_5566_7788n + BigInt(cpu));
      }
    });
  }

  it("has all CPUs' pages before RAM", () => expect(MOST_CPUS * PAGE).to.be.at.most(RAM_OFFSET));

  it("has room for RAM, and cannot grow", () => {
    const memory = createMemory(0x2_3000);
    expect(memory.buffer.byteLength).to.be.at.least(RAM_OFFSET + 0x2_3000);
    expect(() => memory.grow(1)).to.throw(RangeError);
  });

  it("refuses RAM that is not whole pages", () => expect(() => createMemory(0x1001)).to.throw(Bug));
});
