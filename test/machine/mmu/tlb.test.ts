// Arm ARM, "Translation Lookaside Buffers", "TLB matching", "TLB maintenance instructions".

import { expect } from "chai";
import { InnerShareable } from "../../../src/machine/mmu/inner-shareable";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import { type PageRange, Tlb } from "../../../src/machine/mmu/tlb";
import { type TlbEntry, tlbMatches } from "../../../src/machine/mmu/tlb-entry";
import { type Invalidation, INVALIDATIONS, isInvalidated } from "../../../src/machine/mmu/tlb-invalidation";

const entry = (change: Partial<TlbEntry> = {}): TlbEntry => ({
  page: 0x10, pages: 1, asid: 5, address: 0x4000_0000, level: 3, attributes: 0xff, SH: 3, AP: 0, UXN: false, PXN: false, ...change,
});
const global = (change: Partial<TlbEntry> = {}): TlbEntry => entry({ asid: undefined, ...change });

function tlbOf(sets = 4, ways = 2) {
  const forgotten: (PageRange | undefined)[] = [];
  const tlb = new Tlb({ parts: STANDARD_MMU_PARTS, forget: (range) => void forgotten.push(range), sets, ways });
  return { tlb, forgotten };
}

describe("The TLB", () => {
  describe("matches", () => {
    const cases = [
      // entry                                page         ASID  matches
      [entry(),                               0x10,        5,    true],
      [entry(),                               0x11,        5,    false],
      [entry(),                               0x0f,        5,    false],
      [entry(),                               0x10,        6,    false],
      [global(),                              0x10,        6,    true],
      [global({ page: 0x200, pages: 512 }),   0x3ff,       0,    true],
      [global({ page: 0x200, pages: 512 }),   0x400,       0,    false],
      [global({ page: 0x200, pages: 512 }),   0x1ff,       0,    false],
      [entry({ page: 0xfff_ffff_ffff }),      0xfff_ffff_ffff, 5, true],
      [entry({ page: 0xfff_ffff_ffff }),      0x7ff_ffff_ffff, 5, false],
    ] as const;
    for (const [one, page, asid, matches] of cases) {
      it(`page 0x${page.toString(16)}, ASID ${asid}: ${one.pages} from 0x${one.page.toString(16)} of ${one.asid ?? "all"}: ${matches}`, () => {
        expect(tlbMatches(one, page, asid)).to.equal(matches);
      });
    }
  });

  describe("removes", () => {
    const XT = 0x0005_0000_0000_0010n; // ASID 5, page 0x10.
    const block = { page: 0, pages: 512 } as const;
    const cases = [
      // TLBI       this  other page              other ASID          global    global block   block of another
      // entry:     entry()  {page: 0x11}         {asid: 6}           global()  global(block)  {asid: 6, ...block}
      ["VMALLE1",  [true,  true,                  true,               true,     true,          true]],
      ["VAE1",     [true,  false,                 false,              true,     true,          false]],
      ["ASIDE1",   [true,  true,                  false,              false,    false,         false]],
      ["VAAE1",    [true,  false,                 true,               true,     true,          true]],
      ["VALE1",    [true,  false,                 false,              true,     true,          false]],
      ["VAALE1",   [true,  false,                 true,               true,     true,          true]],
    ] as const;
    for (const [form, removed] of cases) {
      it(`by ${form}`, () => {
        const what: Invalidation = INVALIDATIONS[form](XT);
        const entries = [entry(), entry({ page: 0x11 }), entry({ asid: 6 }), global(), global(block), entry({ asid: 6, ...block })];
        expect(entries.map((one) => isInvalidated(one, what))).to.deep.equal(removed);
      });
    }

    it("by all 16 bits of the ASID and all 44 of the page, and by none between them", () => {
      const one = entry({ page: 0xfff_ffff_ffff, asid: 0xffff });
      expect(isInvalidated(one, INVALIDATIONS.VAE1(0xffff_ffff_ffff_ffffn))).to.equal(true);
      expect(isInvalidated(one, INVALIDATIONS.VAE1(0xffff_0fff_ffff_ffffn))).to.equal(true);
      expect(isInvalidated(one, INVALIDATIONS.VAE1(0x7fff_0fff_ffff_ffffn))).to.equal(false);
      expect(isInvalidated(one, INVALIDATIONS.VAE1(0xffff_07ff_ffff_ffffn))).to.equal(false);
    });
  });

  it("finds what was put in, of every size", () => {
    const { tlb } = tlbOf(4, 8);
    const sizes = [[1, 0x1000], [4, 0x2000], [16, 0x3000], [512, 0x4000], [0x2000, 0x6000], [0x2_0000, 0x2_0000], [0x4_0000, 0x4_0000]] as const;
    for (const [pages, page] of sizes) tlb.add(entry({ page, pages }));
    for (const [pages, page] of sizes) {
      expect(tlb.find(page, 5)).to.include({ page, pages });
      expect(tlb.find(page + pages - 1, 5)).to.include({ page, pages });
      expect(tlb.find(page, 4)).to.equal(undefined);
    }
  });

  it("prefers the smaller of two that overlap", () => {
    const { tlb } = tlbOf();
    tlb.add(entry({ page: 0, pages: 512, address: 1 }));
    tlb.add(entry({ page: 0x10, address: 2 }));
    expect(tlb.find(0x10, 5)?.address).to.equal(2);
    expect(tlb.find(0x11, 5)?.address).to.equal(1);
  });

  it("gives up the entries of a full set in turn, and says so", () => {
    const { tlb, forgotten } = tlbOf(4, 2);
    for (const page of [0, 4, 8, 12, 16]) tlb.add(entry({ page })); // All of set 0.
    expect([0, 4, 8, 12, 16].map((page) => tlb.find(page, 5) !== undefined)).to.deep.equal([false, false, false, true, true]);
    expect(forgotten.map((range) => range?.page)).to.deep.equal([0, 4, 8]);
  });

  it("keeps to its other sets then", () => {
    const { tlb } = tlbOf(4, 2);
    for (const page of [1, 2, 3, 0, 4, 8, 12]) tlb.add(entry({ page }));
    expect([1, 2, 3].every((page) => tlb.find(page, 5) !== undefined)).to.equal(true);
  });

  it("says what it has removed: one entry, or that it may be anything; nothing if it was nothing", () => {
    const { tlb, forgotten } = tlbOf();
    for (const page of [0, 1, 2]) tlb.add(entry({ page }));
    tlb.invalidate({ kind: "VA", page: 1, asid: 5 });
    tlb.invalidate({ kind: "VA", page: 1, asid: 5 });
    tlb.invalidate({ kind: "ASID", asid: 5 });
    expect(forgotten.map((range) => (range === undefined ? "all" : range.page))).to.deep.equal([1, "all"]);
    expect(tlb.entries).to.deep.equal([]);
  });

  it("is as it was when it is restored, down to what it gives up next", () => {
    const { tlb, forgotten } = tlbOf(4, 2);
    for (const page of [0, 4, 8]) tlb.add(entry({ page }));
    const saved = tlb.save();
    expect(structuredClone(saved)).to.deep.equal(saved);
    const next = (): unknown => {
      tlb.add(entry({ page: 12 }));
      return tlb.entries;
    };
    const first = next();
    tlb.invalidate({ kind: "all" });
    tlb.restore(saved);
    expect(forgotten.at(-1)).to.equal(undefined);
    expect(tlb.find(8, 5)).to.deep.equal(entry({ page: 8 }));
    expect(next()).to.deep.equal(first);
    const { tlb: another } = tlbOf(4, 2);
    another.restore(saved);
    expect(another.find(8, 5)).to.deep.equal(entry({ page: 8 }));
  });

  it("of another CPU hears what is broadcast", () => {
    const shared = new InnerShareable();
    const tlbs = [tlbOf().tlb, tlbOf().tlb];
    for (const tlb of tlbs) {
      shared.join(tlb);
      tlb.add(entry());
    }
    shared.invalidate({ kind: "all" });
    expect(tlbs.map((tlb) => tlb.entries.length)).to.deep.equal([0, 0]);
  });
});
