import { expect } from "chai";
import { EVENT, NZCV, createMemory, PAGE, RETIRED, TAKEN } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { InterruptLines } from "../../../src/machine/exceptions/interrupts";
import { NO_INTERRUPTS } from "../../../src/machine/exceptions/interrupts";
import { createProcessor, type Processor } from "../../../src/machine/exceptions/processor";
import { STANDARD_EXCEPTION_PARTS } from "../../../src/machine/exceptions/standard-parts";
import type { ExceptionParts } from "../../../src/machine/exceptions/parts";

const RAM = 0x4000_0000n;
const VECTORS = RAM + 0x800n;
const EL0 = 0x000;
const EL1H = 0x005;
const MASKED = 0x3c0;

class Machine {
  readonly physical = new PhysicalMemory(createMemory(2 * PAGE), Number(RAM), 2 * PAGE);
  readonly processor: Processor;
  lines: InterruptLines = NO_INTERRUPTS;
  calls: number[] = [];
  answers = false;
  events = 0;

  constructor(pstate: number, program: string, parts?: ExceptionParts) {
    this.physical.write(Number(RAM), new Assembler(standardDecoder()).assemble(program, RAM).bytes);
    this.processor = createProcessor({
      physical: this.physical,
      lines: () => this.lines,
      conduit: (imm16) => {
        this.calls.push(imm16);
        return this.answers;
      },
      sendEvent: () => { this.events++; },
      ...(parts && { parts: { exceptions: parts } }),
    });
    const { cpu, system } = this.processor;
    system.store("VBAR_EL1", VECTORS);
    system.store("OSLSR_EL1", 0b1000n);
    system.pstate = pstate;
    cpu.pc = RAM;
  }

  run(limit: number): string {
    return this.processor.cpu.run(limit).kind;
  }

  /** MDSCR_EL1, as EL1 writes it. */
  debugs(mdscr: bigint): void {
    const { system } = this.processor;
    const { pstate } = system;
    system.pstate = EL1H;
    system.write({ op0: 2, op1: 0, CRn: 0, CRm: 2, op2: 2 }, mdscr);
    system.pstate = pstate;
  }

  get found(): { readonly at: bigint; readonly elr: bigint; readonly spsr: bigint; readonly esr: bigint; readonly pstate: number } {
    const { cpu, system } = this.processor;
    return {
      at: cpu.pc - VECTORS, elr: system.stored("ELR_EL1") - RAM, spsr: system.stored("SPSR_EL1"),
      esr: system.stored("ESR_EL1"), pstate: system.pstate,
    };
  }
}

const interrupt = (kind: keyof InterruptLines): InterruptLines => ({ ...NO_INTERRUPTS, [kind]: true });

describe("The exception model", () => {
  describe("takes an interrupt between two instructions", () => {
    const cases = [
      // line             from           vector   ESR_EL1
      ["IRQ",             EL0,           0x480n,  0n],
      ["FIQ",             EL0,           0x500n,  0n],
      ["SError",          EL0,           0x580n,  0xbe00_0000n],
      ["IRQ",             EL1H,          0x280n,  0n],
      ["IRQ",             0x004,         0x080n,  0n],
    ] as const;
    for (const [line, from, vector, esr] of cases) {
      it(`${line}, PSTATE 0x${from.toString(16)}`, () => {
        const machine = new Machine(from, "nop\n nop");
        machine.run(1);
        machine.processor.cpu.state.scalars[NZCV] = 0b1010n;
        machine.lines = interrupt(line);
        machine.run(1);
        const spsr = 0xa000_0000n | BigInt(from);
        expect(machine.found).to.deep.equal({ at: vector, elr: 4n, spsr, esr, pstate: MASKED | EL1H });
      });
    }

    it("and not while it is masked", () => {
      const machine = new Machine(EL0 | 0x80, "nop\n nop");
      machine.lines = interrupt("IRQ");
      machine.run(2);
      expect(machine.processor.cpu.pc).to.equal(RAM + 8n);
    });

    it("and at once when it is unmasked", () => {
      const machine = new Machine(EL1H | MASKED, "nop\n msr daifclr, #2\n nop");
      machine.lines = interrupt("IRQ");
      machine.run(3);
      expect(machine.found).to.include({ at: 0x280n, elr: 8n });
    });

    it("which takes time, but no instruction", () => {
      const machine = new Machine(EL0, "nop");
      machine.lines = interrupt("IRQ");
      machine.run(1);
      const { scalars } = machine.processor.cpu.state;
      expect([scalars[RETIRED], scalars[TAKEN]]).to.deep.equal([0n, 1n]);
    });
  });

  it("changes to EL1's stack, and back", () => {
    const machine = new Machine(EL0, "svc #0");
    const { cpu, system } = machine.processor;
    system.pstate = EL1H;
    cpu.state.x[31] = 0x1100n;
    system.pstate = EL0;
    cpu.state.x[31] = 0x1000n;
    machine.run(1);
    expect(cpu.state.x[31]).to.equal(0x1100n);
    machine.physical.write(Number(VECTORS) + 0x400, new Assembler(standardDecoder()).assemble("eret", 0n).bytes);
    machine.run(1);
    expect([cpu.state.x[31], cpu.pc, system.pstate]).to.deep.equal([0x1000n, RAM + 4n, EL0]);
  });

  it("keeps the handler from the program's memory, if SCTLR_EL1.SPAN is 0", () => {
    const machine = new Machine(EL0, "svc #0");
    const { system } = machine.processor;
    system.store("SCTLR_EL1", system.stored("SCTLR_EL1") & ~(1n << 23n));
    machine.run(1);
    expect(machine.found.pstate).to.equal(0x40_0000 | MASKED | EL1H);
  });

  it("leaves FAR_EL1 to those that have an address", () => {
    const machine = new Machine(EL0, "svc #0");
    machine.processor.system.store("FAR_EL1", 77n);
    machine.run(1);
    expect(machine.processor.system.stored("FAR_EL1")).to.equal(77n);
  });

  it("returns at the handler's word: flags, event register, exclusive monitor", () => {
    const machine = new Machine(EL1H | MASKED, "ldxr x1, [x0]\n eret");
    const { cpu, system } = machine.processor;
    cpu.state.x[0] = RAM + BigInt(PAGE);
    system.store("ELR_EL1", RAM + 0x40n);
    system.store("SPSR_EL1", 0x6000_0000n);
    machine.run(1);
    expect(cpu.state.monitor[1]).to.equal(8n);
    machine.run(1);
    expect([cpu.pc, system.pstate, cpu.state.scalars[NZCV]]).to.deep.equal([RAM + 0x40n, EL0, 0b0110n]);
    expect([cpu.state.monitor[1], cpu.state.levels[EVENT]]).to.deep.equal([0n, 1n]);
  });

  it("lets EL1 no more than EL0 execute anything while PSTATE.IL is set", () => {
    const machine = new Machine(EL1H | MASKED | (1 << 20), "nop");
    machine.run(1);
    expect(machine.found).to.deep.equal({ at: 0x200n, elr: 0n, spsr: 0x10_03c5n, esr: 0x3a00_0000n, pstate: MASKED | EL1H });
  });

  describe("has HVC answered", () => {
    it("if somebody does: the next instruction is the next", () => {
      const machine = new Machine(EL1H | MASKED, "hvc #5\n nop");
      machine.answers = true;
      machine.run(2);
      expect([machine.calls, machine.processor.cpu.pc]).to.deep.equal([[5], RAM + 8n]);
    });

    it("if nobody does: as Undefined", () => {
      const machine = new Machine(EL1H | MASKED, "hvc #5\n nop");
      machine.run(1);
      expect(machine.found).to.include({ at: 0x200n, elr: 0n, esr: 0x0200_0000n });
    });

    it("not at EL0: it is Undefined there", () => {
      const machine = new Machine(EL0, "hvc #5\n nop");
      machine.answers = true;
      machine.run(1);
      expect(machine.calls).to.deep.equal([]);
      expect(machine.found).to.include({ at: 0x400n, elr: 0n, esr: 0x0200_0000n });
    });

    it("and stepped over", () => {
      const machine = new Machine(0x20_0005, "hvc #5\n nop");
      machine.answers = true;
      machine.debugs(0x2001n);
      machine.run(2);
      expect(machine.found).to.include({ at: 0x200n, elr: 4n, spsr: 0x5n, esr: 0xcf00_0022n });
    });

    it("and not stepped over if it is Undefined", () => {
      const machine = new Machine(0x20_0005, "hvc #5\n nop");
      machine.debugs(0x2001n);
      machine.run(1);
      expect(machine.found).to.include({ at: 0x200n, elr: 0n, spsr: 0x20_0005n, esr: 0x0200_0000n });
    });
  });

  describe("waits", () => {
    it("for a line, which may be masked", () => {
      const machine = new Machine(EL1H | MASKED, "wfi\n nop");
      expect(machine.run(5)).to.equal("waiting");
      expect(machine.processor.exceptions.wouldWait("WFI")).to.equal(true);
      machine.lines = interrupt("IRQ");
      expect(machine.processor.exceptions.wouldWait("WFI")).to.equal(false);
      expect(machine.run(1)).to.equal("limit");
      expect(machine.processor.cpu.pc).to.equal(RAM + 8n);
    });

    it("for an event, but once", () => {
      const machine = new Machine(EL1H | MASKED, "sevl\n wfe\n wfe\n nop");
      expect(machine.run(2)).to.equal("limit");
      expect(machine.run(1)).to.equal("waiting");
      machine.lines = interrupt("IRQ");
      expect(machine.processor.exceptions.wouldWait("WFE")).to.equal(true);
      machine.processor.exceptions.signalEvent();
      expect(machine.processor.exceptions.wouldWait("WFE")).to.equal(false);
      expect(machine.processor.cpu.state.levels[EVENT]).to.equal(0n);
    });

    it("until somebody sends it one: only SEV reaches the others", () => {
      const machine = new Machine(EL1H | MASKED, "sevl\n sev\n wfe\n nop");
      machine.run(1);
      expect(machine.events).to.equal(0);
      expect([machine.run(3), machine.events]).to.deep.equal(["limit", 1]);
    });
  });

  describe("steps", () => {
    const stepping = (): Machine => {
      const machine = new Machine(0x20_0000, "ldxr x1, [x0]\n nop");
      machine.processor.cpu.state.x[0] = RAM;
      machine.debugs(1n);
      return machine;
    };

    it("equally, one instruction at a call or many", () => {
      const [one, many] = [stepping(), stepping()];
      one.run(1);
      one.run(1);
      many.run(2);
      expect(one.found).to.deep.equal(many.found);
      expect(one.found.esr).to.equal(0xcb00_0062n);
    });

    it("from memory alone: the exception is the same behind a snapshot", () => {
      const machine = stepping();
      const { cpu, exceptions } = machine.processor;
      machine.run(1);
      const snapshot = new Uint8Array(machine.physical.memory.buffer).slice();
      machine.run(1);
      const { found } = machine;
      machine.debugs(0n);
      machine.run(3);
      new Uint8Array(machine.physical.memory.buffer).set(snapshot);
      cpu.restored();
      expect(exceptions.isStepping).to.equal(false); // It has been.
      machine.run(1);
      expect(machine.found).to.deep.equal(found);
    });

    it("and not behind the program's back", () => {
      const machine = stepping();
      machine.run(2);
      expect(machine.found.spsr).to.equal(0n); // PSTATE.SS is used up.
      expect(machine.processor.cpu.state.levels[EVENT]).to.equal(0n);
    });

    it("before any interrupt", () => {
      const machine = stepping();
      machine.run(1);
      machine.lines = interrupt("IRQ");
      machine.run(1);
      expect(machine.found).to.include({ at: 0x400n, esr: 0xcb00_0062n });
    });

    it("past breakpoints, if MDSCR_EL1.MDE is 0", () => {
      const machine = stepping();
      machine.processor.system.store("DBGBVR0_EL1", RAM);
      machine.processor.system.store("DBGBCR0_EL1", 0x1e7n);
      machine.run(2);
      expect(machine.found).to.include({ elr: 4n, esr: 0xcb00_0062n });
    });

    // Arm ARM, "SoftwareStep_DidNotStep": the instruction before the exception was not stepped.
    it("and forgets it, if the instruction kept debug exceptions away", () => {
      const machine = new Machine(0x20_0005, "msr daifset, #8\n msr daifclr, #8\n nop");
      machine.debugs(0x2001n);
      machine.run(3);
      expect(machine.found).to.include({ elr: 8n, esr: 0xce00_0022n });
    });

    it("nothing that an interrupt keeps from being executed", () => {
      const machine = stepping();
      machine.lines = interrupt("IRQ");
      machine.run(1);
      expect(machine.found).to.include({ at: 0x480n, spsr: 0x20_0000n });
    });
  });

  describe("asks to look at every instruction", () => {
    const cases = [
      // MDSCR_EL1    DBGBCR0_EL1  PSTATE    isStepping, isWatching
      [0x0000n,       0x1e7n,      EL0,      false, false],
      [0x8000n,       0x1e7n,      EL0,      true,  true],
      [0x8000n,       0x1e6n,      EL0,      false, true],
      [0x8000n,       0x1e7n,      EL1H,     false, true],
      [0xa000n,       0x1e7n,      EL1H,     true,  true],
      [0x0001n,       0x1e7n,      0x20_0000, true, false],
      [0x0001n,       0x1e7n,      0x20_0005, false, false],
    ] as const;
    for (const [mdscr, control, pstate, isStepping, isWatching] of cases) {
      it(`MDSCR_EL1 0x${mdscr.toString(16)}, DBGBCR0_EL1 0x${control.toString(16)}, PSTATE 0x${pstate.toString(16)}: ${isStepping ? "yes" : "no"}`, () => {
        const machine = new Machine(pstate, "nop");
        const { system, exceptions } = machine.processor;
        system.store("DBGBCR0_EL1", control);
        system.store("DBGWCR3_EL1", 0x1fffn);
        machine.debugs(mdscr);
        expect([exceptions.isStepping, exceptions.isWatching]).to.deep.equal([isStepping, isWatching]);
      });
    }

    it("and not at accesses, if no watchpoint is enabled", () => {
      const machine = new Machine(EL0, "nop");
      machine.debugs(0x8000n);
      expect(machine.processor.exceptions.isWatching).to.equal(false);
    });
  });

  it("is made of parts: a student's vector is where the CPU goes", () => {
    const machine = new Machine(EL0, "svc #0", { ...STANDARD_EXCEPTION_PARTS, vectorOf: () => VECTORS + 0x700n });
    machine.run(1);
    expect(machine.found).to.include({ at: 0x700n, esr: 0x5600_0000n });
  });
});
