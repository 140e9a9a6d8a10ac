// Timers as a guest meets them: through the interrupt controller, and out of its sleep.

import { expect } from "chai";
import { guestOf, ranOff, x } from "./machines";
import { AT_VECTORS, OFF, PLACES, privateInterrupt, VECTORS } from "./programs";

const PLENTY = 1_000_000;

describe("A timer", () => {
  const program = (timer: "CNTP" | "CNTV", intid: number): string => `${PLACES}
    ${AT_VECTORS}
    ${privateInterrupt(intid)}
    ldr x0, =62500000
    msr ${timer}_TVAL_EL0, x0
    mrs x10, CNTPCT_EL0
    mov x0, #1
    msr ${timer}_CTL_EL0, x0
    msr DAIFClr, #2
    wfi
    b .
  irq:
    mrs x11, CNTPCT_EL0
    ldr w12, [x21, #0x0c]
    mrs x13, ISR_EL1
    ${OFF}
    ${VECTORS}`;

  for (const [timer, intid] of [["CNTP", 30], ["CNTV", 27]] as const) {
    it(`${timer} ends a WFI of a second, by way of the interrupt controller`, () => {
      const guest = ranOff(guestOf(program(timer, intid)));
      expect([x(guest, 12), x(guest, 11) - x(guest, 10)]).to.deep.equal([BigInt(intid), 62_500_000n]);
      expect(x(guest, 13)).to.equal(0n); // Acknowledged, it no longer asks.
    });
  }

  it("that nobody has enabled at the interrupt controller fires, and wakes nobody", () => {
    const { board } = guestOf("mov x0, #1\n msr CNTV_CTL_EL0, x0\n mov x0, #100\n msr CNTV_CVAL_EL0, x0\n wfi\n b .");
    expect(board.run(PLENTY).kind).to.equal("waiting");
    expect([board.time, board.clock.count]).to.deep.equal([5, 100n]);
  });

  it("wakes who waits though IRQs are masked, and nothing is taken", () => {
    const guest = ranOff(guestOf(`${PLACES}
      ${privateInterrupt(27)}
      mov x0, #50
      msr CNTV_TVAL_EL0, x0
      mov x0, #1
      msr CNTV_CTL_EL0, x0
      wfi
      mrs x10, ISR_EL1
      ${OFF}`));
    expect(x(guest, 10)).to.equal(0x80n); // ISR_EL1.I
  });

  for (const value of ["0x7fffffffffffffff", "0xfffffffffffffffe", "0x1000000000000001"]) {
    it(`set to ${value}, in more than 584 years, is not waited for`, () => {
      const { board } = guestOf(`mov x0, #1\n msr CNTV_CTL_EL0, x0\n ldr x0, =${value}\n msr CNTV_CVAL_EL0, x0\n wfi\n b .`);
      expect(board.run(PLENTY).kind).to.equal("waiting");
      expect(board.clock.count).to.equal(0n);
    });
  }

  it("of cycles does not wait at a level at which it does not count", () => {
    const { board } = guestOf(`
      mov x0, #0x80000000
      msr PMCCFILTR_EL0, x0         // P: not at EL1
      msr PMINTENSET_EL1, x0
      msr PMCNTENSET_EL0, x0
      mov x0, #-100
      msr PMCCNTR_EL0, x0
      mov x0, #0x41
      msr PMCR_EL0, x0
      wfi
      b .`);
    expect(board.run(PLENTY).kind).to.equal("waiting");
    expect(board.time).to.equal(9);
  });

  it("that a running CPU sets earlier fires earlier, at the instruction", () => {
    const guest = ranOff(guestOf(`${PLACES}
      ${AT_VECTORS}
      ${privateInterrupt(27)}
      ldr x0, =1000000
      msr CNTV_CVAL_EL0, x0
      mov x0, #1
      msr CNTV_CTL_EL0, x0
      msr DAIFClr, #2
      mov x0, #100
      msr CNTV_CVAL_EL0, x0
    count:
      add x10, x10, #1
      b count
    irq:
      mrs x11, CNTPCT_EL0
      ${OFF}
      ${VECTORS}`));
    expect(x(guest, 11)).to.equal(100n);
  });
});

describe("The event stream", () => {
  it("ends a WFE, again and again", () => {
    const guest = ranOff(guestOf(`${PLACES}
      mov x0, #0xa4                 // Bit 10, rising: every 2,048 ticks
      msr CNTKCTL_EL1, x0
      wfe
      mrs x10, CNTVCT_EL0
      wfe
      mrs x11, CNTVCT_EL0
      wfe
      mrs x12, CNTVCT_EL0
      ${OFF}`));
    expect([x(guest, 10), x(guest, 11), x(guest, 12)]).to.deep.equal([1024n, 3072n, 5120n]);
  });
});
