import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { Checked, CompilerQuestions, NumberRange } from "./questions";

type RangeOf = CompilerQuestions["rangeOf"];
type Operator = Parameters<RangeOf>[0];

const MOST = 2n ** 53n - 1n;
const range = (least: bigint, most: bigint): NumberRange => ({ least, most });
const ALL = range(-MOST, MOST);

type Row = readonly [operator: Operator, a: NumberRange, b: NumberRange, least: bigint, most: bigint, isCheckNeeded: boolean, why: string];

const TELLING: readonly Row[] = [
  ["+", range(0n, 10n),       range(1n, 1n),    1n,     11n,        false, "an index and 1"],
  ["+", range(-5n, 5n),       range(-3n, 4n),   -8n,    9n,         false, "least and least, most and most"],
  ["-", range(0n, 10n),       range(1n, 4n),    -4n,    9n,         false, "the least is where b is most"],
  ["+", range(0n, MOST),      range(0n, 0n),    0n,     MOST,       false, "just fits"],
  ["+", range(0n, MOST),      range(0n, 1n),    0n,     MOST,       true,  "may be 2^53: it is checked, and behind the check it is not"],
  ["-", range(-MOST, 0n),     range(1n, 1n),    -MOST,  -1n,        true,  "may be -2^53"],
  ["+", ALL,                  ALL,              -MOST,  MOST,       true,  "nothing is known"],
  ["*", range(2n, 3n),        range(4n, 5n),    8n,     15n,        false, "both positive"],
  ["*", range(-3n, -2n),      range(4n, 5n),    -15n,   -8n,        false, "the least is the product of a's least and b's most"],
  ["*", range(-3n, -2n),      range(-5n, -4n),  8n,     15n,        false, "both negative"],
  ["*", range(-3n, 2n),       range(-5n, 4n),   -12n,   15n,        false, "of four products the least and the most"],
  ["*", range(-2n, 7n),       range(-3n, 1n),   -21n,   7n,         false, "of four products the least and the most"],
  ["*", range(0n, 0n),        ALL,              0n,     0n,         false, "nothing times anything"],
  ["*", range(0n, 0xffff_ffffn), range(0n, 0x1f_ffffn), 0n, 0xffff_ffffn * 0x1f_ffffn, false, "32 bits times 21 bits: fits"],
  ["*", range(0n, 0xffff_ffffn), range(0n, 0x20_0001n), 0n, MOST,   true,  "a little more"],
  ["*", range(-1n, -1n),      range(-MOST, 5n), -5n,    MOST,       false, "turned over"],
  ["+", range(MOST, MOST),    range(1n, 2n),    MOST + 1n, MOST + 2n, true, "never a number: the check always fails"],
  ["*", range(2n ** 40n, 2n ** 41n), range(-(2n ** 40n), -(2n ** 30n)), -(2n ** 81n), -(2n ** 70n), true, "never a number"],
];

/** Each pair of ends, tried. */
function reference(operator: Operator, a: NumberRange, b: NumberRange): Checked {
  const exact = { "+": (x: bigint, y: bigint) => x + y, "-": (x: bigint, y: bigint) => x - y, "*": (x: bigint, y: bigint) => x * y }[operator];
  const sorted = [exact(a.least, b.least), exact(a.least, b.most), exact(a.most, b.least), exact(a.most, b.most)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  const [least, most] = [sorted[0]!, sorted[3]!];
  const isCheckNeeded = least < -MOST || most > MOST;
  if (least > MOST || most < -MOST) return { least, most, isCheckNeeded };
  return { least: least < -MOST ? -MOST : least, most: most > MOST ? MOST : most, isCheckNeeded };
}

function drawRange(draw: Draw): NumberRange {
  const end = (): bigint => draw.pick([BigInt(draw.below(20)), draw.bigBits(20), draw.bigBits(33), MOST - BigInt(draw.below(3)), draw.bigBits(53)]) * draw.pick([1n, 1n, -1n]);
  const clamp = (value: bigint): bigint => (value > MOST ? MOST : value < -MOST ? -MOST : value);
  const [x, y] = [clamp(end()), clamp(end())];
  return x < y ? range(x, y) : range(y, x);
}

const rangeText = ({ least, most }: NumberRange): string => (least === most ? `${least}` : `${least}..${most}`);

export const rangeOf: Trial<RangeOf> = {
  show: {
    call: (operator, a, b) => `rangeOf("${operator}", ${rangeText(a)}, ${rangeText(b)})`,
    answer: (answer) => `${rangeText(answer)}, ${answer.isCheckNeeded ? "checked" : "not checked"}`,
  },
  properties: [
    { title: "knows what may come of it", cases: () => TELLING.map(([operator, a, b, least, most, isCheckNeeded, why]): Case<RangeOf> => ({ args: [operator, a, b], want: { least, most, isCheckNeeded }, why })) },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(800, (): Case<RangeOf> => {
        const args = [draw.pick(["+", "-", "*"] as const), drawRange(draw), drawRange(draw)] as const;
        return { args, want: reference(...args) };
      }),
    },
  ],
};
