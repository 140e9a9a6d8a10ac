// The tables that map, unmap and protect write, under Node: sizes of pages, what is split, what is
// given back, what is refused. The descriptors' bits are the Arm manual's ("VMSAv8-64 translation
// table format descriptors").

import { expect } from "chai";
import { attributesOf } from "../../../src/unikernel/memory/attributes";
import { flagsOf, PAGE as FLAG } from "../../../src/unikernel/memory/flags";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { flags, limitPhysical, lowerTables, map, pageBytes, protect, translate, unmap, upperTables } from "../../../src/unikernel/memory/mem";
import { freePages, initializePages, takePages } from "../../../src/unikernel/memory/page-allocator";
import { load64 } from "../../../src/unikernel/metal/memory";
import { PAGE, simulateRam } from "./simulated-ram";

const MIB2 = 0x20_0000;
const GIB = 0x4000_0000;
const HIGH = 0xffff_ffc0_0000_0000n;
const READ = FLAG.readable;
const WRITE = FLAG.readable | FLAG.writable;

function withPhysical(end: number, run: () => string): string {
  limitPhysical(end);
  const answer = run();
  limitPhysical(2 ** 48);
  return answer;
}

describe("page tables", () => {
  let free = 0;

  beforeEach(() => {
    simulateRam(4 << 20);
    initializePages(0x8000_0000);
    for (const tables of [upperTables(), lowerTables()]) {
      tables.isLive = false;
      expect(tables.begin()).to.equal(true);
    }
    free = freePages();
  });

  const DESCRIPTORS: readonly (readonly [flags: number, attributes: bigint])[] = [
    // UXN 54, PXN 53, AF 10, SH 9:8, AP 7:6, AttrIndx 4:2
    [READ,                            0x0060_0000_0000_0784n],
    [WRITE,                           0x0060_0000_0000_0704n],
    [READ | FLAG.executable,          0x0040_0000_0000_0784n],
    [READ | FLAG.user,                0x0060_0000_0000_07c4n],
    [WRITE | FLAG.user,               0x0060_0000_0000_0744n],
    [READ | FLAG.user | FLAG.executable, 0x0020_0000_0000_07c4n],
    [WRITE | FLAG.device,             0x0060_0000_0000_0400n],
    [READ | FLAG.uncached,            0x0060_0000_0000_0788n],
  ];
  for (const [sum, attributes] of DESCRIPTORS) {
    it(`flags ${sum}: 0x${attributes.toString(16)}, and back`, () => {
      expect(attributesOf(sum)).to.equal(attributes);
      expect(flagsOf(attributes)).to.equal(sum);
    });
  }

  it("a page is one word at the end of two new tables", () => {
    expect(map(0x8765_4000n, 0x1_2345_6000, PAGE, WRITE)).to.equal("done");
    expect(free - freePages()).to.equal(2);
    const first = load64(virtualOf(lowerTables().root) + 8n * 2n);
    expect(first & 0xfffn).to.equal(3n);
    const second = load64(virtualOf(Number(first & 0xf_ffff_f000n)) + 8n * 0x3bn);
    expect(second & 0xfffn).to.equal(3n);
    expect(load64(virtualOf(Number(second & 0xf_ffff_f000n)) + 8n * 0x54n)).to.equal(0x0060_0001_2345_6707n);
    expect([translate(0x8765_4abcn), flags(0x8765_4000n), pageBytes(0x8765_4000n)]).to.deep.equal([0x1_2345_6abc, WRITE, PAGE]);
    expect([translate(0x8765_3fffn), translate(0x8765_5000n)]).to.deep.equal([-1, -1]);
  });

  const SIZES: readonly (readonly [offset: number, physical: number, bytes: number, tables: number, sizes: readonly number[]])[] = [
    // Page sizes at the beginning, in the middle, at the end.
    [0,           0,           PAGE,            2, [PAGE, PAGE, PAGE]],
    [0,           MIB2,        MIB2,            1, [MIB2, MIB2, MIB2]],
    [0,           PAGE,        MIB2,            2, [PAGE, PAGE, PAGE]],
    [PAGE,        MIB2 + PAGE, MIB2,            3, [PAGE, PAGE, PAGE]],
    [0,           GIB,         GIB,             0, [GIB, GIB, GIB]],
    [0,           MIB2,        GIB,             1, [MIB2, MIB2, MIB2]],
    [GIB - PAGE,  GIB - PAGE,  GIB + 2 * PAGE,  4, [PAGE, GIB, PAGE]],
    [MIB2 - PAGE, MIB2 - PAGE, MIB2 + 2 * PAGE, 3, [PAGE, MIB2, PAGE]],
  ];
  for (const [offset, physical, bytes, tables, sizes] of SIZES) {
    it(`0x${bytes.toString(16)} bytes at 0x${offset.toString(16)} that are at 0x${physical.toString(16)}: pages of ${sizes.join(", ")}`, () => {
      const begin = HIGH + BigInt(offset);
      const places = [begin, begin + BigInt(bytes / 2), begin + BigInt(bytes - 1)];
      expect(map(begin, physical, bytes, WRITE)).to.equal("done");
      expect(places.map((at) => pageBytes(at))).to.deep.equal(sizes);
      expect(places.map((at) => translate(at) - physical)).to.deep.equal([0, bytes / 2, bytes - 1]);
      expect(free - freePages()).to.equal(tables);
      expect(unmap(begin, bytes)).to.equal("done");
      expect(free - freePages()).to.equal(0);
    });
  }

  it("a block of 1 GiB is split where a page in it changes, and nowhere else", () => {
    map(HIGH, GIB, GIB, WRITE);
    expect(protect(HIGH + 0x40_1000n, PAGE, READ)).to.equal("done");
    const places = [0n, 0x40_0000n, 0x40_1000n, 0x40_2000n, 0x60_0000n].map((offset) => HIGH + offset);
    expect(places.map((at) => pageBytes(at))).to.deep.equal([MIB2, PAGE, PAGE, PAGE, MIB2]);
    expect(places.map((at) => flags(at))).to.deep.equal([WRITE, WRITE, READ, WRITE, WRITE]);
    expect(places.map((at) => translate(at))).to.deep.equal([0x4000_0000, 0x4040_0000, 0x4040_1000, 0x4040_2000, 0x4060_0000]);
    expect(free - freePages()).to.equal(2);
  });

  const REFUSED: readonly (readonly [what: string, run: () => string, answer: string])[] = [
    ["write and execute",      () => map(HIGH, GIB, PAGE, 7),                            "writable and executable"],
    ["protect likewise",       () => protect(HIGH, PAGE, 7),                             "writable and executable"],
    ["not even readable",      () => map(HIGH, GIB, PAGE, FLAG.writable),                "no such flags"],
    ["execute a device",       () => map(HIGH, GIB, PAGE, READ | FLAG.executable | FLAG.device), "no such flags"],
    ["a flag too many",        () => map(HIGH, GIB, PAGE, 65),                           "no such flags"],
    ["a part of a page",       () => map(HIGH, GIB, 100, READ),                          "no such range"],
    ["no bytes",               () => map(HIGH, GIB, 0, READ),                            "no such range"],
    ["a crooked address",      () => map(HIGH + 8n, GIB, PAGE, READ),                    "no such range"],
    ["crooked memory",         () => map(HIGH, GIB + 8, PAGE, READ),                     "no such range"],
    ["between the halves",     () => map(0x80_0000_0000n, GIB, PAGE, READ),              "no such range"],
    ["out of the lower half",  () => map(0x7f_ffff_f000n, GIB, 2 * PAGE, READ),          "no such range"],
    ["out of the upper half",  () => map(0xffff_ffff_ffff_f000n, GIB, 2 * PAGE, READ),   "no such range"],
    ["page 0",                 () => map(0n, GIB, PAGE, READ),                           "no such range"],
    ["less than no bytes",     () => map(HIGH, GIB, -PAGE, READ),                        "no such range"],
    ["bytes without an end",   () => map(HIGH, GIB, 2 ** 53 - PAGE, READ),               "no such range"],
    ["memory below 0",         () => map(HIGH, -PAGE, PAGE, READ),                       "no such range"],
    ["49 bits of memory",      () => map(HIGH, 2 ** 48 - PAGE, 2 * PAGE, READ),          "no such range"],
    ["more than PARange has",  () => withPhysical(2 ** 40, () => map(HIGH, 2 ** 40 - PAGE, 2 * PAGE, READ)), "no such range"],
    ["range before flags",     () => protect(HIGH + 8n, PAGE, 7),                        "no such range"],
    ["flags before what is there", () => protect(HIGH, PAGE, 0),                         "no such flags"],
    ["over a page",            () => map(HIGH + 0x1f_f000n, GIB, 2 * PAGE, READ),        "already mapped"],
    ["a hole at the end",      () => unmap(HIGH + 0x20_0000n, 2 * PAGE),                 "not mapped"],
    ["a hole before",          () => protect(HIGH + 0x1f_f000n, 2 * PAGE, READ),         "not mapped"],
  ];
  for (const [what, run, answer] of REFUSED) {
    it(`${what}: ${answer}, and nothing has changed`, () => {
      map(HIGH + 0x20_0000n, GIB, PAGE, WRITE);
      const before = freePages();
      expect(run()).to.equal(answer);
      expect(freePages()).to.equal(before);
      expect([flags(HIGH + 0x20_0000n), flags(HIGH + 0x20_1000n), flags(HIGH + 0x1f_f000n)]).to.deep.equal([WRITE, 0, 0]);
    });
  }

  it("the last page of each half", () => {
    for (const last of [0x7f_ffff_f000n, 0xffff_ffff_ffff_f000n]) {
      expect(map(last, GIB, PAGE, READ)).to.equal("done");
      expect(translate(last + 0xfffn)).to.equal(GIB + 0xfff);
      expect(unmap(last, PAGE)).to.equal("done");
    }
    expect(freePages()).to.equal(free);
  });

  it("the last page of physical memory", () => {
    expect(withPhysical(2 ** 40, () => map(HIGH, 2 ** 40 - PAGE, PAGE, READ))).to.equal("done");
    expect(translate(HIGH)).to.equal(2 ** 40 - PAGE);
  });

  it("what is split stays split, and is given back with its last page", () => {
    map(HIGH, 0, MIB2, WRITE);
    unmap(HIGH + 0x1000n, PAGE);
    expect([free - freePages(), pageBytes(HIGH)]).to.deep.equal([2, PAGE]);
    expect(map(HIGH + 0x1000n, 0x1000, PAGE, WRITE)).to.equal("done");
    expect([free - freePages(), pageBytes(HIGH)]).to.deep.equal([2, PAGE]);
    expect(unmap(HIGH, MIB2)).to.equal("done");
    expect(free - freePages()).to.equal(0);
  });

  it("without pages for its tables nothing is mapped, and a block stays whole", () => {
    map(HIGH, GIB, GIB, WRITE);
    takePages(freePages() - 1, 1);
    expect(map(HIGH + 0x4000_0000n, GIB, PAGE, READ)).to.equal("no page left");
    expect(unmap(HIGH, PAGE)).to.equal("no page left");
    expect([pageBytes(HIGH), freePages()]).to.deep.equal([GIB, 1]);
    expect(unmap(HIGH, GIB)).to.equal("done");
  });
});
