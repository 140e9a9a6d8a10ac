// Tables that are built, and tables that are read.

import { expect } from "chai";
import { Draw } from "../../../../src/course/exercises/draw";
import { translateForeign } from "../../../../src/course/exercises/04-mmu/foreign-tables/translate";
import type { TablesVariant } from "../../../../src/course/exercises/04-mmu/foreign-tables/variant";
import { build } from "../../../../src/course/exercises/04-mmu/map/build";
import { faultInTables, tablesNeeded } from "../../../../src/course/exercises/04-mmu/map/check";
import type { WantedMapping } from "../../../../src/course/exercises/04-mmu/questions";
import { answerTo, drawDumpVariant } from "../../../../src/course/exercises/04-mmu/reading-a-dump/variant";
import { PUBLIC_SEED } from "../../../../src/course/judge/core/judge";

describe("Tables that map what is wanted", () => {
  const ROOT = 0x4100_0000;
  const FREE = [0x4100_1000, 0x4100_2000, 0x4100_3000];
  const RAM: WantedMapping = { va: 0x3fe0_0000n, pa: 0x3fe0_0000, bytes: 0x4040_0000, AttrIndx: 0, AP: 0, UXN: true, PXN: false };
  const UART: WantedMapping = { va: 0x900_0000n, pa: 0x900_0000, bytes: 0x1000, AttrIndx: 1, AP: 0, UXN: true, PXN: true };

  /** By hand, with the Arm ARM's drawing of descriptors. */
  const BY_HAND: readonly (readonly [number, bigint])[] = [
    [0x4100_0000, 0x4100_1003n],           // 0 to 1 GiB: a table
    [0x4100_1ff8, 0x40_0000_3fe0_0701n],   // its last entry: 2 MiB, UXN, SH 11, AF
    [0x4100_0008, 0x40_0000_4000_0701n],   // 1 to 2 GiB: a block
    [0x4100_0010, 0x4100_2003n],           // 2 to 3 GiB: a table
    [0x4100_2000, 0x40_0000_8000_0701n],   // its first entry: 2 MiB
    [0x4100_1240, 0x4100_3003n],           // 0x900_0000 is entry 0x48 of the first table of level 2
    [0x4100_3000, 0x60_0000_0900_0707n],   // a page, UXN, PXN, AttrIndx 1
  ];

  it("are what one writes by hand", () => {
    expect(tablesNeeded([RAM, UART])).to.equal(3);
    expect(build([RAM, UART], ROOT, FREE)).to.deep.equal(BY_HAND);
    expect(faultInTables(BY_HAND, [RAM, UART], ROOT, FREE)).to.equal(undefined);
  });

  const wrong = [
    // what is done to them                                                           what is said
    [(writes: typeof BY_HAND) => writes.slice(1),                                     "0x3fe0_0000 should be at 0x3fe0_0000: translation fault, level 1"],
    [(writes: typeof BY_HAND) => [...writes, [0x4100_1248, 0x920_0701n] as const],    "2097152 bytes are mapped that should not be"],
    [(writes: typeof BY_HAND) => [...writes, [0x4100_3008, 0x900_1707n] as const],    "0x900_1000 is mapped, and should not be"],
    [(writes: typeof BY_HAND) => [...writes, [0x4100_4000, 0n] as const],             "a store to 0x4100_4000, which is neither in the first table nor in a free page"],
    [(writes: typeof BY_HAND) => [...writes, [0x4100_3001, 0n] as const],             "a store to 0x4100_3001, which is no multiple of 8"],
    [(writes: typeof BY_HAND) => [...writes, [0x4100_3000, 0x60_0000_0900_0703n] as const], "0x900_0000 should have AttrIndx 1, and has 0"],
    [() => "tables",                                                                  `"tables"`],
  ] as const;
  for (const [change, said] of wrong) {
    it(`are found wrong: ${said}`, () => {
      expect(faultInTables(change(BY_HAND), [RAM, UART], ROOT, FREE)).to.equal(said);
    });
  }
});

describe("A dump", () => {
  // QEMU 7.2 with these registers and tables: AT S1E1R, S1E1W, S1E0R, S1E0W, and PAR_EL1.
  const FROM_QEMU = [
    ["EL1", "write", 0xc769_e0a4n,            { kind: "translation", level: 2 }],
    ["EL1", "write", 0xffff_fe3d_03f2_90ban,  0x7bf2_90ba],
    ["EL1", "read",  0xc0a7_4ffcn,            0x1_4607_4ffc],
    ["EL1", "read",  0xffff_fa61_4649_b7f1n,  0x7903_f7f1],
    ["EL0", "write", 0xffff_fe3d_0272_912en,  { kind: "permission", level: 2 }],
    ["EL0", "read",  0xffff_f99f_6a59_3063n,  0x1_3859_3063],
    ["EL1", "write", 0xc6c4_151dn,            0x53c5_551d],
  ] as const;
  const variant = drawDumpVariant(new Draw(PUBLIC_SEED).for("variant"));
  for (const [level, purpose, va, want] of FROM_QEMU) {
    it(`says of ${level}, ${purpose}, 0x${va.toString(16)} what QEMU says`, () => {
      expect(answerTo(variant, { va, purpose, level })).to.deep.equal(want);
    });
  }

  it("has twelve addresses, all different, most of which lead somewhere", () => {
    for (let i = 0; i < 50; i++) {
      const drawn = drawDumpVariant(new Draw(`student ${i}`));
      expect(new Set(drawn.questions.map(({ va }) => va)).size).to.equal(12);
      expect(drawn.questions.filter((question) => typeof answerTo(drawn, question) === "number").length).to.equal(7);
    }
  });
});

describe("Another designer's tables", () => {
  const VARIANT: TablesVariant = {
    computer: "Slate", offset: 12, widths: [4, 4], entryBytes: 8, frame: { low: 8, bits: 24 }, present: 0, leaf: { bit: 1, yes: 1 },
    rights: { read: { bit: 2, yes: 0 }, write: { bit: 3, yes: 1 }, execute: { bit: 4, yes: 1 } },
    above: "sign", tables: "limit", crooked: "a fault", codes: { outside: 10, absent: 40, refused: 70, crooked: 100 }, step: 2,
  };
  const TABLE = 0x7000n;
  const memory = [
    [0x5010n, 0x0000_0709n],   // [2] a table at 0x7000; read and write
    [0x5018n, 0x0000_0701n],   // [3] the same table; read alone
    [0x5020n, 0x0001_200bn],   // [4] a leaf: frame 0x120 begins a 64 KiB
    [0x5028n, 0x0001_210bn],   // [5] a leaf: frame 0x121 does not
    [TABLE + 8n, 0x00ab_cd09n], // [1] a page: frame 0xabcd
    [TABLE + 16n, 0x00ab_ce0dn], // [2] a page; write alone
  ] as const;
  const cases = [
    // va                      access     what comes of it
    [0x2_1234n,                "read",    { kind: "found", address: 0xabc_d234n }],
    [0x3_1234n,                "read",    { kind: "found", address: 0xabc_d234n }],
    [0x3_1234n,                "write",   { kind: "fault", code: 70 }],
    [0x2_2234n,                "read",    { kind: "fault", code: 72 }],
    [0x2_2234n,                "write",   { kind: "found", address: 0xabc_e234n }],
    [0x2_1234n,                "execute", { kind: "fault", code: 70 }],
    [0x4_5678n,                "read",    { kind: "found", address: 0x12_5678n }],
    [0x5_5678n,                "read",    { kind: "fault", code: 100 }],
    [0x6_0000n,                "read",    { kind: "fault", code: 40 }],
    [0x2_3000n,                "read",    { kind: "fault", code: 42 }],
    [0xb_0000n,                "read",    { kind: "fault", code: 10 }],
    [0xffff_ffff_ffff_0000n,   "read",    { kind: "fault", code: 40 }],
  ] as const;
  for (const [va, access, want] of cases) {
    it(`makes of 0x${va.toString(16)}, ${access}: ${want.kind === "found" ? `0x${want.address.toString(16)}` : want.code}`, () => {
      expect(translateForeign(VARIANT, va, access, 0x5000n, memory)).to.deep.equal(want);
    });
  }
});
