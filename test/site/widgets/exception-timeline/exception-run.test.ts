import { expect } from "chai";
import { ExceptionRun, type State } from "../../../../src/site/widgets/exception-timeline/exception-run";
import { timedPrograms } from "../../../../src/site/widgets/exception-timeline/programs";
import { endText, happenedText, namedRegisters, savedText, shortName, syndromeText } from "../../../../src/site/widgets/exception-timeline/run-text";

const runOf = (name: string): ExceptionRun => new ExceptionRun(timedPrograms.find((each) => each.name === name)!);

/** "SVC 0>1": each turn of a run, with the levels it leads from and to. */
const turnsOf = ({ steps, states }: ExceptionRun): string[] => steps.flatMap((step, i) => {
  const levels = `${states[i]!.level}>${states[i + 1]!.level}`;
  if (step.kind === "exception") return [`${shortName(step.cause)} ${levels}`];
  return step.kind === "return" ? [`ERET ${levels}`] : [];
});

/** Behind the nth exception. */
const behind = ({ steps, states }: ExceptionRun, n: number): State => states[steps.flatMap(({ kind }, i) => (kind === "exception" ? [i + 1] : []))[n]!]!;

describe("the programs", () => {
  for (const [name, turns] of [
    ["system-call", ["ERET 1>0", "SVC 0>1", "ERET 1>0", "SVC 0>1"]],
    ["page-fault", ["ERET 1>0", "abort 0>1", "ERET 1>0", "SVC 0>1"]],
    ["step", ["ERET 1>0", ...Array.from({ length: 4 }, () => ["step 0>1", "ERET 1>0"]).flat(), "SVC 0>1"]],
    ["nested-fault", ["ERET 1>0", "SVC 0>1", "abort 1>1", "ERET 1>1", "ERET 1>0", "SVC 0>1"]],
  ] as const) {
    it(`${name}: ${turns.join(", ")}`, () => {
      const run = runOf(name);
      expect(turnsOf(run)).to.deep.equal(turns);
      expect(run.end).to.equal("asleep");
      expect(endText(run, run.steps.length)).to.equal("It waits for an interrupt, and none comes.");
    });
  }

  for (const timed of timedPrograms) {
    it(`${timed.name} starts where there is something to see`, () => {
      const { steps } = new ExceptionRun(timed);
      expect(steps[timed.startsAt - 1]?.kind).to.equal("exception");
    });
  }
});

// ESR_EL1, SPSR_EL1 and the state at the handler's first instruction: Arm ARM, "AArch64.TakeException", "ESR_EL1".
describe("what an exception leaves", () => {
  it("a call: the flags, the number, and where to go on", () => {
    const run = runOf("system-call");
    const { ESR_EL1, SPSR_EL1, ELR_EL1, pstate, stack, level, pc } = behind(run, 0);
    expect(syndromeText(ESR_EL1)).to.equal("SVC: imm16 0x0");
    expect(savedText(SPSR_EL1)).to.equal("EL0, nothing masked, NZCV 1000");
    expect([level, stack, pstate & 0x3c0]).to.deep.equal([1, 1, 0x3c0]);
    expect(pc).to.equal(run.program.symbols.get("vectors")! + 0x400n);
    expect(ELR_EL1).to.equal(run.states[11]!.pc + 4n);
    expect(run.states[20]).to.include({ level: 0, nzcv: 0b1000, pstate: 0, SP_EL0: 0n, SP_EL1: 0x2_0000n });
    expect(run.states[13]).to.include({ SP_EL0: 0n, SP_EL1: 0x1_fff0n });
    expect(run.states[21]!.x[2]).to.equal(42n);
  });

  it("a page fault: the load's own address, which is executed twice", () => {
    const run = runOf("page-fault");
    const { ESR_EL1, ELR_EL1, FAR_EL1 } = behind(run, 0);
    expect(syndromeText(ESR_EL1)).to.equal("data abort from EL0: read, translation fault, level 3");
    expect(FAR_EL1).to.equal(0x1c000n);
    expect(run.states.map(({ pc }, t) => [pc, t] as const).filter(([pc]) => pc === ELR_EL1).length).to.equal(2);
    expect(behind(run, 1).x[0]).to.equal(42n);
  });

  it("a step: SS is 1 before the instruction, and 0 behind it", () => {
    const run = runOf("step");
    const first = run.steps.findIndex(({ kind }) => kind === "return") + 1;
    expect(run.states[first]!.pstate).to.equal(1 << 21);
    expect(run.states[first + 1]!.pstate).to.equal(0);
    expect(syndromeText(behind(run, 0).ESR_EL1)).to.equal("software step of EL0: debug exception");
  });

  it("a nested fault: both registers are overwritten, and brought back", () => {
    const run = runOf("nested-fault");
    expect(savedText(behind(run, 0).SPSR_EL1)).to.equal("EL0, nothing masked, NZCV 0000");
    expect(savedText(behind(run, 1).SPSR_EL1)).to.equal("EL1, DAIF masked, NZCV 0000");
    expect(syndromeText(behind(run, 1).ESR_EL1)).to.equal("data abort from EL1: read, translation fault, level 3");
    expect([0, 1, 2].map((n) => behind(run, n).depth)).to.deep.equal([1, 2, 1]);
    expect(BigInt.asIntN(64, behind(run, 2).x[4]!)).to.equal(-14n);
  });
});

// Arm ARM, "SPSR_EL1".
describe("savedText", () => {
  for (const [spsr, text] of [
    [0x0n, "EL0, nothing masked, NZCV 0000"],
    [0x80n, "EL0, I masked, NZCV 0000"],
    [0x200n, "EL0, D masked, NZCV 0000"],
    [0x3c4n, "EL1 on SP_EL0, DAIF masked, NZCV 0000"],
    [0x3c5n, "EL1, DAIF masked, NZCV 0000"],
    [0x6070_0000n, "EL0, nothing masked, PAN, SS, IL, NZCV 0110"],
  ] as const) {
    it(`0x${spsr.toString(16)}: ${text}`, () => expect(savedText(spsr)).to.equal(text));
  }
});

describe("the device's line", () => {
  const irqTimes = ({ steps }: ExceptionRun): number[] => steps.flatMap((step, i) => (step.kind === "exception" && step.cause.kind === "IRQ" ? [i] : []));

  it("is heard at once at EL0, and behind the return in a handler", () => {
    const run = runOf("interrupt");
    expect(irqTimes(run)).to.deep.equal([15, 39]);
    expect(run.states[15]!.level).to.equal(0);
    // Asked for in the handler of SVC, which has I set.
    expect(run.states[33]).to.include({ level: 1, IRQ: true });
    expect(run.steps[38]!.kind).to.equal("return");
  });

  it("interrupts an instruction that has not begun, and it is executed behind", () => {
    const run = runOf("interrupt");
    expect(behind(run, 0).ELR_EL1).to.equal(run.states[15]!.pc);
    expect(happenedText(run, 16)).to.match(/^IRQ: from EL0 to EL1, on at vectors \+ 0x480\. .* has not begun\.$/);
  });

  it("makes another run from where it is asserted, the same before", () => {
    const run = runOf("interrupt");
    const states = [...run.states];
    run.setLine(26, true);
    expect(irqTimes(run)).to.deep.equal([15, 26]);
    expect(run.states.slice(0, 26)).to.deep.equal(states.slice(0, 26));
  });

  it("deasserted in time, it is forgotten", () => {
    const run = runOf("interrupt");
    run.setLine(34, false);
    expect(irqTimes(run)).to.deep.equal([15]);
  });

  it("goes back to be as it was", () => {
    const run = runOf("interrupt");
    const states = [...run.states];
    run.setLine(15, false);
    expect(irqTimes(run)).to.deep.equal([]);
    run.setLine(15, true);
    run.setLine(33, true);
    expect(run.states).to.deep.equal(states);
  });
});

describe("namedRegisters", () => {
  it("are those that the program's text names", () => {
    const { program, states } = runOf("system-call");
    expect(namedRegisters(program, states[0]!).map(([name]) => name)).to.deep.equal(["x0", "x1", "x2", "x3"]);
  });
});
