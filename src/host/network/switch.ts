// An Ethernet switch (IEEE 802.1D, 7.7 and 7.8). It learns at which port each address was last heard, and sends a
// frame there alone; to every other port, if it knows of none or the frame is for many.
//
// Frames arrive within the call that sends them, ports in the order in which they were plugged in: what comes of a
// number of machines on a switch depends on nothing but what they do.

import { destinationOf, isForMany, isFrame, sourceOf } from "./frame";
import { type FrameListener, type FrameLosses, type NetworkPort, noLosses } from "./port";

/** Addresses that it remembers; then it forgets the one not heard for longest. */
const MOST_ADDRESSES = 1024;

export class Switch {
  readonly losses: FrameLosses = noLosses();
  readonly #listeners = new Set<FrameListener>();
  /** Who was last heard where; in the order of when. */
  readonly #addresses = new Map<number, FrameListener>();

  /** A new port. `receive` hears the frames that the switch sends there. */
  attach(receive: FrameListener): NetworkPort {
    const listener: FrameListener = (frame) => { receive(frame); };
    this.#listeners.add(listener);
    return {
      send: (frame) => { this.#forward(frame, listener); },
      close: () => { this.#remove(listener); },
    };
  }

  #forward(frame: Uint8Array, from: FrameListener): void {
    if (!isFrame(frame)) {
      this.losses.malformed++;
      return;
    }
    this.#learn(sourceOf(frame), from);
    const known = isForMany(frame) ? undefined : this.#addresses.get(destinationOf(frame));
    const receivers = known === undefined ? this.#listeners : [known];
    for (const receive of receivers) {
      if (receive !== from) receive(frame.slice());
    }
  }

  #learn(address: number, at: FrameListener): void {
    this.#addresses.delete(address);
    this.#addresses.set(address, at);
    const [oldest] = this.#addresses.keys();
    if (this.#addresses.size > MOST_ADDRESSES) this.#addresses.delete(oldest!);
  }

  #remove(listener: FrameListener): void {
    this.#listeners.delete(listener);
    for (const [address, at] of this.#addresses) {
      if (at === listener) this.#addresses.delete(address);
    }
  }
}
