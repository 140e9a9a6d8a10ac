// Blobs that are no device tree, and some that are one only at first sight: what the cursor says of each. Whatever the
// bytes are, it comes to an end and reads nothing outside the blob.

import { expect } from "chai";
import fc from "fast-check";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree, type DeviceTreeNode, Reservation } from "../../../src/formats/device-tree/node";
import { cells, strings } from "../../../src/formats/device-tree/source";
import { FlattenedTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { compatibleNode, nodeOfType } from "../../../src/unikernel/device-tree/lookup";
import { interruptOf, rangeBegin, rangeBytes, rangeCount } from "../../../src/unikernel/device-tree/values";
import { node } from "../../formats/device-tree/trees";
import { bytesOf, childrenOf, nameOf, opened, reservationsOf } from "./in-memory";

const SMALL = buildDeviceTree(new DeviceTree(
  node("", { model: strings("small") }, [node("a", { reg: cells(7, 8), compatible: strings("x") }), node("b", { device_type: strings("memory") })]),
  [new Reservation(0x4800_0000n, 0x1000n)],
));
// 0x00 header; 0x28 a reservation, 0x38 the last; 0x48 structure: BEGIN_NODE "", 0x50 PROP model (6 bytes), 0x64
// BEGIN_NODE "a", 0x6c PROP reg (8 bytes), 0x80 PROP compatible (2), 0x90 END_NODE, 0x94 BEGIN_NODE "b", 0x9c PROP
// device_type (7), 0xb0 END_NODE, 0xb4 END_NODE, 0xb8 END; 0xbc strings.

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** SMALL with words put over it. */
function spoiled(...words: readonly (readonly [at: number, word: number])[]): Uint8Array {
  const bytes = SMALL.slice();
  for (const [at, value] of words) bytes.set(word(value), at);
  return bytes;
}

const chain = (depth: number): DeviceTreeNode => node("n", {}, depth > 1 ? [chain(depth - 1)] : []);

const CASES: readonly (readonly [problem: string, blob: Uint8Array])[] = [
  // header: magic 0x00, totalsize 0x04, structure 0x08, strings 0x0c, reservations 0x10, version 0x14, 0x18, sizes 0x20, 0x24
  ["it has another first word",               spoiled([0x00, 0xedfe_0dd0])],
  ["it has another first word",               new Uint8Array(64)],
  ["its address is not in memory",            SMALL.subarray(0, 39)],
  ["its length cannot be",                    SMALL.subarray(0, 40)],
  ["its length cannot be",                    SMALL.subarray(0, SMALL.length - 1)],
  ["its length cannot be",                    spoiled([0x04, 39])],
  ["its length cannot be",                    spoiled([0x04, 0x20_0001])],
  ["its length cannot be",                    spoiled([0x04, 0xffff_ffff])],
  ["it is of an old version",                 spoiled([0x14, 16])],
  ["it is of a new version",                  spoiled([0x14, 18], [0x18, 18])],
  ["its structure block is not within it",    spoiled([0x08, 0x4a])],
  ["its structure block is not within it",    spoiled([0x08, 0xffff_fffc])],
  ["its structure block is not within it",    spoiled([0x24, 0xffff_fffc])],
  ["its strings block is not within it",      spoiled([0x20, 0x1000])],
  ["its strings block is not within it",      spoiled([0x0c, 0xffff_ffff])],
  ["its reservations are not at a multiple of 8", spoiled([0x10, 0x2c])],
  ["its reservations have no end",            spoiled([0x10, 0xffff_fff8])],
  ["its reservations have no end",            spoiled([0x10, 0x50])],
  // structure
  ["a token of it cannot be",                 spoiled([0x94, 7])],
  ["a token of it cannot be",                 spoiled([0x70, 0xffff_fff0])],
  ["a token of it cannot be",                 spoiled([0x70, 0x7fff_ffff])],
  ["a token of it cannot be",                 spoiled([0x74, 0xffff])],
  ["a token of it cannot be",                 spoiled([0x48, 1], [0x4c, 0x4141_4141], [0x24, 8])],
  ["a property of it stands behind a child",  spoiled([0x94, 4], [0x98, 4])],
  ["something of it is in no node",           spoiled([0x48, 4], [0x4c, 4])],
  ["it has two roots",                        spoiled([0x90, 2], [0x94, 2], [0x98, 1], [0x9c, 0])],
  ["a node of it does not end",               spoiled([0xb4, 9])],
  ["it has no end",                           spoiled([0xb8, 4])],
  ["its nodes are too deep",                  buildDeviceTree(new DeviceTree(node("", {}, [chain(64)])))],
];

/** Goes to every node, and asks it what a boot asks. */
function walk(tree: FlattenedTree, at: bigint, depth: number): number {
  expect(depth).to.be.at.most(64);
  let nodes = 1;
  nameOf(at);
  for (const name of ["reg", "compatible", "device_type", "model"]) bytesOf(tree.property(at, name));
  for (let i = 0; i < Math.min(3, rangeCount(tree, at)); i++) rangeBegin(tree, at, i) + rangeBytes(tree, at, i);
  interruptOf(tree, at, 0);
  for (const child of childrenOf(tree, at)) nodes += walk(tree, child, depth + 1);
  return nodes;
}

function exercise(blob: Uint8Array): void {
  const tree = opened(blob);
  if (tree.isOpen) walk(tree, tree.root, 1);
  else expect(tree.root).to.equal(0n);
  compatibleNode(tree, "x", 0n);
  nodeOfType(tree, "memory", 0n);
  reservationsOf(tree);
}

describe("a damaged device tree", () => {
  it("is none of these: it is whole", () => {
    const tree = opened(SMALL);
    expect([tree.problem, walk(tree, tree.root, 1)]).to.deep.equal(["", 3]);
    expect(reservationsOf(tree)).to.deep.equal([[0x4800_0000n, 0x1000n]]);
  });

  for (const [problem, blob] of CASES) {
    it(problem, () => { expect(opened(blob).problem).to.equal(problem); });
  }

  it("is at no address, at an odd one, or not open", () => {
    const tree = new FlattenedTree();
    expect([tree.problem, tree.root, tree.firstReservation]).to.deep.equal(["there is none", 0n, 0n]);
    opened(SMALL);
    for (const address of [0n, 0xffff_ff80_4000_0004n]) {
      expect(tree.open(address, 0xffff_ff80_4000_1000n)).to.equal(false);
      expect(tree.problem).to.equal("its address is not a multiple of 8");
    }
  });

  it("is read over where it was blotted out", () => {
    const tree = opened(spoiled([0x94, 4], [0x98, 4], [0x9c, 4], [0xa0, 4], [0xa4, 4], [0xa8, 4], [0xac, 4], [0xb0, 4]));
    expect(tree.problem).to.equal("");
    expect(childrenOf(tree, tree.root).map(nameOf)).to.deep.equal(["a"]);
  });

  it("has cells of any number: ranges that cannot be are none", () => {
    for (const count of [0, 5, 0x8000_0000, 0xffff_ffff]) {
      const root = node("", { "#address-cells": cells(count), "#size-cells": cells(0) }, [node("m", { reg: cells(1, 2, 3) })]);
      const tree = opened(buildDeviceTree(new DeviceTree(root)));
      expect(rangeCount(tree, tree.firstChild(tree.root)), `${count}`).to.equal(0);
    }
  });

  it("with any byte changed: is refused, or read to its end", () => {
    for (let at = 0; at < SMALL.length; at++) {
      for (const value of [0, 1, 2, 3, 4, 9, 0x7f, 0x80, 0xff]) {
        const bytes = SMALL.slice();
        bytes[at] = value;
        exercise(bytes);
      }
    }
  });

  it("of any length: is refused", () => {
    for (let length = 0; length < SMALL.length; length++) expect(opened(SMALL.subarray(0, length)).isOpen, `${length}`).to.equal(false);
  });

  it("with any words put over it: is refused, or read to its end", () => {
    const words = fc.array(fc.tuple(fc.nat(Math.floor(SMALL.length / 4) - 1).map((index) => 4 * index), fc.oneof(fc.nat(9), fc.nat(0xff), fc.integer({ min: 0, max: 0xffff_ffff }))), { maxLength: 6 });
    fc.assert(fc.property(words, (changes) => { exercise(spoiled(...changes)); }), { numRuns: 2000 });
  });
});
