import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { showPlain } from "../plain";
import type { CompilerQuestions, NumberOperator } from "./questions";

type Operate = CompilerQuestions["operate"];

const MOST = Number.MAX_SAFE_INTEGER;
const word = (value: number): bigint => BigInt.asUintN(64, BigInt(value));

/** What JavaScript itself makes of two numbers. */
const JAVASCRIPT: Readonly<Record<NumberOperator, (a: number, b: number) => number>> = {
  "+":     (a, b) => a + b,
  "-":     (a, b) => a - b,
  "*":     (a, b) => a * b,
  "trunc": (a, b) => Math.trunc(a / b),
  "%":     (a, b) => a % b,
  "|":     (a, b) => a | b,
  "<<":    (a, b) => a << b,
  ">>>":   (a, b) => a >>> b,
};

function reference(operator: NumberOperator, a: number, b: number): ReturnType<Operate> {
  if (b === 0 && (operator === "trunc" || operator === "%")) return "divide";
  const result = JAVASCRIPT[operator](a, b);
  return Number.isSafeInteger(result) ? word(result) : "unsafe";
}

const caseOf = (operator: NumberOperator, a: number, b: number, why?: string): Case<Operate> =>
  ({ args: [operator, word(a), word(b)], want: reference(operator, a, b), why: `${why === undefined ? "" : `${why}; `}JavaScript's own result` });

const TELLING: readonly (readonly [operator: NumberOperator, a: number, b: number, why: string])[] = [
  ["+", 2, 3, "a sum"],
  ["-", 2, 3, "-1, as a word"],
  ["+", MOST, 0, "the largest number there is"],
  ["+", MOST, 1, "2^53: a trap"],
  ["-", -MOST, 0, "the smallest number"],
  ["-", -MOST, 1, "-2^53: a trap"],
  ["*", -3, 5, "a negative product"],
  ["*", 94_906_267, 94_906_267, "a little more than 2^53"],
  ["*", 94_906_265, 94_906_265, "a little less"],
  ["*", 2 ** 40, 2 ** 40, "2^80 has no lower 64 bits to speak of"],
  ["*", -(2 ** 32), 2 ** 32, "-2^64"],
  ["trunc", 7, 2, "3"],
  ["trunc", -7, 2, "-3: towards zero"],
  ["trunc", 7, 0, "by zero"],
  ["%", 7, -2, "1: the sign of the first"],
  ["%", -7, 2, "-1"],
  ["%", 5, 0, "by zero"],
  ["%", -4, 2, "0: there is no -0 in the language"],
  ["|", 2 ** 31, 0, "the lower 32 bits have a sign"],
  ["|", 2 ** 40 + 5, 2, "bits above are not looked at"],
  ["|", -1, 0, "-1"],
  ["<<", 1, 31, "-2^31"],
  ["<<", 1, 32, "a count has five bits: by 0"],
  ["<<", 3, -1, "by 31"],
  ["<<", 2 ** 33 + 1, 1, "2"],
  [">>>", -1, 0, "2^32 - 1"],
  [">>>", -1, 28, "15"],
  [">>>", 2 ** 35 + 32, 4, "2: what is above 32 bits does not come down"],
  [">>>", 16, 33, "by 1"],
];

const OPERATORS = Object.keys(JAVASCRIPT) as NumberOperator[];

function drawNumber(draw: Draw): number {
  const large = Number(draw.bigBits(53));
  const magnitude = draw.pick([draw.below(10), draw.bits(16), draw.bits(32), 2 ** draw.between(0, 52), Math.max(0, 2 ** draw.between(26, 53) - 1), large]);
  return Math.min(MOST, magnitude) * draw.pick([1, -1]) || 0;
}

const shown = (value: bigint): string => `${register(value, 64)} (${BigInt.asIntN(64, value)})`;

export const numberOperator: Trial<Operate> = {
  show: {
    call: (operator, a, b) => `operate("${operator}", ${shown(a)}, ${shown(b)})`,
    answer: (answer) => (typeof answer === "bigint" ? shown(answer) : showPlain(answer)),
  },
  properties: [
    { title: "computes as JavaScript does, or traps", cases: () => TELLING.map((row) => caseOf(...row)) },
    { title: "agrees with JavaScript everywhere", cases: (draw) => draw.times(1500, () => caseOf(draw.pick(OPERATORS), drawNumber(draw), drawNumber(draw))) },
  ],
};
