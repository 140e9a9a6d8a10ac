import type { Gate } from "../gate";

const GOES_ON = "turn.left > 0 && activities[turn.current] === \"runs\"";
const RUNS = "if (activities[current] === \"runs\")";

export const gate: Gate = {
  wrong: [
    ["gives the turn on whenever it is asked", `if (${GOES_ON}) return turn;`, ""],
    ["begins the turn again whenever it is asked", "return turn;", "return { current: turn.current, left: TURN };"],
    ["lets it go on with nothing left",      "turn.left > 0",        "turn.left >= 0"],
    ["takes the last instruction away",      "turn.left > 0",        "turn.left > 1"],
    ["lets who waits go on",                 GOES_ON,                "turn.left > 0 && activities[turn.current] !== \"off\""],
    ["lets who is off go on",                GOES_ON,                "turn.left > 0"],
    ["always begins with CPU 0",             "(turn.current + step) % length", "(step - 1) % length"],
    ["never comes round",                    "(turn.current + step) % length", "turn.current + step"],
    ["goes the other way",                   "(turn.current + step) % length", "(turn.current - step + length) % length"],
    ["asks the current one first",           "let step = 1; step <= length", "let step = 0; step < length"],
    ["does not ask the current one",         "step <= length",       "step < length"],
    ["wakes who waits",                      RUNS,                   "if (activities[current] !== \"off\")"],
    ["wakes who waits for an event",         RUNS,                   "if (activities[current] === \"runs\" || activities[current] === \"WFE\")"],
    ["switches CPUs on",                     RUNS,                   "if (activities[current] === \"runs\" || activities[current] === \"off\")"],
    ["gives on what is left",                "return { current, left: TURN };", "return { current, left: turn.left > 0 ? turn.left : TURN };"],
    ["owes what was left",                   "return { current, left: TURN };", "return { current, left: TURN + turn.left };"],
    ["gives the turn to nobody in particular", "return undefined;",  "return turn;"],
  ],
  right: {
    "a list, turned round": `
      import type { BoardRules } from "../../src/machine/board/parts";
      export const nextTurn: BoardRules["nextTurn"] = ({ current, left }, activities) => {
        const runs = (cpu: number): boolean => activities[cpu] === "runs";
        if (runs(current) && left >= 1) return { current, left };
        const all = [...activities.keys()];
        const order = [...all.slice(current + 1), ...all.slice(0, current + 1)];
        const next = order.find(runs);
        return next === undefined ? undefined : { current: next, left: 10_000 };
      };`,
  },
};
