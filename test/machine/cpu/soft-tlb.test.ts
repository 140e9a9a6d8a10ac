// Translations that stores use: which of them look at a page's marks.

import { expect } from "chai";
import { PAGE } from "../../../src/machine/cpu/layout";
import { LOOK, SoftTlb } from "../../../src/machine/cpu/soft-tlb";

const RAM_PAGE = 5;

describe("the soft TLB", () => {
  let tlb: SoftTlb;

  beforeEach(() => {
    tlb = new SoftTlb();
    tlb.set(3 * PAGE, 0, RAM_PAGE * PAGE, 0);
  });

  it("has stores look when the page is marked", () => {
    tlb.lookAt(RAM_PAGE);
    expect(tlb.looks(3 * PAGE)).to.equal(true);
  });

  it("leaves the translations of other pages alone", () => {
    tlb.lookAt(RAM_PAGE + 1);
    expect(tlb.looks(3 * PAGE)).to.equal(false);
  });

  it("has stores look through every address of the page", () => {
    tlb.set(9 * PAGE, 0, RAM_PAGE * PAGE, 0);
    tlb.lookAt(RAM_PAGE);
    expect([3, 9].map((page) => tlb.looks(page * PAGE))).to.deep.equal([true, true]);
  });

  it("has them look again when the page is marked again", () => {
    tlb.lookAt(RAM_PAGE);
    tlb.lookNoMore(tlb.find(3 * PAGE, 0));
    expect(tlb.looks(3 * PAGE)).to.equal(false);
    tlb.lookAt(RAM_PAGE);
    expect(tlb.looks(3 * PAGE)).to.equal(true);
  });

  it("has them look where the page has come a second time", () => {
    tlb.lookAt(RAM_PAGE);
    tlb.forget(3);
    tlb.set(3 * PAGE, 0, RAM_PAGE * PAGE, 0);
    tlb.lookAt(RAM_PAGE);
    expect(tlb.looks(3 * PAGE)).to.equal(true);
  });

  it("goes on to look where the page was marked before it came", () => {
    tlb.set(4 * PAGE, 0, 7 * PAGE, LOOK);
    tlb.lookAt(7);
    expect(tlb.looks(4 * PAGE)).to.equal(true);
  });

  it("has every page's stores look when all are marked", () => {
    tlb.set(4 * PAGE, 0, 7 * PAGE, 0);
    tlb.lookAt();
    expect([3, 4].map((page) => tlb.looks(page * PAGE))).to.deep.equal([true, true]);
  });
});
