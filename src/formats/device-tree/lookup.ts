// Finding things in a device tree: by path, by alias, by what they are compatible with, by phandle.
// Where something is not there, or is damaged, the answer is null, or what the caller wants
// instead.

import type { DeviceTreeNode, DeviceTreeProperty } from "./node";
import {
  type AddressRange, rangesOf, stringOf, stringsOf, translated, windowsOf, wordOf,
} from "./values";

export function propertyOf(node: DeviceTreeNode, name: string): DeviceTreeProperty | null {
  for (const property of node.properties) if (property.name === name) return property;
  return null;
}

/** The value of a property that is one cell. */
export function numberOf(node: DeviceTreeNode, name: string, otherwise: number): number {
  const property = propertyOf(node, name);
  return property === null ? otherwise : wordOf(property.value, otherwise);
}

/** The value of a property that is one string. */
export function textOf(node: DeviceTreeNode, name: string, otherwise: string): string {
  const property = propertyOf(node, name);
  return property === null ? otherwise : stringOf(property.value, otherwise);
}

/**
 * The way from the root to a node, both included: "/soc/uart@9000000". A unit address may be left
 * out. "serial0/x" begins at the node that the alias serial0 names.
 */
export function pathTo(root: DeviceTreeNode, path: string): DeviceTreeNode[] | null {
  let names = path.split("/");
  if (names[0] !== "") {
    const aliases = childNamed(root, "aliases");
    const start = aliases === null ? "" : textOf(aliases, names[0]!, "");
    // An alias is a full path: it cannot lead to another alias, and so not in a circle.
    if (!start.startsWith("/")) return null;
    names = [...start.split("/"), ...names.slice(1)];
  }
  const way = [root];
  for (const name of names) {
    if (name === "") continue;
    const child = childNamed(way.at(-1)!, name);
    if (child === null) return null;
    way.push(child);
  }
  return way;
}

export function nodeAt(root: DeviceTreeNode, path: string): DeviceTreeNode | null {
  const way = pathTo(root, path);
  return way === null ? null : way.at(-1)!;
}

function childNamed(node: DeviceTreeNode, name: string): DeviceTreeNode | null {
  for (const child of node.children) if (child.name === name) return child;
  for (const child of node.children) if (child.name.startsWith(`${name}@`)) return child;
  return null;
}

/** Whether the node's device behaves as `model`, "arm,pl011". */
export function isCompatible(node: DeviceTreeNode, model: string): boolean {
  const property = propertyOf(node, "compatible");
  const models = property === null ? null : stringsOf(property.value);
  return models !== null && models.includes(model);
}

/** The ways to all nodes that are compatible with `model`, in the tree's order. */
export function compatibleWith(root: DeviceTreeNode, model: string): DeviceTreeNode[][] {
  return allWays(root).filter((way) => isCompatible(way.at(-1)!, model));
}

/** The phandle of nobody. */
const NO_PHANDLE = 0;

/** The way to the node with that `phandle`. */
export function referredTo(root: DeviceTreeNode, phandle: number): DeviceTreeNode[] | null {
  if (phandle === NO_PHANDLE) return null;
  for (const way of allWays(root)) {
    if (numberOf(way.at(-1)!, "phandle", NO_PHANDLE) === phandle) return way;
  }
  return null;
}

/** The ways to all nodes, each before those below it. */
export function allWays(root: DeviceTreeNode): DeviceTreeNode[][] {
  const found: DeviceTreeNode[][] = [];
  addWays([root], found);
  return found;
}

function addWays(way: DeviceTreeNode[], found: DeviceTreeNode[][]): void {
  found.push(way);
  for (const child of way.at(-1)!.children) addWays([...way, child], found);
}

/** Who hears the interrupts of the node at the end of `way`: the nearest interrupt-parent's. */
export function interruptParentOf(way: readonly DeviceTreeNode[]): DeviceTreeNode[] | null {
  for (let i = way.length - 1; i >= 0; i--) {
    const phandle = numberOf(way[i]!, "interrupt-parent", NO_PHANDLE);
    if (phandle !== NO_PHANDLE) return referredTo(way[0]!, phandle);
  }
  return null;
}

/** What the specification has where a bus does not say in how many cells its children count. */
const DEFAULT_ADDRESS_CELLS = 2;
const DEFAULT_SIZE_CELLS = 1;

export const addressCellsOf = (bus: DeviceTreeNode): number =>
  numberOf(bus, "#address-cells", DEFAULT_ADDRESS_CELLS);

export const sizeCellsOf = (bus: DeviceTreeNode): number =>
  numberOf(bus, "#size-cells", DEFAULT_SIZE_CELLS);

/** Where the device at the end of `way` is on its bus: its `reg`. */
export function registersOf(way: readonly DeviceTreeNode[]): AddressRange[] | null {
  const reg = propertyOf(way.at(-1)!, "reg");
  if (way.length < 2 || reg === null) return null;
  const bus = way.at(-2)!;
  return rangesOf(reg.value, addressCellsOf(bus), sizeCellsOf(bus));
}

/** Where it is for the CPU, which is the root: through the `ranges` of each bus on the way. */
export function physicalRangesOf(way: readonly DeviceTreeNode[]): AddressRange[] | null {
  let found = registersOf(way);
  for (let depth = way.length - 2; depth > 0 && found !== null; depth--) {
    found = oneLevelUp(found, way[depth]!, way[depth - 1]!);
  }
  return found;
}

/** Ranges on `bus`, as they are on the bus above it. */
function oneLevelUp(
  ranges: readonly AddressRange[], bus: DeviceTreeNode, above: DeviceTreeNode,
): AddressRange[] | null {
  const property = propertyOf(bus, "ranges");
  if (property === null) return null; // Its children have an address space of their own.
  const { value } = property;
  const cells = addressCellsOf(bus);
  const windows = windowsOf(value, cells, addressCellsOf(above), sizeCellsOf(bus));
  if (windows === null) return null;
  const found: AddressRange[] = [];
  for (const range of ranges) {
    const moved = translated(range, windows);
    if (moved === null) return null;
    found.push(moved);
  }
  return found;
}
