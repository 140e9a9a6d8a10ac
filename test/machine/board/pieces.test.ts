// The law of the board: run(n) in pieces is run(n) at once. Nothing that happens inside depends on where run() was
// called, so a debugger may step, and go back, through anything.

import { expect } from "chai";
import fc from "fast-check";
import { History } from "../../../src/machine/cpu/stepping/history";
import { type Guest, type GuestOptions, guestOf, stateOf, x } from "./machines";
import { AT_VECTORS, LOCK, OFF, PLACES, privateInterrupt, sharedInterrupt, VECTORS } from "./programs";

/** A timer ends a WFI, eight times, later and later. */
const TIMER = `${PLACES}
${AT_VECTORS}
${privateInterrupt(30)}
  mov x25, #1
  msr CNTP_TVAL_EL0, x25
  mov x0, #1
  msr CNTP_CTL_EL0, x0
  msr DAIFClr, #2
sleep:
  wfi
  cmp x25, #0x100
  b.lo sleep
${OFF}
irq:
  ldr w7, [x21, #0x0c]
  lsl x25, x25, #1
  msr CNTP_TVAL_EL0, x25
  isb
  str w7, [x21, #0x10]
  eret
${VECTORS}`;

/** The real-time clock's alarm, at the next full second, while the CPU counts and looks at nothing: 10,000 ticks. */
const ALARM = `${PLACES}
  ldr x0, =${62_500_000 - 10_000}
  msr CNTP_CVAL_EL0, x0
  mov x0, #1
  msr CNTP_CTL_EL0, x0
${AT_VECTORS}
${privateInterrupt(30)}
  wfi
  msr CNTP_CTL_EL0, xzr
${sharedInterrupt(34)}
  ldr x22, =RTC
  mov w0, #1
  str w0, [x22, #0x10]            // RTCIMSC
  msr DAIFClr, #2
  ldr w0, [x22]
  add w0, w0, #1
  str w0, [x22, #4]               // RTCMR
count:
  add x10, x10, #1
  b count
irq:
  mrs x11, CNTPCT_EL0
${OFF}
${VECTORS}`;

/** The cycle counter overflows while the CPU counts and looks at nothing. */
const OVERFLOW = `${PLACES}
${AT_VECTORS}
${privateInterrupt(23)}
  mov x0, #-5003
  msr PMCCNTR_EL0, x0
  mov x0, #0x80000000
  msr PMINTENSET_EL1, x0
  msr PMCNTENSET_EL0, x0
  msr DAIFClr, #2
  mov x0, #0x41
  msr PMCR_EL0, x0
count:
  add x10, x10, #1
  b count
irq:
${OFF}
${VECTORS}`;

/** It sleeps until somebody types, and answers with the next letter; "q" ends it. */
const KEYS = `${PLACES}
${AT_VECTORS}
${sharedInterrupt(33)}
  ldr x22, =UART
  mov w0, #0x50
  str w0, [x22, #0x38]            // UARTIMSC: RXIM, RTIM
  msr DAIFClr, #2
sleep:
  wfi
  b sleep
irq:
  ldr w7, [x21, #0x0c]
next:
  ldr w0, [x22, #0x18]
  tbnz w0, #4, served
  ldr w0, [x22]
  cmp w0, #'q'
  b.eq off
  add w0, w0, #1
  str w0, [x22]
  b next
served:
  str w7, [x21, #0x10]
  eret
off:
${OFF}
${VECTORS}`;

interface Subject {
  readonly title: string;
  readonly program: string;
  readonly options?: GuestOptions;
  /** What the outside does, at these times. */
  readonly events?: readonly (readonly [time: number, happen: (guest: Guest) => void])[];
  readonly ends: (guest: Guest) => void;
}

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const SUBJECTS: readonly Subject[] = [
  {
    title: "a timer that ends a WFI", program: TIMER,
    ends: (guest) => { expect(x(guest, 25)).to.equal(0x100n); },
  },
  {
    title: "four CPUs, a lock, and timers", program: LOCK, options: { cpus: 4 },
    ends: (guest) => { expect(x(guest, 10)).to.equal(240n); },
  },
  {
    title: "the real-time clock's alarm", program: ALARM,
    ends: (guest) => { expect(x(guest, 11)).to.equal(62_500_000n); },
  },
  {
    title: "the cycle counter's overflow", program: OVERFLOW,
    ends: (guest) => { expect(Number(x(guest, 10))).to.be.within(2_490, 2_505); },
  },
  {
    title: "keys, and a sleep between them", program: KEYS,
    events: [[40, ({ board }) => { board.type(bytes("HAL")); }], [90, ({ board }) => { board.type(bytes("abcdefghijklmnopqrs")); }]],
    ends: (guest) => { expect(guest.printed()).to.equal("IBMbcdefghijklmnopq"); },
  },
];

/** Runs it to its end, in pieces of so many instructions. */
function ranIn(pieces: () => number, { program, options, events = [] }: Subject, end = Infinity): Guest {
  const guest = guestOf(program, options);
  const { board } = guest;
  for (const [time, happen] of [...events, [end, () => undefined] as const]) {
    const until = Math.min(time, end);
    while (board.time < until && board.run(Math.min(pieces(), until - board.time)).kind === "limit");
    if (board.time >= end) return guest;
    happen(guest);
  }
  return guest;
}

const ALL = 10_000_000;

describe("Run in pieces, a board does as run at once:", () => {
  for (const subject of SUBJECTS) {
    describe(subject.title, () => {
      const atOnce = ranIn(() => ALL, subject);
      const wanted = stateOf(atOnce);

      it("comes to its end", () => {
        expect(atOnce.board.isOff).to.equal(true);
        subject.ends(atOnce);
      });

      for (const piece of [1, 7, 1000]) {
        it(`in pieces of ${piece}`, () => { expect(stateOf(ranIn(() => piece, subject))).to.deep.equal(wanted); });
      }

      it("in pieces of any size, and stopped anywhere", () => {
        fc.assert(fc.property(fc.infiniteStream(fc.integer({ min: 1, max: 3000 })), fc.integer({ min: 1, max: wanted.time }), (sizes, end) => {
          const whole = stateOf(ranIn(() => ALL, subject, end));
          expect(stateOf(ranIn(() => sizes.next().value as number, subject, end))).to.deep.equal(whole);
        }), { numRuns: 8, seed: 6 });
      });

      it("and again, when a debugger has gone back", () => {
        const guest = guestOf(subject.program, subject.options);
        const { board } = guest;
        const history = new History(board, { interval: 5000 });
        for (const [time, happen] of subject.events ?? []) {
          history.advance(time - history.time);
          history.record(() => { happen(guest); }, () => "change");
        }
        history.advance(ALL);
        expect(withoutText(stateOf(guest))).to.deep.equal(withoutText(wanted));
        for (const share of [0.9, 0.5, 0.31, 0.02]) {
          const time = Math.floor(wanted.time * share);
          history.goTo(time);
          expect(withoutText(stateOf(guest)), `at ${time}`).to.deep.equal(withoutText(stateOf(ranIn(() => ALL, subject, time))));
        }
        history.advance(ALL);
        expect(withoutText(stateOf(guest))).to.deep.equal(withoutText(wanted));
      });
    });
  }
});

/** What has been printed twice is there twice. */
function withoutText({ time, hash, parts }: ReturnType<typeof stateOf>) {
  return { time, hash, parts };
}
