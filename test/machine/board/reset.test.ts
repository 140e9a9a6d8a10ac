// A guest that begins again.

import { expect } from "chai";
import { guestOf, ranOff, x } from "./machines";
import { allOn, OFF, PLACES } from "./programs";

describe("SYSTEM_RESET", () => {
  /** Counts how often it has begun, beyond the image; the image has a word that it spoils. */
  const program = `${PLACES}
    mov x9, x0
    mrs x8, SCTLR_EL1
    adr x1, word
    ldr x10, [x1]
    str xzr, [x1]
    ldr x2, =0x40100000
    ldr x11, [x2]
    add x11, x11, #1
    str x11, [x2]
    cmp x11, #3
    b.eq last
    ldr x3, =UART
    mov w4, #0x7f
    str w4, [x3, #0x38]           // UARTIMSC
    ldr x5, =GICD
    mov w4, #1
    str w4, [x5]
    orr x4, x8, #4096
    msr SCTLR_EL1, x4
    ldr x0, =SYSTEM_RESET
    hvc #0
    b .
  last:
    ldr x3, =UART
    ldr w12, [x3, #0x38]
    ldr x5, =GICD
    ldr w13, [x5]
    mrs x14, CNTPCT_EL0
    ${OFF}
    .balign 8
  word: .xword 77`;

  it("loads the image again, leaves the rest of RAM, and resets CPU and devices", () => {
    const guest = ranOff(guestOf(program));
    const [again, fresh, starts, x0, mask, distributor] = [8, 10, 11, 9, 12, 13].map((n) => x(guest, n));
    expect({ fresh, starts, x0, mask, distributor }).to.deep.equal({ fresh: 77n, starts: 3n, x0: 5n, mask: 0n, distributor: 0n });
    expect(again! & 4096n).to.equal(0n);
    expect(x(guest, 14)).to.equal(BigInt(guest.board.time - 2) / 16n); // Time has gone on.
  });

  it("switches all CPUs but the first off, whoever asks for it", () => {
    const guest = guestOf(`${PLACES}
      ldr x2, =0x40100000
      ldr x3, [x2]
      mov x4, #1
      str x4, [x2]
      cbnz x3, second
      ${allOn(3)}
      cbz x28, .
      cmp x28, #2
      b.ne .
      ldr x0, =SYSTEM_RESET
      hvc #0
    second:
      mov x20, #1
      b .`, { cpus: 3 });
    guest.board.run(50_000);
    expect([guest.board.activities, x(guest, 20), x(guest, 28, 1)]).to.deep.equal([["runs", "off", "off"], 1n, 0n]);
  });
});
