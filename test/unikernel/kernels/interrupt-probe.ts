// Interrupts that meet something unusual: the bootargs say what.
//
//   wake-ups      an interrupt between any two instructions of the event loop, on its way to WFI
//   times         timers of several kinds; each callback prints when it was called
//   unknown       an interrupt that nobody handles
//   nested        a handler that reads what is not there, and so has an exception
//   trapped       a handler that reads behind an array's end
//   wild          a handler that has lost its stack
//   deep          a handler that calls itself until its stack is full
//   fast          a timer that the GICv2 signals as FIQ
//   interrupts=N  so many over random code (interrupt-soak.ts)
//   waiting       the code goes round until somebody stops it from outside

import "../../../src/unikernel/boot/entry";
import { isAsked } from "../../../src/unikernel/boot/bootargs";
import { clearAlarm, counter, setAlarm } from "../../../src/unikernel/drivers/generic-timer";
import { loopSleeps } from "../../../src/unikernel/events/event-loop";
import { type Event, openEvent } from "../../../src/unikernel/events/events";
import { dropInterrupt, handleInterrupt, type InterruptHandler, unexpectedInterrupts } from "../../../src/unikernel/events/interrupts";
import { after, cancel, every, millisecondsOf } from "../../../src/unikernel/events/timers";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { asm } from "../../../src/unikernel/metal/assembly";
import { load64, store32 } from "../../../src/unikernel/metal/memory";
import { minus, plus } from "../../../src/unikernel/metal/word";
import { soakInterrupts, wantedInterrupts } from "./interrupt-soak";

const TIMER = 27;
const WAKE_UPS = 512;
/** In ticks, of 16 instructions on our board: from the callback to WFI it is fewer. */
const LONGEST_WAY = 32;

class Wake implements InterruptHandler {
  event: Event | null = null;

  /** @noalloc */
  handle(): void {
    clearAlarm();
    if (this.event !== null) this.event.note();
  }

  close(): void {
    if (this.event !== null) this.event.close();
  }
}

function wakeUps(): void {
  const wake = new Wake();
  let count = 0;
  const event = openEvent(() => {
    count++;
    if (count === WAKE_UPS) {
      wake.close();
      console.log(`woken ${count} times, asleep ${loopSleeps()} times`);
      return;
    }
    // So many more instructions, by threes, and so many more ticks.
    for (let i = 0; i < count % 16; i++) counter();
    setAlarm(plus(counter(), BigInt(Math.trunc(count / 16) % LONGEST_WAY)));
  });
  wake.event = event;
  dropInterrupt(TIMER);
  handleInterrupt(TIMER, "level", wake);
  event.note();
}

function times(): void {
  const begin = counter();
  const say = (what: string): void => { console.log(`${what} ${millisecondsOf(minus(counter(), begin))} ms`); };
  let sevens = 0;
  every(7, (timer) => {
    say("every 7");
    if (++sevens === 4) cancel(timer);
  });
  let tens = 0;
  every(10, (timer) => {
    say("every 10");
    if (++tens === 3) cancel(timer);
  });
  after(0, () => { say("after 0"); });
  after(12, () => { say("after 12"); });
  after(100, () => { say("after 100"); });
}

/** SPI 40, which no device of the board has. */
const UNKNOWN = 72;
const GICD = 0x0800_0000;
const GICC = 0x0801_0000;
const ISENABLER = 0x100n;
const ISPENDR = 0x200n;

function unknown(): void {
  const registers = plus(virtualOf(GICD), BigInt(4 * (UNKNOWN >>> 5)));
  for (let i = 0; i < 3; i++) {
    store32(plus(registers, ISENABLER), 1 << (UNKNOWN & 31));
    store32(plus(registers, ISPENDR), 1 << (UNKNOWN & 31));
    after(1, () => undefined);
  }
  after(2, () => { console.log(`unexpected ${unexpectedInterrupts() > 0}`); });
}

const NUMBERS = [1, 2, 3];
let index = 3;

type Fault = "nested" | "trapped" | "wild" | "deep";

class Faulty implements InterruptHandler {
  readonly #fault: Fault;

  constructor(fault: Fault) {
    this.#fault = fault;
  }

  /** @noalloc */
  handle(): void {
    clearAlarm();
    if (this.#fault === "nested") index = Number(load64(0x18n) & 1n);
    else if (this.#fault === "trapped") index = NUMBERS[index]!;
    else if (this.#fault === "deep") index = sumTo(1_000_000);
    else loseStack();
  }
}

/** @noalloc */
function sumTo(n: number): number {
  return n === 0 ? 0 : sumTo(n - 1) + n;
}

/** @noalloc */
function loseStack(): void {
  return asm`
        mov x0, #0x120000
        mov sp, x0
        stp x0, x0, [sp, #-16]!
        ret
  `;
}

function interruptedCode(): void {
  setAlarm(counter());
  while (index === 3) counter();
}

function faulty(fault: Fault): void {
  dropInterrupt(TIMER);
  handleInterrupt(TIMER, "level", new Faulty(fault));
  interruptedCode();
}

/** GICC_CTLR: EnableGrp0 and FIQEn. */
function fast(): void {
  store32(virtualOf(GICC), 9);
  interruptedCode();
}

function waiting(): void {
  console.log("waiting");
  while (index === 3) counter();
}

export function start(): void {
  if (isAsked("wake-ups")) wakeUps();
  if (isAsked("times")) times();
  if (isAsked("unknown")) unknown();
  if (isAsked("nested")) faulty("nested");
  if (isAsked("trapped")) faulty("trapped");
  if (isAsked("wild")) faulty("wild");
  if (isAsked("deep")) faulty("deep");
  if (isAsked("fast")) fast();
  if (isAsked("waiting")) waiting();
  if (wantedInterrupts() > 0) soakInterrupts(wantedInterrupts());
}
