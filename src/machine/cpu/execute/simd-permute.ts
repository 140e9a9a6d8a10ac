// What the rows of tables/simd-permute.ts do: they compute nothing, and only move elements about.

import type { SIMD_PERMUTE } from "../../decoder/tables/simd-permute";
import type { Operations, Size } from "../operations";
import type { GroupSemantics, Semantics } from "../semantics";
import type { Shuffle } from "../shuffle";
import { type IndexedElement, indexedElement, readElement } from "./indexed-element";
import { type Shape, shapeOf } from "./shape";
import { TableLookup } from "./table-lookup";

type Tables = typeof SIMD_PERMUTE;

interface ThreeRegisters {
  readonly Q: number;
  readonly Rm: number;
  readonly Rn: number;
  readonly Rd: number;
}

const tableLookup: Semantics<Tables["Advanced SIMD table lookup"]> = {
  // Beyond the table: 0, or what was there.
  "TBL": (m, o) => lookUp(m, o, m.constant(0)),
  "TBX": (m, o) => lookUp(m, o, m.readV(o.Rd, shapeOf(0, o.Q).bits)),
};

/** The registers of the table follow one another, V0 after V31. */
function lookUp<V>(
  m: Operations<V>, { Q, Rm, len, Rn, Rd }: ThreeRegisters & { readonly len: number }, otherwise: V,
): void {
  const { bits } = shapeOf(0, Q);
  const table = Array.from({ length: len + 1 }, (_, i) => m.readV((Rn + i) % 32, 128));
  m.writeV(Rd, bits, m.call(TableLookup[bits], m.readV(Rm, bits), otherwise, ...table));
}

/** Where element i of the result comes from; those of Vm count on from the `count` of Vn. */
type Source = (i: number, count: number) => number;

const permute: Semantics<Tables["Advanced SIMD permute"]> = {
  "UZP1": permutation("UZP1", (i) => 2 * i),
  "TRN1": permutation("TRN1", (i, count) => (i & ~1) + (i & 1) * count),
  "ZIP1": permutation("ZIP1", (i, count) => (i >> 1) + (i & 1) * count),
  "UZP2": permutation("UZP2", (i) => 2 * i + 1),
  "TRN2": permutation("TRN2", (i, count) => (i | 1) + (i & 1) * count),
  "ZIP2": permutation("ZIP2", (i, count) => (count >> 1) + (i >> 1) + (i & 1) * count),
};

/** Its shuffles, by size and Q, are made once, not for each instruction executed. */
function permutation(name: string, source: Source) {
  const shuffles: Shuffle[] = [];
  return <V>(m: Operations<V>, o: ThreeRegisters & { readonly size: number }): void => {
    const shape = shapeOf(o.size, o.Q);
    rearrange(m, o, shape.bits, shuffles[2 * o.size + o.Q] ??= shuffle(name, shape, source));
  };
}

/** A window on the bytes of Vm:Vn. */
const windows: Shuffle[] = [];

const extract: Semantics<Tables["Advanced SIMD extract"]> = {
  "EXT"(m, o) {
    const shape = shapeOf(0, o.Q);
    const window = windows[2 * o.imm4 + o.Q] ??=
      shuffle(`EXT from byte ${o.imm4}`, shape, (i) => o.imm4 + i);
    rearrange(m, o, shape.bits, window);
  },
};

const shuffle = (name: string, { size, count }: Shape, source: Source): Shuffle =>
  ({ name, size, count, from: Array.from({ length: count }, (_, i) => source(i, count)) });

function rearrange<V>(
  m: Operations<V>, { Rm, Rn, Rd }: ThreeRegisters, bits: 64 | 128, shuffle: Shuffle,
): void {
  m.writeV(Rd, bits, m.shuffle(shuffle, m.readV(Rn, bits), m.readV(Rm, bits)));
}

const copy: Semantics<Tables["Advanced SIMD copy"]> = {
  "DUP (element)"(m, { Q, imm5, Rn, Rd }) {
    const from = indexedElement(imm5);
    fill(m, Q, Rd, from, readElement(m, Rn, from));
  },
  "DUP (general)"(m, { Q, imm5, Rn, Rd }) {
    const to = indexedElement(imm5);
    fill(m, Q, Rd, to, lowBits(m, Rn, to.size));
  },
  "SMOV"(m, { Q, imm5, Rn, Rd }) {
    const from = indexedElement(imm5);
    const width = Q ? 64 : 32;
    m.writeX(Rd, width, m.extend(true, from.size, width, readElement(m, Rn, from)));
  },
  "UMOV": (m, { Q, imm5, Rn, Rd }) =>
    m.writeX(Rd, Q ? 64 : 32, readElement(m, Rn, indexedElement(imm5))),
  "INS (general)"(m, { imm5, Rn, Rd }) {
    const to = indexedElement(imm5);
    insert(m, Rd, to, lowBits(m, Rn, to.size));
  },
  "INS (element)"(m, { imm5, imm4, Rn, Rd }) {
    const to = indexedElement(imm5);
    insert(m, Rd, to, readElement(m, Rn, { size: to.size, index: imm4 >> to.log2 }));
  },
};

function fill<V>(
  m: Operations<V>, Q: number, Rd: number, { log2 }: IndexedElement, value: V,
): void {
  const { size, count, bits } = shapeOf(log2, Q);
  m.writeV(Rd, bits, m.duplicate(size, count, value));
}

function insert<V>(m: Operations<V>, Rd: number, { size, index }: IndexedElement, value: V): void {
  m.writeV(Rd, 128, m.withElement(size, m.readV(Rd, 128), index, value));
}

/** As much of a general-purpose register as an element holds. */
function lowBits<V>(m: Operations<V>, n: number, size: Size): V {
  if (size === 64) return m.readX(n, 64);
  return size === 32 ? m.readX(n, 32) : m.bits(m.readX(n, 32), size - 1, 0);
}

export const simdPermute: GroupSemantics<Tables> = {
  "Advanced SIMD table lookup": tableLookup,
  "Advanced SIMD permute": permute,
  "Advanced SIMD extract": extract,
  "Advanced SIMD copy": copy,
};
