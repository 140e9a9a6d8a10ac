// What the rows of tables/loads-stores-elements.ts do: a single structure of 1 to 4 elements,
// each of which becomes one element of a register, or every one.

import type {
  SINGLE_STRUCTURE, SINGLE_STRUCTURE_POST_INDEXED,
} from "../../decoder/tables/loads-stores-elements";
import { type Operations, type Size, sizeOf } from "../operations";
import type { Semantics } from "../semantics";
import { namedAddress, plus } from "./addressing";
import { type Shape, shapeOf } from "./shape";
import { advance, following, namedLoads } from "./structures";

export const singleStructure: Semantics<typeof SINGLE_STRUCTURE> = {
  "ST1 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 1, Rt, Rn),
  "ST2 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 2, Rt, Rn),
  "ST3 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 3, Rt, Rn),
  "ST4 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 4, Rt, Rn),
  "LD1 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 1, Rt, Rn),
  "LD2 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 2, Rt, Rn),
  "LD3 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 3, Rt, Rn),
  "LD4 (single structure, no offset)": (m, { Q, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 4, Rt, Rn),
  "LD1R (no offset)": (m, { Q, size, Rn, Rt }) => loadReplicated(m, shapeOf(size, Q), 1, Rt, Rn),
  "LD2R (no offset)": (m, { Q, size, Rn, Rt }) => loadReplicated(m, shapeOf(size, Q), 2, Rt, Rn),
  "LD3R (no offset)": (m, { Q, size, Rn, Rt }) => loadReplicated(m, shapeOf(size, Q), 3, Rt, Rn),
  "LD4R (no offset)": (m, { Q, size, Rn, Rt }) => loadReplicated(m, shapeOf(size, Q), 4, Rt, Rn),
};

export const singleStructurePostIndexed: Semantics<typeof SINGLE_STRUCTURE_POST_INDEXED> = {
  "ST1 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 1, Rt, Rn, Rm),
  "ST2 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 2, Rt, Rn, Rm),
  "ST3 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 3, Rt, Rn, Rm),
  "ST4 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    storeSingle(m, laneOf(Q, opcode, S, size), 4, Rt, Rn, Rm),
  "LD1 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 1, Rt, Rn, Rm),
  "LD2 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 2, Rt, Rn, Rm),
  "LD3 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 3, Rt, Rn, Rm),
  "LD4 (single structure, post-index)": (m, { Q, Rm, opcode, S, size, Rn, Rt }) =>
    loadSingle(m, laneOf(Q, opcode, S, size), 4, Rt, Rn, Rm),
  "LD1R (post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadReplicated(m, shapeOf(size, Q), 1, Rt, Rn, Rm),
  "LD2R (post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadReplicated(m, shapeOf(size, Q), 2, Rt, Rn, Rm),
  "LD3R (post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadReplicated(m, shapeOf(size, Q), 3, Rt, Rn, Rm),
  "LD4R (post-index)": (m, { Q, Rm, size, Rn, Rt }) =>
    loadReplicated(m, shapeOf(size, Q), 4, Rt, Rn, Rm),
};

/** An element of a vector. */
interface Lane {
  readonly size: Size;
  readonly index: number;
}

/**
 * opcode<2:1> is the element's size, and Q:S:size its index, but for the bits that the size
 * takes.
 */
function laneOf(Q: number, opcode: number, S: number, size: number): Lane {
  const index = (Q << 3) | (S << 2) | size;
  const scale = opcode >> 1;
  if (scale < 2) return { size: sizeOf(scale), index: index >> scale };
  return size === 0 ? { size: 32, index: index >> 2 } : { size: 64, index: Q };
}

/** The elements of the structure at `address`. */
const loadElements = <V>(m: Operations<V>, size: Size, count: number, address: V): V[] =>
  namedLoads(m, count, (i) => m.load(size, plus(m, address, (i * size) >> 3), "normal"));

function loadSingle<V>(
  m: Operations<V>, { size, index }: Lane, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  loadElements(m, size, count, address).forEach((element, i) => {
    const register = following(Rt, i);
    m.writeV(register, 128, m.withElement(size, m.readV(register, 128), index, element));
  });
  advance(m, Rn, address, (count * size) >> 3, Rm);
}

function storeSingle<V>(
  m: Operations<V>, { size, index }: Lane, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const address = namedAddress(m, Rn, 0);
  for (let i = 0; i < count; i++) {
    const element = m.element(size, m.readV(following(Rt, i), 128), index);
    m.store(size, plus(m, address, (i * size) >> 3), element, "normal");
  }
  advance(m, Rn, address, (count * size) >> 3, Rm);
}

function loadReplicated<V>(
  m: Operations<V>, shape: Shape, count: number, Rt: number, Rn: number, Rm?: number,
): void {
  const { size, bits } = shape;
  const address = namedAddress(m, Rn, 0);
  loadElements(m, size, count, address).forEach((element, i) =>
    m.writeV(following(Rt, i), bits, m.duplicate(size, shape.count, element)));
  advance(m, Rn, address, (count * size) >> 3, Rm);
}
