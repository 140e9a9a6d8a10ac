import { expect } from "chai";
import { PSTATE, SP, SP_BANK } from "../../../src/machine/cpu/layout";
import { levelOf, PAN, RESET_PSTATE } from "../../../src/machine/sysregs/pstate";
import { programMachine, systemMachine } from "./machine";

const causeOf = (program: string, gates: (system: ReturnType<typeof programMachine>["system"]) => void = () => undefined): string => {
  const { system, run } = programMachine(program);
  gates(system);
  const stop = run();
  return stop.kind === "exception" ? stop.cause.kind : stop.kind;
};

describe("SystemRegisters", () => {
  describe("behind a reset", () => {
    it("is at EL1 on its own stack, everything masked", () => {
      const { system, cpu } = systemMachine("mrs x0, CurrentEL\n mrs x1, SPSel\n mrs x2, DAIF\n mrs x3, PAN\n mrs x4, UAO");
      cpu.run(5);
      expect([...cpu.state.x.subarray(0, 5)]).to.deep.equal([4n, 1n, 0x3c0n, 0n, 0n]);
      expect(system.pstate).to.equal(RESET_PSTATE);
    });
  });

  describe("at EL1", () => {
    it("has a stack pointer of its own, and EL0's when it asks for it", () => {
      const { cpu, run } = systemMachine(
        "mov x0, #0x100\n mov sp, x0\n mov x1, #0x200\n msr SP_EL0, x1\n msr SPSel, #0\n mov x2, sp\n mov x3, #0x300\n mov sp, x3\n msr SPSel, #1\n mov x4, sp\n mrs x5, SP_EL0",
      );
      expect(run().kind).to.equal("limit");
      expect([...cpu.state.x.subarray(2, 6)]).to.deep.equal([0x200n, 0x300n, 0x100n, 0x300n]);
    });

    it("has no other way to SP_EL0 while that is sp", () => {
      const stop = systemMachine("msr SPSel, #0\n mrs x0, SP_EL0").run();
      expect(stop).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word: 0xd538_4100 } });
    });

    it("reads what is kept for ID registers to come as zero", () => {
      const { cpu, run } = systemMachine("mov x0, #1\n mrs x0, S3_0_C0_C7_7");
      expect([run().kind, cpu.state.x[0]]).to.deep.equal(["limit", 0n]);
    });

    const absent = [
      // instruction                word
      ["mrs x0, SCTLR_EL2",         0xd53c_1000],
      ["mrs x0, SP_EL1",            0xd53c_4100],
      ["msr S3_0_C4_C2_2, x0",      0xd518_4240],          // CurrentEL can only be read.
      ["msr S3_0_C0_C7_7, x0",      0xd518_07e0],
      ["mrs x0, S2_0_C1_C0_4",      0xd530_1080],
      ["at s12e1r, x0",             0xd50c_7880],
      ["tlbi vmalle1os",            0xd508_811f],
      ["dc cvap, x0",               0xd50b_7c20],
    ] as const;
    for (const [instruction, word] of absent) {
      it(`${instruction} is Undefined`, () => {
        expect(systemMachine(instruction).run()).to.deep.equal({ kind: "exception", cause: { kind: "undefined", word } });
      });
    }

    it("sets and clears fields of PSTATE", () => {
      const { system, run } = systemMachine("msr DAIFClr, #2\n msr PAN, #1");
      run();
      expect(system.pstate).to.equal(0x345 | PAN);
    });

    it("checks alignment as soon as SCTLR_EL1.A says so", () => {
      const program = "mrs x1, SCTLR_EL1\n orr x1, x1, #2\n msr SCTLR_EL1, x1\n mov x0, #0x2001\n ldr x2, [x0]";
      const stop = systemMachine(program).run();
      expect(stop).to.deep.equal({
        kind: "exception", cause: { kind: "data abort", address: 0x2001n, write: false, fault: { kind: "alignment" } },
      });
    });

    it("traps floating point before it touches memory, until CPACR_EL1 opens it", () => {
      expect(systemMachine("mov x0, #1\n lsl x0, x0, #40\n ldr q0, [x0]").run())
        .to.deep.equal({ kind: "exception", cause: { kind: "trapped FP", word: 0x3dc0_0000 } });
      expect(systemMachine("mov x0, #0x300000\n msr CPACR_EL1, x0\n fmov d0, x0\n mrs x1, FPCR").run().kind).to.equal("limit");
    });
  });

  describe("at EL0", () => {
    const gated = [
      // program                   gate closed        register        value that opens it
      ["mrs x0, CTR_EL0",          "trapped access",  "SCTLR_EL1",    1n << 15n],
      ["dc cvau, x0",              "trapped access",  "SCTLR_EL1",    1n << 26n],
      ["ic ivau, x0",              "trapped access",  "SCTLR_EL1",    1n << 26n],
      ["dc zva, x0",               "trapped access",  "SCTLR_EL1",    1n << 14n],
      ["msr DAIFSet, #2",          "trapped access",  "SCTLR_EL1",    1n << 9n],
      ["mrs x0, DAIF",             "trapped access",  "SCTLR_EL1",    1n << 9n],
      ["mrs x0, CNTVCT_EL0",       "trapped access",  "CNTKCTL_EL1",  1n << 1n],
      ["mrs x0, CNTPCT_EL0",       "trapped access",  "CNTKCTL_EL1",  1n << 0n],
      ["mrs x0, CNTFRQ_EL0",       "trapped access",  "CNTKCTL_EL1",  1n << 1n],
      ["mrs x0, CNTV_CTL_EL0",     "trapped access",  "CNTKCTL_EL1",  1n << 8n],
      ["mrs x0, CNTP_CTL_EL0",     "trapped access",  "CNTKCTL_EL1",  1n << 9n],
      ["mrs x0, PMCCNTR_EL0",      "trapped access",  "PMUSERENR_EL0", 1n << 2n],
      ["mrs x0, PMCR_EL0",         "trapped access",  "PMUSERENR_EL0", 1n << 0n],
      ["mrs x0, FPSR",             "trapped FP",      "CPACR_EL1",    3n << 20n],
    ] as const;
    for (const [program, closed, register, open] of gated) {
      it(`${program} is a ${closed} unless ${register} opens it`, () => {
        expect(causeOf(program, (system) => { system.store(register, 0n); system.restored(); })).to.equal(closed);
        expect(causeOf(program, (system) => { system.store(register, open); system.restored(); })).to.equal("limit");
      });
    }

    it("may not sleep unless SCTLR_EL1.nTWI lets it, and is not asked where it would not", () => {
      const close = (system: { store(name: "SCTLR_EL1", value: bigint): void }): void => system.store("SCTLR_EL1", 0n);
      expect(causeOf("wfi", close)).to.equal("trapped wait");
      const { system, run } = programMachine("wfi", { wouldWait: () => false });
      close(system);
      expect(run().kind).to.equal("limit");
    });

    it("cannot return from exceptions", () => expect(causeOf("eret")).to.equal("undefined"));
  });

  it("goes down to EL0 and takes the flags, masks and stack along", () => {
    const { system, cpu, run } = systemMachine(
      "mov x0, #0x8000\n msr SP_EL0, x0\n adr x0, there\n msr ELR_EL1, x0\n movz x0, #0xa000, lsl #16\n msr SPSR_EL1, x0\n eret\n there: mov x1, sp\n cset x2, mi",
    );
    expect(run().kind).to.equal("limit");
    expect([levelOf(system.pstate), cpu.state.x[1], cpu.state.x[2]]).to.deep.equal([0, 0x8000n, 1n]);
  });

  it("keeps all of it in the machine's memory", () => {
    const { system, cpu } = systemMachine("nop");
    cpu.state.x[SP] = 0x1110n;
    system.pstate = 0;
    expect([cpu.state.levels[PSTATE], cpu.state.levels[SP_BANK + 1], cpu.state.x[SP]]).to.deep.equal([0n, 0x1110n, 0n]);
  });

  it("looks at registers again when they have been put back", () => {
    const { system, cpu } = systemMachine("nop");
    system.store("SCTLR_EL1", 2n);
    expect(cpu.memory.checksAlignment).to.equal(false);
    system.restored();
    expect(cpu.memory.checksAlignment).to.equal(true);
  });
});
