import type { BoardRules } from "../../../machine/board/parts";
import { type CpuActivity, nextTurn as ours, TURN } from "../../../machine/board/turns";
import type { Case, Trial } from "../exercise";

type NextTurn = BoardRules["nextTurn"];

const LETTERS = { r: "runs", o: "off", i: "WFI", e: "WFE" } as const;

const GOES_ON = [
  // what CPUs do  turn          then
  ["r",            [0, 10_000],  [0, 10_000], "it has not begun"],
  ["rrrr",         [1, 1],       [1, 1],      "an instruction is left"],
  ["oiro",         [2, 500],     [2, 500],    "whatever the others do"],
] as const;

const IS_OVER = [
  ["rr",           [0, 0],       [1, TURN],   "its turn is over"],
  ["rrrr",         [3, 0],       [0, TURN],   "behind the last comes the first"],
  ["roir",         [0, 0],       [3, TURN],   "who is off or waits is passed over"],
  ["riero",        [3, 0],       [0, TURN],   "all the way round"],
  ["r",            [0, 0],       [0, TURN],   "there is nobody else"],
  ["rooi",         [0, 0],       [0, TURN],   "nobody else runs"],
] as const;

const GIVES_AWAY = [
  ["irer",         [0, 9000],    [1, TURN],   "who waits gives away what is left"],
  ["orii",         [0, 77],      [1, TURN],   "so does who has been switched off"],
  ["rrri",         [0, 0],       [1, TURN],   "the next one, not the first"],
  ["rrre",         [3, 5],       [0, TURN],   "the last has given it away"],
] as const;

const NOBODY = [
  ["o",            [0, 5]], ["i", [0, 0]], ["oiee", [2, 7000]], ["eeee", [3, 0]],
] as const;

type Row = readonly [cpus: string, turn: readonly [number, number], then: readonly [number, number], why: string];

export const turns: Trial<NextTurn> = {
  show: {
    call: ({ current, left }, activities) => `nextTurn({ current: ${current}, left: ${left} }, [${activities.join(", ")}])`,
    answer: (answer) => (answer === undefined ? "undefined: nobody runs" : `CPU ${answer.current}, ${answer.left} left`),
  },
  properties: [
    { title: "lets who runs go on", cases: () => GOES_ON.map(caseOf) },
    { title: "gives the next CPU a turn when one is over", cases: () => IS_OVER.map(caseOf) },
    { title: "gives on the turn of who does not run", cases: () => GIVES_AWAY.map(caseOf) },
    {
      title: "knows when nobody runs",
      cases: () => NOBODY.map(([cpus, [current, left]]): Case<NextTurn> => ({ args: [{ current, left }, activitiesOf(cpus)], want: undefined, why: "nobody runs" })),
    },
    {
      title: "says the same, asked again: run in pieces is run at once",
      cases: (draw) => draw.times(100, (): Case<NextTurn> | undefined => {
        const activities = drawActivities(draw.between(1, 8), () => draw.pick(["runs", "runs", "WFI", "WFE", "off"] as const));
        const once = ours({ current: draw.below(activities.length), left: 0 }, activities);
        return once && { args: [once, activities], want: once, why: "nothing has been executed since it was asked before" };
      }).filter((it) => it !== undefined),
    },
    {
      title: "agrees with the reference",
      cases: (draw) => draw.times(300, (): Case<NextTurn> => {
        const activities = drawActivities(draw.between(1, 8), () => draw.pick(["runs", "WFI", "WFE", "off"] as const));
        const args = [{ current: draw.below(activities.length), left: draw.pick([0, 0, 1, draw.between(1, TURN)]) }, activities] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

const activitiesOf = (letters: string): CpuActivity[] => [...letters].map((letter) => LETTERS[letter as keyof typeof LETTERS]);

const drawActivities = (cpus: number, activity: () => CpuActivity): CpuActivity[] => Array.from({ length: cpus }, activity);

function caseOf([cpus, [current, left], [then, leftThen], why]: Row): Case<NextTurn> {
  return { args: [{ current, left }, activitiesOf(cpus)], want: { current: then, left: leftThen }, why };
}
