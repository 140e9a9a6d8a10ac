import type { BackParts, ConstantStep } from "../../../compiler/back/parts";
import { constantSteps as ours } from "../../../compiler/back/constants";
import { decodeLogicalImmediate } from "../../../machine/decoder/logical-immediate";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";

type ConstantSteps = BackParts["constantSteps"];

const word = (value: bigint): bigint => BigInt.asUintN(64, value);

/** What the register holds behind them; a sentence, if one of them is no instruction. */
function run(steps: readonly ConstantStep[]): bigint | string {
  let value: bigint | undefined;
  for (const step of steps) {
    const { width } = step;
    if (width !== 32 && width !== 64) return "a width is not 32 or 64";
    const next = step.op === "ORR" ? maskOf(step) : halfword(step, value);
    if (typeof next === "string") return next;
    value = BigInt.asUintN(width, next);
  }
  return value ?? "there is no instruction";
}

function maskOf({ N, immr, imms, width }: Extract<ConstantStep, { op: "ORR" }>): bigint | string {
  const isField = (field: unknown, limit: number): boolean => Number.isInteger(field) && Number(field) >= 0 && Number(field) < limit;
  if (!isField(N, 2) || !isField(immr, 64) || !isField(imms, 64)) return "an ORR's N, immr and imms are not numbers of 1, 6 and 6 bits";
  return decodeLogicalImmediate(N, immr, imms, width) ?? "an ORR has fields that are no mask";
}

function halfword({ op, imm16, hw, width }: Exclude<ConstantStep, { op: "ORR" }>, before: bigint | undefined): bigint | string {
  if (!Number.isInteger(imm16) || imm16 < 0 || imm16 > 0xffff) return "an imm16 does not have 16 bits";
  if (!Number.isInteger(hw) || hw < 0 || hw >= width / 16) return `there is no halfword ${showPlain(hw)} in ${width} bits`;
  const [bits, ones] = [BigInt(imm16) << BigInt(16 * hw), 0xffffn << BigInt(16 * hw)];
  switch (op) {
    case "MOVZ": return bits;
    case "MOVN": return ~bits;
    case "MOVK": return before === undefined ? "a MOVK keeps what nobody has put there" : (before & ~ones) | bits;
    default: return `${showPlain(op)} is not one of the instructions`;
  }
}

function caseOf(value: bigint, why?: string): Case<ConstantSteps> {
  const want = ours(value);
  return {
    args: [value], want, ...(why !== undefined && { why }),
    accept: (answer) => {
      if (!Array.isArray(answer)) throw new Wrong("it is no list of instructions");
      const made = run(answer as ConstantStep[]);
      if (made !== value) throw new Wrong(typeof made === "string" ? made : `they make ${register(made, 64)}`);
      if (answer.length > want.length) throw new Wrong(`${answer.length} instructions, where ${want.length} would do`);
    },
  };
}

const TELLING: readonly (readonly [value: bigint, why: string])[] = [
  [0n, "movz, of nothing"],
  [1n, "movz"],
  [0xffffn, "movz: the most of 16 bits"],
  [0x1_0000n, "movz, lsl #16"],
  [0xabcd_0000_0000n, "movz, lsl #32"],
  [0x1_0000_0000n, "movz, lsl #32: one more than 32 bits hold"],
  [0x1234_5678n, "movz and movk"],
  [0x1234_5678_9abc_def0n, "movz and three movks"],
  [word(-1n), "movn, of nothing"],
  [word(-2n), "movn"],
  [word(-0x1_0000n), "movn, of 0xffff"],
  [word(-0x1234_5678n), "movn and movk"],
  [0xffff_ffff_1234_ffffn, "movn, lsl #16"],
  [0x1234_ffff_ffff_5678n, "movn and a movk, not four"],
  [0xffff_1234n, "movn in 32 bits: its upper half is zero by itself"],
  [0xffff_ffffn, "movn in 32 bits"],
  [0x5555_5555_5555_5555n, "orr with a mask"],
  [0x0000_ffff_ffff_0000n, "orr with a mask"],
  [0x00ff_00ffn, "orr with a mask, in 32 bits"],
  [0x7fff_ffff_ffff_ffffn, "orr with a mask, or movn with hw 3"],
  [0x001f_ffff_ffff_ffffn, "2^53 - 1: one instruction"],
  [0xffff_0000_0000_ffffn, "orr with a mask"],
  [0x1234_0000_5678_0000n, "two halfwords with nothing between them"],
  [0xffff_ffff_0000_0000n, "orr with a mask, of 64 bits"],
];

function drawValue(draw: Draw): bigint {
  const halfwordOf = (): bigint => BigInt(draw.pick([0, 0, 0xffff, 0xffff, draw.bits(16)]));
  const size = draw.between(1, 63);
  switch (draw.below(3)) {
    case 0: return [0, 1, 2, 3].reduce((value) => (value << 16n) | halfwordOf(), 0n);
    case 1: return BigInt(draw.bits(32));
    default: return word(((1n << BigInt(size)) - 1n) << BigInt(draw.below(64)));
  }
}

function stepText(step: ConstantStep): string {
  return step.op === "ORR" ? `orr ${step.width} {${step.N}, ${step.immr}, ${step.imms}}`
    : `${step.op.toLowerCase()} ${step.width} #0x${step.imm16.toString(16)}, lsl #${16 * step.hw}`;
}

export const constant: Trial<ConstantSteps> = {
  show: { call: (value) => `constantSteps(${register(value, 64)})`, answer: (answer) => answer.map(stepText).join("; ") },
  properties: [
    { title: "makes a constant, and no more of it than it takes", cases: () => TELLING.map((row) => caseOf(...row)) },
    { title: "makes any constant", cases: (draw) => draw.times(600, () => caseOf(drawValue(draw))) },
  ],
};
