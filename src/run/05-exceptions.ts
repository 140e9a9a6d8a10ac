// What chapter 5 built, shown: npx ts-node src/run/05-exceptions.ts [call | explain ESR... | image]

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hex } from "../base/word";
import { explainSyndrome } from "../formats/syndromes/syndrome";
import { FirstBoard, IMAGE_BASE } from "../machine/board/first-board";
import { PC, PSTATE } from "../machine/cpu/layout";
import { Assembler } from "../machine/decoder/assembler";
import { standardDecoder } from "../machine/decoder/decoder";
import { levelOf } from "../machine/sysregs/pstate";

const TOURS: Readonly<Record<string, (args: readonly string[]) => string[]>> = { call, explain, image };

const IMAGE = join(__dirname, "../../chapters/05-exceptions/files/exceptions.s");

const CALL = `
        ldr   x0, =kernel_stack
        mov   sp, x0
        adr   x0, vectors
        msr   VBAR_EL1, x0
        adr   x0, program
        msr   ELR_EL1, x0
        msr   SPSR_EL1, xzr
        eret
program:
        mov   x0, #20
        mov   x1, #22
        svc   #1
        brk   #0
handler:
        stp   x2, x3, [sp, #-16]!
        mrs   x2, ESR_EL1
        lsr   x3, x2, #26
        cmp   x3, #0x15
        b.ne  other
        add   x0, x0, x1
        ldp   x2, x3, [sp], #16
        eret
other:  b     .
.balign 2048
vectors:
.zero 0x400
        b     handler
.balign 2048
.zero 256
kernel_stack:`;

/** A system call, instruction by instruction. */
function call(): string[] {
  const board = new FirstBoard({ print: () => undefined });
  board.load(assemble(CALL));
  const { cpu } = board.processor;
  const { x, levels, scalars } = cpu.state;
  const lines: string[] = [];
  for (let i = 0; i < 40; i++) {
    const pc = scalars[PC]!;
    const level = levelOf(Number(levels[PSTATE]));
    const text = cpu.decoder.disassemble(cpu.physical.view.getUint32(Number(pc) - cpu.physical.base, true), pc);
    cpu.run(1);
    if (lines.length > 0 || level === 0) {
      lines.push(`EL${level}  ${hex(pc)}  ${text.replace("\t", " ").padEnd(30)} x0 = ${x[0]}`);
    }
    if (text.startsWith("brk")) break;
  }
  return lines;
}

/** Syndromes, taken apart. */
function explain(args: readonly string[]): string[] {
  const values = args.length > 0 ? args : ["0x96000045", "0x56000000", "0x02000000", "0x6234f8a1"];
  return values.flatMap((value) => {
    const fields = explainSyndrome(BigInt(value)).map(({ name, high, low, value: bits, meaning }) => {
      const place = high === low ? `${high}` : `${high}:${low}`;
      return `  ${place.padEnd(6)} ${name.padEnd(10)} ${hex(bits).padEnd(8)} ${meaning}`.trimEnd();
    });
    return [value, ...fields];
  });
}

/** The image of chapter 5, run on the first board. */
function image(): string[] {
  let printed = "";
  const board = new FirstBoard({ print: (byte) => { printed += String.fromCharCode(byte); } });
  board.load(assemble(readFileSync(IMAGE, "utf8")));
  board.run(1_000_000);
  return [...printed.trimEnd().split("\n"), board.isOff ? "(it is off)" : "(it is not off)"];
}

function assemble(source: string): Uint8Array {
  return new Assembler(standardDecoder()).assemble(source, BigInt(IMAGE_BASE)).bytes;
}

function main([name, ...args]: readonly string[]): void {
  if (name !== undefined && !Object.hasOwn(TOURS, name)) {
    console.error(`there is no tour "${name}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const each of name === undefined ? Object.keys(TOURS) : [name]) {
    if (name === undefined) console.log(`\n${each}`);
    for (const line of TOURS[each]!(args)) console.log(line);
  }
}

main(process.argv.slice(2));
