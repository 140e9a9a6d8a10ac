// The processor as a whole, on the first board: what one part has to do with another.

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FirstBoard, IMAGE_BASE, RAM_BASE } from "../../../src/machine/board/first-board";
import { EVENT, PSTATE } from "../../../src/machine/cpu/layout";
import { Debugger } from "../../../src/machine/cpu/stepping/debugger";
import { machineOf } from "../../../src/machine/cpu/stepping/machine";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { createProcessor } from "../../../src/machine/exceptions/processor";
import { levelOf } from "../../../src/machine/sysregs/pstate";

const IMAGE = join(__dirname, "../../../chapters/05-exceptions/files/exceptions.s");
/** What QEMU 7.2 printed for the same bytes; test/oracle/system/image.test.ts asks it again. */
const TRANSCRIPT = join(__dirname, "transcript.txt");

const assemble = (source: string): Uint8Array =>
  new Assembler(standardDecoder()).assemble(source, BigInt(IMAGE_BASE)).bytes;

function boardWith(source: string): { readonly board: FirstBoard; readonly printed: () => string } {
  let printed = "";
  const board = new FirstBoard({ print: (byte) => { printed += String.fromCharCode(byte); } });
  board.load(assemble(source));
  return { board, printed: () => printed };
}

/** Vectors that print what came, as a letter for the vector, and then go on behind the instruction that did it. */
const VECTORS = `
  .balign 2048
  vectors: .zero 0x200
  ldr x9, =0x09000000
  mov w10, #'s'
  str w10, [x9]
  mrs x10, ELR_EL1
  add x10, x10, #4
  msr ELR_EL1, x10
  eret
  .balign 128
  ldr x9, =0x09000000
  mov w10, #'i'
  str w10, [x9]
  mrs x10, SPSR_EL1
  orr x10, x10, #0x80
  msr SPSR_EL1, x10
  eret
  .balign 2048`;

describe("The processor", () => {
  it("prints for each case of the image what QEMU prints", () => {
    const { board, printed } = boardWith(readFileSync(IMAGE, "utf8"));
    board.run(1_000_000);
    expect(board.isOff).to.equal(true);
    expect(printed().split("\n")).to.deep.equal(readFileSync(TRANSCRIPT, "utf8").split("\n"));
  });

  it("runs the image backwards and forwards, through every exception, to the same end", () => {
    const { board } = boardWith(readFileSync(IMAGE, "utf8"));
    const { cpu, mmu } = board.processor;
    const machine = new Debugger(machineOf(cpu, [mmu]), { interval: 997 });
    machine.step(20_000);
    const hash = machine.hash();
    machine.stepBack(15_000);
    machine.step(15_000);
    expect(machine.hash()).to.equal(hash);
    for (let i = 0; i < 300; i++) machine.stepBack(1);
    machine.step(300);
    expect(machine.hash()).to.equal(hash);
  });

  it("counts a moment for each fault, so that vectors that fault do not stop time", () => {
    const { board } = boardWith("movz x0, #0x1000, lsl #32\n msr VBAR_EL1, x0\n udf #0");
    const { cpu } = board.processor;
    expect(board.run(1000)).to.deep.equal({ kind: "limit" });
    expect([cpu.retired, cpu.time]).to.deep.equal([2, 1000]);
  });

  it("takes an interrupt between two instructions, once it is not masked", () => {
    let isAsserted = false;
    const { board, printed } = boardWith(`adr x0, vectors\n msr VBAR_EL1, x0\n msr DAIFClr, #2\n mov x1, #1\n mov x1, #2\n b .${VECTORS}`);
    const processor = createProcessor({
      physical: board.physical, lines: () => ({ IRQ: isAsserted, FIQ: false, SError: false }),
    });
    processor.cpu.pc = BigInt(IMAGE_BASE);
    isAsserted = true;
    processor.cpu.run(3); // Masked until the third has been executed.
    expect(processor.cpu.pc).to.equal(BigInt(IMAGE_BASE) + 12n);
    processor.cpu.run(1);
    expect(processor.cpu.pc & 0x7ffn).to.equal(0x280n);
    expect(processor.system.stored("ELR_EL1")).to.equal(BigInt(IMAGE_BASE) + 12n);
    processor.cpu.run(100);
    expect(printed()).to.equal("i"); // The handler has masked it.
  });

  it("sleeps until a line is asserted, masked or not", () => {
    let isAsserted = false;
    const { board } = boardWith("wfi\n mov x0, #7\n b .");
    const { cpu } = createProcessor({ physical: board.physical, lines: () => ({ IRQ: isAsserted, FIQ: false, SError: false }) });
    cpu.pc = BigInt(IMAGE_BASE);
    expect(cpu.run(10).kind).to.equal("waiting");
    cpu.pc = BigInt(IMAGE_BASE);
    isAsserted = true;
    expect(cpu.run(10).kind).to.equal("limit");
    expect(cpu.state.x[0]).to.equal(7n);
  });

  it("remembers an event that was sent before anybody waited", () => {
    const { board } = boardWith("sev\n wfe\n wfe");
    const { cpu } = board.processor;
    expect(board.run(10).kind).to.equal("waiting");
    expect([cpu.retired, cpu.state.levels[EVENT]]).to.deep.equal([3, 0n]);
  });

  it("ends a program's exclusive access at every exception return", () => {
    const { board } = boardWith(
      `adr x0, vectors\n msr VBAR_EL1, x0\n ldr x1, =${RAM_BASE}\n ldxr x2, [x1]\n udf #0\n stxr w3, x2, [x1]\n ldxr x2, [x1]\n stxr w4, x2, [x1]\n b .${VECTORS}`,
    );
    board.run(100);
    const { x } = board.processor.cpu.state;
    expect([x[3], x[4]]).to.deep.equal([1n, 0n]);
  });

  it("strips the tag from where it branches to, if TCR_EL1 says that the top byte is ignored", () => {
    const { board } = boardWith("movz x0, #0x20, lsl #32\n msr TCR_EL1, x0\n adr x1, there\n movk x1, #0xab00, lsl #48\n br x1\n there: adr x2, there\n b .");
    board.run(20);
    const { x } = board.processor.cpu.state;
    expect(x[2]).to.equal(x[1]! & 0xff_ffff_ffff_ffffn);
  });

  it("is at EL1 when it wakes up", () => {
    const { board } = boardWith("nop");
    expect(levelOf(Number(board.processor.cpu.state.levels[PSTATE]))).to.equal(1);
  });
});

describe("Another CPU's store", () => {
  it("ends a watch and wakes who waits for an event", () => {
    const { board } = boardWith(`ldr x1, =${RAM_BASE}\n ldxr x2, [x1]\n wfe\n b .`);
    const { cpu } = board.processor;
    expect(board.run(20).kind).to.equal("waiting");
    board.physical.write(RAM_BASE, Uint8Array.of(1));
    cpu.pc = BigInt(IMAGE_BASE) + 8n; // The same WFE.
    expect(board.run(20).kind).to.equal("limit");
  });
});

describe("The first board", () => {
  it("prints, says its PSCI version, and is switched off", () => {
    const { board, printed } = boardWith(
      "ldr x1, =0x09000000\n ldr w2, [x1, #0x18]\n mov w3, #'A'\n strb w3, [x1]\n ldr x0, =0x84000000\n hvc #0\n mov x4, x0\n mov x0, #5\n hvc #0\n mov x5, x0\n ldr x0, =0x84000008\n hvc #0\n strb w3, [x1]",
    );
    board.run(100);
    const { x } = board.processor.cpu.state;
    expect([printed(), x[2], x[4], x[5], board.isOff]).to.deep.equal(["A", 0x90n, 0x1_0001n, 0xffff_ffff_ffff_ffffn, true]);
  });

  it("has nothing at other addresses", () => {
    const { board } = boardWith("mov x1, #0x1000\n ldr x2, [x1]");
    board.run(2);
    expect(board.processor.system.stored("ESR_EL1")).to.equal(0x9600_0010n); // A synchronous external abort at EL1.
  });
});
