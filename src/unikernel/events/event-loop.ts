// The event loop: whatever the kernel does after its start, it does in a callback from here. While
// there is nothing to do, the CPU sleeps.
//
// 1. No wake-up is lost. Between the look at what there is to do and WFI, interrupts are masked:
//    one that comes there stays pending, and a pending interrupt ends WFI, masked or not. It is
//    taken when the mask goes.
// 2. A callback that throws, and nobody catches, ends the kernel with a stack trace, as a trap
//    does. It was in the middle of something, and nobody knows what is only half done; a service
//    that can go on catches what it throws.
// 3. The loop ends when it is told to, or when nothing can happen any more: no event is open, no
//    timer waits, no call is deferred. So a service that only prints is done when it has printed.

import { waitForInterrupt } from "../metal/machine";
import { areCallsDeferred, runDeferred } from "./deferred";
import { areEventsNoted, areEventsOpen, runEvents } from "./events";
import { maskInterrupts, unmaskInterrupts } from "./interrupt-mask";
import { hasAlarmRung, runTimers, timerCount } from "./timers";

let isStopped = false;
let turns = 0;
let sleeps = 0;

/** Returns when there is nothing left to do. Interrupts are started. */
export function runEventLoop(): void {
  while (!isStopped) {
    turns++;
    runEvents();
    runTimers();
    runDeferred();
    if (isStopped || !canAnythingHappen()) break;
    sleep();
  }
  isStopped = false;
}

/** The loop ends behind the callback that runs. */
export function stopEventLoop(): void {
  isStopped = true;
}

function canAnythingHappen(): boolean {
  return areCallsDeferred() || areEventsOpen() || timerCount() > 0;
}

/** Until an interrupt, unless there is something to do. @noalloc */
function sleep(): void {
  maskInterrupts();
  if (!isAnythingToDo()) {
    sleeps++;
    waitForInterrupt();
  }
  unmaskInterrupts();
}

/** How often the loop has gone round, and how often the CPU has slept. */
export function loopTurns(): number {
  return turns;
}

export function loopSleeps(): number {
  return sleeps;
}

/** @noalloc */
function isAnythingToDo(): boolean {
  return areCallsDeferred() || areEventsNoted() || hasAlarmRung();
}
