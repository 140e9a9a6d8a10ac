import { expect } from "chai";
import type { Fault } from "../../../machine/cpu/exception";
import { decodeDescriptor } from "../../../machine/mmu/descriptor";
import { tableIndex } from "../../../machine/mmu/granule";
import { limited } from "../../../machine/mmu/permissions";
import type { VaRange } from "../../../machine/mmu/regime";
import { type Mapping, walk as ours, type Walked } from "../../../machine/mmu/walk";
import type { Case, Trial } from "../exercise";
import { leafBits, tableBits } from "./descriptors";
import { address, faultText, granuleText, hex, rightsText, twoBits } from "./notation";
import { codeOf, rightsOf, type StandIns, type Watched, watched } from "./stand-ins/walk";
import { drawWalk, RAM } from "./walk/draw";

/** walk() behind watched(). The last argument is the judge's: whether what it tells counts too. */
type WatchedWalk = (va: bigint, range: VaRange, outputBits: number, standIns: StandIns, listens: boolean) => Watched;
type Memory = StandIns["memory"];

const L1 = 0x4100_0000;
const [L2, L2_LIMITED, L3, L3_RIGHTS] = [0x4100_1000, 0x4100_2000, 0x4100_3000, 0x4100_4000];
const FAR = 2 ** 40;

/** 39 bits, three levels of 4 KiB; 40 bits of output. QEMU 7.2 has been asked about each address below. */
const LINUX: VaRange = { half: "lower", TBI: false, EPD: false, inputBits: 39, isSizeLegal: true, granule: 12, startLevel: 1, table: L1 };

const TABLES: Memory = [
  [L1 + 8 * 0, tableBits(L2)],
  [L1 + 8 * 2, leafBits("block", 0x8000_0000, { AP: 1, AttrIndx: 1, UXN: true, PXN: true })],
  [L1 + 8 * 5, tableBits(L2_LIMITED, { APTable: 0b10, UXNTable: true })],
  [L1 + 8 * 6, leafBits("block", 0x8000_0000, { AF: false })],
  [L1 + 8 * 7, tableBits(FAR)],
  [L1 + 8 * 9, leafBits("block", FAR, { AF: false })],
  [L1 + 8 * 10, tableBits(L2_LIMITED, { APTable: 0b01 })],
  [L1 + 8 * 0x48, tableBits(L2)],
  [L2 + 8 * 0, tableBits(L3)],
  [L2 + 8 * 1, leafBits("block", 0x4120_0000, { SH: 3, AP: 3 })],
  [L2 + 8 * 4, tableBits(L3_RIGHTS, { APTable: 0b11 })],
  [L2 + 8 * 5, 2n],
  [L2 + 8 * 0x1a2, tableBits(L3)],
  [L2_LIMITED + 8 * 0, tableBits(L3_RIGHTS)],
  [L2_LIMITED + 8 * 1, leafBits("block", 0x4140_0000, { SH: 3, AP: 1 })],
  [L3 + 8 * 0, leafBits("page", 0x4101_0000, { SH: 3 })],
  [L3 + 8 * 1, leafBits("block", 0x4101_1000, { SH: 3 })],
  [L3 + 8 * 2, leafBits("page", 0x4101_2000, { SH: 3, AF: false })],
  [L3 + 8 * 3, leafBits("page", FAR, { AF: false })],
  [L3 + 8 * 4, leafBits("page", 0x4101_4000, { AP: 1, AttrIndx: 2 })],
  [L3 + 8 * 5, leafBits("page", 0x4101_5000, { AP: 2, AttrIndx: 3, SH: 2 })],
  [L3 + 8 * 6, leafBits("page", 0x4101_6000, { AP: 3, nG: true })],
  [L3 + 8 * 0x167, leafBits("page", 0x4102_0000, { SH: 3, AP: 1 })],
  [L3_RIGHTS + 8 * 1, leafBits("page", 0x4103_1000, { SH: 3, AP: 1 })],
];

const mapped = (at: number, level: 1 | 2 | 3, fields: Partial<Mapping> = {}): Mapping => {
  const bits = { 1: 30, 2: 21, 3: 12 }[level];
  return { kind: "mapped", address: at, bits, level, AttrIndx: 0, SH: 0, nG: false, AP: 0, UXN: false, PXN: false, ...fields };
};

const LEADS = [
  // va              where it leads                                                        what it is about
  [0x0000n,          mapped(0x4101_0000, 3, { SH: 3 }),                                    "three levels, and a page"],
  [0x0fffn,          mapped(0x4101_0000, 3, { SH: 3 }),                                    "the page's last byte: a walk says where the page begins"],
  [0x4abcn,          mapped(0x4101_4000, 3, { AP: 1, AttrIndx: 2 }),                       "another page"],
  [0x5008n,          mapped(0x4101_5000, 3, { AP: 2, AttrIndx: 3, SH: 2 }),                "what the page says goes with it"],
  [0x6000n,          mapped(0x4101_6000, 3, { AP: 3, nG: true }),                          "one that is not global"],
  [0x12_3456_7890n,  mapped(0x4102_0000, 3, { SH: 3, AP: 1 }),                             "the address of page 1"],
  [0x3f_ffffn,       mapped(0x4120_0000, 2, { SH: 3, AP: 3 }),                             "a block of 2 MiB ends the walk at level 2"],
  [0xbfff_ffffn,     mapped(0x8000_0000, 1, { AP: 1, AttrIndx: 1, UXN: true, PXN: true }), "a block of 1 GiB ends it at level 1"],
] as const;

const FAULTS = [
  // va              the fault                              what it is about
  [0xc000_0000n,     { kind: "translation", level: 1 },     "nothing at level 1"],
  [0xa0_0000n,       { kind: "translation", level: 2 },     "nothing at level 2: its bit 0 is 0"],
  [0x1000n,          { kind: "translation", level: 3 },     "01 at level 3"],
  [0x1_8000_0000n,   { kind: "access flag", level: 1 },     "a block whose access flag is 0"],
  [0x2000n,          { kind: "access flag", level: 3 },     "a page whose access flag is 0"],
  [0x1_c000_0000n,   { kind: "address size", level: 1 },    "the next table is beyond 2^40: the fault is of the level that says so"],
  [0x3000n,          { kind: "address size", level: 3 },    "a page beyond 2^40; that its access flag is 0 too comes second"],
  [0x2_4000_0000n,   { kind: "address size", level: 1 },    "so with a block"],
] as const;

const LIMITS = [
  [0x1_4020_0000n,   mapped(0x4140_0000, 2, { SH: 3, AP: 0b11, UXN: true }),               "the table of level 1 says: nobody writes, EL0 does not execute"],
  [0x2_8020_0000n,   mapped(0x4140_0000, 2, { SH: 3, AP: 0b00 }),                          "another way to the same block, whose table says: not for EL0"],
  [0x80_1000n,       mapped(0x4103_1000, 3, { SH: 3, AP: 0b10 }),                          "the table of level 2 says both"],
  [0x1_4000_1000n,   mapped(0x4103_1000, 3, { SH: 3, AP: 0b11, UXN: true }),               "the limits of level 1 hold two levels below"],
] as const;

/** Arm ARM: what a walk is not even to begin. */
const NO_WALK = [
  [{ ...LINUX, EPD: true },                  { kind: "translation", level: 0 },  "EPD: what the TLB does not know is not looked up. Nothing is read"],
  [{ ...LINUX, table: FAR },                 { kind: "address size", level: 0 }, "TTBR0_EL1 itself is beyond 2^40: level 0, wherever the walk would begin. Nothing is read"],
  [{ ...LINUX, EPD: true, table: FAR },      { kind: "translation", level: 0 },  "both"],
  [{ ...LINUX, table: 0x8000_0000 },         { kind: "external", level: 1 },     "nothing answers where the first table should be"],
] as const satisfies readonly (readonly [VaRange, Fault, string])[];

export const walk: Trial<WatchedWalk> = {
  show: { call: callText, answer: answerText },
  properties: [
    { title: "finds the page or the block", cases: () => LEADS.map(([va, want, why]) => caseOf(va, LINUX, 40, TABLES, { want, why })) },
    { title: "faults, and says at which level", cases: () => FAULTS.map(([va, want, why]) => caseOf(va, LINUX, 40, TABLES, { want, why })) },
    { title: "heeds what the tables on the way forbid", cases: () => LIMITS.map(([va, want, why]) => caseOf(va, LINUX, 40, TABLES, { want, why })) },
    { title: "knows when not to begin", cases: () => NO_WALK.map(([range, want, why]) => caseOf(0x4abcn, range, 40, TABLES, { want, why })) },
    {
      title: "agrees with the reference in any tables",
      cases: (draw) => draw.times(400, () => {
        const { va, range, outputBits, memory } = drawWalk(draw);
        return caseOf(va, range, outputBits, memory, {});
      }),
    },
    {
      title: "tells parts.heard of each descriptor that it reads",
      cases: (draw) => [
        caseOf(0x4abcn, LINUX, 40, TABLES, { listens: true }),
        caseOf(0x1000n, LINUX, 40, TABLES, { listens: true, why: "the one at which it faults, too" }),
        caseOf(0x4abcn, { ...LINUX, table: 0x8000_0000 }, 40, TABLES, { listens: true, why: "what nothing answers is undefined, and has no meaning" }),
        ...draw.times(60, () => {
          const { va, range, outputBits, memory } = drawWalk(draw);
          return caseOf(va, range, outputBits, memory, { listens: true });
        }),
      ],
    },
  ],
};

interface Expected {
  readonly want?: Walked;
  readonly why?: string;
  readonly listens?: boolean;
}

function caseOf(va: bigint, range: VaRange, outputBits: number, memory: Memory, { want, why, listens = false }: Expected): Case<WatchedWalk> {
  const standIns = standInsFor(va, range, memory);
  const right = watched(ours)(va, range, outputBits, standIns);
  const wanted = { ...right, found: want ?? right.found, heard: listens ? right.heard : [] };
  return {
    args: [va, range, outputBits, standIns, listens],
    want: wanted,
    ...(why === undefined ? {} : { why }),
    accept: (answer) => {
      const { found, reads, heard } = answer as Watched;
      expect({ found, reads, heard: listens ? heard : [] }).to.deep.equal(wanted);
    },
  };
}

/** Every index that a right walk asks for; and of memory and what it means, more than that: it walks by itself. */
function standInsFor(va: bigint, { granule, inputBits, startLevel }: VaRange, memory: Memory): StandIns {
  const levels = Array.from({ length: 4 - startLevel }, (_, i) => startLevel + i);
  const contents = [...new Set([0n, ...memory.map(([, bits]) => bits)])];
  return {
    indices: levels.map((level) => tableIndex(va, level, granule, inputBits)),
    memory, ram: RAM,
    meanings: contents.flatMap((bits) => levels.map((level) => [bits, level, decodeDescriptor(bits, level, granule)] as const)),
    limited: LIMITED(),
  };
}

const LIMITED = ((): (() => string) => {
  let made: string | undefined;
  const make = (): string => Array.from({ length: 256 }, (_, n) => {
    const { AP: APTable, UXN: UXNTable, PXN: PXNTable } = rightsOf(n & 15);
    return codeOf(limited(rightsOf(n >> 4), { APTable, UXNTable, PXNTable })).toString(16);
  }).join("");
  return () => (made ??= make());
})();

/** Of what memory holds, what is on the way that is right. */
function callText(va: bigint, range: VaRange, outputBits: number, standIns: StandIns): string {
  const { granule, inputBits, table, EPD } = range;
  const { heard } = watched(ours)(va, range, outputBits, standIns);
  const entries = heard.flatMap(({ address: at, bits }) => (bits === undefined ? [] : [`[${address(at)}] = ${address(bits)}`])).join(", ");
  return `walk(${address(va)}), ${inputBits} bits, ${granuleText(granule)}, first table at ${address(table)}, ${outputBits} bits of output`
    + `${EPD ? ", EPD" : ""}${entries === "" ? "" : `; ${entries}`}`;
}

function answerText({ found, reads, heard }: Watched, ...[, , , , listens]: Parameters<WatchedWalk>): string {
  const told = !listens ? "" : heard.length === 0 ? ", told nothing" : `, told ${heard.map(({ level, index, bits }) => `level ${level} [${hex(index)}] ${bits === undefined ? "nothing" : hex(bits)}`).join("; ")}`;
  return `${foundText(found)}; read ${reads.length === 0 ? "nothing" : reads.map(address).join(", ")}${told}`;
}

function foundText(found: Walked): string {
  if (found.kind !== "mapped") return faultText(found);
  const { address: at, bits, level, AttrIndx, SH, nG } = found;
  return `2^${bits} bytes at ${address(at)}, level ${level}: AttrIndx ${AttrIndx}, ${rightsText(found)}, SH ${twoBits(SH)}${nG ? ", nG" : ""}`;
}
