// Things one behind the other, and where those go that want rounder addresses than the others.

import { expect } from "chai";
import { place, placeWithAligned } from "../../../src/compiler/link/place";

/** A name, how many bytes, and a multiple of what its address is to be. */
type Thing = readonly [name: string, bytes: number, alignment: number];

const sizeOf = ([, bytes]: Thing): number => bytes;
const alignmentOf = ([, , alignment]: Thing): number => alignment;

const cases: readonly (readonly [what: string, start: number, things: readonly Thing[], inOrder: string, withAligned: string])[] = [
  ["nothing", 8, [], "end 8", "end 8"],
  ["no gaps where none are wanted", 64, [["a", 8, 4], ["b", 4, 4], ["c", 16, 4]], "64 a, 72 b, 76 c, end 92", "64 a, 72 b, 76 c, end 92"],
  ["a gap up to a multiple", 4, [["a", 4, 4], ["b", 16, 16], ["c", 1, 4]], "4 a, 16 b, 32 c, end 33", "4 a, 16 b, 32 c, end 33"],
  ["a round one lets others go first, as long as they do not reach beyond its place",
    4, [["round", 64, 128], ["a", 60, 4], ["b", 60, 4], ["c", 8, 4]],
    "128 round, 192 a, 252 b, 312 c, end 320", "4 a, 64 b, 128 round, 192 c, end 200"],
  ["one that ends where the round one begins is before it", 64, [["round", 64, 128], ["a", 64, 4]], "128 round, 192 a, end 256", "64 a, 128 round, end 192"],
  ["and behind itself when nothing is left, it is the last", 4, [["round", 64, 128], ["a", 4, 4]], "128 round, 192 a, end 196", "4 a, 128 round, end 192"],
  ["two of them wait for each other", 0, [["first", 32, 64], ["second", 32, 128], ["a", 4, 4], ["b", 60, 4], ["c", 4, 4]],
    "0 first, 128 second, 160 a, 164 b, 224 c, end 228", "0 first, 32 a, 36 b, 96 c, 128 second, end 160"],
];

describe("places", () => {
  for (const [what, start, things, inOrder, withAligned] of cases) {
    it(what, () => {
      const said = ({ placed, end }: ReturnType<typeof place<Thing>>): string =>
        [...placed.map(({ offset, what: [name] }) => `${offset} ${name}`), `end ${end}`].join(", ");
      expect(said(place(things, start, sizeOf, alignmentOf))).to.equal(inOrder);
      expect(said(placeWithAligned(things, start, sizeOf, alignmentOf, 16))).to.equal(withAligned);
    });
  }
});
