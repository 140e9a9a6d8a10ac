// A machine for tests: one CPU and a little RAM, with the program at its start. Registers have their
// names: x0, sp, v0, pc, nzcv (N in bit 3), fpcr, fpsr.

import { bug } from "../../../src/base/bug";
import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { createMemory, FPCR, FPSR, NZCV, PC, SP } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";

/** Where the program stands. */
export const CODE = 0x1000;
const RAM = 0x10000;

const SCALARS: Readonly<Record<string, number>> = { pc: PC, nzcv: NZCV, fpcr: FPCR, fpsr: FPSR };

export type Registers = Readonly<Record<string, bigint>>;

export class Machine {
  readonly cpu: Cpu;
  readonly physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  readonly #instructions: number;

  constructor(program: string) {
    const { bytes } = new Assembler(standardDecoder()).assemble(program, BigInt(CODE));
    this.#instructions = bytes.length / 4;
    this.physical.write(CODE, bytes);
    this.cpu = new Cpu({ physical: this.physical });
    this.cpu.pc = BigInt(CODE);
  }

  /** As many instructions as the program has, unless an exception ends it. */
  run(limit = this.#instructions): Stop {
    return this.cpu.run(limit);
  }

  get(register: string): bigint {
    const [array, index] = this.#place(register);
    return register.startsWith("v") ? array[index]! | (array[index + 1]! << 64n) : array[index]!;
  }

  set(register: string, value: bigint): void {
    const [array, index] = this.#place(register);
    array[index] = value; // Modulo 2^64.
    if (register.startsWith("v")) array[index + 1] = value >> 64n;
  }

  #place(register: string): readonly [BigUint64Array, number] {
    const { x, v, scalars } = this.cpu.state;
    const scalar = SCALARS[register];
    if (scalar !== undefined) return [scalars, scalar];
    const number = register === "sp" ? SP : Number(/^[xv](\d+)$/.exec(register)?.[1] ?? bug(`no register ${register}`));
    return register.startsWith("v") ? [v, 2 * number] : [x, number];
  }
}

/** A machine that has run `program`, having begun with `registers`; the others with 0. */
export function afterRunning(program: string, registers: Registers = {}): Machine {
  const machine = new Machine(program);
  for (const [register, value] of Object.entries(registers)) machine.set(register, value);
  const stop = machine.run();
  if (stop.kind === "waiting") bug(`${program} waits`);
  return machine;
}
