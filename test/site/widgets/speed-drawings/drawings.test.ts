// What the still pictures of chapter 11 say, against the code that they show.

import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LOOK, SLOTS } from "../../../../src/machine/cpu/soft-tlb";
import { COMPILED, ENTRIES_AT, ENTRY_BITS } from "../../../../src/machine/jit/dispatcher";
import { tlbCheck } from "../../../../src/machine/jit/memory-access";
import { structureOf } from "../../../../src/machine/jit/structure";
import { dispatch, PARTS } from "../../../../src/site/widgets/speed-drawings/drawings/dispatch";
import { FLOW, LOOP, MERGE, nest, PARENTS } from "../../../../src/site/widgets/speed-drawings/drawings/nest";
import { ATTEMPTS, BYTES, masked, TAG } from "../../../../src/site/widgets/speed-drawings/drawings/tag";
import { DRAWINGS } from "../../../../src/site/widgets/speed-drawings/drawings";

describe("the drawings of chapter 11", () => {
  it("the tree, the loop and the block are those that the engine finds", () => {
    const { dominator, isLoop, isMerge } = structureOf(FLOW, [1]);
    expect(dominator).to.deep.equal(PARENTS);
    for (const n of [1, 2, 3, 4, 5]) expect([isLoop[n], isMerge[n]], `${n}`).to.deep.equal([n === LOOP, n === MERGE]);
    expect(nest.says).to.include(`behind the block ${MERGE}`);
  });

  it("PC is cut as the dispatcher cuts it", () => {
    const slot = PARTS[1]!;
    expect(2 ** (slot.from - slot.to + 1)).to.equal(SLOTS);
    expect(PARTS.map(({ bits }) => `bits ${bits}`)).to.deep.equal(dispatch.boxes.slice(0, 3).map(({ lines }) => lines[0]));
    expect([COMPILED >>> 0, ENTRY_BITS, ENTRIES_AT]).to.deep.equal([2 ** 31, 8, 8]);
  });

  it("the loads hit and miss as compiled code has it", () => {
    const { plus, mask, flip } = tlbCheck(BYTES, false, 0);
    const hits = ATTEMPTS.map(({ address }) => (((address + plus) & mask) ^ flip) === TAG);
    expect(hits).to.deep.equal([true, false]);
    expect(ATTEMPTS.map(({ address }) => masked(address) === TAG)).to.deep.equal(hits);
    expect(TAG & BigInt(LOOK)).to.equal(0n);
  });

  it("has the points of its arrows to itself: no other style sheet speaks of them", () => {
    const site = join(__dirname, "../../../../src/site");
    const sheets = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css"));
    const speaking = sheets.filter((path) => readFileSync(join(site, path), "utf8").includes(".drawn-arrow"));
    expect(speaking.map((path) => path.split(/[\\/]/).at(-1))).to.deep.equal(["compiler-drawings.css"]);
  });

  for (const [name, { boxes, words, arrows, wide, high }] of Object.entries(DRAWINGS)) {
    it(`${name} keeps within its frame`, () => {
      for (const box of boxes) {
        expect(box.x + box.wide, box.lines[0]).to.be.at.most(wide);
        expect(box.y + box.high, box.lines[0]).to.be.at.most(high);
        for (const line of box.lines) expect(7.9 * line.length, line).to.be.at.most(box.wide - 8);
      }
      for (const { x, y, text, anchor = "start" } of words) {
        const long = 6.6 * text.length;
        const from = anchor === "start" ? x : anchor === "middle" ? x - long / 2 : x - long;
        expect(from, text).to.be.at.least(0);
        expect(from + long, text).to.be.at.most(wide);
        expect(y, text).to.be.at.most(high);
      }
      for (const [x, y] of arrows.flatMap(({ through }) => through)) expect([x >= 0 && x <= wide, y >= 0 && y <= high]).to.deep.equal([true, true]);
    });
  }
});
