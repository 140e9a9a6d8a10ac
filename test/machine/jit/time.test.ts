// When things happen is part of what a machine is: interrupts come at the same instruction, run(10) five times is run(50), CPUs
// take the same turns.

import { expect } from "chai";
import { createJit } from "../../../src/machine/jit/jit";
import { guestOf, stateOf, x } from "../board/machines";
import { LOCK, privateInterrupt } from "../board/programs";
import { compared, DATA, doubleword, registers, sharesOf, started, startedOnEngine } from "./guests";

/** A timer that comes again every few ticks of 16 instructions; what it interrupts is written down, from DATA on. */
const TICKING = {
  body: `
  ${privateInterrupt(27)}
  mov x28, x26
  mov x24, #3
  mrs x22, CNTVCT_EL0
  add x22, x22, #4
  msr CNTV_CVAL_EL0, x22
  mov x0, #1
  msr CNTV_CTL_EL0, x0
  msr DAIFClr, #2
  mov x5, #0
  ldr x6, =12000
again:
  add x5, x5, x6
  str x5, [x26, #-8]
  eor x7, x5, x6, lsl #3
  tbz x7, #2, other
  add x8, x8, x7
other:
  subs x6, x6, #1
  b.ne again
  msr DAIFSet, #2`,
  irq: `
  ldr w16, [x21, #0x0c]
  mrs x17, ELR_EL1
  stp x17, x6, [x28], #16
  add x24, x24, #1
  and x17, x24, #7
  add x17, x17, #60
  add x22, x22, x17
  msr CNTV_CVAL_EL0, x22
  str w16, [x21, #0x10]
  eret`,
};

describe("Compiled code and time", () => {
  it("interrupts come at the same instruction, whichever it is", () => {
    const guest = compared(TICKING);
    const entries = Array.from({ length: 40 }, (_, i) => doubleword(guest, DATA + 16 * i));
    expect(entries).to.not.include(0n);
    expect(new Set(entries).size, "places that were interrupted").to.be.greaterThan(3);
  });

  it("an interrupt that is masked is taken behind the instruction that unmasks it", () => {
    const guest = compared({
      body: `
        ${privateInterrupt(27)}
        mov x5, #0
        mov x6, #40
        mov x0, #1
        msr CNTV_CTL_EL0, x0
      again:
        msr CNTV_CVAL_EL0, xzr      // It is due.
        isb
        add x5, x5, #1
        mov x18, #1
        msr DAIFClr, #2
        mov x18, #2
        msr DAIFSet, #2
        subs x6, x6, #1
        b.ne again`,
      irq: `
        ldr w16, [x21, #0x0c]
        add x7, x7, #1
        add x8, x8, x18
        mov x17, #-1
        msr CNTV_CVAL_EL0, x17      // No more.
        str w16, [x21, #0x10]
        eret`,
    }, { share: 0.2 });
    expect(registers(guest, 5, 7, 8)).to.deep.equal([40n, 40n, 40n]);
  });

  it("run(10) five times is run(50), and so is any other way to cut it", () => {
    const [whole, cut, uneven] = [startedOnEngine(TICKING), startedOnEngine(TICKING), startedOnEngine(TICKING)];
    const interpreted = started(TICKING);
    for (const guest of [whole, cut, uneven, interpreted]) guest.board.run(2000);
    for (let i = 0; i < 12; i++) {
      whole.board.run(50);
      interpreted.board.run(50);
      for (let part = 0; part < 5; part++) cut.board.run(10);
      for (const part of [1, 1, 2, 3, 5, 8, 13, 17]) uneven.board.run(part);
      const { time, hash } = stateOf(interpreted);
      expect([stateOf(whole), stateOf(cut), stateOf(uneven)].map((state) => [state.time, state.hash])).to.deep.equal(Array(3).fill([time, hash]));
      expect(time).to.equal(2000 + 50 * (i + 1));
    }
    expect(sharesOf(whole)).to.be.greaterThan(0.5);
  });

  it("four CPUs hand on a lock, with timers, WFE and SEV, as the interpreter's do", () => {
    const right = guestOf(LOCK, { cpus: 4 });
    const jit = createJit({ isEager: true });
    const ours = guestOf(LOCK, { cpus: 4, engine: jit });
    for (let pieces = 0; !right.board.isOff; pieces++) {
      right.board.run(5003);
      while (ours.board.time < right.board.time) ours.board.run(Math.min(1 + pieces % 977, right.board.time - ours.board.time));
      if (pieces % 8 === 0 || right.board.isOff) expect(stateOf(ours).hash, `at ${right.board.time}`).to.equal(stateOf(right).hash);
    }
    expect(stateOf(ours)).to.deep.equal(stateOf(right));
    expect(x(ours, 10)).to.equal(240n);
    const { interpreted, slow } = jit.statistics;
    expect((ours.board.time - interpreted - slow) / ours.board.time).to.be.greaterThan(0.4);
  });

  it("a CPU that waits for an interrupt sleeps as long", () => {
    const guest = compared({
      body: `
        ${privateInterrupt(27)}
        mov x0, #1
        msr CNTV_CTL_EL0, x0
        mov x6, #30
      again:
        mrs x22, CNTVCT_EL0
        add x22, x22, x6, lsl #4
        msr CNTV_CVAL_EL0, x22
        wfi
        mrs x23, CNTVCT_EL0
        sub x23, x23, x22
        add x5, x5, x23
        subs x6, x6, #1
        b.ne again`,
    }, { share: 0 });
    expect(Number(registers(guest, 5)[0]), "ticks behind the time").to.be.below(30 * 3);
    expect(guest.jit.statistics.instructions).to.be.greaterThan(0);
  });

  it("a device hears of hot code's stores in their order", () => {
    const guest = compared({ body: `ldr x0, =UART\n mov x6, #30\n again: add w1, w6, #64\n str w1, [x0]\n subs x6, x6, #1\n b.ne again` }, { share: 0.3 });
    expect(guest.printed()).to.equal(String.fromCharCode(...Array.from({ length: 30 }, (_, i) => 94 - i)));
  });
});
