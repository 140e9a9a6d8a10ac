// A service with a clock: it counts, ten times a second, for a second. When the timer is cancelled
// nothing can happen any more: the event loop ends, and the machine powers off.

import "../boot/entry";
import { cancel, every } from "../events/timers";

const TIMES = 10;

export function start(): void {
  let count = 0;
  every(100, (timer) => {
    count++;
    console.log(`tick ${count}`);
    if (count === TIMES) cancel(timer);
  });
}
