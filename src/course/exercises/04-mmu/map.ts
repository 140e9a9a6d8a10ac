import { expect } from "chai";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { build } from "./map/build";
import { faultInTables, tablesNeeded } from "./map/check";
import { address, rightsText } from "./notation";
import type { MmuQuestions, WantedMapping } from "./questions";

type MapPages = MmuQuestions["mapPages"];

const KiB = 2 ** 10;
const MiB = 2 ** 20;
const GiB = 2 ** 30;
const ROOT = 0x4100_0000;

const wanted = (va: number, pa: number, bytes: number, fields: Partial<WantedMapping> = {}): WantedMapping =>
  ({ va: BigInt(va), pa, bytes, AttrIndx: 0, AP: 0, UXN: true, PXN: false, ...fields });

const ONE: readonly (readonly [WantedMapping, string])[] = [
  [wanted(0x4000_0000, 0x4000_0000, GiB),                       "one block of 1 GiB: one descriptor, no further table"],
  [wanted(0x4020_0000, 0x4020_0000, 2 * MiB),                   "one block of 2 MiB, and the table it is in"],
  [wanted(0x900_0000, 0x900_0000, 4 * KiB, { AttrIndx: 1 }),    "one page: three levels"],
  [wanted(0x12_3456_7000, 0x4100_8000, 4 * KiB),                "a page that is elsewhere physically"],
  [wanted(0, 0x4000_0000, 8 * KiB),                             "the first two pages there are"],
  [wanted(2 ** 39 - 8 * KiB, 0x4000_0000, 8 * KiB),             "the last two"],
];

const BLOCKS: readonly (readonly [WantedMapping, string])[] = [
  [wanted(0x401f_f000, 0x401f_f000, 2 * MiB + 8 * KiB),         "a page, a block, a page: where 2 MiB begin is for the address to say"],
  [wanted(0x3fe0_0000, 0x3fe0_0000, GiB + 4 * MiB),             "a block of 2 MiB, one of 1 GiB, one of 2 MiB"],
  [wanted(0x8000_0000, 0x4020_0000, GiB),                       "the address is a multiple of 1 GiB, what it leads to is not: 512 blocks of 2 MiB"],
  [wanted(0x4000_0000, 0x4000_1000, 2 * MiB),                   "what it leads to is no multiple of 2 MiB: 512 pages"],
  [wanted(0x4000_0000, 0x4000_0000, 2 * MiB - 4 * KiB),         "a page less than a block: 511 pages"],
];

const SEVERAL: readonly (readonly [readonly WantedMapping[], string])[] = [
  [[wanted(0x1000, 0x4000_0000, 4 * KiB), wanted(0x3000, 0x4000_5000, 4 * KiB)],                           "two pages in one table of level 3"],
  [[wanted(0x1000, 0x4000_0000, 4 * KiB), wanted(0x20_1000, 0x4000_5000, 4 * KiB)],                        "two tables of level 3, in one of level 2"],
  [[wanted(0x40_0000, 0x4040_0000, 2 * MiB), wanted(0x60_1000, 0x4000_5000, 4 * KiB)],                     "a block and a table, side by side"],
  [[wanted(0x60_1000, 0x4000_5000, 4 * KiB), wanted(0x40_0000, 0x4040_0000, 2 * MiB)],                     "the same, in the other order"],
  [[wanted(0x8_0000, 0x4008_0000, 64 * KiB, { AP: 0b10 }), wanted(0x9_0000, 0x4009_0000, 64 * KiB, { PXN: true })], "code and data, side by side: each has its own rights"],
];

export const map: Trial<MapPages> = {
  show: {
    call: (mappings, root, free) => `mapPages([${mappings.map(mappingText).join("; ")}], ${address(root)}, ${free.length === 0 ? "no free page" : `free: ${free.map(address).join(", ")}`})`,
    answer: (writes, ...args) => `${Array.isArray(writes) ? writes.length : "no"} descriptors: ${faultInTables(writes, ...args) ?? "everything is where it should be"}`,
  },
  properties: [
    { title: "maps one page or one block", cases: (draw) => ONE.map(([one, why]) => caseOf(draw, [one], why)) },
    { title: "makes blocks of what it can", cases: (draw) => BLOCKS.map(([one, why]) => caseOf(draw, [one], why)) },
    { title: "finds the tables that are there already", cases: (draw) => SEVERAL.map(([mappings, why]) => caseOf(draw, mappings, why)) },
    { title: "maps anything", cases: (draw) => draw.times(60, () => caseOf(draw, drawMappings(draw))) },
  ],
};

function caseOf(draw: Draw, mappings: readonly WantedMapping[], why?: string): Case<MapPages> {
  const free = draw.shuffle(Array.from({ length: 64 }, (_, i) => ROOT + 4096 * (i + 1))).slice(0, tablesNeeded(mappings));
  return {
    args: [mappings, ROOT, free],
    want: build(mappings, ROOT, free),
    ...(why === undefined ? {} : { why }),
    accept: (writes) => { expect(faultInTables(writes, mappings, ROOT, free)).to.equal(undefined); },
  };
}

/** One to five, one behind the other, with holes between most. */
function drawMappings(draw: Draw): WantedMapping[] {
  const mappings: WantedMapping[] = [];
  let va = draw.below(2 ** 20) * draw.pick([4 * KiB, 2 * MiB / 16]);
  for (let i = draw.between(1, 5); i > 0; i--) {
    const align = draw.pick([4 * KiB, 4 * KiB, 2 * MiB, 2 * MiB, GiB]);
    va = Math.ceil(va / align) * align;
    const bytes = align === GiB ? GiB * draw.between(1, 3) + 2 * MiB * draw.below(4)
      : align === 2 * MiB ? 2 * MiB * draw.between(1, 6) + 4 * KiB * draw.below(5)
      : 4 * KiB * draw.between(1, 600);
    // Aligned alike, or less: then only smaller ones fit.
    const pa = 4 * GiB + draw.below(16) * GiB + draw.pick([0, 0, 0, 2 * MiB, align === GiB ? 0 : 4 * KiB]) + (va % (align === 4 * KiB ? 2 * MiB : align));
    mappings.push({ va: BigInt(va), pa, bytes, AttrIndx: draw.bits(3), AP: draw.bits(2), UXN: draw.bits(1) === 1, PXN: draw.bits(1) === 1 });
    va += bytes + draw.pick([0, 4 * KiB, 2 * MiB]);
  }
  return draw.shuffle(mappings);
}

function mappingText({ va, pa, bytes, AttrIndx, ...rights }: WantedMapping): string {
  const size = bytes % GiB === 0 ? `${bytes / GiB} GiB` : bytes % MiB === 0 ? `${bytes / MiB} MiB` : `${bytes / KiB} KiB`;
  return `${size} at ${address(va)} to ${address(pa)}, AttrIndx ${AttrIndx}, ${rightsText(rights)}`;
}
