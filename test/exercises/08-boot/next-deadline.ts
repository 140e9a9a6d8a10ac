import type { Gate } from "../gate";

const FILE = (body: string): string => `
  import { minus, plus, times } from "../../src/unikernel/metal/word";
  const NEVER = 0xffff_ffff_ffff_ffffn;
  const later = (time: bigint, by: bigint): bigint => (by > minus(NEVER, time) ? NEVER : plus(time, by));
  export function nextDeadline(due: bigint, interval: bigint, now: bigint): bigint {
    ${body}
  }`;

export const gate: Gate = {
  wrong: [
    ["forgets that one has gone by",          "minus(now, due) / interval",  "minus(minus(now, due), 1n) / interval"],
    ["rounds up",                             "minus(now, due) / interval",  "plus(minus(now, due), minus(interval, 1n)) / interval"],
    ["comes once for each",                   "plus(due, goneBy)",           "due"],
    ["drifts",                                "plus(due, goneBy)",           "now"],
    ["begins to count at the counter's begin", "minus(now, due) / interval", "now / interval"],
    ["goes round with the counter",           "interval > minus(0xffff_ffff_ffff_ffffn, last) ? 0xffff_ffff_ffff_ffffn : ", ""],
    ["does not reach the counter's end",      "interval > minus",            "plus(interval, interval) > minus"],
    ["asks what is left from now",            "minus(0xffff_ffff_ffff_ffffn, last)", "minus(0xffff_ffff_ffff_ffffn, now)"],
    ["asks what is left from the first time", "minus(0xffff_ffff_ffff_ffffn, last)", "minus(0xffff_ffff_ffff_ffffn, due)"],
    ["never is 2^63",                         "? 0xffff_ffff_ffff_ffffn :",  "? 0x8000_0000_0000_0000n :"],
    ["never is the last time",                "? 0xffff_ffff_ffff_ffffn :",  "? last :"],
  ],
  wrongFiles: {
    "goes from one time to the next": FILE("let next = later(due, interval); while (next <= now && next !== NEVER) next = later(next, interval); return next;"),
    "may give now": FILE("const rest = minus(now, due) % interval; return rest === 0n ? now === due ? later(due, interval) : now : later(minus(now, rest), interval);"),
    "counts in numbers": FILE("const passed = Math.trunc(Number(minus(now, due) & 0x1f_ffff_ffff_ffffn) / Number(interval & 0x1f_ffff_ffff_ffffn | 1n)); return later(plus(due, times(BigInt(passed), interval)), interval);"),
  },
  right: {
    "by what is left over": FILE("const late = minus(now, due); return later(minus(now, late % interval), interval);"),
    "by doubling": FILE(`
      if (plus(due, interval) > now && interval <= minus(NEVER, due)) return plus(due, interval);
      let last = due;
      let step = interval;
      while (step <= minus(now, last) && step < 0x4000_0000_0000_0000n) step = times(step, 2n);
      for (;;) {
        if (step <= minus(now, last)) last = plus(last, step);
        else if (step === interval) return later(last, interval);
        else step = step / 2n < interval ? interval : step / 2n;
      }`),
  },
};
