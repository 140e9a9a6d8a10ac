import type { BackParts, Candidate, LiveRange } from "../../../compiler/back/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";

type Assign = BackParts["assign"];
type Ranges = readonly LiveRange[];

const range = (from: number, to: number): LiveRange => ({ from, to });
const one = (from: number, to: number, weight = 1): Candidate => ({ ranges: [range(from, to)], weight, isFixed: false });
const fixed = (from: number): Candidate => ({ ranges: [range(from, from + 2)], weight: 1, isFixed: true });
const free = (count: number): Ranges[] => Array.from({ length: count }, () => []);

/** As they come, if that leaves nobody without; if not, the heaviest first. */
function reference(candidates: readonly Candidate[], taken: readonly Ranges[]): (number | undefined)[] {
  const order = [...candidates.keys()];
  const asTheyCome = firstFree(order, candidates, taken);
  if (!asTheyCome.includes(undefined)) return asTheyCome;
  return firstFree(order.sort((a, b) => priceOf(candidates[b]!) - priceOf(candidates[a]!) || a - b), candidates, taken);
}

/** Each into the first register that is free. */
function firstFree(order: readonly number[], candidates: readonly Candidate[], taken: readonly Ranges[]): (number | undefined)[] {
  const registers: (number | undefined)[] = candidates.map(() => undefined);
  for (const i of order) {
    const { ranges } = candidates[i]!;
    const found = taken.findIndex((held, register) => !overlap(held, ranges)
      && candidates.every((other, j) => registers[j] !== register || !overlap(other.ranges, ranges)));
    registers[i] = found < 0 ? undefined : found;
  }
  return registers;
}

const priceOf = ({ weight, isFixed }: Candidate): number => (isFixed ? Number.MAX_SAFE_INTEGER : weight);

const overlap = (a: Ranges, b: Ranges): boolean => a.some((x) => b.some((y) => x.from < y.to && y.from < x.to));

const costOf = (candidates: readonly Candidate[], registers: readonly (number | undefined)[]): number =>
  candidates.reduce((sum, { weight }, i) => sum + (registers[i] === undefined ? weight : 0), 0);

/** The answer must be right, and the frame cost no more than `most`. */
function caseOf(candidates: readonly Candidate[], taken: readonly Ranges[], why: string | undefined, most?: number): Case<Assign> {
  const want = reference(candidates, taken);
  return {
    args: [candidates, taken], want, ...(why !== undefined && { why }),
    accept: (answer) => {
      if (!Array.isArray(answer) || answer.length !== candidates.length) throw new Wrong(`it is no list of ${candidates.length}`);
      const wrong = mistakeIn(answer, candidates, taken);
      if (wrong !== undefined) throw new Wrong(wrong);
      const cost = costOf(candidates, answer as number[]);
      if (most !== undefined && cost > most) throw new Wrong(`what is in the frame weighs ${cost}: ${most} would be enough`);
    },
  };
}

function mistakeIn(answer: readonly unknown[], candidates: readonly Candidate[], taken: readonly Ranges[]): string | undefined {
  for (const [i, register] of answer.entries()) {
    const { isFixed, ranges } = candidates[i]!;
    if (register === undefined && isFixed) return `candidate ${i} cannot be in the frame`;
    if (register === undefined) continue;
    const held = typeof register === "number" ? taken[register] : undefined;
    if (held === undefined) return `candidate ${i} has the register ${showPlain(register)}, which is not there`;
    if (overlap(held, ranges)) return `candidate ${i} is in register ${showPlain(register)} where that is taken`;
    const other = candidates.findIndex((each, j) => j < i && answer[j] === register && overlap(each.ranges, ranges));
    if (other >= 0) return `candidates ${other} and ${i} are in register ${showPlain(register)} at the same time`;
  }
  return undefined;
}

const TELLING: readonly Case<Assign>[] = [
  caseOf([one(0, 4)], free(1), "one, and a register for it", 0),
  caseOf([one(0, 4), one(4, 8)], free(1), "one ends where the other begins", 0),
  caseOf([one(0, 5), one(2, 8)], free(2), "two at the same time", 0),
  caseOf([one(0, 5), one(2, 8), one(5, 9)], free(2), "the third may have the first one's", 0),
  caseOf([one(0, 6, 9), one(2, 10, 9), one(8, 14, 1), one(12, 16, 9)], free(2), "never more than two at a time: whoever serves the heaviest first is stuck with the third", 0),
  caseOf([], free(2), "nobody"),
  caseOf([one(0, 9, 1), one(2, 4, 100)], free(1), "the lighter one goes, though it came first", 1),
  caseOf([one(0, 9, 100), one(2, 4, 1)], free(1), "the lighter one goes", 1),
  caseOf([one(0, 9, 5), one(1, 9, 100), one(2, 9, 50)], free(2), "of three, the lightest", 5),
  caseOf([one(0, 8)], [[range(4, 5)]], "a call takes the register: there is no other", 1),
  caseOf([one(0, 8)], [[range(4, 5)], []], "a call takes one register, and leaves the other", 0),
  caseOf([one(0, 4)], [[range(4, 5)]], "it ends where the call takes the register", 0),
  caseOf([{ ranges: [range(0, 2), range(8, 10)], weight: 1, isFixed: false }, one(2, 8)], free(1), "one lives in the other's hole", 0),
  caseOf([{ ranges: [range(0, 2), range(8, 10)], weight: 1, isFixed: false }, one(3, 4), one(5, 9)], free(2), "in the hole, and over its end", 0),
  caseOf([one(0, 9, 1000), fixed(4)], free(1), "one that cannot be in the frame: the other must go", 1000),
  caseOf([one(0, 9, 7), one(0, 9, 8), fixed(4)], [[], [range(4, 6)]], "the second register is taken where the fixed one is", 8 + 7),
];

/** Candidates without holes, and registers that are always free: whoever is in the frame had to be. */
function drawPlain(draw: Draw): Case<Assign> {
  const candidates = draw.times(draw.between(2, 14), () => {
    const from = 2 * draw.below(20);
    return one(from, from + draw.between(1, 16), draw.pick([1, 2, 10, 20, 100]));
  }).sort(byBegin);
  const registers = draw.between(1, 5);
  const isEnough = candidates.every(({ ranges: [first] }) => candidates.filter((each) => overlap(each.ranges, [range(first!.from, first!.from + 1)])).length <= registers);
  const most = isEnough ? 0 : 3 * costOf(candidates, reference(candidates, free(registers)));
  return caseOf(candidates, free(registers), isEnough ? "there are enough registers" : undefined, most);
}

/** With holes, calls, and candidates that must have a register. */
function drawHoles(draw: Draw): Case<Assign> {
  const candidates = draw.times(draw.between(2, 12), (): Candidate => {
    let at = 2 * draw.below(16);
    const ranges = draw.times(draw.between(1, 3), () => {
      const from = at;
      const to = from + draw.between(1, 8);
      at = to + draw.between(1, 8);
      return range(from, to);
    });
    return { ranges, weight: draw.between(1, 50), isFixed: false };
  });
  const calls = draw.times(draw.below(3), () => 40 + 10 * draw.below(4) + 1).map((at) => range(at, at + 1)).sort((a, b) => a.from - b.from);
  const saved = draw.between(1, 2);
  const taken = Array.from({ length: saved + draw.between(1, 3) }, (_, i) => (i < saved ? [] : calls.filter((call, j) => j === 0 || call.from !== calls[j - 1]!.from)));
  const spots = draw.shuffle([4, 12, 20, 28, 36, 44]).slice(0, draw.below(3));
  return caseOf([...candidates, ...spots.map(fixed)].sort(byBegin), taken, undefined);
}

const byBegin = (a: Candidate, b: Candidate): number => a.ranges[0]!.from - b.ranges[0]!.from;

const rangesText = (ranges: Ranges): string => ranges.map(({ from, to }) => `${from}-${to}`).join(" ");

export const linearScan: Trial<Assign> = {
  show: {
    call: (candidates, taken) => `assign([${candidates.map(({ ranges, weight, isFixed }) => `${rangesText(ranges)}${isFixed ? " fixed" : `, weight ${weight}`}`).join("; ")}], [${taken.map((held) => (held.length === 0 ? "free" : `taken ${rangesText(held)}`)).join("; ")}])`,
    answer: (answer) => (Array.isArray(answer) ? answer.map((register: unknown) => (register === undefined ? "frame" : showPlain(register))).join(", ") : showPlain(answer)),
  },
  properties: [
    { title: "gives no register twice", cases: () => TELLING },
    { title: "fills the registers before the frame", cases: (draw) => draw.times(200, () => drawPlain(draw)) },
    { title: "knows holes, calls, and who must have one", cases: (draw) => draw.times(200, () => drawHoles(draw)) },
  ],
};
