/**
 * Bytes that come in many small pieces, handed on as one piece a turn: a terminal is drawn once a frame, however
 * often the machine speaks.
 */
/** Has `task` done later, once; returns what calls it off. */
export type Schedule = (task: () => void) => () => void;

export class Batch {
  readonly #take: (bytes: Uint8Array) => void;
  readonly #schedule: Schedule;
  #pieces: Uint8Array[] = [];
  #callOff: (() => void) | undefined;

  constructor(take: (bytes: Uint8Array) => void, schedule: Schedule) {
    this.#take = take;
    this.#schedule = schedule;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#callOff ??= this.#schedule(() => this.#flush());
  }

  /** What has not been handed on is forgotten. */
  clear(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#pieces = [];
  }

  #flush(): void {
    const pieces = this.#pieces;
    this.clear();
    this.#take(joined(pieces));
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Before the next frame; where none comes, since nobody looks, a few times a second. */
export const onFrame: Schedule = (task) => {
  if (document.hidden) {
    const timer = setTimeout(task, 250);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(task);
  return () => cancelAnimationFrame(frame);
};
