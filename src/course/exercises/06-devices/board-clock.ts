import { timeAt as ours } from "../../../machine/board/clock";
import type { BoardRules } from "../../../machine/board/parts";
import type { Case, Trial } from "../exercise";

type TimeAt = BoardRules["timeAt"];

/** 62.5 million ticks a second, of 1,000 million cycles. */
const TICKS = [
  // executed      slept                cycles               count
  [[0],            0n,                  0n,                  0n,                  "the machine has just been switched on"],
  [[15],           0n,                  15n,                 0n,                  "a tick is 16 cycles, and has not passed"],
  [[16],           0n,                  16n,                 1n,                  "now it has"],
  [[0],            1_000_000_000n,      1_000_000_000n,      62_500_000n,         "a second of sleep"],
  [[7],            1_000_000_009n,      1_000_000_016n,      62_500_001n,         "the rest of a tick, asleep and awake"],
] as const;

/** Two CPUs in turn. In each row the clock is later than in the one before. */
const TURNS = [
  [[80_000, 0],       0n,   80_000n,  5_000n,  "CPU 0 has had a turn"],
  [[80_000, 160],     0n,   80_160n,  5_010n,  "CPU 1 has just begun: it must not read an earlier time than CPU 0 has"],
  [[80_000, 80_000],  0n,   160_000n, 10_000n, "both have executed as much"],
  [[80_000, 80_000],  320n, 160_320n, 10_020n, "both have slept, together and once"],
  [[80_016, 80_000],  320n, 160_336n, 10_021n, "and CPU 0 goes on"],
] as const;

const LARGE = [
  [[9_000_000_000_000_000],  7n,                    9_000_000_000_000_007n,     562_500_000_000_000n,       "a hundred days of instructions, to the last one"],
  [[3, 4],                   0xffff_ffff_ffffn << 16n, (0xffff_ffff_ffffn << 16n) + 7n, 0xffff_ffff_ffffn << 12n, "five hundred years of sleep"],
] as const;

type Row = readonly [executed: readonly number[], slept: bigint, cycles: bigint, count: bigint, why: string];

export const boardClock: Trial<TimeAt> = {
  show: {
    call: (executed, slept) => `timeAt([${executed.join(", ")}], ${slept}n)`,
    answer: ({ cycles, count }) => `{ cycles: ${cycles}n, count: ${count}n }`,
  },
  properties: [
    { title: "counts cycles, and ticks", cases: () => TICKS.map(caseOf) },
    { title: "never goes backwards, whoever's turn it is", cases: () => TURNS.map(caseOf) },
    { title: "is exact", cases: () => LARGE.map(caseOf) },
    {
      title: "agrees with the reference, of machines with up to eight CPUs",
      cases: (draw) => draw.times(200, (): Case<TimeAt> => {
        const executed = draw.times(draw.between(1, 8), () => draw.bits(draw.between(1, 32)) * 2 ** draw.below(18));
        const args = [executed, draw.bigBits(draw.between(1, 63))] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function caseOf([executed, slept, cycles, count, why]: Row): Case<TimeAt> {
  return { args: [executed, slept], want: { cycles, count }, why };
}
