// What the rows of tables/simd-immediate.ts do.

import type { SIMD_IMMEDIATE } from "../../decoder/tables/simd-immediate";
import { FixedToFP, FPToFixed } from "../fp-operations";
import type { Operations, Size } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { AdvSIMDExpandImm, type ElementImmediate } from "./expand-immediate";
import { VFPExpandImm } from "./float-immediate";
import { eachOf, shape } from "./shape";
import {
  convert, insertLeft, insertRight, left, leftAndWiden, narrowing, right, rightAndAdd,
  rightAndNarrow, roundingNarrowing, roundingShiftRight, saturatingNarrowing,
  saturatingRoundingNarrowing, saturatingShiftLeft, shiftLeft, shiftRight,
} from "./shift-immediate";
import { SIGNED, UNSIGNED } from "./simd-elements";

type Tables = typeof SIMD_IMMEDIATE;

/** imm8 stands in two places. */
interface Immediate {
  readonly Q: number;
  readonly abc: number;
  readonly cmode: number;
  readonly defgh: number;
  readonly Rd: number;
}

const imm8Of = ({ abc, defgh }: Pick<Immediate, "abc" | "defgh">): number => (abc << 5) | defgh;

/** Every element of Vd = value. */
function fill<V>(m: Operations<V>, size: Size, Q: number, Rd: number, value: V): void {
  const { count, bits } = shape(size, Q);
  m.writeV(Rd, bits, count === 1 ? value : m.duplicate(size, count, value));
}

/** Vd = f of each of its elements; AdvSIMDExpandImm's op does not matter here. */
function change<V>(
  m: Operations<V>, operands: Immediate, f: (x: V, immediate: ElementImmediate) => V,
): void {
  const { Q, cmode, Rd } = operands;
  const immediate = AdvSIMDExpandImm(0, cmode, imm8Of(operands));
  eachOf(m, shape(immediate.size, Q), Rd, Rd, (x) => f(x, immediate));
}

const modifiedImmediate: Semantics<Tables["Advanced SIMD modified immediate"]> = {
  "MOVI"(m, operands) {
    const { Q, op, cmode, Rd } = operands;
    const { size, value } = AdvSIMDExpandImm(op, cmode, imm8Of(operands));
    fill(m, size, Q, Rd, m.constant(value));
  },

  "MVNI"(m, operands) {
    const { Q, cmode, Rd } = operands;
    const { size, value } = AdvSIMDExpandImm(0, cmode, imm8Of(operands));
    fill(m, size, Q, Rd, m.not(size, m.constant(value)));
  },

  "ORR (vector, immediate)": (m, o) => change(m, o, (x, { value }) => m.or(x, m.constant(value))),
  "BIC (vector, immediate)": (m, o) =>
    change(m, o, (x, { size, value }) => m.and(x, m.not(size, m.constant(value)))),

  "FMOV (vector, immediate, half-precision)"(m, operands) {
    fill(m, 16, operands.Q, operands.Rd, m.constant(VFPExpandImm(imm8Of(operands), 16)));
  },

  "FMOV (vector, immediate)"(m, operands) {
    const { Q, op, Rd } = operands;
    const width = op ? 64 : 32;
    fill(m, width, Q, Rd, m.constant(VFPExpandImm(imm8Of(operands), width)));
  },
};

const shiftByImmediate: Semantics<Tables["Advanced SIMD shift by immediate"]> = {
  "SSHR": (m, o) => right(m, o, shiftRight(SIGNED)),
  "SSRA": (m, o) => rightAndAdd(m, o, shiftRight(SIGNED)),
  "SRSHR": (m, o) => right(m, o, roundingShiftRight(SIGNED)),
  "SRSRA": (m, o) => rightAndAdd(m, o, roundingShiftRight(SIGNED)),
  "SHL": (m, o) => left(m, o, shiftLeft),
  "SQSHL (immediate)": (m, o) => left(m, o, saturatingShiftLeft(SIGNED, SIGNED)),
  "SHRN": (m, o) => rightAndNarrow(m, o, narrowing),
  "RSHRN": (m, o) => rightAndNarrow(m, o, roundingNarrowing),
  "SQSHRN": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(SIGNED, SIGNED)),
  "SQRSHRN": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(SIGNED, SIGNED)),
  "SSHLL": (m, o) => leftAndWiden(m, SIGNED, o),
  "SCVTF (vector, fixed-point)": (m, o) =>
    convert(m, o, (bits, fraction) => FixedToFP({ bits, fraction, signed: SIGNED })),
  "FCVTZS (vector, fixed-point)": (m, o) =>
    convert(m, o, (bits, fraction) => FPToFixed({ bits, fraction, signed: SIGNED }, "ZERO")),
  "USHR": (m, o) => right(m, o, shiftRight(UNSIGNED)),
  "USRA": (m, o) => rightAndAdd(m, o, shiftRight(UNSIGNED)),
  "URSHR": (m, o) => right(m, o, roundingShiftRight(UNSIGNED)),
  "URSRA": (m, o) => rightAndAdd(m, o, roundingShiftRight(UNSIGNED)),
  "SRI": (m, o) => insertRight(m, o),
  "SLI": (m, o) => insertLeft(m, o),
  "SQSHLU": (m, o) => left(m, o, saturatingShiftLeft(SIGNED, UNSIGNED)),
  "UQSHL (immediate)": (m, o) => left(m, o, saturatingShiftLeft(UNSIGNED, UNSIGNED)),
  "SQSHRUN": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(SIGNED, UNSIGNED)),
  "SQRSHRUN": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(SIGNED, UNSIGNED)),
  "UQSHRN": (m, o) => rightAndNarrow(m, o, saturatingNarrowing(UNSIGNED, UNSIGNED)),
  "UQRSHRN": (m, o) => rightAndNarrow(m, o, saturatingRoundingNarrowing(UNSIGNED, UNSIGNED)),
  "USHLL": (m, o) => leftAndWiden(m, UNSIGNED, o),
  "UCVTF (vector, fixed-point)": (m, o) =>
    convert(m, o, (bits, fraction) => FixedToFP({ bits, fraction, signed: UNSIGNED })),
  "FCVTZU (vector, fixed-point)": (m, o) =>
    convert(m, o, (bits, fraction) => FPToFixed({ bits, fraction, signed: UNSIGNED }, "ZERO")),
};

export const simdImmediate: GroupSemantics<Tables> = {
  "Advanced SIMD modified immediate": modifiedImmediate,
  "Advanced SIMD shift by immediate": shiftByImmediate,
};
