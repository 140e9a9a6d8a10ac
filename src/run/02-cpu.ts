// What chapter 2 built, shown: npx ts-node src/run/02-cpu.ts [sums | loop | explain | twice]

import { hex } from "../base/word";
import { addWithCarry } from "../machine/cpu/add-with-carry";
import { conditionHolds, conditionName } from "../machine/cpu/condition";
import { Cpu } from "../machine/cpu/cpu";
import { causeText } from "../machine/cpu/exception";
import { explain } from "../machine/cpu/explain";
import { createMemory } from "../machine/cpu/layout";
import { meaningOf } from "../machine/cpu/meanings";
import { PhysicalMemory } from "../machine/cpu/physical-memory";
import { Debugger } from "../machine/cpu/stepping/debugger";
import { machineOf } from "../machine/cpu/stepping/machine";
import { Assembler, assembleLine } from "../machine/decoder/assembler";
import { standardDecoder } from "../machine/decoder/decoder";

const TOURS: Readonly<Record<string, () => string[]>> = { sums, loop, explain: explanations, twice };

const RAM = 0x4000_0000;
const RAM_BYTES = 0x1_0000;

/** Four sums, their flags, and which of the sixteen questions they answer with yes. */
function sums(): string[] {
  const all = 2n ** 64n - 1n;
  const cases = [
    ["3 - 5", 3n, all - 5n, 1n],
    ["5 - 3", 5n, all - 3n, 1n],
    ["-1 - 1", all, all - 1n, 1n],
    ["most + 1", 2n ** 63n - 1n, 1n, 0n],
  ] as const;
  return cases.map(([text, x, y, carryIn]) => {
    const { value, nzcv } = addWithCarry(64, x, y, carryIn);
    const flags = [..."NZCV"].map((flag, i) => (Number(nzcv) & (8 >> i) ? flag : "-")).join("");
    const yes = Array.from({ length: 14 }, (_, cond) => cond)
      .filter((cond) => conditionHolds(cond, Number(nzcv))).map(conditionName);
    return `${text.padEnd(9)} ${hex(value).padEnd(19)} ${flags}  ${yes.join(" ")}`;
  });
}

/** The numbers up to three million, added up by a loop of three instructions. */
function loop(): string[] {
  const cpu = cpuWith("mov x1, #0x300000\n again: add x0, x0, x1\n subs x1, x1, #1\n b.ne again\n brk #0");
  const stop = cpu.run(20_000_000);
  return [
    `${cpu.retired.toLocaleString("en")} instructions`,
    `x0 = ${cpu.state.x[0]}, PC = ${hex(cpu.pc)}`,
    stop.kind === "exception" ? `stopped: ${causeText(stop.cause)}` : stop.kind,
  ];
}

const LINES = [
  "add x0, x1, #1", "adds x0, x1, #1", "cmp w1, w2, lsl #3", "csinc x0, xzr, xzr, ne", "ubfx x0, x1, #4, #8",
  "ldr x0, [x1], #8", "stp x29, x30, [sp, #-16]!", "ldaxr x0, [x1]", "swpal x2, x0, [x1]", "blr x30", "cbz w3, #16",
  "fmadd d0, d1, d2, d3", "fcvtzs x0, d1", "uqadd v0.16b, v1.16b, v2.16b", "addp v0.4s, v1.4s, v2.4s", "saddlv s0, v1.8h",
  "tbl v0.16b, { v1.16b }, v2.16b", "aese v0.16b, v1.16b", "mrs x0, TPIDR_EL0", "paciasp",
];

/** What some instructions do, in their own words. */
function explanations(): string[] {
  return LINES.map((line) => {
    const meaning = meaningOf(standardDecoder(), assembleLine(line, 0n));
    return `${line.padEnd(31)} ${meaning === undefined ? "Undefined" : explain(meaning)}`;
  });
}

/** A hundred thousand instructions; back, and forward again. */
function twice(): string[] {
  const machine = new Debugger(machineOf(cpuWith(
    "adr x1, ring\n again: and x3, x2, #7\n ldr x0, [x1, x3, lsl #3]\n madd x0, x0, x0, x2\n"
      + "str x0, [x1, x3, lsl #3]\n add x2, x2, #1\n b again\n .balign 8\n ring: .zero 64",
  )));
  const at = (what: string): string => `${what.padEnd(27)} ${String(machine.time).padStart(7)} instructions, state ${machine.hash()}`;
  const lines = [at("at the start")];
  machine.step(100_000);
  lines.push(at("after a while"));
  machine.stepBack(10_000);
  lines.push(at("10,000 steps back"));
  machine.step(10_000);
  lines.push(at("10,000 forward again"));
  machine.stepBack(100_000);
  lines.push(at("all the way back"));
  return lines;
}

/** A CPU whose RAM holds `source`, assembled, and nothing else. */
function cpuWith(source: string): Cpu {
  const { bytes } = new Assembler(standardDecoder()).assemble(source, BigInt(RAM));
  const physical = new PhysicalMemory(createMemory(RAM_BYTES), RAM, RAM_BYTES);
  physical.write(RAM, bytes);
  const cpu = new Cpu({ physical });
  cpu.pc = BigInt(RAM);
  return cpu;
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
