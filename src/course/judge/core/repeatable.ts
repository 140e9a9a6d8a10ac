// Takes the clock and chance out of a realm, so that a program does the same each time it runs: two runs of the judge
// have one verdict, to the byte.

/** 2000-01-01, the first instant of this realm and its last. */
const NOW = 946_684_800_000;

export function makeRepeatable(): void {
  Math.random = mulberry32(1);
  const Clock = Date;
  const { construct } = Reflect;
  const Stopped = new Proxy(Clock, {
    construct: (target, args, newTarget) => construct(target, args.length === 0 ? [NOW] : args, newTarget) as object,
    apply: () => new Clock(NOW).toString(),
  });
  Clock.now = () => NOW;
  Clock.prototype.constructor = Stopped;
  globalThis.Date = Stopped;
  // Its formatters, without a date, take the clock's.
  Reflect.deleteProperty(Intl, "DateTimeFormat");
}

/** Tommy Ettinger's generator of 32 bits: even enough for a program that wants chance. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}
