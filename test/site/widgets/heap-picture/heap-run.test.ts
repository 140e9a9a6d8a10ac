import { expect } from "chai";
import { runCollection } from "../../../../src/site/widgets/heap-picture/heap-run";
import { sceneLinks, sceneObjects, sceneWords } from "../../../../src/site/widgets/heap-picture/heap-scene";
import type { CellView, HeapStep } from "../../../../src/site/widgets/heap-picture/heap-step";

const everything = sceneWords.map(() => true);
const without = (word: number): boolean[] => everything.map((_, i) => i !== word);
const cells = ({ pages }: HeapStep): CellView[] => pages.flatMap((page) => (page.kind === "cells" ? page.cells : page.kind === "large" && page.isFirst ? [page.cell] : []));
const names = (step: HeapStep, isWanted: (cell: CellView & { readonly kind: "object" }) => boolean = () => true): string =>
  cells(step).flatMap((cell) => (cell.kind === "object" && isWanted(cell) ? [cell.name] : [])).sort().join("");

describe("runCollection", () => {
  it("begins with every object and no mark, and ends with those that can be reached", () => {
    const { steps } = runCollection(sceneLinks, everything, 0);
    expect(names(steps[0]!)).to.equal(sceneObjects.map(({ name }) => name).sort().join(""));
    expect(names(steps[0]!, ({ isMarked }) => isMarked)).to.equal("");
    expect(names(steps.at(-1)!)).to.equal("ABCDFHLP");
  });

  it("goes through the phases in their order", () => {
    const { steps } = runCollection(sceneLinks, everything, 0);
    expect([...new Set(steps.map(({ phase }) => phase))]).to.deep.equal(["begin", "roots", "mark", "sweep", "end"]);
  });

  it("marks an object when it is put aside, and looks into the last first", () => {
    const { steps } = runCollection(sceneLinks, everything, 0);
    const waiting = steps.filter(({ phase }) => phase === "roots").map((step) => step.waiting.join(""));
    expect(waiting).to.deep.equal(["A", "A", "AL", "ALF"]);
    expect(steps.filter(({ phase, to }) => phase === "mark" && to === undefined).map(({ looking }) => looking).join("")).to.equal("FHLACDBP");
  });

  const kept: readonly (readonly [title: string, word: number, kept: string])[] = [
    ["a word that is A's address", 0, "FHL"],
    ["the number 42", 1, "ABCDFHLP"],
    ["an address inside of L", 2, "ABCDFHP"],
    ["a number that happens to be F's address", 3, "ABCDLP"],
  ];
  for (const [title, word, rest] of kept) {
    it(`without ${title} keeps ${rest}`, () => expect(names(runCollection(sceneLinks, without(word), 0).steps.at(-1)!)).to.equal(rest));
  }

  it("keeps D as long as one reference is left, and two that hold each other not at all", () => {
    const without = (...dropped: readonly string[]) => sceneLinks.filter(({ from, to }) => !dropped.includes(from + to));
    const end = (...dropped: readonly string[]): string => names(runCollection(without(...dropped), everything, 0).steps.at(-1)!);
    expect(end("BD")).to.contain("D");
    expect(end("BD", "CD")).to.equal("ABCFHLP");
    expect(names(runCollection([...sceneLinks, { from: "H", to: "E" }], everything, 0).steps.at(-1)!)).to.equal("ABCDEFGHLP");
  });

  it("frees whole pages, and gives a freed cell to who comes next", () => {
    const { steps } = runCollection(sceneLinks, everything, 1);
    const free = (step: HeapStep): number => step.pages.filter(({ kind }) => kind === "free").length;
    expect(free(steps.at(-1)!)).to.equal(free(steps[0]!) + 2);
    const place = (step: HeapStep, name: string): number => cells(step).findIndex((cell) => cell.kind === "object" && cell.name === name);
    expect(place(steps.at(-1)!, "N1")).to.equal(place(steps[0]!, "E"));
  });
});
