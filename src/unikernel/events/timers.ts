// Timers: callbacks at a time, once or again and again. However many there are, the CPU's one
// comparator is set to the nearest.
//
// 1. A timer is never early. How late it is depends on what else the event loop has to do.
// 2. A periodic timer does not drift: it is due at its first time plus a multiple of its interval.
//    If several have gone by while nobody looked, it comes once for all of them.
// 3. What is added while timers run is not due before the next turn of the loop. A time that has
//    gone by is due in that turn; one that the counter cannot say never comes.
// 4. A callback may cancel any timer, its own too, and one that is due in the same turn.

import { clearAlarm, counter, counterFrequency, setAlarm } from "../drivers/generic-timer";
import type { Trigger } from "../drivers/interrupt-controller";
import { plus, times } from "../metal/word";
import { handleInterrupt, type InterruptHandler } from "./interrupts";
import { nextDeadline } from "./next-deadline";
import { isBefore, Timer, TimerQueue } from "./timer-queue";

/** The counter comes there after thousands of years. */
const NEVER = 0xffff_ffff_ffff_ffffn;

let queue: TimerQueue | null = null;
/** Whether the comparator has interrupted since timers ran last. */
let hasRung = false;

class Alarm implements InterruptHandler {
  /** @noalloc */
  handle(): void {
    clearAlarm();
    hasRung = true;
  }
}

/** `id`: the interrupt of the comparator. */
export function startTimers(id: number, trigger: Trigger): void {
  clearAlarm();
  queue = new TimerQueue();
  hasRung = false;
  handleInterrupt(id, trigger, new Alarm());
}

/** Milliseconds in ticks: as many as the counter has, if they are more; none below 0. */
export function ticksOf(ms: number): bigint {
  if (ms <= 0) return 0n;
  const frequency = counterFrequency();
  const seconds = BigInt(ms) / 1000n;
  // Seconds and the rest by themselves: of days in milliseconds, the product would not fit.
  if (seconds >= NEVER / frequency) return NEVER;
  const whole = times(seconds, frequency);
  return plus(whole, times(BigInt(ms) % 1000n, frequency) / 1000n);
}

/** Ticks in whole milliseconds. */
export function millisecondsOf(ticks: bigint): number {
  const frequency = counterFrequency();
  const rest = times(ticks % frequency, 1000n) / frequency;
  return Number(plus(times(ticks / frequency, 1000n), rest));
}

/** The callback runs once, so many milliseconds from now. */
export function after(ms: number, callback: (timer: Timer) => void): Timer {
  return add(new Timer(timeIn(ticksOf(ms)), 0n, callback));
}

/** The callback runs every so many milliseconds, until the timer is cancelled. */
export function every(ms: number, callback: (timer: Timer) => void): Timer {
  const interval = atLeastOne(ticksOf(ms));
  return add(new Timer(timeIn(interval), interval, callback));
}

/** Its callback runs no more. Whether it would have. */
export function cancel(timer: Timer): boolean {
  const isFirst = started().first() === timer;
  const wasThere = started().remove(timer);
  if (isFirst) setToFirst();
  return wasThere;
}

/** Runs what is due, if the comparator has interrupted. */
export function runTimers(): void {
  if (!hasRung) return;
  hasRung = false;
  const now = counter();
  for (;;) {
    const timer = started().first();
    if (timer === null || timer.due > now) break;
    started().remove(timer);
    if (timer.interval !== 0n) again(timer, now);
    const callback = timer.callback;
    callback(timer);
  }
  setToFirst();
}

/** @noalloc */
export function hasAlarmRung(): boolean {
  return hasRung;
}

/** How many wait. */
export function timerCount(): number {
  return queue === null ? 0 : queue.length;
}

/** In the order in which they will come. */
export function waitingTimers(): Timer[] {
  return started().timers().sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function again(timer: Timer, now: bigint): void {
  timer.due = nextDeadline(timer.due, timer.interval, now);
  started().add(timer);
}

function timeIn(ticks: bigint): bigint {
  const now = counter();
  return nextDeadline(now, atLeastOne(ticks), now);
}

function atLeastOne(ticks: bigint): bigint {
  return ticks === 0n ? 1n : ticks;
}

function add(timer: Timer): Timer {
  started().add(timer);
  if (started().first() === timer) setToFirst();
  return timer;
}

/** A time that has gone by interrupts at once. */
function setToFirst(): void {
  const first = started().first();
  if (first === null) clearAlarm();
  else setAlarm(first.due);
}

function started(): TimerQueue {
  if (queue === null) throw new Error("timers are not started yet");
  return queue;
}
