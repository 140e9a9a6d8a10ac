// The words are what llvm-mc -triple=aarch64 makes of adrp and add with these distances.
import { expect } from "chai";
import { distance } from "../../../../src/site/widgets/page-distance/distance";

describe("distance", () => {
  const cases: readonly (readonly [place: number, symbol: number, bytes: number, pages: number, subtractedFirst: number, arrivesAt: number, adrp: string, add: string])[] = [
    [0x40200ffc, 0x40201000, 4, 1, 0, 0x40200000, "b0000000 adrp x0, 0x40201000", "91000000 add x0, x0, #0"],
    [0x40200000, 0x40201234, 0x1234, 1, 1, 0x40201234, "b0000000 adrp x0, 0x40201000", "9108d000 add x0, x0, #564"],
    [0x40203000, 0x40200ffc, -8196, -3, -3, 0x40200ffc, "b0ffffe0 adrp x0, 0x40200000", "913ff000 add x0, x0, #4092"],
    [0x40201ffc, 0x40202ff8, 4092, 1, 0, 0x40201ff8, "b0000000 adrp x0, 0x40202000", "913fe000 add x0, x0, #4088"],
  ];
  for (const [place, symbol, bytes, pages, subtractedFirst, arrivesAt, adrp, add] of cases) {
    it(`from 0x${place.toString(16)} to 0x${symbol.toString(16)}`, () => {
      const found = distance(place, symbol);
      expect(found).to.deep.include({ bytes, pages, subtractedFirst, arrivesAt });
      expect(found.words.map(({ word, text }) => `${word.toString(16)} ${text}`)).to.deep.equal([adrp, add]);
    });
  }
});
