// A blob at the very end of simulated memory, so that whoever reads behind it is found out; and what the cursor sees.

import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { bigEndian64 } from "../../../src/unikernel/device-tree/big-endian";
import { FlattenedTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { valueAt, valueBytes } from "../../../src/unikernel/device-tree/values";
import { load8 } from "../../../src/unikernel/metal/memory";
import { hostMetal } from "../../../src/unikernel/metal/hosted";

const BASE = 0xffff_ff80_4000_0000n;

/** The tree of a blob, opened; its `problem` says if that went well. */
export function opened(blob: Uint8Array): FlattenedTree {
  const size = Math.ceil((blob.length + 8) / 8) * 8;
  const metal = new SimulatedMetal(BASE, size, 0);
  const begin = Math.floor((size - blob.length) / 8) * 8;
  metal.bytes.set(blob, begin);
  hostMetal(metal);
  const tree = new FlattenedTree();
  tree.open(BASE + BigInt(begin), BASE + BigInt(begin + blob.length));
  return tree;
}

/** The name of a node, as it stands behind its token. */
export function nameOf(node: bigint): string {
  let name = "";
  for (let at = node + 4n; load8(at) !== 0; at++) name += String.fromCharCode(load8(at));
  return name;
}

export function bytesOf(property: bigint): number[] {
  return Array.from({ length: valueBytes(property) }, (_, i) => load8(valueAt(property) + BigInt(i)));
}

export function childrenOf(tree: FlattenedTree, node: bigint): bigint[] {
  const children: bigint[] = [];
  for (let child = tree.firstChild(node); child !== 0n; child = tree.nextSibling(child)) children.push(child);
  return children;
}

export function reservationsOf(tree: FlattenedTree): (readonly [address: bigint, size: bigint])[] {
  const found: (readonly [bigint, bigint])[] = [];
  for (let at = tree.firstReservation; at !== 0n; at = tree.nextReservation(at)) found.push([bigEndian64(at), bigEndian64(at + 8n)]);
  return found;
}
