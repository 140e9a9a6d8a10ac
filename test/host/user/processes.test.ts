// Processes: fork and wait, memory that is copied when it is written, signals and their handlers.

import { expect } from "chai";
import { call, EXIT, runGuest } from "./guest";

const FORK = call(220, 17, 0, 0, 0, 0);
const WAIT = `${call(260, -1, "data", 0, 0)}\nldr x9, =data\nldr w0, [x9]\n`;

describe("host/user: processes", () => {
  const cases = [
    // what                                            assembly                                                                           status
    ["a child's exit status is in bits 15 to 8",       `${FORK}\ncbnz x0, 1f\nmov x0, #5\nmov x8, #93\nsvc #0\n1: ${WAIT}lsr w0, w0, #8`, 5],
    ["a child's signal is in bits 6 to 0",             `${FORK}\ncbnz x0, 1f\nbrk #0\n1: ${WAIT}`,                                       5],
    ["what a child writes, its parent does not see",   `ldr x19, =data\nmov w1, #1\nstr w1, [x19, #8]\n${FORK}\ncbnz x0, 1f\nmov w1, #2\nstr w1, [x19, #8]\nldr w0, [x19, #8]\n${EXIT}\n1: ${WAIT}ldr w1, [x19, #8]\nadd w0, w1, w0, lsr #4`, 0x21],
    ["what a child writes to a shared area, it does",  `${call(222, 0, 4096, 3, 0x21, -1, 0)}\nmov x19, x0\n${FORK}\ncbnz x0, 1f\nmov w1, #9\nstr w1, [x19]\n${EXIT}\n1: ${WAIT}ldr w0, [x19]`, 9],
    ["vfork's parent waits, on the same memory",       `ldr x19, =data\n${call(220, 0x4111, 0, 0, 0, 0)}\ncbnz x0, 1f\nmov w1, #6\nstr w1, [x19, #8]\nmov x0, #0\n${EXIT}\n1: ldr w0, [x19, #8]`, 6],
    ["a child has its parent's number from getppid",   `${FORK}\ncbnz x0, 1f\n${call(173)}\n${EXIT}\n1: ${WAIT}lsr w0, w0, #8`,           100],
    ["registers of the two are their own",             `mov x20, #1\nfmov d8, #1.0\n${FORK}\ncbnz x0, 1f\nmov x20, #50\nfmov d8, #3.0\n${call(124)}\n${EXIT}\n1: ${WAIT}fcvtzs x1, d8\nadd x0, x20, x1`, 2],
  ] as const;

  for (const [what, source, status] of cases) {
    it(`${what}: ${status}`, () => expect(runGuest(`${source}\n${EXIT}`).status).to.equal(status));
  }

  it("children and their parent take turns: a pipe has two ends", () => {
    const { stdout, status } = runGuest(`
      ${call(59, "data", 0)}
      ldr x19, =data
      ldp w20, w21, [x19]
      ${FORK}
      cbnz x0, parent
      mov w23, #5
again: add w1, w23, #'0'
      strb w1, [x19, #16]
      mov x0, x21
      add x1, x19, #16
      mov x2, #1
      mov x8, #64
      svc #0
      subs w23, w23, #1
      b.ne again
      mov x0, #0
      ${EXIT}
parent: mov x0, x21
      mov x8, #57
      svc #0
more: mov x0, x20
      add x1, x19, #32
      mov x2, #2
      mov x8, #63
      svc #0
      cbz x0, end
      mov x2, x0
      mov x0, #1
      add x1, x19, #32
      mov x8, #64
      svc #0
      b more
end:  mov x0, #0
      ${EXIT}`);
    expect([stdout, status]).to.deep.equal(["54321", 0]);
  });

  const KILL_SELF = (signal: number) => `${call(172)}\nmov x1, #${signal}\nmov x8, #129\nsvc #0`;
  const HANDLER = (signal: number, flags: number) => `adr x1, handler\nldr x9, =data\nadd x9, x9, #256\nmov x2, #${flags}\nstp x1, x2, [x9]\n` +
    `${call(134, signal, "data+256", 0, 8)}\n`;

  it("a handler runs with the signal's number, and rt_sigreturn puts everything back", () => {
    const source = `b start
handler: mov x20, #0
      fmov d8, xzr
      ldr x9, =data
      str w0, [x9, #512]
      cmp x9, #0
      ret
start: ${HANDLER(10, 0)}
      mov x20, #30
      mov x1, #4
      scvtf d8, x1
      cmp x20, x20
      ${KILL_SELF(10)}
      cset w21, eq
      fcvtzs x1, d8
      ldr x9, =data
      ldr w0, [x9, #512]
      add x0, x0, x1
      add x0, x0, x20
      add x0, x0, x21, lsl #6`;
    expect(runGuest(`${source}\n${EXIT}`).status).to.equal(10 + 4 + 30 + 64);
  });

  it("a handler of SIGSEGV learns the address", () => {
    const source = `b start
handler: ldr x0, [x1, #16]
      ${EXIT}
start: ${HANDLER(11, 4)}
      mov x1, #0x7b
      ldr x0, [x1]`;
    expect(runGuest(source).status).to.equal(0x7b);
  });

  it("a signal that nobody handles ends the program", () => {
    const { status, reports } = runGuest(KILL_SELF(15));
    expect([status, reports]).to.deep.equal([128 + 15, ["guest: terminated"]]);
  });

  it("an alarm interrupts a sleep: EINTR", () => {
    const source = `b start
handler: ret
start: ${HANDLER(14, 0)}
      ldr x9, =data
      mov x1, #1
      str x1, [x9, #16]
      ${call(103, 0, "data", 0)}
      ldr x9, =data
      mov x1, #100
      str x1, [x9, #0]
      str xzr, [x9, #8]
      ${call(101, "data", 0)}`;
    expect(runGuest(`${source}\n${EXIT}`).status).to.equal(4);
  });
});
