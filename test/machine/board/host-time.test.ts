// With the host's time nothing is the same twice. What can be said with a clock that a test sets: timers fire when they
// should, and the board says how long it may be left alone.

import { expect } from "chai";
import { guestOf, x } from "./machines";
import { AT_VECTORS, OFF, PLACES, privateInterrupt, VECTORS } from "./programs";

const PLENTY = 1_000_000;

/** A timer, a millisecond after the start, and the count that its handler reads. */
const MILLISECOND = `${PLACES}
  ${AT_VECTORS}
  ${privateInterrupt(27)}
  ldr x0, =62500
  msr CNTV_CVAL_EL0, x0
  mov x0, #1
  msr CNTV_CTL_EL0, x0
  msr DAIFClr, #2
  wfi
  b .
irq:
  mrs x11, CNTVCT_EL0
  ${OFF}
  ${VECTORS}`;

describe("By the host's time, a board", () => {
  it("says how long it sleeps, and wakes then, not before", () => {
    let now = 5e12;
    const guest = guestOf(MILLISECOND, { outside: { clock: () => now } });
    const { board } = guest;
    expect([board.run(PLENTY).kind, board.wakesIn]).to.deep.equal(["waiting", 1_000_000]);
    now += 400_000;
    expect([board.run(PLENTY).kind, board.wakesIn]).to.deep.equal(["waiting", 600_000]);
    now += 599_999;
    expect([board.run(PLENTY).kind, board.isOff]).to.deep.equal(["waiting", false]);
    now += 1;
    board.run(PLENTY);
    expect([board.isOff, x(guest, 11)]).to.deep.equal([true, 62_500n]);
  });

  it("is not to be left alone, where the time has come while it was looking elsewhere", () => {
    let now = 0;
    const { board } = guestOf(MILLISECOND, { outside: { clock: () => now } });
    board.run(PLENTY);
    now = 3_000_000;
    expect(board.wakesIn).to.equal(0);
    board.run(PLENTY);
    expect(board.isOff).to.equal(true);
  });

  it("misses no timer, whenever the clock goes on", () => {
    for (let step = 100_000; step < 130_000; step += 997) {
      let now = 0;
      const clock = (): number => now += step; // Each look at it takes a while.
      const { board } = guestOf(MILLISECOND, { outside: { clock } });
      for (let i = 0; i < 40 && !board.isOff; i++) {
        board.run(PLENTY);
        if (!board.isOff) expect(board.wakesIn, `each look takes ${step}`).to.be.a("number");
      }
      expect(board.isOff).to.equal(true);
    }
  });

  it("interrupts a program that looks at nothing", () => {
    let now = 0;
    const program = MILLISECOND.replace("wfi\n  b .", "b .");
    const guest = guestOf(program, { outside: { clock: () => now } });
    guest.board.run(100_000);
    expect(guest.board.isOff).to.equal(false);
    now = 1_000_000;
    guest.board.run(100_000);
    expect(guest.board.isOff).to.equal(true);
  });

  it("looks at the clock often enough while a program runs", () => {
    let now = 0;
    const guest = guestOf(MILLISECOND.replace("wfi\n  b .", "b ."), { outside: { clock: () => now += 1_000 } });
    guest.board.run(100_000_000);
    expect(guest.board.isOff).to.equal(true);
  });

  it("is let go of the power button", () => {
    let now = 0;
    const { board } = guestOf("wfi\n b .", { outside: { clock: () => now } });
    board.run(PLENTY);
    board.pressPowerButton();
    expect(board.wakesIn).to.equal(100_000_000);
    now = 100_000_000;
    board.run(PLENTY);
    expect([board.wakesIn, board.devices.gpio.save().pins]).to.deep.equal([undefined, 0]);
  });
});
