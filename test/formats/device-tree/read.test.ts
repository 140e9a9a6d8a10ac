import { expect } from "chai";
import fc from "fast-check";
import { UserFault } from "../../../src/base/fault";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree, type DeviceTreeNode, Reservation } from "../../../src/formats/device-tree/node";
import { readDeviceTree } from "../../../src/formats/device-tree/read";
import { cells, strings } from "../../../src/formats/device-tree/source";
import { anyTree, lines, node } from "./trees";

const SMALL = buildDeviceTree(new DeviceTree(node("", { model: strings("small") }, [node("a", { reg: cells(7) }), node("b")])));
// 0x28 reservations; 0x38 structure: BEGIN_NODE "", 0x40 PROP model (6 bytes), 0x54 BEGIN_NODE "a", 0x5c PROP reg,
// 0x6c END_NODE, 0x70 BEGIN_NODE "b", 0x78 END_NODE, 0x7c END_NODE, 0x80 END; 0x84 strings: model, reg.

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** SMALL with words put over it. */
function spoiled(...words: readonly (readonly [at: number, word: number])[]): Uint8Array {
  const bytes = SMALL.slice();
  for (const [at, value] of words) bytes.set(word(value), at);
  return bytes;
}

/** A chain of `depth` nodes, the root included. */
const chain = (depth: number): DeviceTreeNode => node("n", {}, depth > 1 ? [chain(depth - 1)] : []);

describe("readDeviceTree", () => {
  it("reads back every tree that is built", () => {
    fc.assert(fc.property(anyTree, (tree) => {
      expect(readDeviceTree(buildDeviceTree(tree))).to.deep.equal(tree);
    }), { numRuns: 300 });
  });

  it("reads over what was blotted out", () => {
    const without = spoiled([0x70, 4], [0x74, 4], [0x78, 4]);
    expect(lines(readDeviceTree(without).root)).to.deep.equal(["/", "/a/", "/a/reg: 00 00 00 07", "/model: 73 6d 61 6c 6c 00"]);
  });

  it("reads a blob that has room behind it", () => {
    expect(readDeviceTree(new Uint8Array([...SMALL, 1, 2, 3])).root.children).to.have.length(2);
  });

  it("reads reservations up to the one that is all zeros", () => {
    const reservations = [new Reservation(0n, 0x1000n), new Reservation(0x1000n, 0n)];
    expect(readDeviceTree(buildDeviceTree(new DeviceTree(node(""), reservations))).reservations).to.deep.equal(reservations);
  });

  it("reads names of 255 bytes, and none longer", () => {
    const named = (length: number): Uint8Array => buildDeviceTree(new DeviceTree(node("", { ["p".repeat(length)]: cells(1) }, [node("n".repeat(length))])));
    expect(lines(readDeviceTree(named(255)).root)).to.have.length(3);
    expect(() => readDeviceTree(named(256))).to.throw(UserFault, "is longer than 255 bytes");
  });

  it("reads nodes 64 deep, and no deeper", () => {
    expect(readDeviceTree(buildDeviceTree(new DeviceTree(chain(64)))).root.name).to.equal("n");
    expect(() => readDeviceTree(buildDeviceTree(new DeviceTree(chain(65))))).to.throw(UserFault, "the node at 0x238 is more than 64 deep");
  });
});

describe("a blob that readDeviceTree refuses", () => {
  const cases: readonly (readonly [fault: string, blob: Uint8Array])[] = [
    ["not a device tree: it does not begin with d0 0d fe ed",                          spoiled([0, 0xd00d_feef])],
    ["not a device tree: it does not begin with d0 0d fe ed",                          new Uint8Array(3)],
    ["truncated: a device tree's header takes 40 bytes",                               SMALL.subarray(0, 39)],
    ["the device tree is of version 16, readable as 16; this reads version 17",        spoiled([0x14, 16])],
    ["the device tree is of version 20, readable as 18; this reads version 17",        spoiled([0x14, 20], [0x18, 18])],
    ["truncated: the device tree (totalsize) should take 0x8f bytes at 0x0, but only 0x8e are there", spoiled([4, 0x8f])],
    ["truncated: the structure block should take 0x4c bytes at 0xffffffff",            spoiled([8, 0xffff_ffff])],
    ["truncated: the strings block should take 0xa bytes at 0x85, but only 0x8e",      spoiled([0xc, 0x85])],
    ["off_dt_struct at 0x8 is 0x39, not 4-aligned",                                    spoiled([8, 0x39], [0x24, 0x48])],
    ["truncated: a memory reservation should take 0x10 bytes at 0x80",                 spoiled([0x10, 0x80])],
    ["the root should begin at 0x38, but the token there is 9",                        spoiled([0x38, 9])],
    ["no token is 0x5, as is at 0x38",                                                 spoiled([0x38, 5])],
    ["the tree should end at 0x80, but the token there is 2",                          spoiled([0x80, 2])],
    ["node \"\" should end, or have a child at 0x80, but the token there is 9",        spoiled([0x7c, 4])],
    ["node \"\" should end, or have a child at 0x70, but the token there is 3",        spoiled([0x70, 3], [0x74, 0], [0x78, 0])],
    ["truncated: the token at 0x5c should take 0x100c bytes, but the structure block ends at 0x84", spoiled([0x60, 0x1000])],
    ["truncated: the token at 0x5c should take 0x10000000c bytes",                     spoiled([0x60, 0xffff_ffff])],
    ["the property at 0x5c has its name behind the strings block",                     spoiled([0x64, 10])],
    ["the name at 0x84 has no end",                                                    spoiled([0x20, 4])],
    ["the name at 0x74 has no end",                                                    spoiled([0x24, 0x40], [0x74, 0x6161_6161])],
  ];
  for (const [fault, blob] of cases) it(fault, () => expect(() => readDeviceTree(blob)).to.throw(UserFault, fault));

  it("is told in one line", () => {
    for (const [, blob] of cases) expect(() => readDeviceTree(blob)).to.throw(UserFault).with.property("message").not.match(/\n/);
  });
});

describe("a blob that lies", () => {
  /** Reads it, and asks nothing but that the fault is the user's. */
  const attempt = (blob: Uint8Array): void => {
    try {
      readDeviceTree(blob);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
    }
  };

  it("is refused wherever it is cut off", () => {
    for (let length = 0; length < SMALL.length; length++) expect(() => readDeviceTree(SMALL.subarray(0, length)), `${length} bytes`).to.throw(UserFault);
  });

  it("is read or refused, whichever bit is flipped", () => {
    for (let bit = 0; bit < 8 * SMALL.length; bit++) {
      const flipped = SMALL.slice();
      flipped[bit >>> 3]! ^= 1 << (bit & 7);
      attempt(flipped);
    }
  });

  it("is read or refused, whichever words are overwritten", () => {
    const overwrite = fc.tuple(fc.nat(Math.floor(SMALL.length / 4) - 1), fc.constantFrom(0, 1, 2, 3, 4, 9, 0x7fff_ffff, 0xffff_ffff));
    fc.assert(fc.property(fc.array(overwrite, { minLength: 1, maxLength: 6 }), (words) => {
      attempt(spoiled(...words.map(([index, value]) => [4 * index, value] as const)));
    }), { numRuns: 3000 });
  });

  it("cannot make the reader slow: every property has a name of a million bytes", () => {
    const properties = 60_000;
    const structure = 12 * properties + 16;
    const blob = new Uint8Array(0x38 + structure + 1_000_000).fill(0x61);
    const put = (at: number, words: readonly number[]): void => blob.set(words.flatMap(word), at);
    put(0, [0xd00d_feed, blob.length, 0x38, 0x38 + structure, 0x28, 17, 16, 0, 1_000_000, structure, 0, 0, 0, 0, 1, 0]);
    for (let i = 0; i < properties; i++) put(0x40 + 12 * i, [3, 0, 999_000]);
    put(0x40 + 12 * properties, [2, 9]);
    blob[blob.length - 1] = 0;
    expect(() => readDeviceTree(blob)).to.throw(UserFault, "is longer than 255 bytes");
  });
});
