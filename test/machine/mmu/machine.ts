// A CPU with its system registers and an MMU, and no exceptions: whatever faults stops it.

import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { Mmu } from "../../../src/machine/mmu/mmu";
import { SystemRegisters } from "../../../src/machine/sysregs/system-registers";

/** Where RAM is, and the program in it. */
export const RAM = 0x4000_0000;
export const CODE = RAM + 0x8_0000;
const PAGES = 256;

export class MmuMachine {
  readonly physical = new PhysicalMemory(createMemory(PAGES * PAGE), RAM, PAGES * PAGE);
  readonly cpu: Cpu;
  readonly mmu: Mmu;
  readonly system: SystemRegisters;

  constructor(program: string) {
    const mmu: Mmu = new Mmu({
      physical: this.physical,
      view: () => this.system,
      forget: (range) => { this.cpu.forget(range); },
      zero: (address, bytes) => { this.cpu.zero(address, bytes); },
    });
    this.mmu = mmu;
    let system: SystemRegisters | undefined;
    this.cpu = new Cpu({
      physical: this.physical, translation: mmu,
      system: (cpu) => system = new SystemRegisters(cpu, { operator: mmu }),
    });
    this.system = system!;
    this.system.onWrite((dependant) => { if (dependant === "translation") mmu.changed(); });
    this.system.reset();
    this.physical.write(CODE, new Assembler(standardDecoder()).assemble(program, BigInt(CODE)).bytes);
    this.cpu.pc = BigInt(CODE);
  }

  x(n: number): bigint {
    return this.cpu.state.x[n]!;
  }

  run(limit = 10_000): Stop {
    return this.cpu.run(limit);
  }
}
