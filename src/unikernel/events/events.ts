// Events: what a handler notes, for the event loop to do something about it. A handler may not
// allocate; a callback may do everything.
//
//   interrupt -> handler: note()  ...  event loop: runEvents() -> callback
//
// 1. An event that is noted again before its callback runs is one event: the callback does all
//    that there is to do.
// 2. A note is taken back before the callback runs, so that one that comes meanwhile is not lost.
// 3. An open event is a reason to wait. Without one, without timers and deferred calls, nothing
//    can ever happen any more, and the event loop ends.

import type { Trigger } from "../drivers/interrupt-controller";
import {
  disableInterrupt, dropInterrupt, enableInterrupt, handleInterrupt, type InterruptHandler,
  isHandled,
} from "./interrupts";

/** All that are open. A list is not changed but for its end: a callback may open and close. */
let events: Event[] = [];
/** Whether any of them is noted: most turns of the loop end here. */
let isAnyNoted = false;

export class Event {
  readonly #callback: () => void;
  #isNoted = false;
  #isOpen = true;

  constructor(callback: () => void) {
    this.#callback = callback;
  }

  /** Its callback will run. @noalloc */
  note(): void {
    this.#isNoted = true;
    isAnyNoted = true;
  }

  /** Runs the callback, if it is noted. */
  run(): void {
    if (!this.#isNoted || !this.#isOpen) return;
    this.#isNoted = false;
    const callback = this.#callback;
    callback();
  }

  /** Its callback does not run any more, noted or not. */
  close(): void {
    this.#isOpen = false;
    events = events.filter((each) => each !== this);
  }
}

export function openEvent(callback: () => void): Event {
  const event = new Event(callback);
  events.push(event);
  return event;
}

/** Silences the line until the callback has run: whoever asks as long as it wants, asks once. */
class LineEvent implements InterruptHandler {
  readonly #id: number;
  readonly event: Event;

  constructor(id: number, callback: () => void) {
    this.#id = id;
    this.event = openEvent(() => {
      callback();
      if (isHandled(id)) enableInterrupt(id); // The callback may have been the last one.
    });
  }

  /** @noalloc */
  handle(): void {
    disableInterrupt(this.#id);
    this.event.note();
  }
}

/**
 * The callback runs when the interrupt comes. A device needs no handler of its own for this: the
 * interrupt is disabled until the callback has seen to the device.
 */
export function onInterrupt(id: number, trigger: Trigger, callback: () => void): Event {
  const line = new LineEvent(id, callback);
  handleInterrupt(id, trigger, line);
  return line.event;
}

/** The end of onInterrupt(). */
export function offInterrupt(id: number, event: Event): void {
  dropInterrupt(id);
  event.close();
}

/** Runs the callbacks of all that are noted. */
export function runEvents(): void {
  if (!isAnyNoted) return;
  isAnyNoted = false;
  const open = events;
  for (const event of open) event.run();
}

/** @noalloc */
export function areEventsNoted(): boolean {
  return isAnyNoted;
}

export function areEventsOpen(): boolean {
  return events.length > 0;
}

export function openEventCount(): number {
  return events.length;
}
