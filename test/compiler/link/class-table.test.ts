// The class table: a row of four words for each class, and behind them what they lead to.

import { expect } from "chai";
import type { ClassInfo } from "../../../src/compiler/ir/program";
import { classTable } from "../../../src/compiler/link/class-table";

const instance = (name: string, references: readonly boolean[], isThrown: boolean): ClassInfo =>
  ({ name, shape: "instance", size: 8 * references.length, lastHeir: 0, references, isThrown });

const words = (classes: readonly ClassInfo[]): number[] => {
  const [{ bytes, relocations } = { bytes: new Uint8Array(), relocations: [] }, ...others] = classTable(classes);
  expect(relocations, "addresses").to.deep.equal([]);
  expect(others, "what is beside it").to.deep.equal([]);
  return [...new Uint32Array(bytes.slice().buffer)];
};

const ascii = (text: string): number => Buffer.from(text.padEnd(4, "\0")).readUInt32LE();

describe("the class table", () => {
  it("says of each class its shape, its map and its name", () => {
    const leaf = instance("Leaf", [false, false], false);
    const node = instance("Node", [false, true, true], false);
    const fault = instance("Fault", [false, true], true);
    expect(words([leaf, { ...leaf, shape: "string" }, node, fault])).to.deep.equal([
      // shape, words of the map, and where map and name are
      0, 0, 0, 0,
      1, 0, 0, 0,
      0, 1, 64, 0,
      0, 1, 72, 80,
      0b110, 0, // words 1 and 2 of a Node
      0b010, 0, // word 1 of a Fault
      0, 5, ascii("Faul"), ascii("t"), // a string: its class, its length, its codes
    ]);
  });

  it("has each map once", () => {
    const twins = ["A", "B"].map((name) => instance(name, [false, true], false));
    expect(words(twins)).to.deep.equal([0, 1, 32, 0, 0, 1, 32, 0, 0b10, 0]);
  });

  it("has as many words of 64 bits as a large class wants", () => {
    const large = instance("Large", Array.from({ length: 130 }, (_, i) => i === 63 || i === 64 || i === 129), false);
    expect(words([large])).to.deep.equal([0, 3, 16, 0, 0, 2 ** 31, 1, 0, 0b10, 0]);
  });

  it("has names in UTF-8", () => {
    expect(words([instance("é", [], true)]).slice(4)).to.deep.equal([0, 2, 0xa9c3, 0]);
  });
});
