// What the rows of tables/loads-stores-atomic.ts do: memory becomes what a function makes of it and
// Rs, and Rt gets what it was. Whether they acquire or release says nothing here: CPUs take turns.

import type { ATOMIC } from "../../decoder/tables/loads-stores-atomic";
import type { Operations, Size } from "../operations";
import type { Semantics } from "../semantics";
import { namedAddress } from "./addressing";
import { loadX, readLow, sizeOfX, widthFor } from "./transfer";

export const atomic: Semantics<typeof ATOMIC> = {
  "LDADDB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, add),
  "LDCLRB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, clear),
  "LDEORB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, exclusiveOr),
  "LDSETB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, set),
  "LDSMAXB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, signedMax),
  "LDSMINB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, signedMin),
  "LDUMAXB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, unsignedMax),
  "LDUMINB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, unsignedMin),
  "SWPB": (m, { Rs, Rn, Rt }) => update(m, 8, Rs, Rn, Rt, swap),
  "LDAPRB": (m, { Rn, Rt }) => loadX(m, 8, Rt, m.readBase(Rn), "ordered"),
  "LDADDH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, add),
  "LDCLRH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, clear),
  "LDEORH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, exclusiveOr),
  "LDSETH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, set),
  "LDSMAXH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, signedMax),
  "LDSMINH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, signedMin),
  "LDUMAXH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, unsignedMax),
  "LDUMINH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, unsignedMin),
  "SWPH": (m, { Rs, Rn, Rt }) => update(m, 16, Rs, Rn, Rt, swap),
  "LDAPRH": (m, { Rn, Rt }) => loadX(m, 16, Rt, m.readBase(Rn), "ordered"),
  "LDADD": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, add),
  "LDCLR": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, clear),
  "LDEOR": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, exclusiveOr),
  "LDSET": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, set),
  "LDSMAX": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, signedMax),
  "LDSMIN": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, signedMin),
  "LDUMAX": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, unsignedMax),
  "LDUMIN": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, unsignedMin),
  "SWP": (m, { x, Rs, Rn, Rt }) => update(m, sizeOfX(x), Rs, Rn, Rt, swap),
  "LDAPR": (m, { x, Rn, Rt }) => loadX(m, sizeOfX(x), Rt, m.readBase(Rn), "ordered"),
};

/** The new value, of what is in memory and of Rs, both of `size` bits. */
type Update = <V>(m: Operations<V>, size: Size, old: V, x: V) => V;

const add: Update = (m, size, old, x) => m.add(size, old, x);
const clear: Update = (m, size, old, x) => m.and(old, m.not(size, x));
const exclusiveOr: Update = (m, _size, old, x) => m.xor(old, x);
const set: Update = (m, _size, old, x) => m.or(old, x);
const signedMax: Update = (m, size, old, x) => m.select(m.compare("SLT", size, old, x), x, old);
const signedMin: Update = (m, size, old, x) => m.select(m.compare("SLT", size, x, old), x, old);
const unsignedMax: Update = (m, size, old, x) => m.select(m.compare("LT", size, old, x), x, old);
const unsignedMin: Update = (m, size, old, x) => m.select(m.compare("LT", size, x, old), x, old);
const swap: Update = (_m, _size, _old, x) => x;

function update<V>(
  m: Operations<V>, size: Size, Rs: number, Rn: number, Rt: number, f: Update,
): void {
  const address = namedAddress(m, Rn, 0);
  const x = m.let("x", readLow(m, size, Rs));
  const old = m.let("old", m.load(size, address, "atomic"));
  m.store(size, address, f(m, size, old, x), "atomic");
  m.writeX(Rt, widthFor(size), old);
}
