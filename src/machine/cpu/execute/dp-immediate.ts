// What the rows of tables/dp-immediate.ts do.

import { bug } from "../../../base/bug";
import { decodeLogicalImmediate } from "../../decoder/logical-immediate";
import { signExtend } from "../../decoder/sign-extend";
import type { DP_IMMEDIATE } from "../../decoder/tables/dp-immediate";
import { type Operations, type Width, widthOf } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import { flagsOfLogical } from "./flags";

type Tables = typeof DP_IMMEDIATE;

const pcRelative: Semantics<Tables["PC-rel. addressing"]> = {
  "ADR"(m, { immlo, immhi, Rd }) {
    m.writeX(Rd, 64, m.add(64, m.readPc(), offset(m, (immhi << 2) | immlo)));
  },

  "ADRP"(m, { immlo, immhi, Rd }) {
    const page = m.and(m.readPc(), m.constant(0xffff_ffff_ffff_f000n));
    const pages = signExtend((immhi << 2) | immlo, 21);
    m.writeX(Rd, 64, m.add(64, page, m.constant(BigInt.asUintN(64, BigInt(pages) << 12n))));
  },
};

const offset = <V>(m: Operations<V>, imm21: number): V =>
  m.constant(BigInt.asUintN(64, BigInt(signExtend(imm21, 21))));

const addSubtract: Semantics<Tables["Add/subtract (immediate)"]> = {
  "ADD (immediate)"(m, { sf, sh, imm12, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeXOrSp(Rd, width, m.add(width, m.readXOrSp(Rn, width), immediate(m, imm12, sh)));
  },

  "ADDS (immediate)"(m, { sf, sh, imm12, Rn, Rd }) {
    const width = widthOf(sf);
    const x = m.readXOrSp(Rn, width);
    const sum = m.addWithCarry(width, x, immediate(m, imm12, sh), m.constant(0));
    m.writeX(Rd, width, sum.value); // Rd = 31 is XZR here, not SP: that spelling is CMN.
    m.writeNzcv(sum.nzcv);
  },

  "SUB (immediate)"(m, { sf, sh, imm12, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeXOrSp(Rd, width, m.sub(width, m.readXOrSp(Rn, width), immediate(m, imm12, sh)));
  },

  // x - y is x + ~y + 1, which is why a carry means that nothing was borrowed.
  "SUBS (immediate)"(m, { sf, sh, imm12, Rn, Rd }) {
    const width = widthOf(sf);
    const notY = m.not(width, immediate(m, imm12, sh));
    const sum = m.addWithCarry(width, m.readXOrSp(Rn, width), notY, m.constant(1));
    m.writeX(Rd, width, sum.value); // Rd = 31: CMP.
    m.writeNzcv(sum.nzcv);
  },
};

const immediate = <V>(m: Operations<V>, imm12: number, sh: number): V =>
  m.constant(sh ? imm12 << 12 : imm12);

/** Memory tagging is not in the profile. */
const addSubtractTags: Semantics<Tables["Add/subtract (immediate, with tags)"]> = {};

const logical: Semantics<Tables["Logical (immediate)"]> = {
  "AND (immediate)"(m, { sf, N, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeXOrSp(Rd, width, m.and(m.readX(Rn, width), mask(m, N, immr, imms, width)));
  },

  "ORR (immediate)"(m, { sf, N, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeXOrSp(Rd, width, m.or(m.readX(Rn, width), mask(m, N, immr, imms, width)));
  },

  "EOR (immediate)"(m, { sf, N, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    m.writeXOrSp(Rd, width, m.xor(m.readX(Rn, width), mask(m, N, immr, imms, width)));
  },

  "ANDS (immediate)"(m, { sf, N, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    const result = m.let("result", m.and(m.readX(Rn, width), mask(m, N, immr, imms, width)));
    m.writeX(Rd, width, result);
    m.writeNzcv(flagsOfLogical(m, width, result));
  },
};

/** Masks, by sf:N:immr:imms: worked out once. */
const masks = new Map<number, bigint>();

function mask<V>(m: Operations<V>, N: number, immr: number, imms: number, width: Width): V {
  const key = (width << 13) | (N << 12) | (immr << 6) | imms;
  let known = masks.get(key);
  if (known === undefined) {
    known = decodeLogicalImmediate(N, immr, imms, width) ?? bug("a reserved mask");
    masks.set(key, known);
  }
  return m.constant(known);
}

const moveWide: Semantics<Tables["Move wide (immediate)"]> = {
  "MOVN"(m, { sf, hw, imm16, Rd }) {
    const width = widthOf(sf);
    m.writeX(Rd, width, m.constant(BigInt.asUintN(width, ~wide(imm16, hw))));
  },

  "MOVZ"(m, { sf, hw, imm16, Rd }) {
    m.writeX(Rd, widthOf(sf), m.constant(wide(imm16, hw)));
  },

  // The only move that keeps something: the other three quarters of Rd.
  "MOVK"(m, { sf, hw, imm16, Rd }) {
    const width = widthOf(sf);
    const others = m.and(m.readX(Rd, width), m.constant(BigInt.asUintN(width, ~wide(0xffff, hw))));
    m.writeX(Rd, width, m.or(others, m.constant(wide(imm16, hw))));
  },
};

const wide = (imm16: number, hw: number): bigint => BigInt(imm16) << BigInt(16 * hw);

// imms is the last bit that is moved. If it is not below immr, bits imms to immr go to the
// bottom; else bits imms to 0 go up, to where immr = width - lsb says.
const bitfield: Semantics<Tables["Bitfield"]> = {
  "SBFM"(m, { sf, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    const x = m.readX(Rn, width);
    m.writeX(Rd, width, imms >= immr
      ? m.extend(true, imms - immr + 1, width, m.bits(x, imms, immr))
      : m.shift("LSL", width, m.extend(true, imms + 1, width, x), m.constant(width - immr)));
  },

  "BFM"(m, { sf, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    const x = m.readX(Rn, width);
    const [lsb, count] = imms >= immr ? [0, imms - immr + 1] : [width - immr, imms + 1];
    const field = imms >= immr ? m.bits(x, imms, immr) : m.bits(x, imms, 0);
    const hole = BigInt.asUintN(width, ~(((1n << BigInt(count)) - 1n) << BigInt(lsb)));
    const kept = m.and(m.readX(Rd, width), m.constant(hole));
    m.writeX(Rd, width, m.or(kept, m.shift("LSL", width, field, m.constant(lsb))));
  },

  "UBFM"(m, { sf, immr, imms, Rn, Rd }) {
    const width = widthOf(sf);
    const x = m.readX(Rn, width);
    if (imms >= immr) return m.writeX(Rd, width, m.bits(x, imms, immr));
    // LSL, the most frequent: what is above the field is shifted out anyway.
    const field = imms + 1 === immr ? x : m.bits(x, imms, 0);
    m.writeX(Rd, width, m.shift("LSL", width, field, m.constant(width - immr)));
  },
};

const extract: Semantics<Tables["Extract"]> = {
  "EXTR"(m, { sf, imms, Rn, Rm, Rd }) {
    const width = widthOf(sf);
    const pair = m.join(m.readX(Rn, width), m.readX(Rm, width), width);
    m.writeX(Rd, width, m.bits(pair, imms + width - 1, imms));
  },
};

export const dpImmediate: GroupSemantics<Tables> = {
  "PC-rel. addressing": pcRelative,
  "Add/subtract (immediate)": addSubtract,
  "Add/subtract (immediate, with tags)": addSubtractTags,
  "Logical (immediate)": logical,
  "Move wide (immediate)": moveWide,
  "Bitfield": bitfield,
  "Extract": extract,
};
