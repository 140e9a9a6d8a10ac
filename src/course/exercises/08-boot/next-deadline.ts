import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { BootParts } from "./parts";

type NextDeadline = BootParts["nextDeadline"];

const MOST = 2n ** 64n - 1n;
/** Of a counter that counts at 62.5 MHz, as QEMU's and ours do. */
const SECOND = 62_500_000n;
const DAY = 86_400n * SECOND;

const caseOf = (due: bigint, interval: bigint, now: bigint, want: bigint, why: string): Case<NextDeadline> => ({ args: [due, interval, now], want, why });

const ON_TIME = [
  caseOf(100n, 10n, 100n, 110n, "nobody is late"),
  caseOf(100n, 10n, 101n, 110n, "one tick late: it is not later for that"),
  caseOf(100n, 10n, 109n, 110n, "nine ticks late"),
  caseOf(SECOND, SECOND / 10n, SECOND + 1234n, SECOND + SECOND / 10n, "ten times a second"),
  caseOf(7n, 1n, 7n, 8n, "every tick"),
];

const LATE = [
  caseOf(100n, 10n, 110n, 120n, "the next one is now: it has gone by as well"),
  caseOf(100n, 10n, 111n, 120n, "one has gone by"),
  caseOf(100n, 10n, 1234n, 1240n, "many have"),
  caseOf(100n, 10n, 1240n, 1250n, "and the last of them is now"),
  caseOf(1n, 3n, 2n * SECOND, 125_000_002n, "in steps of 3 from 1 on"),
  caseOf(5n, 1n, DAY, DAY + 1n, "a day late, a tick at a time"),
  caseOf(0n, SECOND / 1000n, 365n * DAY + 1n, 365n * DAY + 62_500n, "a year late, a millisecond at a time"),
];

const ENDS = [
  caseOf(MOST - 20n, 10n, MOST - 20n, MOST - 10n, "near the counter's end"),
  caseOf(MOST - 20n, 15n, MOST - 10n, MOST - 5n, "an interval from now would be too long, and that is not what is asked"),
  caseOf(MOST - 10n, 10n, MOST - 5n, MOST, "at its end"),
  caseOf(MOST - 10n, 11n, MOST - 5n, MOST, "behind its end: never, which is the counter's greatest value"),
  caseOf(MOST - 10n, 3n, MOST - 1n, MOST, "the last of several would be at the end's other side"),
  caseOf(5n, MOST, 9n, MOST, "an interval of which there is no second one"),
  caseOf(0n, MOST, 9n, MOST, "an interval that the counter just has"),
  caseOf(1n, MOST - 1n, 1n, MOST, "and one with which it is reached"),
  caseOf(2n ** 63n, 2n ** 63n, MOST, MOST, "half of all there is"),
  caseOf(0n, 2n ** 63n, MOST, MOST, "its double is one too many"),
];

/** Of any size, near to each other and far. */
function drawn(draw: Draw): Case<NextDeadline> {
  const due = draw.bigBits(draw.between(1, 64));
  const late = draw.bigBits(draw.between(0, 63)) % (MOST - due + 1n);
  const interval = draw.pick([1n + draw.bigBits(draw.between(1, 20)), 1n + draw.bigBits(draw.between(1, 63)), 1n + late / BigInt(draw.between(1, 9))]);
  const args = [due, interval, due + late] as const;
  return { args, want: reference(...args) };
}

function reference(due: bigint, interval: bigint, now: bigint): bigint {
  const next = due + ((now - due) / interval + 1n) * interval;
  return next > MOST ? MOST : next;
}

export const nextDeadline: Trial<NextDeadline> = {
  show: {
    call: (due, interval, now) => `nextDeadline(${due}, ${interval}, ${now})`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "does not drift", cases: () => ON_TIME },
    { title: "comes once for all that have gone by", cases: () => LATE },
    { title: "never comes where the counter does not get to", cases: () => ENDS },
    { title: "agrees with the reference", cases: (draw) => draw.times(600, () => drawn(draw)) },
  ],
};
