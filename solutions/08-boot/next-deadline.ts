import { minus, plus, times } from "../../src/unikernel/metal/word";

/**
 * A timer comes every `interval` ticks of the counter, and was due at `due`. The event loop looks at `now`, which is not
 * before that: how late it is depends on what else there was to do. When does the timer come next? It does not drift: only
 * at `due` and a multiple of the interval. It comes once for all that have gone by: the next time is later than `now`. And a
 * time that the counter's 64 bits cannot say is never: 0xffff_ffff_ffff_ffffn, the greatest there is. `interval` is not 0.
 */
export function nextDeadline(due: bigint, interval: bigint, now: bigint): bigint {
  const goneBy = times(minus(now, due) / interval, interval);
  const last = plus(due, goneBy);
  return interval > minus(0xffff_ffff_ffff_ffffn, last) ? 0xffff_ffff_ffff_ffffn : plus(last, interval);
}
