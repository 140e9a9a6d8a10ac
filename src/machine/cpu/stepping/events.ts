// What the world outside did to the machine, and when: the answer to a system call, a key pressed,
// a register that the user set. It is kept as what it changed, so that a replay does it again and
// asks nobody.

import { PAGE } from "../layout";
import type { Machine } from "./machine";

/** Bytes from `offset` in RAM. */
export interface Written {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface Event {
  /** Behind this many instructions, and behind the events before it in the list. */
  readonly time: number;
  /** It answered the exception that stopped the machine there. */
  readonly answers: boolean;
  /** Doublewords of the CPUs' pages, by their number. */
  readonly registers: readonly (readonly [index: number, value: bigint])[];
  readonly memory: readonly Written[];
  readonly parts: readonly unknown[];
}

/** Live: the CPUs' pages, as doublewords. */
export const registersOf = ({ physical, cpus }: Machine): BigUint64Array =>
  new BigUint64Array(physical.memory.buffer, 0, (cpus.length * PAGE) / 8);

/** What `registers` holds that `before` does not. */
export function registerChanges(
  before: BigUint64Array, registers: BigUint64Array,
): Event["registers"] {
  const changes: (readonly [number, bigint])[] = [];
  registers.forEach((value, index) => {
    if (value !== before[index]) changes.push([index, value]);
  });
  return changes;
}

/** Does to `machine` what the event did. */
export function repeat({ registers, memory, parts }: Event, machine: Machine): void {
  const { physical } = machine;
  for (const { offset, bytes } of memory) physical.write(physical.base + offset, bytes);
  const live = registersOf(machine);
  for (const [index, value] of registers) live[index] = value;
  machine.parts.forEach((part, i) => { part.restore(parts[i]); });
  machine.restored();
}

/** What an event takes in memory besides the bytes that it wrote, roughly. */
const EVENT_BYTES = 200;

/** The events in their order, and how many of them have happened where the machine is. */
export class EventLog {
  readonly #events: Event[] = [];
  /** The number of the first that is still remembered; the first of all was number 0. */
  #first = 0;
  #happened = 0;
  #bytes = 0;

  get happened(): number {
    return this.#happened;
  }

  /** Roughly, what they take. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The one that is to happen next, if what comes is known. */
  get next(): Event | undefined {
    return this.#events[this.#happened - this.#first];
  }

  /** `next` has happened. */
  pass(): void {
    this.#happened++;
  }

  /** An event that has happened now. Those that were to come are forgotten. */
  add(event: Event): void {
    this.#forget(this.#happened - this.#first, this.#events.length);
    this.#events.push(event);
    this.#happened++;
    this.#bytes += bytesOf(event);
  }

  /** The machine is where the first `happened` of all events had happened. */
  goTo(happened: number): void {
    this.#happened = happened;
  }

  /** Nobody will go back before event number `first`. */
  forgetBefore(first: number): void {
    this.#forget(0, first - this.#first);
    this.#first = first;
  }

  #forget(from: number, to: number): void {
    for (const event of this.#events.splice(from, to - from)) this.#bytes -= bytesOf(event);
  }
}

const bytesOf = ({ memory }: Event): number =>
  memory.reduce((sum, { bytes }) => sum + bytes.length, EVENT_BYTES);
