// A CPU with system registers and no exception model: what a program may not do stops it, with the cause.

import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { createMemory } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { type SystemOptions, SystemRegisters } from "../../../src/machine/sysregs/system-registers";

export const CODE = 0x1000;
const RAM = 0x1_0000;

export interface SystemMachine {
  readonly cpu: Cpu;
  readonly system: SystemRegisters;
  /** As many instructions as the program has, unless something ends it. */
  run(limit?: number): Stop;
}

/** Behind a reset, with `program` to be executed at EL1. */
export function systemMachine(program: string, options: SystemOptions = {}): SystemMachine {
  const { bytes } = new Assembler(standardDecoder()).assemble(program, BigInt(CODE));
  const physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  physical.write(CODE, bytes);
  let system: SystemRegisters | undefined;
  const cpu = new Cpu({ physical, system: (made) => system = new SystemRegisters(made, options) });
  system!.reset();
  cpu.pc = BigInt(CODE);
  return { cpu, system: system!, run: (limit = bytes.length / 4) => cpu.run(limit) };
}

/** The same at EL0, everything unmasked. */
export function programMachine(program: string, options: SystemOptions = {}): SystemMachine {
  const machine = systemMachine(program, options);
  machine.system.pstate = 0;
  return machine;
}
