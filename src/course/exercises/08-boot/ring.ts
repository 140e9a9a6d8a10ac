import { expect } from "chai";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";
import type { RingUse, Step, Used } from "./adapters/ring-use";

const TAKE = -1;
const MAX_SHOWN = 12;

const bytes = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => (from + i) & 0xff);
const takes = (count: number): number[] => Array.from({ length: count }, () => TAKE);

/** The reference: a list that is as long as what waits. */
function queue(capacity: number, script: readonly number[]): Step[] {
  const waiting: number[] = [];
  return script.map((byte): Step => {
    if (byte === TAKE) return [waiting.shift() ?? -1, waiting.length];
    const hasRoom = waiting.length < capacity;
    if (hasRoom) waiting.push(byte);
    return [hasRoom, waiting.length];
  });
}

const caseOf = (capacity: number, script: readonly number[], why?: string): Case<RingUse> => literal(capacity, script, queue(capacity, script), why);

function literal(capacity: number, script: readonly number[], steps: readonly Step[], why?: string): Case<RingUse> {
  const accept = (answer: unknown): void => { expect((answer as Partial<Used> | null)?.steps).to.deep.equal(steps); };
  return { args: [capacity, script], want: { steps, writtenByBoth: [] }, accept, ...(why !== undefined && { why }) };
}

/** The interrupt comes between two instructions of take(), and put() runs. */
function interrupted(): Case<RingUse> {
  const whole = caseOf(4, [65, TAKE], "an interrupt comes between the load and the store of what both write");
  return {
    ...whole,
    accept: (answer) => {
      whole.accept!(answer);
      const both: unknown = (answer as Partial<Used>).writtenByBoth;
      if (!Array.isArray(both) || both.length > 0) throw new Wrong(`right as long as nobody interrupts: put() and take() both write ${showPlain(both)}`);
    },
  };
}

const TELLING = [
  literal(4, [65, TAKE], [[true, 1], [65, 0]], "one in, one out"),
  literal(4, [65, 66, 67, TAKE, TAKE, TAKE], [[true, 1], [true, 2], [true, 3], [65, 2], [66, 1], [67, 0]], "the first in is the first out"),
  literal(4, [TAKE, 65, TAKE, TAKE], [[-1, 0], [true, 1], [65, 0], [-1, 0]], "nothing is there, and taking it changes nothing"),
  literal(4, [0, 255, TAKE, TAKE], [[true, 1], [true, 2], [0, 1], [255, 0]], "0 and 255 are bytes like all others"),
];

const FULL = [
  literal(2, [1, 2, 3, TAKE, TAKE, TAKE], [[true, 1], [true, 2], [false, 2], [1, 1], [2, 0], [-1, 0]], "a third does not fit into two: nothing is lost for it"),
  literal(1, [1, 2, TAKE, 3, TAKE], [[true, 1], [false, 1], [1, 0], [true, 1], [3, 0]], "room for one is room for one"),
  caseOf(8, [...bytes(1, 9), ...takes(9)], "eight fit into eight"),
  caseOf(3, [1, 2, 3, 4, TAKE, 5, 6, ...takes(4)], "what is taken makes room for one"),
  caseOf(256, [...bytes(0, 257), ...takes(257)], "every byte once, in 256"),
];

const ROUND = [
  caseOf(4, bytes(1, 40).flatMap((byte) => [byte, TAKE]), "always one, ten times round"),
  caseOf(5, bytes(1, 60).flatMap((byte) => [byte, byte + 100, TAKE, TAKE]), "five is no power of 2"),
  caseOf(3, [1, 2, ...bytes(3, 60).flatMap((byte) => [byte, TAKE]), ...takes(3)], "always nearly full"),
  caseOf(7, Array.from({ length: 700 }, (_, i) => (i % 2 === 0 || i < 7 ? i & 0xff : TAKE)), "a hundred times round, mostly full"),
];

function drawn(draw: Draw): Case<RingUse> {
  const capacity = draw.pick([1, 2, 3, 4, 5, 8, 12, 16]);
  const puts = draw.between(1, 3);
  return caseOf(capacity, draw.times(120, () => (draw.below(4) < puts ? draw.below(256) : TAKE)));
}

const shown = (texts: readonly string[]): string => `${texts.slice(-MAX_SHOWN).join(", ")}`;
const isStep = (step: unknown): step is Step => Array.isArray(step) && step.length === 2;

export const ring: Trial<RingUse> = {
  show: {
    call: (capacity, script) => `a ring of ${capacity}: ${script.length > MAX_SHOWN ? "... " : ""}${shown(script.map((byte) => (byte === TAKE ? "take" : `put ${byte}`)))}`,
    answer: (answer, capacity, script) => {
      const steps = (answer as Partial<Used> | null)?.steps;
      if (!Array.isArray(steps) || !steps.every(isStep)) return showPlain(answer);
      const right = queue(capacity, script);
      const wrong = steps.findIndex(([said, length], i) => said !== right[i]?.[0] || length !== right[i]?.[1]);
      if (wrong < 0) return shown(steps.map(stepText));
      return `the ${wrong + 1}. step, ${script[wrong] === TAKE ? "take()" : `put(${script[wrong]})`}: ${stepText(steps[wrong]!)}`;
    },
  },
  properties: [
    { title: "gives what was put, in its order", cases: () => TELLING },
    { title: "is full when it holds as much as it has room for, and says so", cases: () => FULL },
    { title: "goes round", cases: () => ROUND },
    { title: "is a queue, however it is used", cases: (draw) => draw.times(150, () => drawn(draw)) },
    { title: "can be interrupted anywhere", cases: () => [interrupted()] },
  ],
};

const stepText = ([answer, length]: Step): string => `${String(answer)} (${length} wait)`;
