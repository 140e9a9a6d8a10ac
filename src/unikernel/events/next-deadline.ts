// When a periodic timer comes again, without drifting.

import { minus, plus, times } from "../metal/word";

/** The counter comes there after thousands of years. */
const NEVER = 0xffff_ffff_ffff_ffffn;

/**
 * The first multiple of the interval behind `due` that is later than `now`, in ticks: a timer that
 * was due at `due`, no later than now, comes once for all the times that have gone by. What the
 * counter cannot say never comes.
 */
export function nextDeadline(due: bigint, interval: bigint, now: bigint): bigint {
  const goneBy = times(minus(now, due) / interval, interval);
  const last = plus(due, goneBy);
  return interval > minus(NEVER, last) ? NEVER : plus(last, interval);
}
