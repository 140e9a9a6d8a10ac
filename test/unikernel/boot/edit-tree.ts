// The board's device tree with something else in it.

import { DeviceTreeNode, DeviceTreeProperty } from "../../../src/formats/device-tree/node";
import type { SourceValue } from "../../../src/formats/device-tree/source";
import { node } from "../../formats/device-tree/trees";

export type Edit = (root: DeviceTreeNode) => DeviceTreeNode;

const withChildren = ({ name, properties }: DeviceTreeNode, children: readonly DeviceTreeNode[]): DeviceTreeNode =>
  new DeviceTreeNode(name, properties, children);

/** Without the children of the root whose names begin so. */
export const without = (name: string): Edit => (root) =>
  withChildren(root, root.children.filter((child) => !child.name.startsWith(name)));

/** With another child of the root, or several. */
export const withNodes = (...nodes: readonly DeviceTreeNode[]): Edit => (root) =>
  withChildren(root, [...root.children, ...nodes]);

/** With a property of a child of the root, in place of the one that there was. */
export const withProperty = (child: string, name: string, { bytes }: SourceValue): Edit => (root) =>
  withChildren(root, root.children.map((each) => (each.name.startsWith(child) ? new DeviceTreeNode(each.name, [
    ...each.properties.filter((property) => property.name !== name), new DeviceTreeProperty(name, bytes),
  ], each.children) : each)));

export const both = (first: Edit, second: Edit): Edit => (root) => second(first(root));

/** Nodes of device_type "memory", in place of the board's. */
export const memoryOf = (...regs: readonly SourceValue[]): Edit => both(without("memory"), withNodes(...regs.map((reg, i) =>
  node(`memory@${i}`, { device_type: MEMORY, reg }))));

const MEMORY: SourceValue = { bytes: new Uint8Array(Buffer.from("memory\0")), references: [] };
