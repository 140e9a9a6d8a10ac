// The CPU's loop: what it counts, where PC is, what stops it, and that its parts are what it was given.

import { expect } from "chai";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu, type CpuOptions, type Stop } from "../../../src/machine/cpu/cpu";
import { type Cause, causeText } from "../../../src/machine/cpu/exception";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import type { CpuParts } from "../../../src/machine/cpu/parts";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { STANDARD_PARTS } from "../../../src/machine/cpu/standard-parts";
import type { System } from "../../../src/machine/cpu/system";
import { Assembler, assembleLine } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

const RAM = 4 * PAGE;

function setUp(program: string, options: Partial<CpuOptions> = {}, at = 0) {
  const physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  physical.write(at, new Assembler(standardDecoder()).assemble(program, BigInt(at)).bytes);
  const cpu = new Cpu({ physical, ...options });
  cpu.pc = BigInt(at);
  return { cpu, physical, x: cpu.state.x };
}

describe("Cpu", () => {
  describe("stops", () => {
    const external = { kind: "external" } as const;
    const cases: readonly (readonly [program: string, cause: Cause, pc: bigint, retired: number])[] = [
      // program                          cause                                                                       PC     retired
      ["nop\n svc #7\n nop",              { kind: "SVC", imm16: 7 },                                                  8n,    2],
      ["nop\n hvc #7\n nop",              { kind: "HVC", imm16: 7 },                                                  8n,    2],
      ["nop\n smc #7",                    { kind: "SMC", imm16: 7 },                                                  4n,    1],
      ["nop\n brk #0xffff",               { kind: "BRK", imm16: 0xffff },                                             4n,    1],
      ["nop\n hlt #1",                    { kind: "HLT", imm16: 1 },                                                  4n,    1],
      ["nop\n udf #3",                    { kind: "undefined", word: 3 },                                             4n,    1],
      ["nop\n dcps1 #9",                  { kind: "undefined", word: 0xd4a0_0121 },                                   4n,    1],
      ["nop\n drps",                      { kind: "undefined", word: 0xd6bf_03e0 },                                   4n,    1],
      ["nop\n pacia x0, x1",              { kind: "undefined", word: 0xdac1_0020 },                                   4n,    1],
      ["nop\n .inst 0xffffffff",          { kind: "undefined", word: 0xffff_ffff },                                   4n,    1],
      ["mov x0, #0x4000\n ldr x1, [x0]",  { kind: "data abort", address: 0x4000n, write: false, fault: external },    4n,    1],
      ["mov x0, #0x4000\n str x1, [x0]",  { kind: "data abort", address: 0x4000n, write: true, fault: external },     4n,    1],
      ["mov x0, #1\n ldar x1, [x0]",      { kind: "data abort", address: 1n, write: false, fault: { kind: "alignment" } }, 4n, 1],
      ["mov x0, #0x4000\n br x0",         { kind: "instruction abort", address: 0x4000n, fault: external },           0x4000n, 2],
      ["mov x0, #2\n br x0",              { kind: "PC alignment", address: 2n },                                      2n,    2],
    ];
    for (const [program, cause, pc, retired] of cases) {
      it(`${program.split("\n").join(";")}: ${causeText(cause)}, PC = 0x${pc.toString(16)}`, () => {
        const { cpu } = setUp(program);
        expect(cpu.run(100)).to.deep.equal({ kind: "exception", cause });
        expect([cpu.pc, cpu.retired]).to.deep.equal([pc, retired]);
      });
    }

    it("after as many instructions as it may execute, also in an endless loop", () => {
      const { cpu } = setUp("b .");
      expect(cpu.run(1000)).to.deep.equal({ kind: "limit" });
      expect([cpu.pc, cpu.retired]).to.deep.equal([0n, 1000]);
      expect(cpu.run(0)).to.deep.equal({ kind: "limit" });
      expect(cpu.retired).to.equal(1000);
    });

    it("with SP misaligned, if it is to check it", () => {
      const { cpu, x } = setUp("ldr x0, [sp]");
      x[31] = 8n;
      expect(cpu.run(1)).to.deep.equal({ kind: "limit" });
      cpu.pc = 0n;
      cpu.executor.checksSpAlignment = true;
      expect(cpu.run(1)).to.deep.equal({ kind: "exception", cause: { kind: "SP alignment" } });
    });

    it("when it waits, behind the instruction that does", () => {
      const nothing = (): void => undefined;
      const system: System = {
        read: () => 0n, write: nothing, operate: nothing, writePstate: nothing, exceptionReturn: () => 0n, waits: (hint) => hint === "WFI",
      };
      const { cpu } = setUp("wfe\n wfi\n nop", { system: () => system });
      const stops: Stop[] = [cpu.run(10)];
      expect([stops[0], cpu.pc, cpu.retired]).to.deep.equal([{ kind: "waiting", hint: "WFI" }, 8n, 2]);
      expect(cpu.run(1)).to.deep.equal({ kind: "limit" });
    });
  });

  it("executes an instruction again that has faulted, as if for the first time", () => {
    const { cpu, x } = setUp("ldp x1, x2, [x1], #16", {});
    x[1] = 0x3ff8n; // The second register's doubleword is not there.
    x[2] = 5n;
    expect(cpu.run(1).kind).to.equal("exception");
    expect([x[1], x[2], cpu.pc]).to.deep.equal([0x3ff8n, 5n, 0n]);
  });

  it("runs at the last word of RAM, and not beyond", () => {
    const { cpu, x } = setUp("mov x0, #5", {}, RAM - 4);
    expect(cpu.run(1)).to.deep.equal({ kind: "limit" });
    expect([x[0], cpu.pc]).to.deep.equal([5n, BigInt(RAM)]);
    expect(cpu.run(1)).to.deep.equal({
      kind: "exception", cause: { kind: "instruction abort", address: BigInt(RAM), fault: { kind: "external" } },
    });
  });

  describe("sees what it has stored to code", () => {
    const cases = [
      // program (X0 is where to store, W1 the word of mov x2, #17)                       X2
      ["in the next instruction", "adr x0, a\n str w1, [x0]\na: mov x2, #1",                0x0, 17n],
      ["further on in the page",  "adr x0, a\n str w1, [x0]\n nop\n nop\na: mov x2, #1",    0x0, 17n],
      ["in the next page",        "adr x0, a\n str w1, [x0]\na: mov x2, #1",                0xff8, 17n],
      ["across pages",            "adr x0, a\n lsl x3, x1, #32\n str x3, [x0, #-4]\na: mov x2, #1", 0xff4, 17n],
    ] as const;
    for (const [where, program, at, x2] of cases) {
      it(where, () => {
        const { cpu, x } = setUp(program, {}, at);
        x[1] = BigInt(assembleLine("mov x2, #17"));
        const instructions = program.split("\n").length;
        // Decoded before: the store has something to forget.
        cpu.pc = BigInt(at + 4 * (instructions - 1));
        cpu.run(1);
        expect(x[2]).to.equal(1n);
        cpu.pc = BigInt(at);
        expect(cpu.run(instructions)).to.deep.equal({ kind: "limit" });
        expect(x[2]).to.equal(x2);
      });
    }
  });

  it("has registers of its own, and code in common with others", () => {
    const physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
    const code = new CodeCache(physical);
    const cpus = [0, 1, 7].map((index) => new Cpu({ physical, index, code }));
    physical.write(0, new Assembler(standardDecoder()).assemble("add x0, x0, #1\n fmov d1, x0\n cmp x0, #3", 0n).bytes);
    cpus.forEach((cpu, i) => {
      cpu.state.x[0] = BigInt(i);
      cpu.run(3);
    });
    expect(cpus.map(({ state }) => [state.x[0], state.v[2], state.scalars[1], state.scalars[0]]))
      .to.deep.equal([[1n, 1n, 8n, 12n], [2n, 2n, 8n, 12n], [3n, 3n, 6n, 12n]]);
    expect(cpus.map(({ retired }) => retired)).to.deep.equal([3, 3, 3]);
  });

  describe("with an exception model", () => {
    const cases = [
      // program                        taken                                                        PC then
      ["svc #5",                        "SVC #0x5",                                                  4n],
      ["brk #5",                        "BRK #0x5",                                                  0n],
      ["udf #5",                        "undefined instruction 0x00000005",                          0n],
      ["ldr x0, [x1, #0x4000]",         "data abort: read, external fault at 0x4000",                0n],
    ] as const;
    for (const [instruction, text, pc] of cases) {
      it(`takes ${text}, and goes on where that says`, () => {
        const taken: string[] = [];
        const { cpu, x } = setUp(`${instruction}\n nop\n vector: mov x9, #9\n nop`, {
          exceptions: (cpu) => ({
            take(cause) {
              taken.push(`${causeText(cause)} at ${cpu.pc}`);
              cpu.pc = 8n;
            },
          }),
        });
        expect(cpu.run(3)).to.deep.equal({ kind: "limit" });
        expect([taken, x[9]]).to.deep.equal([[`${text} at ${pc}`], 9n]);
      });
    }

    it("comes to an end though the vector itself faults", () => {
      let taken = 0;
      const { cpu } = setUp("nop\n udf #0", {
        exceptions: (cpu) => ({
          take() {
            taken++;
            cpu.pc = 0x10_0000n;
          },
        }),
      });
      expect(cpu.run(1000)).to.deep.equal({ kind: "limit" });
      expect([taken, cpu.retired, cpu.pc]).to.deep.equal([999, 1, 0x10_0000n]);
    });

    it("does the same in many steps and in one run", () => {
      const program = "nop\n svc #1\n udf #0\n mov x1, #1\n vector: add x0, x0, #1\n mov x3, #0x4000\n ldr x2, [x3]\n b .-8";
      const states = [[1, 40], [7, 40], [40, 40]].map(([step, total]) => {
        const { cpu, x } = setUp(program, { exceptions: (cpu) => ({ take() { cpu.pc += cpu.state.x[0]! < 5n ? 8n : 4n; } }) });
        for (let done = 0; done < total!; done += step!) cpu.run(Math.min(step!, total! - done));
        return [cpu.pc, cpu.retired, x[0]];
      });
      expect(states[1]).to.deep.equal(states[0]);
      expect(states[2]).to.deep.equal(states[0]);
    });

    it("lets through what its handler throws: that is no exception of the guest's", () => {
      const { cpu } = setUp("svc #0", { exceptions: () => ({ take() { throw new RangeError("a mistake"); } }) });
      expect(() => cpu.run(1)).to.throw(RangeError, "a mistake");
    });
  });

  describe("is built of the parts that it is given", () => {
    const nothingWatched = { watched: undefined, passes: false };
    const cases: readonly (readonly [part: string, wrong: Partial<CpuParts>, program: string, right: bigint, X0: bigint])[] = [
      // part             that is wrong                                          program                              with ours, X0  with it
      ["shift",            { shift: () => 7n },                                   "mov x1, #3\n lsl x0, x1, x1",       24n,  7n],
      ["extend",           { extend: () => 7n },                                  "mov x1, #0xff\n sxtb w0, w1",       0xffff_ffffn, 7n],
      ["addWithCarry",     { addWithCarry: () => ({ value: 7n, nzcv: 0n }) },     "adds x0, xzr, xzr\n nop",           0n,   7n],
      ["conditionHolds",   { conditionHolds: () => false },                       "cmp x0, x0\n cset x0, ne",          0n,   1n],
      ["pieces",           { pieces: () => [] },                                  "mov x1, #0xfff\n ldrh w0, [x1]",    0xa5a5n, 0n],
      ["exclusiveMonitor", { exclusiveMonitor: () => nothingWatched },            "mov x1, #0x2000\n ldxr w2, [x1]\n stxr w0, w2, [x1]", 0n, 1n],
      ["fpCompare",        { fpCompare: () => ({ nzcv: 0n, fpsr: 1 }) },          "fcmp d0, d0\n cset x0, eq",         1n,   0n],
      ["saturate",         { saturate: () => ({ value: 7n, saturated: true }) },  "sqadd s0, s0, s0\n fmov w0, s0",    0n,   7n],
    ];
    for (const [part, wrong, program, right, otherwise] of cases) {
      it(`${part}: a wrong one shows`, () => {
        const results = [STANDARD_PARTS, { ...STANDARD_PARTS, ...wrong }].map((parts) => {
          const { cpu, physical, x } = setUp(program, { parts });
          physical.bytes.fill(0xa5, 0x800, 0x3000);
          cpu.run(program.split("\n").length);
          return x[0];
        });
        expect(results).to.deep.equal([right, otherwise]);
      });
    }

    it("has one for each of them", () => {
      expect(cases.map(([part]) => part).sort()).to.deep.equal(Object.keys(STANDARD_PARTS).sort());
    });
  });
});
