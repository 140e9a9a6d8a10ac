import { expect } from "chai";
import { TIMED_LINES, Timers } from "../../../src/machine/board/timers";
import { createMemory, EVENT } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";
import { createProcessor } from "../../../src/machine/exceptions/processor";
import { NEVER, timerDue } from "../../../src/machine/sysregs/registers/timer";

/** A clock that is set by hand. */
class FakeClock {
  count = 0n;

  get cycles(): bigint {
    return this.count * 16n;
  }
}

/** Timers of two CPUs, with registers as given, of CPU 0. */
function timersOf(registers: Partial<Record<SystemRegisterName, bigint>> = {}, count = 1000n) {
  const physical = new PhysicalMemory(createMemory(0x1000), 0x4000_0000, 0x1000);
  const clock = new FakeClock();
  clock.count = count;
  const high = new Set<string>();
  const processors = [0, 1].map((index) => createProcessor({ physical, index, clock }));
  const timers = new Timers(clock, processors.map((processor, cpu) => ({
    processor,
    line: (intid) => (isHigh) => { high[isHigh ? "add" : "delete"](`${intid} of CPU ${cpu}`); },
  })));
  const set = (name: SystemRegisterName, value: bigint, cpu = 0): void => { processors[cpu]!.system.store(name, value); };
  for (const [name, value] of Object.entries(registers)) set(name as SystemRegisterName, value);
  const lines = (): string[] => {
    timers.update();
    return [...high].sort();
  };
  /** Whether CPU 0's event register is set by an update at `at`. */
  const isEventAt = (at: bigint): boolean => {
    clock.count = at;
    processors[0]!.cpu.state.levels[EVENT] = 0n;
    timers.update();
    return processors[0]!.cpu.state.levels[EVENT] === 1n;
  };
  return { timers, clock, set, lines, isEventAt };
}

const ON = 1n;
const ON_AND_MASKED = 3n;

describe("timerDue (Arm ARM, \"Operation of the CompareValue views of the timers\")", () => {
  const cases = [
    // CTL   CVAL   count   due
    [1n,     1001n, 1000n,  1001n, "ENABLE"],
    [1n,     1000n, 1000n,  NEVER, "it has fired: the count has reached CVAL"],
    [1n,     7n,    1000n,  NEVER, "it has fired long ago"],
    [5n,     2000n, 1000n,  2000n, "ISTATUS is not the software's"],
    [0n,     2000n, 1000n,  NEVER, "it is off"],
    [2n,     2000n, 1000n,  NEVER, "it is off, and masked"],
    [3n,     2000n, 1000n,  NEVER, "it is masked"],
    [1n,     NEVER, 1000n,  NEVER, "the last count of all is not reached"],
    [1n,     1n,    0n,     1n,    "the first tick"],
  ] as const;
  for (const [control, value, count, due, why] of cases) {
    it(`CTL ${control}, CVAL ${value}, at ${count}: ${why}`, () => { expect(timerDue(control, value, count)).to.equal(due); });
  }
});

describe("A timer's line", () => {
  it("has the numbers of QEMU's virt board", () => { expect(TIMED_LINES).to.deep.equal({ PMU: 23, CNTV: 27, CNTP: 30 }); });

  for (const [timer, intid] of [["CNTP", 30], ["CNTV", 27]] as const) {
    const [CTL, CVAL] = [`${timer}_CTL_EL0`, `${timer}_CVAL_EL0`] as const;

    it(`of ${timer} is ${intid}: high from the count on, until CVAL moves, it is masked, or it is off`, () => {
      const { clock, set, lines } = timersOf({ [CTL]: ON, [CVAL]: 1010n });
      const high = [`${intid} of CPU 0`];
      expect(lines()).to.deep.equal([]);
      clock.count = 1009n;
      expect(lines()).to.deep.equal([]);
      clock.count = 1010n;
      expect(lines()).to.deep.equal(high);
      clock.count = 90_000n;
      expect(lines()).to.deep.equal(high);
      set(CVAL, 90_001n);
      expect(lines()).to.deep.equal([]);
      set(CVAL, 0n);
      expect(lines()).to.deep.equal(high);
      set(CTL, ON_AND_MASKED);
      expect(lines()).to.deep.equal([]);
      set(CTL, ON);
      expect(lines()).to.deep.equal(high);
      set(CTL, 0n);
      expect(lines()).to.deep.equal([]);
    });
  }

  it("is its CPU's own", () => {
    const { set, lines } = timersOf();
    set("CNTV_CTL_EL0", ON, 1);
    expect(lines()).to.deep.equal(["27 of CPU 1"]);
  });

  it("of the cycle counter is 23: high if it has overflowed, and is to say so", () => {
    const C = 1n << 31n;
    const { clock, set, lines } = timersOf({ PMCR_EL0: 0x41n, PMCNTENSET_EL0: C, PMINTENSET_EL1: C, PMCCNTR_EL0: 0n - 320n, PMCNTENCLR_EL0: 16_000n });
    clock.count = 1019n;
    expect(lines()).to.deep.equal([]);
    clock.count = 1020n;
    expect(lines()).to.deep.equal(["23 of CPU 0"]);
    set("PMINTENSET_EL1", 0n);
    expect(lines()).to.deep.equal([]);
  });
});

describe("What is due next", () => {
  const C = 1n << 31n;
  const overflow = { PMCR_EL0: 0x41n, PMCNTENSET_EL0: C, PMINTENSET_EL1: C, PMCCNTR_EL0: 0n - 327n, PMCNTENCLR_EL0: 16_000n } as const;
  const cases: readonly (readonly [what: string, registers: Parameters<typeof timersOf>[0], due: bigint])[] = [
    ["nothing",                                {},                                                              NEVER],
    ["a timer",                                { CNTV_CTL_EL0: ON, CNTV_CVAL_EL0: 5000n },                      5000n],
    ["the earlier of two",                     { CNTV_CTL_EL0: ON, CNTV_CVAL_EL0: 5000n, CNTP_CTL_EL0: ON, CNTP_CVAL_EL0: 4000n }, 4000n],
    ["what is not masked",                     { CNTV_CTL_EL0: ON_AND_MASKED, CNTV_CVAL_EL0: 2000n, CNTP_CTL_EL0: ON, CNTP_CVAL_EL0: 4000n }, 4000n],
    ["nothing, where all has fired",           { CNTV_CTL_EL0: ON, CNTV_CVAL_EL0: 1000n, CNTP_CTL_EL0: ON },    NEVER],
    ["an overflow, in the tick in which it comes", overflow,                                                    1020n],
    ["no overflow that is not to be told",     { ...overflow, PMINTENSET_EL1: 0n },                             NEVER],
    ["no overflow of a counter that is off",   { ...overflow, PMCNTENSET_EL0: 0n },                             NEVER],
    ["no overflow while all are off",          { ...overflow, PMCR_EL0: 0x40n },                                NEVER],
    ["no overflow that has been",              { ...overflow, PMOVSSET_EL0: C },                                NEVER],
    ["no event that nobody waits for",         { CNTKCTL_EL1: 0x44n },                                          NEVER],
  ];
  for (const [what, registers, due] of cases) {
    it(`is ${what}`, () => {
      const { timers } = timersOf(registers);
      timers.update();
      expect(timers.due(false)).to.equal(due);
    });
  }

  it("may be the overflow of a counter that does not count at this level, unless all sleep there", () => {
    const { timers } = timersOf({ ...overflow, PMCCFILTR_EL0: 1n << 31n, PMCNTENCLR_EL0: 0n }); // P: not at EL1
    expect([timers.due(false), timers.due(true)]).to.deep.equal([1020n, NEVER]);
  });

  it("is any CPU's", () => {
    const { timers, set } = timersOf({ CNTV_CTL_EL0: ON, CNTV_CVAL_EL0: 5000n });
    set("CNTP_CTL_EL0", ON, 1);
    set("CNTP_CVAL_EL0", 3000n, 1);
    timers.update();
    expect(timers.due(false)).to.equal(3000n);
  });

  it("is still due, where the clock has gone on and nobody has looked", () => {
    const { timers, clock } = timersOf({ CNTV_CTL_EL0: ON, CNTV_CVAL_EL0: 1001n });
    timers.update();
    clock.count = 1005n;
    expect(timers.due(false)).to.equal(1001n);
    timers.update();
    expect(timers.due(false)).to.equal(NEVER);
  });
});

describe("The event stream (Arm ARM, \"Event streams\")", () => {
  /** EVNTI, EVNTDIR, EVNTEN. */
  const control = (bit: bigint, falls: boolean): bigint => (bit << 4n) | (falls ? 8n : 0n) | 4n;

  const cases = [
    // bit  falls   from    no event at         the first event
    [0n,    false,  1000n,  1000n,              1001n],
    [0n,    true,   1000n,  1001n,              1002n],
    [3n,    false,  1000n,  1015n,              1016n],   // 1000 is 0b11111_01000: bit 3 is 1, falls at 1008, rises at 1016.
    [3n,    true,   1000n,  1007n,              1008n],
    [4n,    false,  1000n,  1007n,              1008n],   // 0b11111_10000
    [4n,    true,   1000n,  1023n,              1024n],
    [15n,   false,  1000n,  32_767n,            32_768n],
    [15n,   true,   1000n,  65_535n,            65_536n],
    [15n,   false,  40_000n, 98_303n,           98_304n],
  ] as const;
  for (const [bit, falls, from, before, first] of cases) {
    it(`of bit ${bit} ${falls ? "falling" : "rising"}, waited for from ${from}, comes at ${first}`, () => {
      const { timers, isEventAt } = timersOf({ CNTKCTL_EL1: control(bit, falls) }, from);
      timers.update();
      timers.listen(0, true);
      expect(timers.due(false)).to.equal(first);
      expect(isEventAt(before)).to.equal(false);
      expect(isEventAt(first)).to.equal(true);
    });
  }

  it("has one event for who has waited, however late it is looked at", () => {
    const { timers, isEventAt } = timersOf({ CNTKCTL_EL1: control(3n, false) });
    timers.listen(0, true);
    expect([isEventAt(5000n), isEventAt(6000n)]).to.deep.equal([true, false]);
  });

  it("is for who waits", () => {
    const { timers, isEventAt } = timersOf({ CNTKCTL_EL1: control(3n, false) });
    expect(isEventAt(2000n)).to.equal(false);
    timers.listen(0, true);
    timers.listen(0, false);
    expect(isEventAt(3000n)).to.equal(false);
  });

  it("makes none while it is off", () => {
    const { timers, isEventAt } = timersOf({ CNTKCTL_EL1: control(3n, false) & ~4n });
    timers.listen(0, true);
    expect([isEventAt(50_000n), timers.due(false)]).to.deep.equal([false, NEVER]);
  });

  it("is remembered in a snapshot, and forgotten by a reset", () => {
    const { timers, isEventAt } = timersOf({ CNTKCTL_EL1: control(3n, false) });
    timers.listen(0, true);
    const saved = timers.save();
    timers.reset();
    expect(isEventAt(2000n)).to.equal(false);
    timers.restore(saved);
    expect(isEventAt(2000n)).to.equal(true);
  });
});
