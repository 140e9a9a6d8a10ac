import type { BoardRules } from "../../../machine/board/parts";
import { NEVER, timerDue as ours } from "../../../machine/sysregs/registers/timer";
import type { Case, Trial } from "../exercise";

type TimerDue = BoardRules["timerDue"];

const COMING = [
  // CTL    CVAL                     count     due
  [0b001n,  1001n,                   1000n,    1001n,                   "it is on, and the next tick is its"],
  [0b001n,  5_000_000n,              1000n,    5_000_000n,              "it is on"],
  [0b101n,  5_000_000n,              1000n,    5_000_000n,              "ISTATUS is nothing to go by"],
  [0b001n,  1n,                      0n,       1n,                      "the first tick of all"],
  [0b001n,  0x8000_0000_0000_0000n,  1000n,    0x8000_0000_0000_0000n,  "CVAL is unsigned: that is late, and not long ago"],
] as const;

const FIRED = [
  [0b001n,  1000n,                   1000n,    NEVER,                   "the count has reached CVAL: it has fired"],
  [0b101n,  1000n,                   1000n,    NEVER,                   "it has fired, and says so"],
  [0b001n,  0n,                      1000n,    NEVER,                   "it has fired long ago"],
] as const;

const SILENT = [
  [0b000n,  2000n,                   1000n,    NEVER,                   "it is off"],
  [0b010n,  2000n,                   1000n,    NEVER,                   "it is off, and masked"],
  [0b011n,  2000n,                   1000n,    NEVER,                   "it is masked: it may fire, and nobody hears of it"],
  [0b111n,  2000n,                   1000n,    NEVER,                   "it is masked"],
  [0b001n,  NEVER,                   1000n,    NEVER,                   "the last count that there is: never"],
] as const;

type Row = readonly [control: bigint, value: bigint, count: bigint, due: bigint, why: string];

export const timerDue: Trial<TimerDue> = {
  show: {
    call: (control, value, count) => `timerDue(0b${control.toString(2).padStart(3, "0")}n, ${value}n, ${count}n)`,
    answer: (answer) => (answer === NEVER ? "NEVER" : `${answer}n`),
  },
  properties: [
    { title: "knows when a timer will fire", cases: () => COMING.map(caseOf) },
    { title: "does not wait for what has been", cases: () => FIRED.map(caseOf) },
    { title: "does not wait for what nobody hears", cases: () => SILENT.map(caseOf) },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(300, (): Case<TimerDue> => {
        const count = draw.bigBits(draw.between(1, 62));
        const value = draw.pick([count, count + 1n, count > 0n ? count - 1n : 0n, draw.bigBits(64)]);
        const args = [BigInt(draw.pick([0, 1, 1, 1, 2, 3, 4, 5, 5, 7])), value, count] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function caseOf([control, value, count, want, why]: Row): Case<TimerDue> {
  return { args: [control, value, count], want, why };
}
