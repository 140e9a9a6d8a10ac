// A board from its first instruction to its last, and what the outside does to it meanwhile.

import { expect } from "chai";
import { ENTRY, guestOf, ranOff, x } from "./machines";
import { AT_VECTORS, OFF, PLACES, sharedInterrupt, VECTORS } from "./programs";

const PLENTY = 1_000_000;

describe("A board that is started", () => {
  it("begins at the entry, with X0, on CPU 0 alone", () => {
    const { board } = guestOf("b .", { cpus: 2 });
    expect([board.cpus[0]!.pc, board.cpus[0]!.state.x[0], board.activities]).to.deep.equal([ENTRY, 5n, ["runs", "off"]]);
    board.run(25_000);
    expect(board.cpus.map(({ time }) => time)).to.deep.equal([25_000, 0]);
  });

  it("is at EL1, with the MMU off and all exceptions masked", () => {
    const guest = guestOf("mrs x1, CurrentEL\n mrs x2, SCTLR_EL1\n and x2, x2, #1\n mrs x3, DAIF\n b .");
    guest.board.run(5);
    expect([x(guest, 1), x(guest, 2), x(guest, 3)]).to.deep.equal([4n, 0n, 0x3c0n]);
  });

  it("prints, and goes off", () => {
    const guest = ranOff(guestOf(`${PLACES}\n ldr x1, =UART\n mov w2, #'!'\n str w2, [x1]\n ${OFF}`));
    expect(guest.printed()).to.equal("!");
    const { time } = guest.board;
    for (let i = 0; i < 3; i++) ranOff(guest);
    expect(guest.board.time).to.equal(time);
  });

  it("waits, where nothing will ever wake it", () => {
    const { board } = guestOf("wfi\n mov x1, #1\n b .", { cpus: 4 });
    for (let i = 0; i < 3; i++) expect(board.run(PLENTY)).to.deep.equal({ kind: "waiting", hint: "WFI" });
    expect([board.isOff, board.time, board.wakesIn]).to.deep.equal([false, 1, undefined]);
  });
});

describe("The outside", () => {
  it("types more than the UART has room for, and nothing is lost", () => {
    const guest = guestOf(`${PLACES}
      ldr x1, =UART
    next:
      ldr w2, [x1, #0x18]
      tbnz w2, #4, next             // UARTFR.RXFE
      ldr w3, [x1]
      cmp w3, #'.'
      b.eq off
      str w3, [x1]
      b next
    off:
      ${OFF}`);
    const { board } = guest;
    const text = "The quick brown fox jumps over the lazy dog";
    for (const word of [text.slice(0, 30), text.slice(30), "."]) board.type(Uint8Array.from(word, (letter) => letter.charCodeAt(0)));
    expect(ranOff(guest).printed()).to.equal(text);
  });

  it("presses the power button for a tenth of a second", () => {
    const guest = guestOf(`${PLACES}
      ${AT_VECTORS}
      ${sharedInterrupt(39)}
      ldr x22, =GPIO
      mov w0, #8
      str w0, [x22, #0x40c]         // GPIOIEV: rising edges; GPIOIBE: both
      str w0, [x22, #0x408]
      str w0, [x22, #0x410]         // GPIOIE
      msr DAIFClr, #2
    sleep:
      wfi
      b sleep
    irq:
      ldr w7, [x21, #0x0c]
      mrs x12, CNTPCT_EL0
      ldr w1, [x22, #0x20]          // GPIODATA, pin 3
      mov w0, #8
      str w0, [x22, #0x41c]         // GPIOIC
      str w7, [x21, #0x10]
      cbz w1, released
      mov x10, x12
      eret
    released:
      mov x11, x12
      ${OFF}
      ${VECTORS}`);
    expect(guest.board.run(PLENTY).kind).to.equal("waiting");
    guest.board.pressPowerButton();
    ranOff(guest);
    expect(x(guest, 11) - x(guest, 10)).to.equal(6_250_000n);
  });
});
