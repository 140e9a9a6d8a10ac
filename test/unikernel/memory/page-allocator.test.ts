// Physical pages: by hand, and at random against a set of those that are given away.

import { expect } from "chai";
import fc from "fast-check";
import type { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { findGap } from "../../../src/unikernel/memory/find-gap";
import {
  addMemory, memoryBegin, memoryEnd, RANGE, rangeBegin, rangeEnd, rangeKind, takeRange,
} from "../../../src/unikernel/memory/memory-map";
import {
  freePages, giveBackPages, initializePages, ownedPages, takePage, takePages,
} from "../../../src/unikernel/memory/page-allocator";
import { lastWords, PAGE, RAM, simulateRam } from "./simulated-ram";

const MIB = 1 << 20;
const LIMIT = 0x8000_0000;

describe("physical pages", () => {
  let metal: SimulatedMetal;

  beforeEach(() => {
    metal = simulateRam(4 * MIB);
    takeRange(RAM + 0x10_0000, RAM + 0x14_0001, RANGE.image);
    takeRange(RAM, RAM + 100, RANGE.deviceTree);
    expect(initializePages(LIMIT)).to.equal(true);
  });

  it("what is not taken is free: 1024 pages, less 65 of the image, one of the tree, one of the tables", () => {
    // 1024 pages are 16 words of bits, twice: 256 bytes, behind the tree.
    expect([freePages(), ownedPages(), findGap(PAGE, LIMIT)]).to.deep.equal([957, 957, RAM + 2 * PAGE]);
  });

  it("the lowest page comes first, and again when it has come back", () => {
    expect([takePage(), takePage(), takePage()]).to.deep.equal([RAM + 0x2000, RAM + 0x3000, RAM + 0x4000]);
    giveBackPages(RAM + 0x3000, 1);
    expect([takePage(), takePage()]).to.deep.equal([RAM + 0x3000, RAM + 0x5000]);
  });

  const runs: readonly (readonly [run: number, alignment: number, first: number])[] = [
    [1,   1,   0x2000],
    [254, 1,   0x2000],    // Up to the image, exactly.
    [255, 1,   0x14_1000], // Behind it.
    [1,   16,  0x1_0000],
    [16,  256, 0x20_0000],
    [512, 512, 0x20_0000],
    [513, 1,   0x14_1000],
    [703, 1,   0x14_1000],
    [704, 1,   -1 - RAM],
    [513, 512, -1 - RAM],
    [958, 1,   -1 - RAM],
    [0,   1,   -1 - RAM],
  ];
  for (const [run, alignment, first] of runs) {
    it(`${run} pages at a multiple of ${alignment}: RAM + 0x${first.toString(16)}`, () => {
      expect(takePages(run, alignment)).to.equal(RAM + first);
      expect(freePages()).to.equal(first < 0 ? 957 : 957 - run);
    });
  }

  it("when all are given away there is none", () => {
    for (let i = 0; i < 957; i++) expect(takePage()).to.be.greaterThan(0);
    expect([takePage(), freePages()]).to.deep.equal([-1, 0]);
  });

  const faults: readonly (readonly [what: string, physical: number, says: string, run?: number])[] = [
    ["twice",              RAM + 0x5000,     "bug: a page is given back twice\n"],
    ["of the image",       RAM + 0x10_0000,  "bug: a page is given back that was never given away\n"],
    ["of the tables",      RAM + 0x1000,     "bug: a page is given back that was never given away\n"],
    ["below RAM",          RAM - PAGE,       "bug: a page is given back that is no RAM\n"],
    ["behind RAM",         RAM + 4 * MIB,    "bug: a page is given back that is no RAM\n"],
    ["past the end",       RAM + 4 * MIB - PAGE, "bug: a page is given back that is no RAM\n", 2],
    ["the middle of one",  RAM + 0x2008,     "bug: what is given back is no page\n"],
    ["no page",            RAM + 0x2000,     "bug: what is given back is no page\n", 0],
  ];
  for (const [what, physical, says, run = 1] of faults) {
    it(`given back ${what}: our fault, and loud`, () => {
      takePage();
      expect(lastWords(metal, () => { giveBackPages(physical, run); })).to.equal(says);
    });
  }

  it("no page is given to two, none is lost", () => {
    const step = fc.record({ take: fc.boolean(), run: fc.integer({ min: 1, max: 90 }), shift: fc.integer({ min: 0, max: 6 }) });
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const given: { first: number; run: number }[] = [];
      const taken = new Set<number>();
      for (const { take, run, shift } of steps) {
        const first = take ? takePages(run, 1 << shift) : -1;
        if (first >= 0) {
          expect(first / PAGE % (1 << shift)).to.equal(0);
          for (let i = 0; i < run; i++) {
            expect(taken.has(first + i * PAGE)).to.equal(false);
            taken.add(first + i * PAGE);
          }
          given.push({ first, run });
        } else if (given.length > 0) {
          // All of what was taken, or its first half; the rest comes back another time.
          const [back] = given.splice(run % given.length, 1);
          const pages = shift === 0 ? Math.ceil(back!.run / 2) : back!.run;
          giveBackPages(back!.first, pages);
          for (let i = 0; i < pages; i++) taken.delete(back!.first + i * PAGE);
          if (pages < back!.run) given.push({ first: back!.first + pages * PAGE, run: back!.run - pages });
        }
        expect(freePages()).to.equal(957 - taken.size);
      }
      for (const { first, run } of given) giveBackPages(first, run);
      expect(freePages()).to.equal(957);
    }), { numRuns: 60 });
  });
});

describe("the map of memory", () => {
  beforeEach(() => { simulateRam(MIB); });

  it("memory is whole pages, inwards", () => {
    addMemory(RAM + 2 * MIB - 1, RAM + 3 * MIB + 1);
    expect([memoryBegin(), memoryEnd()]).to.deep.equal([RAM, RAM + 3 * MIB]);
  });

  it("goes up to the last page that has a place in the upper half, at 512 GiB", () => {
    addMemory(2 ** 39 - PAGE, 2 ** 39);
    takeRange(2 ** 39 - 1, 2 ** 39, RANGE.reserved);
    expect([memoryEnd(), rangeBegin(2), rangeEnd(2), rangeKind(2)]).to.deep.equal([0x80_0000_0000, 0x7f_ffff_f000, 0x80_0000_0000, RANGE.reserved]);
  });

  it("a hole between two pieces is owned by nobody", () => {
    addMemory(RAM + 2 * MIB, RAM + 3 * MIB);
    expect(initializePages(LIMIT)).to.equal(true);
    expect(freePages()).to.equal(511); // Twice 256, less the tables.
    expect(takePages(256, 1)).to.equal(RAM + 2 * MIB);
    expect(takePages(256, 1)).to.equal(-1);
  });

  const PIECES: readonly (readonly [what: string, begin: number, pages: number])[] = [
    ["one page",                          MIB + 3 * PAGE,  1],
    ["a word of bits, not at its border", MIB + 5 * PAGE,  64],
    ["one more",                          MIB + 61 * PAGE, 65],
    ["beside what there was",             MIB,             3],
  ];
  for (const [what, begin, pages] of PIECES) {
    it(`another piece of RAM, ${what}: to the last page, and not one more`, () => {
      addMemory(RAM + begin, RAM + begin + pages * PAGE);
      expect(initializePages(LIMIT)).to.equal(true);
      expect(freePages()).to.equal(255 + pages); // One is the tables'.
      const given = new Set<number>();
      for (let page = takePage(); page >= 0; page = takePage()) given.add(page);
      expect(given.size).to.equal(255 + pages);
      expect(Math.max(...given)).to.equal(RAM + begin + (pages - 1) * PAGE);
      const inPiece = [...given].filter((page) => page >= RAM + begin);
      expect(inPiece.length).to.equal(pages);
    });
  }

  it("no memory, or no room for the tables below the limit: false", () => {
    expect(initializePages(RAM)).to.equal(false);
    takeRange(RAM, RAM + MIB, RANGE.reserved);
    expect(initializePages(LIMIT)).to.equal(false);
  });

  it("a gap is behind whatever is in the way, in any order", () => {
    takeRange(RAM + 0x4000, RAM + 0x6000, RANGE.reserved);
    takeRange(RAM, RAM + 0x1000, RANGE.deviceTree);
    takeRange(RAM + 0x2000, RAM + 0x4000, RANGE.image);
    expect(findGap(0x1000, LIMIT)).to.equal(RAM + 0x1000);
    expect(findGap(0x2000, LIMIT)).to.equal(RAM + 0x6000);
    expect(findGap(0x2000, RAM + 0x7fff)).to.equal(-1);
  });
});
