// What a device tree's properties say: cells, texts, addresses (Devicetree Specification 0.4, 2.2
// and 2.3). Where something is not there, or is too short, the answer is what the caller wants
// instead. Nothing allocates.

import { load8 } from "../metal/memory";
import { plus } from "../metal/word";
import { bigEndian32 } from "./big-endian";
import { type FlattenedTree, isTextAt } from "./flattened-tree";

/** What a property holds: its address, and how many bytes. Of none, no bytes. */
export function valueAt(property: bigint): bigint {
  return plus(property, 12n);
}

export function valueBytes(property: bigint): number {
  return property === 0n ? 0 : bigEndian32(plus(property, 4n));
}

/** The cell at an index: a word of 32 bits. */
export function cellOf(property: bigint, index: number, otherwise: number): number {
  if (4 * index + 4 > valueBytes(property)) return otherwise;
  return bigEndian32(plus(valueAt(property), BigInt(4 * index)));
}

/** Of a number of one or two cells, which begins at an index. 0n, if it has none. */
export function numberOf(property: bigint, index: number, cells: number): bigint {
  if (4 * (index + cells) > valueBytes(property)) return 0n;
  let value = 0n;
  for (let i = 0; i < cells; i++) {
    value = BigInt.asUintN(64, value << 32n) | BigInt(cellOf(property, index + i, 0));
  }
  return value;
}

/** Whether the text is one of those that a property lists, each with a zero byte behind it. */
export function listsText(property: bigint, text: string): boolean {
  const bytes = valueBytes(property);
  let start = 0;
  for (let i = 0; i < bytes; i++) {
    if (load8(plus(valueAt(property), BigInt(i))) !== 0) continue;
    if (i - start === text.length && isTextAt(plus(valueAt(property), BigInt(start)), text, 0)) {
      return true;
    }
    start = i + 1;
  }
  return false;
}

const ADDRESS_CELLS = 2;
const SIZE_CELLS = 1;

/** How many cells the children of a node have for an address, and for a size. */
export function addressCells(tree: FlattenedTree, node: bigint): number {
  return cellOf(tree.property(node, "#address-cells"), 0, ADDRESS_CELLS);
}

export function sizeCells(tree: FlattenedTree, node: bigint): number {
  return cellOf(tree.property(node, "#size-cells"), 0, SIZE_CELLS);
}

/** How many ranges the node's reg has. */
export function rangeCount(tree: FlattenedTree, node: bigint): number {
  const parent = tree.parentOf(node);
  if (parent === 0n) return 0;
  const cells = addressCells(tree, parent) + sizeCells(tree, parent);
  if (cells < 1 || cells > 4) return 0;
  return Math.trunc(valueBytes(tree.property(node, "reg")) / (4 * cells));
}

/** Where the node's registers or memory begin: the address of reg's range `index`. Or 0n. */
export function rangeBegin(tree: FlattenedTree, node: bigint, index: number): bigint {
  if (index >= rangeCount(tree, node)) return 0n;
  const parent = tree.parentOf(node);
  const cells = addressCells(tree, parent);
  return numberOf(tree.property(node, "reg"), index * (cells + sizeCells(tree, parent)), cells);
}

export function rangeBytes(tree: FlattenedTree, node: bigint, index: number): bigint {
  if (index >= rangeCount(tree, node)) return 0n;
  const parent = tree.parentOf(node);
  const cells = addressCells(tree, parent);
  const sizes = sizeCells(tree, parent);
  return numberOf(tree.property(node, "reg"), index * (cells + sizes) + cells, sizes);
}

/** The byte at an index of what the property holds; 0 behind its end. */
export function byteAt(property: bigint, index: number): number {
  return index < valueBytes(property) ? load8(plus(valueAt(property), BigInt(index))) : 0;
}

/** A GIC's interrupts have three cells: kind, number, trigger (bindings, "arm,gic"). */
const INTERRUPT_CELLS = 3;
/** The trigger's bits for a rising and a falling edge. */
const EDGES = 3;
/** The first INTID of each kind: shared, private; and how many there are of it. */
const FIRST_SHARED = 32;
const SHARED = 988;
const FIRST_PRIVATE = 16;
const PRIVATE = 16;

/** The INTID of a node's interrupt; -1 if it has none by this index. */
export function interruptOf(tree: FlattenedTree, node: bigint, index: number): number {
  const interrupts = tree.property(node, "interrupts");
  const kind = cellOf(interrupts, INTERRUPT_CELLS * index, -1);
  const number = cellOf(interrupts, INTERRUPT_CELLS * index + 1, -1);
  if (kind < 0 || kind > 1 || number < 0 || number >= (kind === 0 ? SHARED : PRIVATE)) return -1;
  return number + (kind === 0 ? FIRST_SHARED : FIRST_PRIVATE);
}

/** How its line asks. */
export function triggerOf(tree: FlattenedTree, node: bigint, index: number): "edge" | "level" {
  const trigger = cellOf(tree.property(node, "interrupts"), INTERRUPT_CELLS * index + 2, 0);
  return (trigger & EDGES) !== 0 ? "edge" : "level";
}
