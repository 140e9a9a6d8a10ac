// What the rows of tables/fp-convert.ts do: between a general-purpose register and a scalar in a
// vector register.

import type { FP_CONVERT } from "../../decoder/tables/fp-convert";
import type { Rounding } from "../floating-point/context";
import { FixedToFP, FPToFixed, FPToFixedJS } from "../fp-operations";
import { type Operations, widthOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { widthOfFtype } from "./shape";

type Tables = typeof FP_CONVERT;

interface Conversion {
  readonly sf: number;
  readonly ftype: number;
  readonly Rn: number;
  readonly Rd: number;
}

interface FixedPoint extends Conversion {
  readonly scale: number;
}

const fixedPoint: Semantics<Tables["Conversion between floating-point and fixed-point"]> = {
  "SCVTF (scalar, fixed-point)": (m, operands) => fromFixed(m, operands, true),
  "UCVTF (scalar, fixed-point)": (m, operands) => fromFixed(m, operands, false),
  "FCVTZS (scalar, fixed-point)": (m, operands) => toFixed(m, operands, true),
  "FCVTZU (scalar, fixed-point)": (m, operands) => toFixed(m, operands, false),
};

/** The bits after the point, 1 to the width of the register. */
const fractionOf = (scale: number): number => 64 - scale;

function fromFixed<V>(
  m: Operations<V>, { sf, ftype, scale, Rn, Rd }: FixedPoint, signed: boolean,
): void {
  const bits = widthOf(sf);
  const width = widthOfFtype(ftype);
  const operation = FixedToFP({ bits, fraction: fractionOf(scale), signed });
  m.writeV(Rd, width, m.fp(operation, width, m.readX(Rn, bits)));
}

function toFixed<V>(
  m: Operations<V>, { sf, ftype, scale, Rn, Rd }: FixedPoint, signed: boolean,
): void {
  const bits = widthOf(sf);
  const width = widthOfFtype(ftype);
  const operation = FPToFixed({ bits, fraction: fractionOf(scale), signed }, "ZERO");
  m.writeX(Rd, bits, m.fp(operation, width, m.readV(Rn, width)));
}

const integer: Semantics<Tables["Conversion between floating-point and integer"]> = {
  "FCVTNS (scalar)": toInteger(true, "TIEEVEN"),
  "FCVTNU (scalar)": toInteger(false, "TIEEVEN"),
  "SCVTF (scalar, integer)": fromInteger(true),
  "UCVTF (scalar, integer)": fromInteger(false),
  "FCVTAS (scalar)": toInteger(true, "TIEAWAY"),
  "FCVTAU (scalar)": toInteger(false, "TIEAWAY"),
  "FCVTPS (scalar)": toInteger(true, "POSINF"),
  "FCVTPU (scalar)": toInteger(false, "POSINF"),
  "FCVTMS (scalar)": toInteger(true, "NEGINF"),
  "FCVTMU (scalar)": toInteger(false, "NEGINF"),
  "FCVTZS (scalar, integer)": toInteger(true, "ZERO"),
  "FCVTZU (scalar, integer)": toInteger(false, "ZERO"),

  // The bits as they are. rmode is 1 for the upper half of a vector, opcode 1 for the way there.
  "FMOV (general)"(m, { sf, ftype, rmode, opcode, Rn, Rd }) {
    if (rmode === 1) moveUpperHalf(m, opcode === 1, Rn, Rd);
    else if (opcode === 1) m.writeV(Rd, widthOfFtype(ftype), fromX(m, sf, ftype, Rn));
    else m.writeX(Rd, widthOf(sf), m.readV(Rn, widthOfFtype(ftype)));
  },

  "FJCVTZS"(m, { Rn, Rd }) {
    const converted = m.let("converted", m.fp(FPToFixedJS, 64, m.readV(Rn, 64)));
    m.writeX(Rd, 32, m.bits(converted, 31, 0));
    m.writeNzcv(m.join(m.bits(converted, 32, 32), m.constant(0), 2)); // Z
  },
};

/** The operations are made once, not for each instruction executed. */
function toInteger(signed: boolean, rounding: Rounding) {
  const to = {
    32: FPToFixed({ bits: 32, fraction: 0, signed }, rounding),
    64: FPToFixed({ bits: 64, fraction: 0, signed }, rounding),
  };
  return <V>(m: Operations<V>, { sf, ftype, Rn, Rd }: Conversion): void => {
    const bits = widthOf(sf);
    const width = widthOfFtype(ftype);
    m.writeX(Rd, bits, m.fp(to[bits], width, m.readV(Rn, width)));
  };
}

function fromInteger(signed: boolean) {
  const from = {
    32: FixedToFP({ bits: 32, fraction: 0, signed }),
    64: FixedToFP({ bits: 64, fraction: 0, signed }),
  };
  return <V>(m: Operations<V>, { sf, ftype, Rn, Rd }: Conversion): void => {
    const bits = widthOf(sf);
    const width = widthOfFtype(ftype);
    m.writeV(Rd, width, m.fp(from[bits], width, m.readX(Rn, bits)));
  };
}

/** As many bits of Xn as the scalar has. */
function fromX<V>(m: Operations<V>, sf: number, ftype: number, Rn: number): V {
  const x = m.readX(Rn, widthOf(sf));
  return widthOfFtype(ftype) === 16 ? m.bits(x, 15, 0) : x;
}

function moveUpperHalf<V>(m: Operations<V>, toVector: boolean, Rn: number, Rd: number): void {
  if (toVector) m.writeV(Rd, 128, m.withElement(64, m.readV(Rd, 128), 1, m.readX(Rn, 64)));
  else m.writeX(Rd, 64, m.element(64, m.readV(Rn, 128), 1));
}

export const fpConvert: GroupSemantics<Tables> = {
  "Conversion between floating-point and fixed-point": fixedPoint,
  "Conversion between floating-point and integer": integer,
};
