// What the rows of tables/loads-stores-exclusive.ts do. All their addresses must be aligned.
// Whether they acquire or release as well makes no difference: CPUs take turns.

import type {
  COMPARE_AND_SWAP, COMPARE_AND_SWAP_PAIR, EXCLUSIVE_PAIR, EXCLUSIVE_REGISTER, ORDERED,
  ORDERED_UNSCALED,
} from "../../decoder/tables/loads-stores-exclusive";
import { type Operations, type Size, type Width, widthOf } from "../operations";
import type { Semantics } from "../semantics";
import { namedAddress } from "./addressing";
import { loadX, readLow, sizeOfX, storeX, widthFor } from "./transfer";

export const compareAndSwapPair: Semantics<typeof COMPARE_AND_SWAP_PAIR> = {
  "CASP"(m, { sz, Rs, Rn, Rt }) {
    const width = widthOf(sz);
    const size = bothOf(width);
    const address = namedAddress(m, Rn, 0);
    const old = m.let("old", m.load(size, address, "atomic"));
    const isExpected = m.compare("EQ", size, old, readPair(m, width, Rs, Rs + 1));
    m.store(size, address, m.select(isExpected, readPair(m, width, Rt, Rt + 1), old), "atomic");
    writePair(m, width, Rs, Rs + 1, old);
  },
};

/** Two registers are one access. */
const bothOf = (width: Width): 64 | 128 => (width === 64 ? 128 : 64);

/** The first register has the lower address. */
const readPair = <V>(m: Operations<V>, width: Width, Rt: number, Rt2: number): V =>
  m.join(m.readX(Rt2, width), m.readX(Rt, width), width);

function writePair<V>(m: Operations<V>, width: Width, Rt: number, Rt2: number, pair: V): void {
  m.writeX(Rt, width, m.bits(pair, width - 1, 0));
  m.writeX(Rt2, width, m.bits(pair, 2 * width - 1, width));
}

export const exclusivePair: Semantics<typeof EXCLUSIVE_PAIR> = {
  "STXP": (m, { sz, Rs, Rt2, Rn, Rt }) => storePairExclusive(m, widthOf(sz), Rs, Rn, Rt, Rt2),
  "STLXP": (m, { sz, Rs, Rt2, Rn, Rt }) => storePairExclusive(m, widthOf(sz), Rs, Rn, Rt, Rt2),
  "LDXP": (m, { sz, Rt2, Rn, Rt }) => loadPairExclusive(m, widthOf(sz), Rn, Rt, Rt2),
  "LDAXP": (m, { sz, Rt2, Rn, Rt }) => loadPairExclusive(m, widthOf(sz), Rn, Rt, Rt2),
};

function loadPairExclusive<V>(
  m: Operations<V>, width: Width, Rn: number, Rt: number, Rt2: number,
): void {
  const pair = m.let("pair", m.loadExclusive(bothOf(width), m.readBase(Rn)));
  writePair(m, width, Rt, Rt2, pair);
}

function storePairExclusive<V>(
  m: Operations<V>, width: Width, Rs: number, Rn: number, Rt: number, Rt2: number,
): void {
  const pair = readPair(m, width, Rt, Rt2);
  m.writeX(Rs, 32, m.storeExclusive(bothOf(width), m.readBase(Rn), pair));
}

export const exclusiveRegister: Semantics<typeof EXCLUSIVE_REGISTER> = {
  "STXRB": (m, { Rs, Rn, Rt }) => storeExclusive(m, 8, Rs, Rn, Rt),
  "STLXRB": (m, { Rs, Rn, Rt }) => storeExclusive(m, 8, Rs, Rn, Rt),
  "LDXRB": (m, { Rn, Rt }) => loadExclusive(m, 8, Rn, Rt),
  "LDAXRB": (m, { Rn, Rt }) => loadExclusive(m, 8, Rn, Rt),
  "STXRH": (m, { Rs, Rn, Rt }) => storeExclusive(m, 16, Rs, Rn, Rt),
  "STLXRH": (m, { Rs, Rn, Rt }) => storeExclusive(m, 16, Rs, Rn, Rt),
  "LDXRH": (m, { Rn, Rt }) => loadExclusive(m, 16, Rn, Rt),
  "LDAXRH": (m, { Rn, Rt }) => loadExclusive(m, 16, Rn, Rt),
  "STXR": (m, { x, Rs, Rn, Rt }) => storeExclusive(m, sizeOfX(x), Rs, Rn, Rt),
  "STLXR": (m, { x, Rs, Rn, Rt }) => storeExclusive(m, sizeOfX(x), Rs, Rn, Rt),
  "LDXR": (m, { x, Rn, Rt }) => loadExclusive(m, sizeOfX(x), Rn, Rt),
  "LDAXR": (m, { x, Rn, Rt }) => loadExclusive(m, sizeOfX(x), Rn, Rt),
};

function loadExclusive<V>(m: Operations<V>, size: Size, Rn: number, Rt: number): void {
  m.writeX(Rt, widthFor(size), m.loadExclusive(size, m.readBase(Rn)));
}

function storeExclusive<V>(m: Operations<V>, size: Size, Rs: number, Rn: number, Rt: number): void {
  m.writeX(Rs, 32, m.storeExclusive(size, m.readBase(Rn), m.readX(Rt, widthFor(size))));
}

/** Limited ordering regions (FEAT_LOR) are not in the profile. */
export const ordered: Semantics<typeof ORDERED> = {
  "STLRB": (m, { Rn, Rt }) => storeX(m, 8, Rt, m.readBase(Rn), "ordered"),
  "LDARB": (m, { Rn, Rt }) => loadX(m, 8, Rt, m.readBase(Rn), "ordered"),
  "STLRH": (m, { Rn, Rt }) => storeX(m, 16, Rt, m.readBase(Rn), "ordered"),
  "LDARH": (m, { Rn, Rt }) => loadX(m, 16, Rt, m.readBase(Rn), "ordered"),
  "STLR": (m, { x, Rn, Rt }) => storeX(m, sizeOfX(x), Rt, m.readBase(Rn), "ordered"),
  "LDAR": (m, { x, Rn, Rt }) => loadX(m, sizeOfX(x), Rt, m.readBase(Rn), "ordered"),
};

export const compareAndSwap: Semantics<typeof COMPARE_AND_SWAP> = {
  "CASB": (m, { Rs, Rn, Rt }) => swapIfEqual(m, 8, Rs, Rn, Rt),
  "CASH": (m, { Rs, Rn, Rt }) => swapIfEqual(m, 16, Rs, Rn, Rt),
  "CAS": (m, { x, Rs, Rn, Rt }) => swapIfEqual(m, sizeOfX(x), Rs, Rn, Rt),
};

/** What is there stays there if it is not Rs: the manual allows it to be written once more. */
function swapIfEqual<V>(m: Operations<V>, size: Size, Rs: number, Rn: number, Rt: number): void {
  const address = namedAddress(m, Rn, 0);
  const old = m.let("old", m.load(size, address, "atomic"));
  const isExpected = m.compare("EQ", size, old, readLow(m, size, Rs));
  m.store(size, address, m.select(isExpected, readLow(m, size, Rt), old), "atomic");
  m.writeX(Rs, widthFor(size), old);
}

/** FEAT_LRCPC2 is not in the profile. */
export const orderedUnscaled: Semantics<typeof ORDERED_UNSCALED> = {};
