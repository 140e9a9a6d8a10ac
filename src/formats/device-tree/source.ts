// A device tree as one writes it: nodes have labels, and a property may name a node by its label
// where its phandle will be. resolve() deals out the phandles.

import { bug } from "../../base/bug";
import { writeWord } from "./big-endian";
import { DeviceTreeNode, DeviceTreeProperty } from "./node";

/** Where in a value the phandle of a labelled node belongs. */
export class Reference {
  readonly at: number;
  readonly label: string;

  constructor(at: number, label: string) {
    this.at = at;
    this.label = label;
  }
}

/** A property's value, phandles still missing. */
export class SourceValue {
  readonly bytes: Uint8Array;
  readonly references: readonly Reference[];

  constructor(bytes: Uint8Array, references: readonly Reference[] = []) {
    this.bytes = bytes;
    this.references = references;
  }
}

export class SourceProperty {
  readonly name: string;
  readonly value: SourceValue;

  constructor(name: string, value: SourceValue) {
    this.name = name;
    this.value = value;
  }
}

export class SourceNode {
  readonly name: string;
  /** Empty: nobody refers to it. */
  readonly label: string;
  readonly properties: readonly SourceProperty[];
  readonly children: readonly SourceNode[];

  constructor(
    name: string, label: string,
    properties: readonly SourceProperty[], children: readonly SourceNode[],
  ) {
    this.name = name;
    this.label = label;
    this.properties = properties;
    this.children = children;
  }
}

/** `<1 2 3>`: 32 bits each. */
export function cells(...words: readonly number[]): SourceValue {
  const bytes = new Uint8Array(4 * words.length);
  words.forEach((word, i) => writeWord(bytes, 4 * i, word));
  return new SourceValue(bytes);
}

/** Numbers of two cells each, below 2^53: with #address-cells and #size-cells 2, base and size. */
export function cellPairs(...numbers: readonly number[]): SourceValue {
  return cells(...numbers.flatMap((n) => [Math.floor(n / 0x1_0000_0000), n % 0x1_0000_0000]));
}

/** `"a", "b"`: each with a NUL behind it. One character a byte. */
export function strings(...texts: readonly string[]): SourceValue {
  const text = texts.map((t) => `${t}\0`).join("");
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new SourceValue(bytes);
}

/** `<&clock>`: the phandle of the node that is labelled so. */
export function phandleOf(label: string): SourceValue {
  return new SourceValue(new Uint8Array(4), [new Reference(0, label)]);
}

/** A property that says all by being there. */
export function flag(): SourceValue {
  return new SourceValue(new Uint8Array(0));
}

/** One value behind the other. */
export function join(...values: readonly SourceValue[]): SourceValue {
  const bytes = new Uint8Array(values.reduce((sum, value) => sum + value.bytes.length, 0));
  const references: Reference[] = [];
  let end = 0;
  for (const value of values) {
    bytes.set(value.bytes, end);
    for (const { at, label } of value.references) references.push(new Reference(end + at, label));
    end += value.bytes.length;
  }
  return new SourceValue(bytes, references);
}

/**
 * The tree with its phandles: 1 for the first node that a property refers to, and so on, top down.
 * A label that nobody refers to costs nothing.
 */
export function resolve(root: SourceNode): DeviceTreeNode {
  const phandles = new Map<string, number>();
  numberNodes(root, wantedBy(root), phandles);
  return resolveNode(root, phandles);
}

/** The labels that properties of `node` and below refer to. */
function wantedBy({ properties, children }: SourceNode): Set<string> {
  const wanted = new Set<string>();
  for (const { value } of properties) for (const { label } of value.references) wanted.add(label);
  for (const child of children) for (const label of wantedBy(child)) wanted.add(label);
  return wanted;
}

function numberNodes(
  { label, children }: SourceNode, wanted: ReadonlySet<string>, phandles: Map<string, number>,
): void {
  if (wanted.has(label)) {
    if (phandles.has(label)) bug(`two nodes are labelled ${label}`);
    phandles.set(label, phandles.size + 1);
  }
  for (const child of children) numberNodes(child, wanted, phandles);
}

function resolveNode(node: SourceNode, phandles: ReadonlyMap<string, number>): DeviceTreeNode {
  const properties = node.properties.map(({ name, value }) =>
    new DeviceTreeProperty(name, patched(value, phandles)));
  const phandle = phandles.get(node.label);
  if (phandle !== undefined) {
    properties.push(new DeviceTreeProperty("phandle", cells(phandle).bytes));
  }
  const children = node.children.map((child) => resolveNode(child, phandles));
  return new DeviceTreeNode(node.name, properties, children);
}

/** The value, with the phandles where they belong. */
function patched(value: SourceValue, phandles: ReadonlyMap<string, number>): Uint8Array {
  const bytes = value.bytes.slice();
  for (const { at, label } of value.references) {
    writeWord(bytes, at, phandles.get(label) ?? bug(`no node is labelled ${label}`));
  }
  return bytes;
}
