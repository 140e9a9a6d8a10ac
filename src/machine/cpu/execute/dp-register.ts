// What the rows of tables/dp-register.ts do.

import type { DP_REGISTER } from "../../decoder/tables/dp-register";
import {
  CRC32B, CRC32CB, CRC32CH, CRC32CW, CRC32CX, CRC32H, CRC32W, CRC32X,
} from "../crypto/crc32";
import type { Helper } from "../helper";
import { type Operations, type ShiftType, type Size, type Width, widthOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { CountLeadingSignBits, CountLeadingZeros, ReverseBits, ReverseBytes } from "./bit-helpers";
import { flag, flagsOfLogical } from "./flags";

type Tables = typeof DP_REGISTER;

const twoSource: Semantics<Tables["Data-processing (2 source)"]> = {
  "UDIV"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.divide(false, width, m.readX(Rn, width), m.readX(Rm, width)));
  },
  "SDIV"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.divide(true, width, m.readX(Rn, width), m.readX(Rm, width)));
  },
  "LSLV": (m, operands) => shiftByRegister(m, "LSL", operands),
  "LSRV": (m, operands) => shiftByRegister(m, "LSR", operands),
  "ASRV": (m, operands) => shiftByRegister(m, "ASR", operands),
  "RORV": (m, operands) => shiftByRegister(m, "ROR", operands),
  "CRC32B": (m, operands) => crc(m, CRC32B, 32, operands),
  "CRC32H": (m, operands) => crc(m, CRC32H, 32, operands),
  "CRC32W": (m, operands) => crc(m, CRC32W, 32, operands),
  "CRC32X": (m, operands) => crc(m, CRC32X, 64, operands),
  "CRC32CB": (m, operands) => crc(m, CRC32CB, 32, operands),
  "CRC32CH": (m, operands) => crc(m, CRC32CH, 32, operands),
  "CRC32CW": (m, operands) => crc(m, CRC32CW, 32, operands),
  "CRC32CX": (m, operands) => crc(m, CRC32CX, 64, operands),
};

interface ThreeRegisters {
  readonly Rm: number;
  readonly Rn: number;
  readonly Rd: number;
}

/** By the amount modulo the width: x << 65 is x << 1. */
function shiftByRegister<V>(
  m: Operations<V>, type: ShiftType, { sf, Rm, Rn, Rd }: ThreeRegisters & { readonly sf: number },
): void {
  const width = widthOf(sf);
  const amount = m.and(m.readX(Rm, width), m.constant(width - 1));
  m.writeX(Rd, width, m.shift(type, width, m.readX(Rn, width), amount));
}

function crc<V>(
  m: Operations<V>, helper: Helper, width: Width, { Rm, Rn, Rd }: ThreeRegisters,
): void {
  m.writeX(Rd, 32, m.call(helper, m.readX(Rn, 32), m.readX(Rm, width)));
}

const oneSource: Semantics<Tables["Data-processing (1 source)"]> = {
  "RBIT"(m, { sf, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.call(ReverseBits[width], m.readX(Rn, width)));
  },
  "REV16": (m, { sf, Rn, Rd }) => reverse(m, widthOf(sf), 16, Rn, Rd),
  "REV (32-bit)": (m, { Rn, Rd }) => reverse(m, 32, 32, Rn, Rd),
  "REV32": (m, { Rn, Rd }) => reverse(m, 64, 32, Rn, Rd),
  "REV (64-bit)": (m, { Rn, Rd }) => reverse(m, 64, 64, Rn, Rd),
  "CLZ"(m, { sf, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.call(CountLeadingZeros[width], m.readX(Rn, width)));
  },
  "CLS"(m, { sf, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.call(CountLeadingSignBits[width], m.readX(Rn, width)));
  },
};

/** The bytes of each container of `size` bits, in reverse order. */
function reverse<V>(
  m: Operations<V>, width: Width, size: 16 | 32 | 64, Rn: number, Rd: number,
): void {
  const reversed = (x: V): V => m.call(ReverseBytes[size], x);
  m.writeX(Rd, width, m.map(size, width / size, reversed, m.readX(Rn, width)));
}

interface Shifted extends ThreeRegisters {
  readonly sf: number;
  readonly shift: number;
  readonly imm6: number;
}

const SHIFT_TYPES: readonly ShiftType[] = ["LSL", "LSR", "ASR", "ROR"];

/** Rm, shifted as the encoding says. */
function shifted<V>(m: Operations<V>, { sf, shift, Rm, imm6 }: Omit<Shifted, "Rn" | "Rd">): V {
  const width = widthOf(sf);
  return imm6 === 0
    ? m.readX(Rm, width)
    : m.shift(SHIFT_TYPES[shift]!, width, m.readX(Rm, width), m.constant(imm6));
}

function logic<V>(m: Operations<V>, operands: Shifted, f: (x: V, y: V) => V): void {
  const width = widthOf(operands.sf);
  m.writeX(operands.Rd, width, f(m.readX(operands.Rn, width), shifted(m, operands)));
}

function logicWithFlags<V>(m: Operations<V>, operands: Shifted, f: (x: V, y: V) => V): void {
  const width = widthOf(operands.sf);
  const result = m.let("result", f(m.readX(operands.Rn, width), shifted(m, operands)));
  m.writeX(operands.Rd, width, result);
  m.writeNzcv(flagsOfLogical(m, width, result));
}

const logical: Semantics<Tables["Logical (shifted register)"]> = {
  "AND (shifted register)": (m, operands) => logic(m, operands, (x, y) => m.and(x, y)),
  "BIC (shifted register)": (m, o) => logic(m, o, (x, y) => m.and(x, m.not(widthOf(o.sf), y))),
  "ORR (shifted register)": (m, operands) => logic(m, operands, (x, y) => m.or(x, y)),
  "ORN (shifted register)": (m, o) => logic(m, o, (x, y) => m.or(x, m.not(widthOf(o.sf), y))),
  "EOR (shifted register)": (m, operands) => logic(m, operands, (x, y) => m.xor(x, y)),
  "EON (shifted register)": (m, o) => logic(m, o, (x, y) => m.xor(x, m.not(widthOf(o.sf), y))),
  "ANDS (shifted register)": (m, operands) => logicWithFlags(m, operands, (x, y) => m.and(x, y)),
  "BICS (shifted register)": (m, o) =>
    logicWithFlags(m, o, (x, y) => m.and(x, m.not(widthOf(o.sf), y))),
};

const addSubtractShifted: Semantics<Tables["Add/subtract (shifted register)"]> = {
  "ADD (shifted register)"(m, operands) {
    const { Rn, Rd } = operands;
    const width = widthOf(operands.sf);
    m.writeX(Rd, width, m.add(width, m.readX(Rn, width), shifted(m, operands)));
  },
  "ADDS (shifted register)"(m, operands) {
    const { Rn, Rd } = operands;
    const width = widthOf(operands.sf);
    addWithFlags(m, width, Rd, m.readX(Rn, width), shifted(m, operands), m.constant(0));
  },
  "SUB (shifted register)"(m, operands) {
    const { Rn, Rd } = operands;
    const width = widthOf(operands.sf);
    m.writeX(Rd, width, m.sub(width, m.readX(Rn, width), shifted(m, operands)));
  },
  "SUBS (shifted register)"(m, operands) {
    const { Rn, Rd } = operands;
    const width = widthOf(operands.sf);
    const notY = m.not(width, shifted(m, operands));
    addWithFlags(m, width, Rd, m.readX(Rn, width), notY, m.constant(1));
  },
};

function addWithFlags<V>(m: Operations<V>, width: Width, Rd: number, x: V, y: V, carryIn: V): void {
  const sum = m.addWithCarry(width, x, y, carryIn);
  m.writeX(Rd, width, sum.value);
  m.writeNzcv(sum.nzcv);
}

const addSubtractExtended: Semantics<Tables["Add/subtract (extended register)"]> = {
  "ADD (extended register)"(m, { sf, Rm, option, imm3, Rn, Rd }) {
    const width = widthOf(sf);
    const y = extended(m, width, Rm, option, imm3);
    m.writeXOrSp(Rd, width, m.add(width, m.readXOrSp(Rn, width), y));
  },
  "ADDS (extended register)"(m, { sf, Rm, option, imm3, Rn, Rd }) {
    const width = widthOf(sf);
    const y = extended(m, width, Rm, option, imm3);
    addWithFlags(m, width, Rd, m.readXOrSp(Rn, width), y, m.constant(0));
  },
  "SUB (extended register)"(m, { sf, Rm, option, imm3, Rn, Rd }) {
    const width = widthOf(sf);
    const y = extended(m, width, Rm, option, imm3);
    m.writeXOrSp(Rd, width, m.sub(width, m.readXOrSp(Rn, width), y));
  },
  "SUBS (extended register)"(m, { sf, Rm, option, imm3, Rn, Rd }) {
    const width = widthOf(sf);
    const notY = m.not(width, extended(m, width, Rm, option, imm3));
    addWithFlags(m, width, Rd, m.readXOrSp(Rn, width), notY, m.constant(1));
  },
};

/**
 * ExtendReg(): option<2> is the sign, and option<1:0> how many of Rm's bits are taken, 8 to 64;
 * then shifted left. Loads and stores use it too.
 */
export function extended<V>(
  m: Operations<V>, width: Width, Rm: number, option: number, amount: number,
): V {
  const from = 8 << (option & 3);
  const x = m.readX(Rm, width);
  const value = from >= width ? x : m.extend((option & 4) !== 0, from, width, x);
  return amount === 0 ? value : m.shift("LSL", width, value, m.constant(amount));
}

const addSubtractCarry: Semantics<Tables["Add/subtract (with carry)"]> = {
  "ADC"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    const sum = m.addWithCarry(width, m.readX(Rn, width), m.readX(Rm, width), flag(m, 1));
    m.writeX(Rd, width, sum.value);
  },
  "ADCS"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    addWithFlags(m, width, Rd, m.readX(Rn, width), m.readX(Rm, width), flag(m, 1));
  },
  "SBC"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    const notY = m.not(width, m.readX(Rm, width));
    m.writeX(Rd, width, m.addWithCarry(width, m.readX(Rn, width), notY, flag(m, 1)).value);
  },
  "SBCS"(m, { sf, Rm, Rn, Rd }) {
    const width = widthOf(sf);
    addWithFlags(m, width, Rd, m.readX(Rn, width), m.not(width, m.readX(Rm, width)), flag(m, 1));
  },
};

const rotateIntoFlags: Semantics<Tables["Rotate right into flags"]> = {
  "RMIF"(m, { imm6, Rn, mask }) {
    const rotated = m.bits(m.shift("ROR", 64, m.readX(Rn, 64), m.constant(imm6)), 3, 0);
    const kept = m.and(m.readNzcv(), m.constant(~mask & 15));
    m.writeNzcv(m.or(kept, m.and(rotated, m.constant(mask))));
  },
};

const evaluateIntoFlags: Semantics<Tables["Evaluate into flags"]> = {
  "SETF8": (m, { Rn }) => setFlags(m, 8, Rn),
  "SETF16": (m, { Rn }) => setFlags(m, 16, Rn),
};

/** The flags of a sum of two bytes or halfwords that was made in a word. C is kept. */
function setFlags<V>(m: Operations<V>, size: 8 | 16, Rn: number): void {
  const x = m.readX(Rn, 32);
  const top = (): V => m.bits(x, size - 1, size - 1);
  const z = m.compare("EQ", size, m.bits(x, size - 1, 0), m.constant(0));
  const v = m.xor(m.bits(x, size, size), top());
  m.writeNzcv(m.join(m.join(m.join(top(), z, 1), flag(m, 1), 1), v, 1));
}

const conditionalCompareRegister: Semantics<Tables["Conditional compare (register)"]> = {
  "CCMN (register)"(m, { sf, Rm, cond, Rn, nzcv }) {
    const width = widthOf(sf);
    conditionalCompare(m, width, cond, m.readX(Rn, width), m.readX(Rm, width), 0, nzcv);
  },
  "CCMP (register)"(m, { sf, Rm, cond, Rn, nzcv }) {
    const width = widthOf(sf);
    const notY = m.not(width, m.readX(Rm, width));
    conditionalCompare(m, width, cond, m.readX(Rn, width), notY, 1, nzcv);
  },
};

const conditionalCompareImmediate: Semantics<Tables["Conditional compare (immediate)"]> = {
  "CCMN (immediate)"(m, { sf, imm5, cond, Rn, nzcv }) {
    const width = widthOf(sf);
    conditionalCompare(m, width, cond, m.readX(Rn, width), m.constant(imm5), 0, nzcv);
  },
  "CCMP (immediate)"(m, { sf, imm5, cond, Rn, nzcv }) {
    const width = widthOf(sf);
    conditionalCompare(m, width, cond, m.readX(Rn, width), m.not(width, m.constant(imm5)), 1, nzcv);
  },
};

/** If the condition holds, the flags of a comparison; else those of the encoding. */
function conditionalCompare<V>(
  m: Operations<V>, width: Width, cond: number, x: V, y: V, carryIn: number, nzcv: number,
): void {
  const compared = m.addWithCarry(width, x, y, m.constant(carryIn)).nzcv;
  m.writeNzcv(m.select(m.conditionHolds(cond), compared, m.constant(nzcv)));
}

const conditionalSelect: Semantics<Tables["Conditional select"]> = {
  "CSEL": (m, o) => select(m, o, (y) => y),
  "CSINC": (m, o) => select(m, o, (y, size) => m.add(size, y, m.constant(1))),
  "CSINV": (m, o) => select(m, o, (y, size) => m.not(size, y)),
  "CSNEG": (m, o) => select(m, o, (y, size) => m.sub(size, m.constant(0), y)),
};

interface Selection extends ThreeRegisters {
  readonly sf: number;
  readonly cond: number;
}

/** Rn as it is, or Rm changed. */
function select<V>(
  m: Operations<V>, { sf, Rm, cond, Rn, Rd }: Selection,
  change: (y: V, size: Size) => V,
): void {
  const width = widthOf(sf);
  const otherwise = change(m.readX(Rm, width), width);
  m.writeX(Rd, width, m.select(m.conditionHolds(cond), m.readX(Rn, width), otherwise));
}

const threeSource: Semantics<Tables["Data-processing (3 source)"]> = {
  "MADD"(m, { sf, Rm, Ra, Rn, Rd }) {
    const width = widthOf(sf);
    const product = m.mul(width, m.readX(Rn, width), m.readX(Rm, width));
    m.writeX(Rd, width, m.add(width, m.readX(Ra, width), product));
  },
  "MSUB"(m, { sf, Rm, Ra, Rn, Rd }) {
    const width = widthOf(sf);
    const product = m.mul(width, m.readX(Rn, width), m.readX(Rm, width));
    m.writeX(Rd, width, m.sub(width, m.readX(Ra, width), product));
  },
  "SMADDL"(m, { Rm, Ra, Rn, Rd }) {
    m.writeX(Rd, 64, m.add(64, m.readX(Ra, 64), longProduct(m, true, Rn, Rm)));
  },
  "SMSUBL"(m, { Rm, Ra, Rn, Rd }) {
    m.writeX(Rd, 64, m.sub(64, m.readX(Ra, 64), longProduct(m, true, Rn, Rm)));
  },
  "SMULH": (m, { Rm, Rn, Rd }) => m.writeX(Rd, 64, highProduct(m, true, Rn, Rm)),
  "UMADDL"(m, { Rm, Ra, Rn, Rd }) {
    m.writeX(Rd, 64, m.add(64, m.readX(Ra, 64), longProduct(m, false, Rn, Rm)));
  },
  "UMSUBL"(m, { Rm, Ra, Rn, Rd }) {
    m.writeX(Rd, 64, m.sub(64, m.readX(Ra, 64), longProduct(m, false, Rn, Rm)));
  },
  "UMULH": (m, { Rm, Rn, Rd }) => m.writeX(Rd, 64, highProduct(m, false, Rn, Rm)),
};

/** All 64 bits of a product of two words. */
function longProduct<V>(m: Operations<V>, signed: boolean, Rn: number, Rm: number): V {
  const word = (n: number): V => m.extend(signed, 32, 64, m.readX(n, 32));
  return m.mul(64, word(Rn), word(Rm));
}

/** The high 64 of the 128 bits of a product. */
function highProduct<V>(m: Operations<V>, signed: boolean, Rn: number, Rm: number): V {
  const doubleword = (n: number): V => m.extend(signed, 64, 128, m.readX(n, 64));
  return m.bits(m.mul(128, doubleword(Rn), doubleword(Rm)), 127, 64);
}

export const dpRegister: GroupSemantics<Tables> = {
  "Data-processing (2 source)": twoSource,
  "Data-processing (1 source)": oneSource,
  "Logical (shifted register)": logical,
  "Add/subtract (shifted register)": addSubtractShifted,
  "Add/subtract (extended register)": addSubtractExtended,
  "Add/subtract (with carry)": addSubtractCarry,
  "Rotate right into flags": rotateIntoFlags,
  "Evaluate into flags": evaluateIntoFlags,
  "Conditional compare (register)": conditionalCompareRegister,
  "Conditional compare (immediate)": conditionalCompareImmediate,
  "Conditional select": conditionalSelect,
  "Data-processing (3 source)": threeSource,
};
