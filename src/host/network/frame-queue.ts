// Frames that wait for a machine to look at them. A network does not wait for a slow machine: where there is no room
// left, a frame is lost, and the sender's protocols find out.

import { isFrame } from "./frame";
import { type FrameLosses, noLosses } from "./port";

/** Frames. */
const ROOM = 512;

export class FrameQueue {
  readonly losses: FrameLosses = noLosses();
  /** Called when there is something in it. */
  heard: () => void = () => undefined;
  readonly #room: number;
  #frames: Uint8Array[] = [];

  constructor(room = ROOM) {
    this.#room = room;
  }

  get length(): number {
    return this.#frames.length;
  }

  readonly push = (frame: Uint8Array): void => {
    if (!isFrame(frame)) {
      this.losses.malformed++;
    } else if (this.#frames.length >= this.#room) {
      this.losses.dropped++;
    } else {
      this.#frames.push(frame);
      this.heard();
    }
  };

  /** All that wait, in their order; none waits any more. */
  takeAll(): readonly Uint8Array[] {
    const frames = this.#frames;
    this.#frames = [];
    return frames;
  }
}
