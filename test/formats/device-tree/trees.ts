// Device trees as tests write them: nodes and properties by name, and drawn at random.

import fc from "fast-check";
import { DeviceTree, DeviceTreeNode, DeviceTreeProperty, Reservation } from "../../../src/formats/device-tree/node";
import type { SourceValue } from "../../../src/formats/device-tree/source";

export function node(name: string, properties: Readonly<Record<string, SourceValue>> = {}, children: readonly DeviceTreeNode[] = []): DeviceTreeNode {
  const rows = Object.entries(properties).map(([key, { bytes }]) => new DeviceTreeProperty(key, bytes));
  return new DeviceTreeNode(name, rows, children);
}

const letters = (first: string, others: string, maxLength: number): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...first), fc.string({ unit: fc.constantFrom(...others), maxLength })).map(([a, b]) => a + b);

/** What the specification allows in a name, without what has a meaning to dtc. */
const nodeName = letters("abcxyz", "abcXYZ019,._+-", 12);
const propertyName = letters("abcxyz#", "abcxyz019,._+?#-", 20);
const uniqueBy = { maxLength: 5, selector: ({ name }: { readonly name: string }) => name };

const property = fc.tuple(propertyName, fc.uint8Array({ maxLength: 20 })).map(([name, value]) => new DeviceTreeProperty(name, value));
const properties = fc.uniqueArray(property, uniqueBy);

const { tree: anyChild } = fc.letrec<{ tree: DeviceTreeNode }>((tie) => ({
  tree: fc.tuple(nodeName, properties, fc.oneof({ depthSize: "small" }, fc.constant([]), fc.uniqueArray(tie("tree"), { ...uniqueBy, maxLength: 4 })))
    .map(([name, rows, children]) => new DeviceTreeNode(name, rows, children)),
}));

const root = fc.tuple(properties, fc.uniqueArray(anyChild, uniqueBy)).map(([rows, children]) => new DeviceTreeNode("", rows, children));
const word64 = fc.bigInt({ min: 1n, max: 0xffff_ffff_ffff_ffffn });

export const anyTree: fc.Arbitrary<DeviceTree> = fc.tuple(root, fc.array(fc.tuple(word64, word64), { maxLength: 3 }), fc.nat(7))
  .map(([top, ranges, cpu]) => new DeviceTree(top, ranges.map(([address, size]) => new Reservation(address, size)), cpu));

/** A tree with a line for each node and property, the nodes' paths before them, in the order of the alphabet. */
export function lines(tree: DeviceTreeNode, path = ""): string[] {
  const own = tree.properties.map(({ name, value }) => `${path}/${name}: ${[...value].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")}`);
  return [`${path}/`, ...own, ...tree.children.flatMap((child) => lines(child, `${path}/${child.name}`))].sort();
}
