// What chapter 3 built, shown: npx ts-node src/run/03-system-registers.ts [levels | claims | clock]

import { hex } from "../base/word";
import { Cpu } from "../machine/cpu/cpu";
import { causeText } from "../machine/cpu/exception";
import { createMemory } from "../machine/cpu/layout";
import { PhysicalMemory } from "../machine/cpu/physical-memory";
import { Assembler } from "../machine/decoder/assembler";
import { standardDecoder } from "../machine/decoder/decoder";
import { fieldOf } from "../machine/sysregs/field";
import { levelOf } from "../machine/sysregs/pstate";
import { REGISTERS } from "../machine/sysregs/registers";
import { SystemRegisters } from "../machine/sysregs/system-registers";

const TOURS: Readonly<Record<string, () => string[]>> = { levels, claims, clock };

const RAM = 0x4000_0000;
const RAM_BYTES = 0x1_0000;

/** A kernel that goes down to EL0, to `program`. */
const kernel = (program: string): string => `
  ldr x0, =stack
  msr SP_EL0, x0
  adr x0, program
  msr ELR_EL1, x0
  msr SPSR_EL1, xzr
  eret
  .balign 16
  program: ${program}
  brk #0
  .balign 16
  .zero 256
  stack:`;

const TRIED = [
  "mov x0, sp", "mrs x0, TPIDR_EL0", "msr TPIDRRO_EL0, x0", "mrs x0, CurrentEL", "mrs x0, SCTLR_EL1",
  "mrs x0, CTR_EL0", "mrs x0, CNTVCT_EL0", "mrs x0, PMCCNTR_EL0", "msr DAIFSet, #2", "msr SPSel, #0",
  "dc cvac, x0", "tlbi vmalle1", "fmov d0, x0", "mrs x0, FPCR", "mrs x0, ID_AA64ISAR0_EL1", "mrs x0, VBAR_EL2",
  "wfi", "eret",
];

/** What a program may do at EL0 behind a reset, and what comes of what it may not. */
function levels(): string[] {
  return TRIED.map((line) => {
    const { cpu, system } = machineWith(kernel(line));
    const stop = cpu.run(100);
    const isDone = stop.kind === "exception" && stop.cause.kind === "BRK";
    const became = isDone ? "done" : stop.kind === "exception" ? causeText(stop.cause) : stop.kind;
    return `EL${levelOf(system.pstate)}  ${line.padEnd(26)} ${became}`;
  });
}

/** The ID registers that are not zero, and the fields of them that claim something. */
function claims(): string[] {
  const { system } = machineWith("nop");
  const identified = REGISTERS.filter(({ name }) => /^ID_AA64|^MIDR|^CTR/.test(name));
  return identified.flatMap((register) => {
    const value = register.read?.(system) ?? system.stored(register.name);
    const fields = register.fields.filter(({ high, low, name }) => fieldOf(value, high, low) !== 0n && !name.startsWith("RES"));
    const text = fields.map(({ name, high, low }) => `${name} ${fieldOf(value, high, low)}`).join(", ");
    return value === 0n ? [] : [`${register.name.padEnd(17)} ${hex(value).padEnd(19)} ${text}`];
  });
}

/** A program that measures a loop, twice: time is made of instructions. */
function clock(): string[] {
  const { cpu } = machineWith(`
    mov x9, #2
    again: mrs x0, CNTVCT_EL0
    mov x2, #0x10000
    loop: subs x2, x2, #1
    b.ne loop
    mrs x1, CNTVCT_EL0
    sub x3, x1, x0
    mov x10, x11
    mov x11, x3
    subs x9, x9, #1
    b.ne again
    brk #0`);
  cpu.run(1_000_000);
  const { x } = cpu.state;
  return [`0x10000 times two instructions: ${x[10]} ticks, and again ${x[11]}`, `${cpu.retired.toLocaleString("en")} instructions, ${cpu.time / 16} ticks`];
}

function machineWith(source: string): { readonly cpu: Cpu; readonly system: SystemRegisters } {
  const { bytes } = new Assembler(standardDecoder()).assemble(source, BigInt(RAM));
  const physical = new PhysicalMemory(createMemory(RAM_BYTES), RAM, RAM_BYTES);
  physical.write(RAM, bytes);
  let system: SystemRegisters | undefined;
  const cpu = new Cpu({ physical, system: (made) => system = new SystemRegisters(made) });
  system!.reset();
  cpu.pc = BigInt(RAM);
  return { cpu, system: system! };
}

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(TOURS, name));
  if (unknown !== undefined) {
    console.error(`there is no tour "${unknown}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const name of names.length > 0 ? names : Object.keys(TOURS)) {
    if (names.length !== 1) console.log(`\n${name}`);
    for (const line of TOURS[name]!()) console.log(line);
  }
}

main(process.argv.slice(2));
