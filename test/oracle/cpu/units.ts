// Pieces of random programs that are executed from their first word to their last and do not trap: an instruction,
// behind what it needs. No branch goes into the middle of one.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { isInProfile } from "../../../src/machine/cpu/profile";
import type { Random } from "../words";
import { accessesMemory, accessOf } from "./addressing";
import { drawWord, isRegister } from "./encodings";
import { loadFor } from "./exclusives";
import { WINDOW, WINDOW_SIZE } from "./place";
import { FPCR_BITS } from "./states";
import { below, oneIn, pick, random64 } from "./values";
import { LEFT_OUT } from "./vectors";

export const movz = (Rd: number, imm16: number, hw: number): number => (0xd280_0000 | (hw << 21) | (imm16 << 5) | Rd) >>> 0;
const movk = (Rd: number, imm16: number, hw: number): number => (0xf280_0000 | (hw << 21) | (imm16 << 5) | Rd) >>> 0;
const movSp = (Rn: number): number => (0x9100_001f | (Rn << 5)) >>> 0;
/** and xd, xd, #0xff */
const mask = (Rd: number): number => (0x9240_1c00 | (Rd << 5) | Rd) >>> 0;
/** and xd, xd, #0x1f */
const maskFlags = (Rd: number): number => (0x9240_1000 | (Rd << 5) | Rd) >>> 0;
const CLREX = 0xd503_3f5f;
const [MRS_NZCV, MRS_FPCR, MRS_FPSR] = [0xd53b_4200, 0xd53b_4400, 0xd53b_4420];
const [MSR_NZCV, MSR_FPCR, MSR_FPSR] = [0xd51b_4200, 0xd51b_4400, 0xd51b_4420];
const [MRS_TPIDR, MSR_TPIDR] = [0xd53b_d040, 0xd51b_d040];

const MARGIN = 64;
const INDEXED_REACH = 0x1000;

/** Their targets, or their signals, are not for a unit. */
const FLOW = /^(UDF|BRK|SYS|MRS|MSR|B|BL|BR|BLR|RET|B\.cond|CBN?Z|TBN?Z)\b|\(literal/;

export class Units {
  readonly #groups: readonly (readonly Row[])[];

  constructor() {
    const rows = standardDecoder().rows.filter((row) => !(row.name in LEFT_OUT) && !FLOW.test(row.name) && isInProfile(row, row.value));
    const group = (name: RegExp): Row[] => rows.filter((row) => name.test(row.group));
    const [memory, general, vector, system] = [/^Loads/, /^Data processing -- (imm|reg)/, /scalar floating/, /^Branches/].map(group);
    // A row of vectors is as likely as one of the general registers, though there are ten times as many.
    this.#groups = [memory!, memory!, general!, general!, general!, vector!, vector!, vector!, vector!, vector!, system!];
  }

  /** A unit that leaves the registers `kept` alone. */
  draw(random: Random, kept: readonly number[]): readonly number[] {
    if (oneIn(random, 24)) return systemMove(random, kept);
    for (;;) {
      // Barriers and hints change nothing: once in a while is enough.
      const group = pick(random, this.#groups);
      const row = pick(random, group);
      const word = drawWord(row, random, (w) => suits(row, w, kept));
      if (word === undefined) continue;
      if (!accessesMemory(row)) return [word];
      return memoryUnit(row, word, random, kept);
    }
  }
}

/** Whether `word` names none of the registers `kept`, nor is its base its index. */
function suits(row: Row, word: number, kept: readonly number[]): boolean {
  const operands = operandsOf(row, word);
  const named = row.fields.filter(isRegister).flatMap(({ name }) =>
    (row.name === "CASP" && name !== "Rn" ? [operands[name]!, operands[name]! + 1] : [operands[name]!]));
  if (named.some((n) => kept.includes(n))) return false;
  return !accessesMemory(row) || operands["Rm"] !== operands["Rn"];
}

function memoryUnit(row: Row, word: number, random: Random, kept: readonly number[]): number[] {
  const { Rn, Rm } = operandsOf(row, word);
  const { offset, alignment } = accessOf(row, word);
  const isIndexed = row.class === "Load/store register (register offset)" && Rm !== 31;
  const reach = WINDOW_SIZE - 2 * MARGIN - (isIndexed ? INDEXED_REACH : 0);
  const place = WINDOW + MARGIN + below(random, reach);
  const at = alignment > 1 || oneIn(random, 2) ? place - (place % 16) : place;
  const base = Number(BigInt(at) - (isIndexed ? 0n : offset(0n)));
  const setup = [...(isIndexed ? [mask(Rm!)] : []), ...point(Rn!, base, random, kept)];
  if (!row.class.startsWith("Load/store exclusive") || !row.name.startsWith("ST")) return [...setup, word];
  // QEMU's monitor compares values, the architecture's notes stores: only directly behind a load are they alike.
  if (oneIn(random, 4)) return [CLREX, ...setup, word];
  return [...setup, loadFor(word, row, random, kept), word];
}

/** Gives the base register `Rn` the value `base`. */
function point(Rn: number, base: number, random: Random, kept: readonly number[]): number[] {
  const at = Rn === 31 ? freeRegister(random, kept) : Rn;
  const value = Rn === 31 ? base - (base % 16) : base;
  const set = [movz(at, value & 0xffff, 0), movk(at, value >>> 16, 1)];
  return Rn === 31 ? [...set, movSp(at)] : set;
}

function systemMove(random: Random, kept: readonly number[]): number[] {
  const Rt = freeRegister(random, kept);
  switch (below(random, 6)) {
    case 0: return [pick(random, [MRS_NZCV, MRS_FPCR, MRS_FPSR]) | Rt];
    case 1: return [MSR_NZCV | Rt];
    case 2: return [maskFlags(Rt), MSR_FPSR | Rt];
    case 3: return [MSR_TPIDR | Rt, MRS_TPIDR | freeRegister(random, kept)];
    default: {
      const value = oneIn(random, 2) ? 0 : Number((random64(random) & FPCR_BITS) >> 16n);
      return [movz(Rt, value, 1), MSR_FPCR | Rt];
    }
  }
}

export const freeRegister = (random: Random, kept: readonly number[]): number => {
  const free = Array.from({ length: 31 }, (_, n) => n).filter((n) => !kept.includes(n));
  return pick(random, free);
};
