// The interpreter's speed with the MMU on, in pages of 4 KiB, beside its speed with the MMU off, on the same programs
// in the same run: on bare metal, at EL1.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bug } from "../../src/base/bug";
import { FirstBoard, IMAGE_BASE, RAM_BASE } from "../../src/machine/board/first-board";
import { Assembler } from "../../src/machine/decoder/assembler";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { type Figure, rateOf } from "./stopwatch";

const PROGRAMS = [
  ["integer loop",   "integers.s", 220_000],
  ["memory",         "memory.s",   900],
  ["calls",          "calls.s",    400],
  ["floating point", "floating.s", 150_000],
] as const;

const RAM = 4 * 1024 * 1024;
const TABLES = RAM_BASE + RAM - 0x4000;
const ENOUGH = 100_000_000;
/** Of its speed with the MMU off. */
const PROMISED = 0.8;

/** EL1 may do everything with a page; Normal memory, used. */
const PAGE = 0x40_0000_0000_0707n;
const TABLE = 3n;

const bare = (program: string, rounds: number, isOn: boolean): string => `
        ldr   x19, =${rounds}
        ldr   x0, =${RAM_BASE + 0x8_0000}
        mov   sp, x0
        adr   x0, vectors
        msr   VBAR_EL1, x0
        mov   x0, #0x300000
        msr   CPACR_EL1, x0
        mov   x0, #0xff00
        msr   MAIR_EL1, x0
        ldr   x0, =0x100803519
        msr   TCR_EL1, x0
        ldr   x0, =${TABLES}
        msr   TTBR0_EL1, x0
        mrs   x0, SCTLR_EL1
        orr   x0, x0, #${isOn ? 1 : 0x1000}
        msr   SCTLR_EL1, x0
        isb
${program.includes("data") ? `${program}\n        .balign 4096\ndata: .zero 8192` : program}
        .balign 2048
vectors: .zero 0x200
        wfi
        b     .
`;

export function benchMmu(): Figure[] {
  return PROGRAMS.flatMap(([what, file, rounds]): Figure[] => {
    const program = readFileSync(join(__dirname, "programs", file), "utf8");
    const [off, on] = [false, true].map((isOn) => {
      const image = new Assembler(standardDecoder()).assemble(bare(program, rounds, isOn), BigInt(IMAGE_BASE)).bytes;
      return rateOf(run(image), () => void run(image));
    });
    return [
      { what: `bare metal, MMU off: ${what}`, unit: "instructions", rate: off! },
      { what: "the same with the MMU on", unit: "instructions", target: PROMISED * off!, rate: on! },
    ];
  });
}

/** How many instructions it took. */
function run(image: Uint8Array): number {
  const board = new FirstBoard({ ramBytes: RAM, print: () => undefined });
  board.load(image);
  board.physical.write(TABLES, identityMap());
  const stop = board.run(ENOUGH);
  if (stop.kind !== "waiting") bug(`a program does not end: ${stop.kind}`);
  return board.processor.cpu.retired;
}

/** Levels 1 and 2, and two tables of level 3: RAM where it is. */
function identityMap(): Uint8Array {
  const entries = new BigUint64Array(4 * 512);
  entries[RAM_BASE / 2 ** 30] = BigInt(TABLES + 0x1000) | TABLE;
  for (let i = 0; i < 2; i++) entries[512 + i] = BigInt(TABLES + 0x2000 + 0x1000 * i) | TABLE;
  for (let i = 0; i < 1024; i++) entries[1024 + i] = BigInt(RAM_BASE + 4096 * i) | PAGE;
  return new Uint8Array(entries.buffer);
}
