// What stands behind the registers: the part of a virtio device that is a disk, a network card, a
// console, or a source of entropy.
//
// Every request is completed while the store to QueueNotify is still being executed. So a reset
// never finds one under way, and the same run always goes the same way.

import { bug } from "../../../base/bug";
import type { Stateful } from "../../cpu/stepping/machine";
import type { Virtqueue } from "./queue";

/** What the transport lends to the card. */
export interface CardSlot {
  readonly queues: readonly Virtqueue[];
  /** Whether driver and device have agreed on this feature. */
  has(feature: number): boolean;
  /** `config` is not what it was. */
  configurationChanged(): void;
  /** The driver has done what cannot be: the device asks to be reset. */
  fail(reason: string): void;
}

export abstract class VirtioCard implements Stateful {
  /** DeviceID. */
  abstract readonly id: number;
  /** The features that this kind of device offers, a bit each. */
  abstract readonly features: bigint;
  /** How many queues it has. */
  abstract readonly queues: number;
  /** The configuration, as it is now. */
  abstract readonly config: Uint8Array;

  #slot: CardSlot | undefined;

  /** Once, before anything else. */
  plugInto(slot: CardSlot): void {
    this.#slot = slot;
  }

  protected get slot(): CardSlot {
    return this.#slot ?? bug("a card that is in no slot");
  }

  protected queue(number: number): Virtqueue {
    return this.slot.queues[number] ?? bug(`queue ${number} of a card that has ${this.queues}`);
  }

  /** There may be something new in this queue. */
  abstract notified(queue: number): void;

  // A card that remembers something says so.

  save(): unknown {
    return undefined;
  }

  restore(state: unknown): void {
    if (state !== undefined) bug("a state of a card that has none");
  }
}
