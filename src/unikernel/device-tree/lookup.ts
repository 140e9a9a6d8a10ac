// Finding nodes of a device tree: by path, by what they are compatible with, by device_type.
// Nothing allocates; 0n is none.

import type { FlattenedTree } from "./flattened-tree";
import { isTextAt } from "./flattened-tree";
import { listsText, valueAt, valueBytes } from "./values";

export function childCalled(tree: FlattenedTree, node: bigint, name: string): bigint {
  let child = node === 0n ? 0n : tree.firstChild(node);
  while (child !== 0n && !tree.isCalled(child, name)) child = tree.nextSibling(child);
  return child;
}

/**
 * The next node, in the tree's order, that is compatible with this: behind `after`, or from the
 * root on if that is 0n. One whose status is not "okay" is passed over.
 */
export function compatibleNode(tree: FlattenedTree, compatible: string, after: bigint): bigint {
  let node = after === 0n ? tree.root : tree.following(after);
  while (node !== 0n) {
    const property = tree.property(node, "compatible");
    if (listsText(property, compatible) && isUsable(tree, node)) return node;
    // What is before the property has been gone through.
    node = tree.following(property === 0n ? node : property);
  }
  return 0n;
}

/**
 * The next node below the root with this device_type. One whose status is not "okay" is passed
 * over: memory for the Secure state alone, for one, is disabled for us.
 */
export function nodeOfType(tree: FlattenedTree, type: string, after: bigint): bigint {
  let node = after;
  if (after !== 0n) node = tree.nextSibling(after);
  else if (tree.root !== 0n) node = tree.firstChild(tree.root);
  for (; node !== 0n; node = tree.nextSibling(node)) {
    if (hasText(tree.property(node, "device_type"), type) && isUsable(tree, node)) return node;
  }
  return 0n;
}

function isUsable(tree: FlattenedTree, node: bigint): boolean {
  const status = tree.property(node, "status");
  return status === 0n || hasText(status, "okay") || hasText(status, "ok");
}

/** Whether the property is this text. */
export function hasText(property: bigint, text: string): boolean {
  return valueBytes(property) === text.length + 1 && isTextAt(valueAt(property), text, 0);
}
