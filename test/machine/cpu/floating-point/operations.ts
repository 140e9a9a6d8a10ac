// Every floating-point function with the instruction that does just that, so that the two can be compared.
// In the assembly, operands stand in registers 0, 1 and 2 (the first one in X9 as well), and the result goes to
// register 3 or to X10 (in which an instruction with an X10 or W10 in it leaves it). "@" is the width's letter.

import {
  fpAbs, fpAdd, fpDiv, fpMul, fpMulX, fpNeg, fpSqrt, fpSub,
} from "../../../../src/machine/cpu/floating-point/arithmetic";
import { fpCompare, fpCompareEq, fpCompareGe, fpCompareGt } from "../../../../src/machine/cpu/floating-point/compare";
import { roundingOf, type FpContext, type Rounding } from "../../../../src/machine/cpu/floating-point/context";
import { fpConvert, fpConvertRoundOdd } from "../../../../src/machine/cpu/floating-point/convert";
import {
  fpRecipEstimate, fpRecpX, fpRSqrtEstimate, unsignedRecipEstimate, unsignedRSqrtEstimate,
} from "../../../../src/machine/cpu/floating-point/estimates";
import { fixedToFp, fpToFixed, fpToFixedJS } from "../../../../src/machine/cpu/floating-point/fixed-point";
import type { FpWidth } from "../../../../src/machine/cpu/floating-point/format";
import { fpMulAdd, fpRecipStepFused, fpRSqrtStepFused } from "../../../../src/machine/cpu/floating-point/fused";
import { fpMax, fpMaxNum, fpMin, fpMinNum } from "../../../../src/machine/cpu/floating-point/min-max";
import { fpRoundInt, fpRoundIntN } from "../../../../src/machine/cpu/floating-point/round-to-integral";

export interface Operation {
  /** "FPAdd/64" */
  readonly name: string;
  /** Of the operands: 0 if they are integers. */
  readonly width: FpWidth | 0;
  readonly operands: 1 | 2 | 3;
  readonly assembly: string;
  readonly apply: (c: FpContext, x: bigint, y: bigint, z: bigint) => bigint;
}

type Apply = (c: FpContext, w: FpWidth, x: bigint, y: bigint, z: bigint) => bigint;

const LETTERS = { 16: "h", 32: "s", 64: "d" } as const;
const ALL = [16, 32, 64] as const;

const NZCV = "; mrs x10, nzcv; lsr x10, x10, #28";
const mask = (w: FpWidth, yes: bigint): bigint => (yes === 1n ? (1n << BigInt(w)) - 1n : 0n);

const IN_EVERY_WIDTH: readonly (readonly [name: string, operands: 1 | 2 | 3, assembly: string, apply: Apply])[] = [
  ["FPAdd",           2, "fadd @3, @0, @1",       fpAdd],
  ["FPSub",           2, "fsub @3, @0, @1",       fpSub],
  ["FPMul",           2, "fmul @3, @0, @1",       fpMul],
  ["FPMulX",          2, "fmulx @3, @0, @1",      fpMulX],
  ["FPDiv",           2, "fdiv @3, @0, @1",       fpDiv],
  ["FPSqrt",          1, "fsqrt @3, @0",          fpSqrt],
  ["FPMulAdd",        3, "fmadd @3, @1, @2, @0",  fpMulAdd],
  ["FPMax",           2, "fmax @3, @0, @1",       fpMax],
  ["FPMin",           2, "fmin @3, @0, @1",       fpMin],
  ["FPMaxNum",        2, "fmaxnm @3, @0, @1",     fpMaxNum],
  ["FPMinNum",        2, "fminnm @3, @0, @1",     fpMinNum],
  ["FPAbs",           1, "fabs @3, @0",           fpAbs],
  ["FPNeg",           1, "fneg @3, @0",           fpNeg],
  ["FPCompare",       2, `fcmp @0, @1${NZCV}`,    (c, w, x, y) => fpCompare(c, w, x, y, false)],
  ["FPCompareE",      2, `fcmpe @0, @1${NZCV}`,   (c, w, x, y) => fpCompare(c, w, x, y, true)],
  ["FPCompareEQ",     2, "fcmeq @3, @0, @1",      (c, w, x, y) => mask(w, fpCompareEq(c, w, x, y))],
  ["FPCompareGE",     2, "fcmge @3, @0, @1",      (c, w, x, y) => mask(w, fpCompareGe(c, w, x, y))],
  ["FPCompareGT",     2, "fcmgt @3, @0, @1",      (c, w, x, y) => mask(w, fpCompareGt(c, w, x, y))],
  ["FPRecipEstimate", 1, "frecpe @3, @0",         fpRecipEstimate],
  ["FPRSqrtEstimate", 1, "frsqrte @3, @0",        fpRSqrtEstimate],
  ["FPRecpX",         1, "frecpx @3, @0",         fpRecpX],
  ["FPRecipStep",     2, "frecps @3, @0, @1",     fpRecipStepFused],
  ["FPRSqrtStep",     2, "frsqrts @3, @0, @1",    fpRSqrtStepFused],
  ["FPRoundInt-I",    1, "frinti @3, @0",         (c, w, x) => fpRoundInt(c, w, x, roundingOf(c.fpcr), false)],
  ["FPRoundInt-X",    1, "frintx @3, @0",         (c, w, x) => fpRoundInt(c, w, x, roundingOf(c.fpcr), true)],
  ["FPRoundInt-N",    1, "frintn @3, @0",         (c, w, x) => fpRoundInt(c, w, x, "TIEEVEN", false)],
  ["FPRoundInt-P",    1, "frintp @3, @0",         (c, w, x) => fpRoundInt(c, w, x, "POSINF", false)],
  ["FPRoundInt-M",    1, "frintm @3, @0",         (c, w, x) => fpRoundInt(c, w, x, "NEGINF", false)],
  ["FPRoundInt-Z",    1, "frintz @3, @0",         (c, w, x) => fpRoundInt(c, w, x, "ZERO", false)],
  ["FPRoundInt-A",    1, "frinta @3, @0",         (c, w, x) => fpRoundInt(c, w, x, "TIEAWAY", false)],
];

const ROUNDINGS = [["n", "TIEEVEN"], ["p", "POSINF"], ["m", "NEGINF"], ["z", "ZERO"], ["a", "TIEAWAY"]] as const;

function* toFixed(): Generator<Operation> {
  for (const width of ALL) {
    const convert = (
      mnemonic: string, register: string, fraction: number, unsigned: boolean, intWidth: number, rounding: Rounding,
    ): Operation => ({
      name: `FPToFixed-${mnemonic}-${intWidth}.${fraction}/${width}`, width, operands: 1,
      assembly: `${mnemonic} ${register}, ${LETTERS[width]}0${fraction > 0 ? `, #${fraction}` : ""}`,
      apply: (c, x) => fpToFixed(c, width, x, fraction, unsigned, intWidth, rounding),
    });
    for (const unsigned of [false, true]) {
      const su = unsigned ? "u" : "s";
      for (const [letter, rounding] of ROUNDINGS) {
        yield convert(`fcvt${letter}${su}`, "w10", 0, unsigned, 32, rounding);
        yield convert(`fcvt${letter}${su}`, "x10", 0, unsigned, 64, rounding);
        if (width === 16) yield convert(`fcvt${letter}${su}`, "h3", 0, unsigned, 16, rounding);
      }
      for (const fraction of [1, 7, 32]) yield convert(`fcvtz${su}`, "w10", fraction, unsigned, 32, "ZERO");
      for (const fraction of [3, 64]) yield convert(`fcvtz${su}`, "x10", fraction, unsigned, 64, "ZERO");
      if (width === 16) {
        // QEMU 7.2 leaves the sign of this one's result in bits 31:16 of V3 too, which the manual has zero.
        const { assembly, ...rest } = convert(`fcvtz${su}`, "h3", 5, unsigned, 16, "ZERO");
        yield { ...rest, assembly: `${assembly}; umov w10, v3.h[0]` };
      }
    }
  }
}

function* fromFixed(): Generator<Operation> {
  for (const width of ALL) {
    const convert = (mnemonic: string, register: string, fraction: number, unsigned: boolean, intWidth: number): Operation => ({
      name: `FixedToFP-${mnemonic}-${intWidth}.${fraction}/${width}`, width: 0, operands: 1,
      assembly: `${mnemonic} ${LETTERS[width]}3, ${register}${fraction > 0 ? `, #${fraction}` : ""}`,
      apply: (c, x) => fixedToFp(c, width, BigInt.asUintN(intWidth, x), fraction, unsigned, intWidth, roundingOf(c.fpcr)),
    });
    for (const unsigned of [false, true]) {
      const mnemonic = unsigned ? "ucvtf" : "scvtf";
      for (const fraction of [0, 1, 32]) yield convert(mnemonic, "w9", fraction, unsigned, 32);
      for (const fraction of [0, 7, 64]) yield convert(mnemonic, "x9", fraction, unsigned, 64);
      if (width === 16) for (const fraction of [0, 5, 16]) yield convert(mnemonic, "h0", fraction, unsigned, 16);
    }
  }
}

function* converts(): Generator<Operation> {
  for (const from of ALL) {
    for (const to of ALL) {
      if (from === to) continue;
      yield {
        name: `FPConvert-${to}/${from}`, width: from, operands: 1,
        assembly: `fcvt ${LETTERS[to]}3, ${LETTERS[from]}0`, apply: (c, x) => fpConvert(c, from, to, x),
      };
    }
  }
}

function* roundIntN(): Generator<Operation> {
  for (const width of [32, 64] as const) {
    for (const intSize of [32, 64] as const) {
      for (const letter of ["z", "x"]) {
        yield {
          name: `FPRoundIntN-${intSize}${letter}/${width}`, width, operands: 1,
          assembly: `frint${intSize}${letter} ${LETTERS[width]}3, ${LETTERS[width]}0`,
          apply: (c, x) => fpRoundIntN(c, width, x, letter === "z" ? "ZERO" : roundingOf(c.fpcr), intSize),
        };
      }
    }
  }
}

export function operations(): readonly Operation[] {
  return [
    ...IN_EVERY_WIDTH.flatMap(([name, operands, assembly, apply]) => ALL.map((width): Operation => ({
      name: `${name}/${width}`, width, operands,
      assembly: assembly.replaceAll("@", LETTERS[width]), apply: (c, x, y, z) => apply(c, width, x, y, z),
    }))),
    ...converts(),
    { name: "FPConvertRoundOdd/64", width: 64, operands: 1, assembly: "fcvtxn s3, d0",
      apply: (c, x) => fpConvertRoundOdd(c, 64, 32, x) },
    ...toFixed(),
    ...fromFixed(),
    { name: "FPToFixedJS/64", width: 64, operands: 1, // Z goes to bit 32.
      assembly: "fjcvtzs w10, d0; mrs x11, nzcv; ubfx x11, x11, #30, #1; orr x10, x10, x11, lsl #32",
      apply: (c, x) => { const { result, Z } = fpToFixedJS(c, x); return result | (Z << 32n); } },
    ...roundIntN(),
    { name: "UnsignedRecipEstimate", width: 0, operands: 1, assembly: "urecpe v3.2s, v0.2s; fmov w10, s3",
      apply: (_c, x) => unsignedRecipEstimate(BigInt.asUintN(32, x)) },
    { name: "UnsignedRSqrtEstimate", width: 0, operands: 1, assembly: "ursqrte v3.2s, v0.2s; fmov w10, s3",
      apply: (_c, x) => unsignedRSqrtEstimate(BigInt.asUintN(32, x)) },
  ];
}
