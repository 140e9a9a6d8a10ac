// What the rows of tables/loads-stores-structures.ts do. LD2 to LD4 take structures of 2 to 4
// elements apart: memory has them one behind the other, and the first register gets the first
// element of each, and so on. LD1 loads registers as they are.
//
// 1. A register is one access. Where alignment matters, it is that of the elements.

import type {
  MULTIPLE_STRUCTURES, MULTIPLE_STRUCTURES_POST_INDEXED,
} from "../../decoder/tables/loads-stores-structures";
import type { Operations } from "../operations";
import type { Semantics } from "../semantics";
import type { Shuffle } from "../shuffle";
import { namedAddress, plus } from "./addressing";
import { type Shape, shapeOf } from "./shape";
import { advance, following, namedLoads, readAll } from "./structures";

export const multipleStructures: Semantics<typeof MULTIPLE_STRUCTURES> = {
  "ST1 (multiple structures, no offset)": (m, { Q, opcode, size, Rn, Rt }) =>
    storeWhole(m, shapeOf(size, Q), countOf(opcode), Rt, Rn),
  "ST2 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 2, Rt, Rn),
  "ST3 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 3, Rt, Rn),
  "ST4 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 4, Rt, Rn),
  "LD1 (multiple structures, no offset)": (m, { Q, opcode, size, Rn, Rt }) =>
    loadWhole(m, shapeOf(size, Q), countOf(opcode), Rt, Rn),
  "LD2 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 2, Rt, Rn),
  "LD3 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 3, Rt, Rn),
  "LD4 (multiple structures, no offset)": (m, { Q, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 4, Rt, Rn),
};

export const multipleStructuresPostIndexed: Semantics<typeof MULTIPLE_STRUCTURES_POST_INDEXED> = {
  "ST1 (multiple structures, post-index)": (m, { Q, Rm, opcode, size, Rn, Rt }) =>
    storeWhole(m, shapeOf(size, Q), countOf(opcode), Rt, Rn, Rm),
  "ST2 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 2, Rt, Rn, Rm),
  "ST3 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 3, Rt, Rn, Rm),
  "ST4 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    storeInterleaved(m, shapeOf(size, Q), 4, Rt, Rn, Rm),
  "LD1 (multiple structures, post-index)": (m, { Q, Rm, opcode, size, Rn, Rt }) =>
    loadWhole(m, shapeOf(size, Q), countOf(opcode), Rt, Rn, Rm),
  "LD2 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 2, Rt, Rn, Rm),
  "LD3 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 3, Rt, Rn, Rm),
  "LD4 (multiple structures, post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadInterleaved(m, shapeOf(size, Q), 4, Rt, Rn, Rm),
};

/** How many registers LD1 and ST1 move. */
const countOf = (opcode: number): number =>
  opcode === 0b0111 ? 1 : opcode === 0b1010 ? 2 : opcode === 0b0110 ? 3 : 4;

/** What lies at `address`, as `count` vectors. */
const loadAll = <V>(m: Operations<V>, { bits, size }: Shape, count: number, address: V): V[] =>
  namedLoads(m, count, (i) => m.load(bits, plus(m, address, (i * bits) >> 3), "normal", size));

function storeAll<V>(
  m: Operations<V>, { bits, size }: Shape, vectors: readonly V[], address: V,
): void {
  for (let i = 0; i < vectors.length; i++) {
    m.store(bits, plus(m, address, (i * bits) >> 3), vectors[i]!, "normal", size);
  }
}

function loadWhole<V>(
  m: Operations<V>, shape: Shape, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  loadAll(m, shape, count, address).forEach((vector, i) =>
    m.writeV(following(Rt, i), shape.bits, vector));
  advance(m, Rn, address, (count * shape.bits) >> 3, Rm);
}

function storeWhole<V>(
  m: Operations<V>, shape: Shape, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  storeAll(m, shape, readAll(m, shape.bits, count, Rt), address);
  advance(m, Rn, address, (count * shape.bits) >> 3, Rm);
}

function loadInterleaved<V>(
  m: Operations<V>, shape: Shape, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  const loaded = loadAll(m, shape, count, address);
  interleavingOf(shape, count).apart.forEach((shuffle, i) =>
    m.writeV(following(Rt, i), shape.bits, m.shuffle(shuffle, ...loaded)));
  advance(m, Rn, address, (count * shape.bits) >> 3, Rm);
}

function storeInterleaved<V>(
  m: Operations<V>, shape: Shape, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  const registers = readAll(m, shape.bits, count, Rt);
  const { together } = interleavingOf(shape, count);
  storeAll(m, shape, together.map((shuffle) => m.shuffle(shuffle, ...registers)), address);
  advance(m, Rn, address, (count * shape.bits) >> 3, Rm);
}

interface Interleaving {
  /** Every n-th element, from the first one, the second one, ... */
  readonly apart: readonly Shuffle[];
  /** The parts of what has an element of each of n vectors in turn. */
  readonly together: readonly Shuffle[];
}

/** By the number of vectors, and the size and number of their elements: made once. */
const known = new Map<number, Interleaving>();

function interleavingOf({ size, count }: Shape, n: number): Interleaving {
  const key = (n << 16) | (size << 8) | count;
  let interleaving = known.get(key);
  if (interleaving === undefined) {
    const shuffles = (name: string, sourceOf: (i: number) => number): Shuffle[] =>
      Array.from({ length: n }, (_, part) => ({
        name: `${name}${n}[${part}]`,
        size,
        count,
        from: Array.from({ length: count }, (_, i) => sourceOf(part * count + i)),
      }));
    interleaving = {
      apart: shuffles("Deinterleave", (i) => (i % count) * n + Math.floor(i / count)),
      together: shuffles("Interleave", (i) => (i % n) * count + Math.floor(i / n)),
    };
    known.set(key, interleaving);
  }
  return interleaving;
}
