import { expect } from "chai";
import { cellPairs, cells, flag, join, phandleOf, resolve, SourceNode, SourceProperty, type SourceValue, strings } from "../../../src/formats/device-tree/source";
import { lines } from "./trees";

const labelled = (label: string, name: string, properties: Readonly<Record<string, SourceValue>>, children: readonly SourceNode[] = []): SourceNode =>
  new SourceNode(name, label, Object.entries(properties).map(([key, value]) => new SourceProperty(key, value)), children);

describe("a device tree's source", () => {
  const values = [
    ["cells",      cells(1, 0xffff_ffff),                     [0, 0, 0, 1, 255, 255, 255, 255]],
    ["pairs",      cellPairs(0x4000_0000, 0x1_2345_6789),     [0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 1, 0x23, 0x45, 0x67, 0x89]],
    ["strings",    strings("ab", "", "c"),                    [97, 98, 0, 0, 99, 0]],
    ["a flag",     flag(),                                    []],
    ["a phandle",  phandleOf("x"),                            [0, 0, 0, 0]],
    ["several",    join(cells(1), strings("a"), flag()),      [0, 0, 0, 1, 97, 0]],
  ] as const;
  for (const [what, { bytes }, expected] of values) it(`has ${what}`, () => expect([...bytes]).to.deep.equal([...expected]));

  it("gives phandles to the nodes that are referred to, and puts them where they belong", () => {
    const tree = resolve(labelled("", "", { first: join(cells(9), phandleOf("b"), phandleOf("a")) }, [
      labelled("a", "x", {}, [labelled("nobody", "y", {})]),
      labelled("b", "z", { own: phandleOf("b") }),
    ]));
    expect(lines(tree)).to.deep.equal([
      "/", "/first: 00 00 00 09 00 00 00 02 00 00 00 01",
      "/x/", "/x/phandle: 00 00 00 01", "/x/y/",
      "/z/", "/z/own: 00 00 00 02", "/z/phandle: 00 00 00 02",
    ]);
  });

  it("is ours to get right", () => {
    expect(() => resolve(labelled("", "", { lost: phandleOf("x") }))).to.throw("no node is labelled x");
    const twins = [labelled("x", "a", {}), labelled("x", "b", {})];
    expect(() => resolve(labelled("", "", { to: phandleOf("x") }, twins))).to.throw("two nodes are labelled x");
  });
});
