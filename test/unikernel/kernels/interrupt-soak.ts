// Interrupts over random code: the timer interrupts at random moments while every register is in use. What the code leaves
// in the registers without interrupts, it must leave there with them.
//
// 1. The handler writes into every register that it may, and has an exception of its own: what it leaves there must not
//    come back to the interrupted code.
// 2. An alarm is set before each run of the code, at a random time within as many ticks as the code takes. Only every other
//    handler sets the next one, so that the code goes on, however long a handler takes.

import { commandLineWords } from "../../../src/unikernel/boot/command-line";
import { clearAlarm, counter, setAlarm } from "../../../src/unikernel/drivers/generic-timer";
import { maskInterrupts, unmaskInterrupts } from "../../../src/unikernel/events/interrupt-mask";
import { dropInterrupt, handleInterrupt, type InterruptHandler } from "../../../src/unikernel/events/interrupts";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { takePage } from "../../../src/unikernel/memory/page-allocator";
import { symbol } from "../../../src/unikernel/metal/linker";
import { load64, store64 } from "../../../src/unikernel/metal/memory";
import { readSystemRegister } from "../../../src/unikernel/metal/system-register";
import { minus, plus } from "../../../src/unikernel/metal/word";
import { LOADING_INSTRUCTIONS, RANDOM_INSTRUCTIONS, randomCodeBegin, runRandomCode } from "./random-code";
import { spoilRegisters, stackPointer } from "./spoiled-registers";

const STATES = 10;
const TIMER = 27;
/** X0 to X30, SP, NZCV, FPCR, FPSR, nothing, and V0 to V31. */
const STATE_WORDS = 100;
const OUT = 800n;
const NZCV = 32;
const FPCR = 33;
const FPSR = 34;
const NOTHING = 35;
const FIRST_V = 36;
/** The histogram has so many columns. */
const COLUMNS = 10;

class Random {
  #x: bigint;

  constructor(seed: bigint) {
    this.#x = seed;
  }

  /** @noalloc */
  next(): bigint {
    let x = this.#x;
    x = x ^ BigInt.asUintN(64, x << 13n);
    x = x ^ (x >> 7n);
    x = x ^ BigInt.asUintN(64, x << 17n);
    this.#x = x;
    return x;
  }
}

/** Whether an address is in the stack of exceptions. @noalloc */
function isOnExceptionStack(address: bigint): boolean {
  return address >= symbol("link/exception-stack") && address < symbol("link/exception-stack-end");
}

/** Whether it is in the stack of everything else. @noalloc */
function isOnStack(address: bigint): boolean {
  return address >= symbol("link/stack") && address < symbol("link/stack-end");
}

class Alarm implements InterruptHandler {
  /** All, and those between two of the random instructions. */
  count = 0;
  inside = 0;
  /** How often the handler was on the stack of exceptions, while SP was a random number. */
  onBothStacks = 0;
  /** For each of the random instructions, how often it was the next one. */
  readonly places = new Uint32Array(RANDOM_INSTRUCTIONS);
  readonly #random = new Random(88172645463325252n);
  readonly #first = plus(randomCodeBegin(), BigInt(4 * LOADING_INSTRUCTIONS));
  /** What the random code takes, in ticks. */
  readonly #longest: bigint;

  constructor(longest: bigint) {
    this.#longest = longest;
  }

  /** @noalloc */
  handle(): void {
    this.count++;
    const place = minus(readSystemRegister("ELR_EL1"), this.#first) >> 2n;
    if (place < BigInt(RANDOM_INSTRUCTIONS)) {
      this.inside++;
      this.places[Number(place)] = this.places[Number(place)]! + 1;
      if (isOnExceptionStack(stackPointer()) && !isOnStack(readSystemRegister("SP_EL0"))) this.onBothStacks++;
    }
    if ((this.#random.next() & 1n) === 0n) clearAlarm();
    else this.ring();
    spoilRegisters();
  }

  /** At a random time from now on. @noalloc */
  ring(): void {
    setAlarm(plus(counter(), this.#random.next() % this.#longest));
  }
}

function fillState(at: bigint, random: Random): void {
  for (let i = 0; i < STATE_WORDS; i++) {
    let word = random.next();
    if (i === NZCV) word = word & 0xf000_0000n;
    if (i === FPCR) word = word & 0x07c0_0000n;
    if (i === FPSR) word = word & 0x0800_009fn;
    if (i === NOTHING) word = 0n;
    // Every other one is a double between 1 and 2, or -1 and -2.
    if (i >= FIRST_V && i % 4 === 0) word = (word & 0x800f_ffff_ffff_ffffn) | 0x3ff0_0000_0000_0000n;
    store64(plus(at, BigInt(8 * i)), word);
  }
}

/** The first word of the state that is not as it was; -1 if all are. */
function firstDifference(at: bigint, expected: BigUint64Array): number {
  for (let i = 0; i < STATE_WORDS; i++) {
    if (i !== NOTHING && load64(plus(at, BigInt(8 * i))) !== expected[i]!) return i;
  }
  return -1;
}

/** In ticks, the least of some: somebody else may use the processor too. */
function durationOf(at: bigint): bigint {
  let least = 1_000_000_000n;
  for (let i = 0; i < 20; i++) {
    const begin = counter();
    runRandomCode(at);
    const ticks = minus(counter(), begin);
    if (ticks < least) least = ticks;
  }
  return plus(least, 1n);
}

/** What the bootargs say: interrupts=N. */
export function wantedInterrupts(): number {
  for (const word of commandLineWords()) {
    if (!word.startsWith("interrupts=")) continue;
    let value = 0;
    for (let i = "interrupts=".length; i < word.length; i++) value = 10 * value + word.charCodeAt(i) - 48;
    return value;
  }
  return 0;
}

class Soak {
  readonly #at = virtualOf(takePage());
  readonly #random = new Random(0x9e37_79b9_7f4a_7c15n);
  readonly #expected = new BigUint64Array(STATE_WORDS);
  readonly alarm: Alarm;
  digest = 0n;
  differences = 0;

  constructor() {
    fillState(this.#at, this.#random);
    maskInterrupts();
    this.alarm = new Alarm(durationOf(this.#at));
    unmaskInterrupts();
    dropInterrupt(TIMER);
    handleInterrupt(TIMER, "level", this.alarm);
  }

  /** With another state of the registers, until so many interrupts have been inside the code, or the first difference. */
  run(until: number): void {
    fillState(this.#at, this.#random);
    this.#expect();
    while (this.alarm.inside < until && this.differences === 0) {
      this.alarm.ring();
      runRandomCode(this.#at);
      const word = firstDifference(plus(this.#at, OUT), this.#expected);
      if (word < 0) continue;
      console.log(`word ${word} differs`);
      this.differences++;
    }
  }

  #expect(): void {
    maskInterrupts();
    runRandomCode(this.#at);
    unmaskInterrupts();
    for (let i = 0; i < STATE_WORDS; i++) {
      const word = i === NOTHING ? 0n : load64(plus(plus(this.#at, OUT), BigInt(8 * i)));
      this.#expected[i] = word;
      this.digest = BigInt.asUintN(64, (this.digest ^ word) * 0x100_0000_01b3n);
    }
  }

  end(): void {
    clearAlarm();
    dropInterrupt(TIMER);
  }
}

function histogram(places: Uint32Array): string {
  const columns: string[] = [];
  const width = Math.trunc(RANDOM_INSTRUCTIONS / COLUMNS);
  for (let column = 0; column < COLUMNS; column++) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += places[column * width + i]!;
    columns.push(`${sum}`);
  }
  return columns.join(" ");
}

export function soakInterrupts(interrupts: number): void {
  const soak = new Soak();
  const { alarm } = soak;
  for (let state = 1; state <= STATES; state++) soak.run(Math.trunc(interrupts * state / STATES));
  soak.end();
  let hit = 0;
  for (const count of alarm.places) hit += count > 0 ? 1 : 0;
  console.log(`interrupts ${alarm.count} inside ${alarm.inside} on-both-stacks ${alarm.onBothStacks}`);
  console.log(`differences ${soak.differences} digest ${soak.digest.toString(16)}`);
  console.log(`places ${hit} of ${RANDOM_INSTRUCTIONS}: ${histogram(alarm.places)}`);
}
