// The states that a word is tried in. All registers hold something; those that the word names are drawn anew for each
// state.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import type { Random } from "../words";
import { accessesMemory, accessOf } from "./addressing";
import { isRegister } from "./encodings";
import { mustNotFault } from "./errata";
import { FLOATS, INTEGERS, type Lanes, mapLanes, quad, type Quad, widthOf } from "./lanes";
import { formatsOf, isFloating, lanesOf } from "./operands";
import { CODE, NOWHERE, WINDOW, WINDOW_SIZE } from "./place";
import { nearProduct } from "./product";
import { FPCR, FPSR, NZCV, SP, State, V } from "./state";
import { below, integer, oneIn, pick, random64 } from "./values";

/** AHP, DN, FZ, RMode and FZ16: all of FPCR that our machine has. */
export const FPCR_BITS = 0x07c8_0000n;
/** QC, IDC, IXC, UFC, OFC, DZC, IOC. */
export const FPSR_BITS = 0x0800_009fn;

const ANY_LANES: readonly Lanes[] = [...INTEGERS, ...FLOATS, { kind: "random" }];

/** A state in which every register holds something of its own. */
export function anyState(random: Random): State {
  const state = new State();
  for (let n = 0; n <= SP; n++) state.set(n, random64(random));
  for (let n = 0; n < 32; n++) setVector(state, n, quad(random, pick(random, ANY_LANES)));
  return state;
}

/** `background`, with what `word` reads drawn anew; `window` is what memory holds. */
export function stateFor(row: Row, word: number, background: State, window: DataView, random: Random): State {
  const state = background.copy();
  const operands = operandsOf(row, word);
  drawGeneral(row, operands, state, random);
  drawVectors(row, word, operands, state, random);
  state.set(NZCV, BigInt(below(random, 16)) << 28n);
  state.set(FPCR, fpcr(row, random));
  state.set(FPSR, oneIn(random, 3) ? random64(random) & FPSR_BITS : 0n);
  if (accessesMemory(row)) pointToWindow(row, word, operands, state, window, random);
  if (row.class === "Compare and branch (immediate)" && oneIn(random, 2)) state.set(operands["Rt"]!, zero(random));
  if (row.class === "Unconditional branch (register)") state.set(operands["Rn"]!, target(random));
  return state;
}

type Operands = Readonly<Record<string, number>>;

function drawGeneral(row: Row, operands: Operands, state: State, random: Random): void {
  let last = integer(random, 64);
  for (const field of row.fields.filter(isRegister)) {
    const n = operands[field.name]!;
    // Often near the operand before: equal, one off, or its negative.
    last = oneIn(random, 6)
      ? BigInt.asUintN(64, pick(random, [last, last + 1n, last - 1n, -last, ~last]))
      : integer(random, pick(random, [32, 64, 64, 64]));
    state.set(n, last);
  }
  // The second register of a pair: CASP.
  const { Rs, Rt } = operands;
  if (Rs !== undefined && Rs < 30) state.set(Rs + 1, integer(random, 64));
  if (row.name === "CASP" && Rt !== undefined && Rt < 30) state.set(Rt + 1, integer(random, 64));
}

function drawVectors(row: Row, word: number, operands: Operands, state: State, random: Random): void {
  const { likely, others } = lanesOf(row, word);
  const draw = (): Lanes => pick(random, oneIn(random, 8) ? others : likely);
  const lanes = draw();
  const { Rn, Rm, Ra, Rd, Rt } = operands;
  for (const field of row.fields.filter(isRegister)) {
    setVector(state, operands[field.name]!, quad(random, oneIn(random, 8) ? draw() : lanes));
  }
  if (/^LD|^ST/.test(row.name) && Rt !== undefined) {
    for (let n = 1; n < 4; n++) setVector(state, (Rt + n) % 32, quad(random, pick(random, ANY_LANES)));
  }
  // By element, M is the register's highest bit where a lane has 32 bits or more.
  const m = Rm === undefined ? undefined : /by element/.test(row.name) && oneIn(random, 2) ? Rm + 16 * (operands["M"] ?? 0) : Rm;
  if (m !== undefined && m !== Rm) setVector(state, m, quad(random, lanes));
  if (Rn === undefined || m === undefined) return;
  const width = widthOf(lanes);
  if (oneIn(random, 6)) {
    // Nearly equal operands, of either sign.
    const flip = oneIn(random, 2) ? 1n << BigInt(width - 1) : 0n;
    const nearby = BigInt(below(random, 3) - 1);
    setVector(state, m, mapLanes(width, [vector(state, Rn)], ([a]) => BigInt.asUintN(width, (a! + nearby) ^ flip)));
  }
  const addend = Ra ?? Rd;
  if (addend !== undefined && isFloating(row) && lanes.kind === "float" && oneIn(random, 3)) {
    const [format] = formatsOf(row, operands);
    if (format!.width !== width) return;
    setVector(state, addend, mapLanes(width, [vector(state, Rn), vector(state, m)], ([a, b]) => nearProduct(random, format!, a!, b!)));
  }
}

function fpcr(row: Row, random: Random): bigint {
  if (!isFloating(row)) return oneIn(random, 4) ? random64(random) & FPCR_BITS : 0n;
  const rounding = BigInt(below(random, 4)) << 22n;
  switch (below(random, 4)) {
    case 0: return 0n;
    case 1: return rounding;
    default: return (random64(random) & FPCR_BITS & ~(3n << 22n)) | rounding;
  }
}

/** Zero, or zero in its low half. */
const zero = (random: Random): bigint => pick(random, [0n, 1n << 32n, random64(random) & ~0xffff_ffffn]);

/** Where to go: code of zeros, a word's middle, or no code. */
const target = (random: Random): bigint =>
  pick(random, [BigInt(CODE + 4 + 4 * below(random, 0x10_0000)), BigInt(CODE - 4 - 4 * below(random, 0x10_0000)),
    BigInt(CODE + 4 * below(random, 0x10_0000) + 1 + below(random, 3)), BigInt(NOWHERE + 4 * below(random, 0x1000))]);

/** Room for the longest access, at both ends of the window. */
const MARGIN = 64;
const PAGE = 0x1000;

/** Gives the base register such a value that the access lies in the window, mostly. */
function pointToWindow(row: Row, word: number, operands: Operands, state: State, window: DataView, random: Random): void {
  const { Rn, Rm, Rs } = operands;
  const { offset, alignment } = accessOf(row, word);
  const isIndexed = row.class === "Load/store register (register offset)";
  if (isIndexed && Rm !== 31) state.set(Rm!, index(random));
  const at = placeInWindow(alignment, mustNotFault(row), random);
  let base = BigInt.asUintN(64, BigInt(at) - offset(isIndexed && Rm !== 31 ? state.get(Rm!) : 0n));
  if (Rn === SP) base &= ~15n; // SP must be aligned, whatever the access.
  state.set(Rn!, base);
  if (/^CAS/.test(row.name) && at < WINDOW + WINDOW_SIZE - 16 && at >= WINDOW && Rs !== undefined && oneIn(random, 2)) {
    // What is compared is there, in the part that the access has; the rest of the register is something else.
    const bits = row.name === "CASB" ? 8 : row.name === "CASH" ? 16 : alignment === 4 || (row.name === "CASP" && alignment === 8) ? 32 : 64;
    for (const n of row.name === "CASP" ? [0, 1] : [0]) {
      const there = BigInt.asUintN(bits, window.getBigUint64(at - WINDOW + n * (bits >> 3), true));
      if (Rs + n !== Rn && Rs + n < 31) state.set(Rs + n, ((state.get(Rs + n) >> BigInt(bits)) << BigInt(bits)) | there);
    }
  }
}

function placeInWindow(alignment: number, isSafe: boolean, random: Random): number {
  if (!isSafe && oneIn(random, 40)) return NOWHERE + 16 * below(random, 64);
  const anywhere = WINDOW + MARGIN + below(random, WINDOW_SIZE - 2 * MARGIN);
  if (alignment > 1) return !isSafe && oneIn(random, 24) ? anywhere : anywhere - (anywhere % alignment);
  switch (below(random, 4)) {
    case 0: return anywhere;
    case 1: return WINDOW + PAGE - 1 - below(random, 31);
    default: return anywhere - (anywhere % 16);
  }
}

/** An index register: what is above a W register's 32 bits must not count. */
const index = (random: Random): bigint => {
  const near = BigInt.asUintN(64, BigInt(below(random, 1 << 16) - (1 << 15)));
  return pick(random, [near, BigInt.asUintN(32, near), BigInt.asUintN(32, near) | (random64(random) & ~0xffff_ffffn), integer(random, 32)]);
};

const vector = (state: State, n: number): Quad => [state.get(V + 2 * n), state.get(V + 2 * n + 1)];

function setVector(state: State, n: number, [low, high]: Quad): void {
  state.set(V + 2 * n, low);
  state.set(V + 2 * n + 1, high);
}
