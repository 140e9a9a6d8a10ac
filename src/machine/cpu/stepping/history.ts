// Time backwards: snapshots, and replay. To be where the machine was after n instructions, go back
// to the last snapshot before, and run on from there.
//
// 1. A snapshot costs a copy of the registers and a mark on each page of RAM. The first store to a
//    marked page copies it; undoing all copies since gives RAM as it was.
// 2. Time n is the state after n instructions and after all events recorded at n.
// 3. A replay meets the events that were recorded and asks nobody, so it cannot turn out otherwise.
//    What is recorded while the machine is in its past makes a new future; the old is forgotten.

import { bug } from "../../../base/bug";
import type { Stop } from "../cpu";
import { PAGE } from "../layout";
import { SNAPSHOT } from "../physical-memory";
import { Before } from "./before";
import { EventLog, registerChanges, registersOf, repeat, type Written } from "./events";
import type { Machine } from "./machine";
import { PageCopies } from "./page-copies";
import { type Snapshot, Snapshots } from "./snapshots";

export interface HistoryOptions {
  /** Instructions from one snapshot to the next. */
  readonly interval?: number;
  /** Bytes of copied pages and of events; beyond them, the oldest past is forgotten. */
  readonly budget?: number;
}

/** What came of an event; "answer": of the exception that had just stopped the machine. */
export type Effect = "answer" | "change" | "nothing";

/** Runs `happen`, which changes the machine. True: that is worth stopping for. */
export type Witness = (happen: () => void) => boolean;

const NOBODY: Witness = (happen) => {
  happen();
  return false;
};

const INTERVAL = 50_000;
const BUDGET = 256 * 1024 * 1024;
/** A replay of less than this leaves no snapshot on its way. */
const NEAR = 16;

/** Bytes of RAM. */
interface Range {
  readonly offset: number;
  readonly length: number;
}

export class History {
  readonly #machine: Machine;
  readonly #registers: BigUint64Array;
  readonly #interval: number;
  readonly #budget: number;
  readonly #witness: Witness;
  readonly #snapshots = new Snapshots();
  readonly #events = new EventLog();
  #before: Before;
  /** What an event writes, while one is being recorded. */
  #written: Range[] | undefined;
  #isGoingBack = false;

  /** `witness` is there at each event, when it happens and when it is repeated. */
  constructor(machine: Machine, options: HistoryOptions = {}, witness: Witness = NOBODY) {
    const { interval = INTERVAL, budget = BUDGET } = options;
    this.#machine = machine;
    this.#budget = budget;
    this.#witness = witness;
    this.#registers = registersOf(machine);
    this.#interval = interval;
    this.#before = new Before(machine);
    machine.physical.onMarkedStore((page, offset, length) => this.#willStore(page, offset, length));
    this.#take();
  }

  get time(): number {
    return this.#machine.time;
  }

  /** The earliest time that can be gone back to. */
  get start(): number {
    return this.#snapshots.oldest.time;
  }

  /** How many moments can be gone back to at once. */
  get snapshots(): number {
    return this.#snapshots.count;
  }

  /** The time of the last snapshot that is earlier than `time`, or else the start. */
  snapshotBefore(time: number): number {
    return this.#snapshots.at(time - 1)?.time ?? this.start;
  }

  /** From now on, remembers how things were now. */
  remember(): Before {
    this.#take();
    this.#before = new Before(this.#machine);
    return this.#before;
  }

  /** Runs up to `limit` instructions. An exception that was answered before is answered again. */
  advance(limit: number): Stop {
    const end = this.time + limit;
    while (this.time < end) {
      const due = this.#snapshots.newest.time + this.#interval;
      const until = Math.min(end, due, this.#events.next?.time ?? end);
      const stop = this.#machine.run(until - this.time);
      const { isAnswered, isWorthStopping } = this.#repeatEvents();
      if (this.time >= due) this.#take();
      if (isWorthStopping) return { kind: "halted" };
      if (stop.kind !== "limit" && !(stop.kind === "exception" && isAnswered)) return stop;
    }
    return { kind: "limit" };
  }

  /** Goes to `time`, from the start to any later time; it passes exceptions that nobody answers. */
  goTo(time: number): void {
    if (time < this.time) this.#goBack(this.#snapshots.at(time) ?? bug(`${time} is forgotten`));
    for (let left = time - this.time; left > 0; left = time - this.time) {
      const isFar = left > NEAR;
      const from = this.time;
      this.advance(isFar ? Math.ceil(left / 2) : left);
      if (this.time === from) bug(`the machine stands at ${from}, on its way to ${time}`);
      if (isFar) this.#take(); // Whoever goes back one step will go back another.
    }
  }

  /**
   * Something from outside happens now: `happen` does it, to registers, RAM and parts, and it is
   * remembered, unless it came to nothing. What was to come is forgotten.
   */
  record<T>(happen: () => T, effectOf: (result: T) => Effect): T {
    this.#mark(); // Each of its stores is to be heard of, also where a page has changed before.
    const written: Range[] = [];
    this.#written = written;
    const before = this.#registers.slice();
    let result: T;
    this.#witness(() => { result = happen(); });
    this.#written = undefined;
    const effect = effectOf(result!); // The witness has run it.
    if (effect === "nothing") return result!;
    this.#events.add({
      time: this.time,
      answers: effect === "answer",
      registers: registerChanges(before, this.#registers),
      memory: written.map((range) => this.#bytesIn(range)),
      parts: this.#saveParts(),
    });
    this.#machine.restored();
    return result!;
  }

  /** Has everything happen that happened at this time. */
  #repeatEvents(): { readonly isAnswered: boolean; readonly isWorthStopping: boolean } {
    let isAnswered = false;
    let isWorthStopping = false;
    for (let event = this.#events.next; event?.time === this.time; event = this.#events.next) {
      const { answers } = event;
      isWorthStopping = this.#witness(() => { repeat(event!, this.#machine); }) || isWorthStopping;
      isAnswered ||= answers;
      this.#events.pass();
    }
    return { isAnswered, isWorthStopping };
  }

  #take(): void {
    const { newest, count } = this.#snapshots;
    const { happened } = this.#events;
    if (count > 0 && newest.time === this.time && newest.events === happened) return;
    this.#mark();
    this.#snapshots.add({
      time: this.time, events: happened, registers: this.#registers.slice(),
      parts: this.#saveParts(), pages: new PageCopies(),
    });
    this.#keepBudget();
  }

  /** Copies of pages that are there twice go first; then the past. */
  #keepBudget(): void {
    const isTooMuch = (): boolean => this.#snapshots.bytes + this.#events.bytes > this.#budget;
    while (isTooMuch() && this.#snapshots.bytes > this.#events.bytes && this.#snapshots.count > 2) {
      this.#snapshots.thin();
    }
    while (isTooMuch() && this.#snapshots.count > 1) {
      this.#snapshots.forgetOldest();
      this.#events.forgetBefore(this.#snapshots.oldest.events);
    }
  }

  #goBack(snapshot: Snapshot): void {
    const { physical, parts } = this.#machine;
    this.#isGoingBack = true;
    for (const { pages } of this.#snapshots.takeBack(snapshot)) {
      for (const [page, bytes] of pages) physical.write(physical.base + page * PAGE, bytes);
    }
    this.#isGoingBack = false;
    this.#registers.set(snapshot.registers);
    parts.forEach((part, i) => { part.restore(snapshot.parts[i]); });
    this.#events.goTo(snapshot.events);
    this.#machine.restored();
    this.#take(); // Its marks also let monitors, which watch again what they did, hear of stores.
    this.#repeatEvents();
  }

  #saveParts(): unknown[] {
    return this.#machine.parts.map((part) => part.save());
  }

  #mark(): void {
    this.#machine.physical.markAll(SNAPSHOT);
  }

  #willStore(page: number, offset: number, length: number): void {
    const { physical } = this.#machine;
    if ((physical.marks[page]! & SNAPSHOT) === 0) return;
    this.#before.pages.keep(page, physical);
    if (this.#isGoingBack) return; // The snapshots that are left have nothing to do with it.
    this.#snapshots.newest.pages.keep(page, physical);
    if (this.#written === undefined) {
      physical.marks[page]! &= ~SNAPSHOT;
    } else { // A store across pages is heard of once for each.
      const last = this.#written.at(-1);
      const isHeard = last?.offset === offset && last.length === length;
      if (!isHeard) this.#written.push({ offset, length });
    }
  }

  #bytesIn({ offset, length }: Range): Written {
    return { offset, bytes: this.#machine.physical.bytes.slice(offset, offset + length) };
  }
}
