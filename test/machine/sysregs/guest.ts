// System registers for tests, as software sees them: MRS and MSR by name, at EL1 or EL0, at a time
// that the test sets.

import { bug } from "../../../src/base/bug";
import { Cpu } from "../../../src/machine/cpu/cpu";
import { GuestException } from "../../../src/machine/cpu/exception";
import { createMemory } from "../../../src/machine/cpu/layout";
import type { SystemEncoding } from "../../../src/machine/cpu/operations";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { SYSTEM_REGISTERS, type SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";
import { type SystemOptions, SystemRegisters } from "../../../src/machine/sysregs/system-registers";

const RAM = 0x1000;

/** SPSR_EL1 values: everything masked, SP_ELx in use. */
const LEVELS = { EL0: 0x3c0, EL1: 0x3c5 } as const;

export function encodingOf(name: SystemRegisterName): SystemEncoding {
  const [op0, op1, CRn, CRm, op2] = SYSTEM_REGISTERS.find((row) => row[6] === name) ?? bug(`no ${name}`);
  return { op0, op1, CRn, CRm, op2 };
}

export class Guest {
  readonly clock = { cycles: 0n, count: 0n };
  readonly system: SystemRegisters;

  constructor(options: SystemOptions = {}) {
    const cpu = new Cpu({ physical: new PhysicalMemory(createMemory(RAM), 0, RAM) });
    this.system = new SystemRegisters(cpu, { clock: this.clock, ...options });
    this.system.reset();
  }

  at(level: keyof typeof LEVELS): this {
    this.system.pstate = LEVELS[level];
    return this;
  }

  mrs(name: SystemRegisterName): bigint {
    return this.system.read(encodingOf(name));
  }

  msr(name: SystemRegisterName, value: bigint): this {
    this.system.write(encodingOf(name), value);
    return this;
  }

  /** "+": allowed, "t": trapped to EL1, "u": Undefined. */
  may(direction: "mrs" | "msr", name: SystemRegisterName): "+" | "t" | "u" {
    try {
      if (direction === "mrs") this.mrs(name);
      else this.msr(name, 0n);
      return "+";
    } catch (error) {
      if (!(error instanceof GuestException)) throw error;
      return error.cause.kind === "undefined" ? "u" : "t";
    }
  }
}
