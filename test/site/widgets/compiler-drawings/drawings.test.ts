// What the still pictures and the two that answer show, against what the compiler makes of the same statements.

import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type Built, buildProgram } from "../../../../src/compiler/build";
import { printFunction } from "../../../../src/compiler/ir/print";
import { kernelSources } from "../../../../src/site/plugins/compiler-plugin";
import { rooms } from "../../../../src/site/widgets/compiler-drawings/drawings/rooms";
import { FLOW, immediateDominator, lostWithout } from "../../../../src/site/widgets/compiler-drawings/flow";
import { STEPS, TREE } from "../../../../src/site/widgets/compiler-drawings/tree-steps";

const root = path.join(__dirname, "../../../..");
const kernel = kernelSources(root);
const sum = readFileSync(path.join(root, "chapters/07-compiler/files/sum.ts"), "utf8");

const build = (source: string): Built => buildProgram({ read: (file) => (file === "main.ts" ? source : kernel[file]) }, "main.ts");

const listOf = ({ functions }: Built["program"]): string =>
  printFunction(functions.find(({ symbol }) => symbol === "main.ts#sum")!).split("\n").map((line) => line.trim()).join("\n");

const linesUnder = (head: string): readonly string[] => rooms.boxes.find((box) => box.head === head)!.lines;

describe("the drawings of chapter 7", () => {
  it("the tree of total += each * 2 makes the front end's list", () => {
    expect(STEPS).to.have.length(TREE.length);
    expect(listOf(build(sum.replace("+= each", "+= each * 2")).program)).to.contain(STEPS.flatMap(({ adds }) => adds).join("\n"));
  });

  it("the statement in the rooms is sum.ts's", () => {
    const built = build(sum);
    expect(listOf(built.program)).to.contain(linesUnder("a list").join("\n"));
    expect(listOf(built.optimized)).to.contain(linesUnder("a shorter list").join("\n"));
    const { words } = built.linked.functions.map(({ compiled }) => compiled).find(({ symbol }) => symbol === "main.ts#sum")!;
    const shown = linesUnder("an image: words with addresses").map((line) => line.split("  "));
    expect(shown.map(([offset]) => words[parseInt(offset!, 16) / 4]!.toString(16).padStart(8, "0"))).to.deep.equal(shown.map(([, word]) => word));
  });

  it("the dominators of the flow are those of the definition", () => {
    expect(FLOW.map((_, block) => immediateDominator(FLOW, block))).to.deep.equal([undefined, 0, 1, 2, 2, 2, 1]);
    expect([...lostWithout(FLOW, 2)].sort()).to.deep.equal([3, 4, 5]);
    expect([...lostWithout(FLOW, 3)]).to.deep.equal([]);
  });
});
