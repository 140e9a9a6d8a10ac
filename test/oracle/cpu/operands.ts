// What a row's vector registers are likely to hold, by the row's name and the fields that say the size of a lane.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import { FLOATS, INTEGERS, type Lanes, widthOf } from "./lanes";
import { DOUBLE, type Format, HALF, SINGLE } from "./values";

/** Whether the row computes with floating-point numbers, and so reads FPCR. */
export const isFloating = (row: Row): boolean => /^F(?!MOV)|CVTF|^UR(ECP|SQRT)E/.test(row.name);

/** Whether it takes its integers to floating point. */
const isFromInteger = (row: Row): boolean => /^[SU]CVTF|^UR/.test(row.name);

export interface LikelyLanes {
  readonly likely: readonly Lanes[];
  readonly others: readonly Lanes[];
}

const RANDOM: readonly Lanes[] = [{ kind: "random" }];
const RANDOM_OR_INTEGERS: readonly Lanes[] = [...INTEGERS, ...RANDOM];
const SMALL: Lanes = { kind: "small" };

/** Lanes that the row computes with. */
export function lanesOf(row: Row, word: number): LikelyLanes {
  const operands = operandsOf(row, word);
  if (isFloating(row)) {
    const formats = formatsOf(row, operands);
    const hasWidth = (lanes: Lanes): boolean => formats.some(({ width }) => width === widthOf(lanes));
    return { likely: (isFromInteger(row) ? INTEGERS : FLOATS).filter(hasWidth), others: RANDOM };
  }
  if (/^FMOV/.test(row.name)) return { likely: FLOATS, others: RANDOM };
  if (/^TB[LX]|SHL|^EXT/.test(row.name)) return { likely: [SMALL, ...sizedIntegers(operands)], others: INTEGERS };
  return { likely: sizedIntegers(operands), others: RANDOM_OR_INTEGERS };
}

function sizedIntegers({ size, immh, imm5 }: Readonly<Record<string, number>>): readonly Lanes[] {
  if (size !== undefined) return [INTEGERS[size]!, INTEGERS[Math.min(size + 1, 3)]!];
  if (immh !== undefined && immh !== 0) return [INTEGERS[31 - Math.clz32(immh)]!, INTEGERS[Math.min(32 - Math.clz32(immh), 3)]!];
  if (imm5 !== undefined && (imm5 & 15) !== 0) return [INTEGERS[31 - Math.clz32(imm5 & -imm5)]!];
  return INTEGERS;
}

/** The formats that the row's operands are in. */
export function formatsOf(row: Row, { ftype, sz, size, immh }: Readonly<Record<string, number>>): readonly Format[] {
  if (/half-precision/.test(row.name)) return [HALF];
  if (ftype !== undefined) return ftype === 0 ? [SINGLE] : ftype === 1 ? [DOUBLE] : [HALF];
  if (/^FCVTL/.test(row.name)) return sz === 0 ? [HALF] : [SINGLE];
  if (/^FCVTN|^FCVTXN/.test(row.name) && !/^FCVTN[SU]/.test(row.name)) return sz === 0 ? [SINGLE] : [DOUBLE];
  if (sz !== undefined) return sz === 0 ? [SINGLE] : [DOUBLE];
  if (size !== undefined) return size === 1 ? [HALF] : size === 2 ? [SINGLE] : [DOUBLE];
  if (immh !== undefined) return immh >= 8 ? [DOUBLE] : immh >= 4 ? [SINGLE] : [HALF];
  return row.name === "FJCVTZS" ? [DOUBLE] : [SINGLE, DOUBLE];
}
