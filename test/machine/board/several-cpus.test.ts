// Switching CPUs on and off, and what they say to each other.

import { expect } from "chai";
import { guestOf, ranOff, x } from "./machines";
import { allOn, LOCK, OFF, PLACES, privateInterrupt } from "./programs";

const PLENTY = 1_000_000;

describe("CPU_ON", () => {
  it("starts the others where they are told to, with what they are told", () => {
    const guest = guestOf(`${PLACES}
      ${allOn(4)}
      mrs x10, MPIDR_EL1
      mrs x11, CurrentEL
      mrs x12, DAIF
      cbz x28, .
      wfi
      b .`, { cpus: 4 });
    guest.board.run(100_000);
    const found = [0, 1, 2, 3].map((cpu) => [10, 11, 12, 28].map((n) => x(guest, n, cpu)));
    expect(found).to.deep.equal([0n, 1n, 2n, 3n].map((cpu) => [0x8000_0000n | cpu, 4n, 0x3c0n, cpu]));
  });

  it("says what came of it; and a CPU that went off can be started again, as behind a reset", () => {
    const guest = ranOff(guestOf(`${PLACES}
      mov x19, #0
    again:
      ldr x0, =CPU_ON
      mov x1, #1
      adr x2, other
      add x3, x19, #40
      hvc #0
      mov x10, x0
      ldr x0, =CPU_ON
      mov x1, #1
      hvc #0
      mov x11, x0
    off:
      ldr x0, =AFFINITY_INFO
      mov x1, #1
      mov x2, #0
      hvc #0
      cbz x0, off
      add x19, x19, #1
      cmp x19, #2
      b.ne again
      adr x1, heard
      ldp x12, x13, [x1]
      ${OFF}
    other:
      adr x1, heard
      ldr x2, [x1]
      str x2, [x1, #8]
      mrs x3, TPIDR_EL1             // Not left from before.
      add x0, x0, x3
      add x0, x0, x4
      str x0, [x1]
      mov x3, #1
      msr TPIDR_EL1, x3
      mov x4, #1
      ldr x0, =CPU_OFF
      hvc #0
      mov x0, #99
      str x0, [x1]
      b .
      .balign 8
    heard: .xword 0, 0`, { cpus: 2 }));
    expect([10, 11, 12, 13].map((n) => x(guest, n))).to.deep.equal([0n, 0xffff_ffff_ffff_fffcn, 41n, 40n]);
  });

  it("has the MMU off, though it was on when the CPU went off", () => {
    const guest = ranOff(guestOf(`${PLACES}
    ${["first", "second"].map((entry) => `
      ldr x0, =CPU_ON
      mov x1, #1
      adr x2, ${entry}
      hvc #0
    wait_${entry}:
      ldr x0, =AFFINITY_INFO
      mov x1, #1
      mov x2, #0
      hvc #0
      cbz x0, wait_${entry}`).join("\n")}
      adr x1, heard
      ldp x10, x11, [x1]
      ${OFF}
    first:                          // RAM is at 0x40000000, and once more at 0x80000000.
      adr x0, tables
      ldr x1, =0x40000701
      stp x1, x1, [x0, #8]
      msr TTBR0_EL1, x0
      mov x1, #0xff
      msr MAIR_EL1, x1
      ldr x1, =0x100800019          // T0SZ 25, EPD1
      msr TCR_EL1, x1
      mrs x1, SCTLR_EL1
      orr x1, x1, #1
      msr SCTLR_EL1, x1
      isb
      ldr x1, =upstairs + 0x40000000
      br x1
    upstairs:
      adr x10, .
      adr x1, heard
      str x10, [x1]
      ldr x0, =CPU_OFF
      hvc #0
    second:
      mrs x10, SCTLR_EL1
      adr x1, heard
      str x10, [x1, #8]
      ldr x0, =CPU_OFF
      hvc #0
      .balign 8
    heard: .xword 0, 0
      .balign 4096
    tables: .zero 4096`, { cpus: 2 }));
    expect([x(guest, 10) >> 28n, x(guest, 11) & 1n]).to.deep.equal([8n, 0n]);
  });

  it("leaves a machine whose CPUs have all gone off waiting", () => {
    const { board } = guestOf(`${PLACES}\n ldr x0, =CPU_OFF\n hvc #0\n b .`, { cpus: 2 });
    expect(board.run(PLENTY).kind).to.equal("waiting");
    expect([board.activities, board.isOff]).to.deep.equal([["off", "off"], false]);
  });
});

describe("Four CPUs", () => {
  it("hand on a lock, by WFE and SEV, and lose nothing", () => {
    const guest = ranOff(guestOf(LOCK, { cpus: 4 }));
    expect(x(guest, 10)).to.equal(240n);
    const heard = [0, 1, 2, 3].map((cpu) => [...guest.printed()].filter((letter) => letter === String(cpu)).length);
    expect(heard).to.deep.equal([0, 1, 2, 3].map((cpu) => Number(x(guest, 22, cpu)))); // Each has its own timer.
    expect(Math.min(...heard)).to.be.above(2);
  });

  it("hear SEV, whoever says it and who sleeps", () => {
    const guest = guestOf(`${PLACES}
      ${allOn(4)}
      cmp x28, #2
      b.eq two
      wfe
      mov x10, #1
      wfe
      mov x10, #2
      b .
    two:
      ldr x0, =30000                // The others have all had a turn.
    later:
      subs x0, x0, #1
      b.ne later
      sev
      b .`, { cpus: 4 });
    guest.board.run(200_000);
    expect([0, 1, 2, 3].map((cpu) => x(guest, 10, cpu))).to.deep.equal([1n, 1n, 0n, 1n]);
    expect(guest.board.activities).to.deep.equal(["WFE", "WFE", "runs", "WFE"]);
  });

  it("wake each other by software generated interrupts, and from a PSCI suspend", () => {
    const guest = ranOff(guestOf(`${PLACES}
      ${allOn(4)}
      ${privateInterrupt(3)}
      cbnz x28, sleeper
    all:
      adr x1, ready
      ldar w2, [x1]
      cmp w2, #3
      b.ne all
      ldr w0, =0x01000003           // GICD_SGIR: all but me
      str w0, [x20, #0xf00]
    told:
      ldr w2, [x1, #4]
      cmp w2, #3
      b.ne told
      mov x10, #1
      ${OFF}
    sleeper:
      adr x1, ready
      mov w2, #1
      ldaddal w2, w3, [x1]
      ldr x0, =CPU_SUSPEND
      mov x1, #0
      hvc #0
      ldr w10, [x21, #0x0c]
      mov x11, x0
      adr x1, ready
      add x1, x1, #4
      mov w2, #1
      ldaddal w2, w3, [x1]
      wfi
      b .
      .balign 4
    ready: .word 0, 0`, { cpus: 4 }));
    // GICC_IAR: the interrupt, and in bits 12:10 who sent it, CPU 0.
    expect([0, 1, 2, 3].map((cpu) => x(guest, 10, cpu))).to.deep.equal([1n, 3n, 3n, 3n]);
    expect([1, 2, 3].map((cpu) => x(guest, 11, cpu))).to.deep.equal([0n, 0n, 0n]);
  });
});
