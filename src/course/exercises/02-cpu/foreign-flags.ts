import type { Draw } from "../draw";
import type { Case, Question } from "../exercise";
import { computeForeign } from "./foreign-flags/compute";
import { exampleOperations, flagsHandout } from "./foreign-flags/handout";
import { flagsSolution } from "./foreign-flags/solution";
import { drawFlagsVariant, FLAGS, type FlagsVariant } from "./foreign-flags/variant";
import type { AluOperation, CpuQuestions } from "./questions";

type ForeignAlu = CpuQuestions["foreignAlu"];
type Call = readonly [operation: AluOperation, x: bigint, y: bigint, status: number];

const OPERATIONS = ["add", "addc", "sub", "subc"] as const;

export const foreignFlags: Question<ForeignAlu, FlagsVariant> = {
  show: {
    call: (operation, x, y, status) => `foreignAlu("${operation}", 0x${x.toString(16)}n, 0x${y.toString(16)}n, 0b${binary(status)})`,
    answer: ({ value, status }) => `value 0x${value.toString(16)}, status 0b${binary(status)}`,
  },
  variant: drawFlagsVariant,
  handout: flagsHandout,
  solution: flagsSolution,
  properties: [
    { title: "gives the results of the handout", cases: (_draw, variant) => casesOf(variant, exampleOperations(variant)) },
    {
      title: "adds and subtracts",
      cases: (draw, variant) => casesOf(variant, draw.times(150, () => callWith(draw, draw.pick(["add", "sub"] as const), anywhere(draw, variant), anywhere(draw, variant)))),
    },
    {
      title: "takes C in, where it is asked to",
      cases: (draw, variant) => casesOf(variant, draw.times(150, () => callWith(draw, draw.pick(["addc", "subc"] as const), anywhere(draw, variant), anywhere(draw, variant)))),
    },
    {
      title: "sets its flags at the borders",
      cases: (draw, variant) => casesOf(variant, draw.times(300, () => callWith(draw, draw.pick(OPERATIONS), nearBorder(draw, variant), nearBorder(draw, variant)))),
    },
    {
      title: "knows when the value is zero",
      cases: (draw, variant) => casesOf(variant, draw.times(80, () => {
        const x = anywhere(draw, variant);
        return callWith(draw, draw.pick(["sub", "subc"] as const), x, x);
      })),
    },
  ],
};

const casesOf = (variant: FlagsVariant, calls: readonly Call[]): Case<ForeignAlu>[] =>
  calls.map((args) => {
    const want = computeForeign(variant, ...args);
    return { args, want, why: `behind it: ${flagsOf(variant, want.status)}` };
  });

const callWith = (draw: Draw, operation: AluOperation, x: bigint, y: bigint): Call => [operation, x, y, draw.bits(16)];

const anywhere = (draw: Draw, { width }: FlagsVariant): bigint => draw.bigBits(width);

/** Near 0, half way, the end, or where H looks. */
function nearBorder(draw: Draw, { width, halfAt }: FlagsVariant): bigint {
  const border = draw.pick([0n, 1n << BigInt(width - 1), 1n << BigInt(halfAt), 1n << BigInt(halfAt - 1)]);
  return BigInt.asUintN(width, border + BigInt(draw.between(-2, 2)));
}

const flagsOf = ({ places }: FlagsVariant, status: number): string =>
  FLAGS.filter((flag) => Object.hasOwn(places, flag)).map((flag) => `${flag} ${(status >> places[flag]!) & 1}`).join(", ");

const binary = (status: number): string => status.toString(2).padStart(16, "0");
