// The exclusive monitor (Arm ARM, "Synchronization and semaphores"): LDXR has it watch an
// address, and STXR stores only if nothing was stored there since. While it watches, the page is
// marked, so any store to it, whoever makes it, is looked at; other stores cost nothing.

import type { PhysAddr } from "../../base/word";

/** Bytes of RAM; `offset` counts from its start. */
export interface Bytes {
  readonly offset: PhysAddr;
  readonly bytes: number;
}

/** What a monitor hears of. */
export type MonitorEvent =
  /** LDXR: watches these bytes, and no others any more. */
  | { readonly kind: "load exclusive"; readonly at: Bytes }
  /** STXR: passes if exactly these bytes are still watched. The watch ends either way. */
  | { readonly kind: "store exclusive"; readonly at: Bytes }
  /** Somebody, perhaps this CPU itself, stores: the watch ends if it is on one of these bytes. */
  | { readonly kind: "store"; readonly at: Bytes }
  /** CLREX, and every exception return. */
  | { readonly kind: "clear" };

/** What a monitor watches behind an event, and whether a store exclusive may store. */
export interface Watch {
  readonly watched: Bytes | undefined;
  readonly passes: boolean;
}

export function exclusiveMonitor(watched: Bytes | undefined, event: MonitorEvent): Watch {
  switch (event.kind) {
    case "load exclusive":
      return { watched: event.at, passes: false };
    case "store exclusive":
      return { watched: undefined, passes: watched !== undefined && isSame(watched, event.at) };
    case "store": {
      const ends = watched !== undefined && overlap(watched, event.at);
      return { watched: ends ? undefined : watched, passes: false };
    }
    case "clear":
      return { watched: undefined, passes: false };
  }
}

const isSame = (a: Bytes, b: Bytes): boolean => a.offset === b.offset && a.bytes === b.bytes;

const overlap = (a: Bytes, b: Bytes): boolean =>
  a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;

/** A CPU's monitor. What it remembers is in the machine's memory, so that a snapshot has it too. */
export class ExclusiveMonitor {
  /** The offset, and the number of bytes: 0 if none is watched. */
  readonly #memory: BigUint64Array;
  readonly #next: typeof exclusiveMonitor;

  constructor(memory: BigUint64Array, next: typeof exclusiveMonitor) {
    this.#memory = memory;
    this.#next = next;
  }

  get watched(): Bytes | undefined {
    const bytes = Number(this.#memory[1]);
    return bytes === 0 ? undefined : { offset: Number(this.#memory[0]), bytes };
  }

  /** Whether any of these bytes is watched. */
  watches(at: Bytes): boolean {
    const { watched } = this;
    return watched !== undefined && overlap(watched, at);
  }

  /** Whether a store exclusive may store; false of every other event. */
  hear(event: MonitorEvent): boolean {
    const { watched, passes } = this.#next(this.watched, event);
    this.#memory[0] = BigInt(watched?.offset ?? 0);
    this.#memory[1] = BigInt(watched?.bytes ?? 0);
    return passes;
  }
}
