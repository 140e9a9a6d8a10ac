// `events` and `timers`: what the event loop has done, and what it waits for.

import { counter, counterFrequency } from "../../drivers/generic-timer";
import { loopSleeps, loopTurns } from "../../events/event-loop";
import { openEventCount } from "../../events/events";
import { waitingTimers } from "../../events/timers";
import { minus } from "../../metal/word";
import { microseconds } from "./columns";

export function printEvents(): void {
  console.log(`open events ${openEventCount()}`);
  console.log(`loop turns  ${loopTurns()}`);
  console.log(`slept       ${loopSleeps()} times`);
}

export function printTimers(): void {
  const timers = waitingTimers();
  if (timers.length === 0) console.log("no timer waits");
  const now = counter();
  for (const { due, interval } of timers) {
    const left = due > now ? microseconds(minus(due, now), counterFrequency()) : 0n;
    const every = microseconds(interval, counterFrequency());
    console.log(`due in ${left} us, ${interval === 0n ? "once" : `every ${every} us`}`);
  }
}
