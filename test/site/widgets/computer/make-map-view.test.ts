import { expect } from "chai";
import { regimeOf, type TranslationRegisters } from "../../../../src/machine/mmu/regime";
import type { MappedRange } from "../../../../src/site/widgets/computer/map-view";
import { mapViewOf } from "../../../../src/site/widgets/computer/make-map-view";
import { readerOf, TableWriter } from "../../../../src/site/widgets/machine/table-memory";

/** 39 bits in each half, 4 KiB pages; MAIR: Normal write-back, Device-nGnRE. */
const registers: TranslationRegisters = { SCTLR_EL1: 1n, TCR_EL1: 0x2_b519_3519n, TTBR0_EL1: 0x4100_0000n, TTBR1_EL1: 0x4110_0000n, MAIR_EL1: 0x04_ffn };
const { lower, upper } = regimeOf(registers);
// Arm ARM, "VMSAv8-64 translation table format descriptors": AF, SH, AP[2] read-only, UXN; a page is 0b11, a block 0b01.
const page = 0x0060_0000_0000_0703n;
const block = 0x0060_0000_0000_0701n;
const readOnly = 1n << 7n;

const rows = (ranges: readonly MappedRange[]): string[] =>
  ranges.map(({ va, pa, bytes, level, entries, at }) => `${va.toString(16)} ${pa.toString(16)} ${bytes.toString(16)} level ${level} x${entries} at ${at.toString(16)}`);

describe("a map, read from its tables", () => {
  it("joins pages that go on where the one before ends, and nothing else", () => {
    const tables = new TableWriter(0x4120_0000);
    for (let i = 0; i < 3; i++) tables.map(upper, 0xffff_ff80_4000_0000n + BigInt(0x1000 * i), 3, BigInt(0x4000_0000 + 0x1000 * i) | page);
    tables.map(upper, 0xffff_ff80_4000_3000n, 3, 0x4000_3000n | page | readOnly);
    tables.map(upper, 0xffff_ff80_4000_4000n, 3, 0x4000_9000n | page | readOnly);
    tables.map(upper, 0xffff_ff80_4000_6000n, 3, 0x4000_a000n | page | readOnly);
    tables.map(upper, 0xffff_ff80_4020_0000n, 2, 0x4020_0000n | block);
    const { ranges, isWhole, tables: count } = mapViewOf(registers, readerOf(tables.memory));
    expect(rows(ranges)).to.deep.equal([
      "ffffff8040000000 40000000 3000 level 3 x3 at 41201000",
      "ffffff8040003000 40003000 1000 level 3 x1 at 41201018",
      "ffffff8040004000 40009000 1000 level 3 x1 at 41201020",
      "ffffff8040006000 4000a000 1000 level 3 x1 at 41201030",
      "ffffff8040200000 40200000 200000 level 2 x1 at 41200008",
    ]);
    expect([isWhole, count]).to.deep.equal([true, 4]);
  });

  it("has both halves, the lower one first, and what the tables on the way take away", () => {
    const tables = new TableWriter(0x4120_0000);
    tables.map(upper, 0xffff_ff80_0000_0000n, 1, 0x0000_0000n | block);
    // APTable[1]: nothing below is written.
    tables.map(lower, 0x40_0000n, 3, 0x4800_0000n | page, 1n << 62n);
    const { ranges } = mapViewOf(registers, readerOf(tables.memory));
    expect(ranges.map(({ va, AP }) => [va, AP])).to.deep.equal([[0x40_0000n, 0b10], [0xffff_ff80_0000_0000n, 0b00]]);
  });

  it("is empty while the MMU is off", () => {
    const tables = new TableWriter(0x4120_0000);
    tables.map(upper, 0xffff_ff80_0000_0000n, 1, block);
    expect(mapViewOf({ ...registers, SCTLR_EL1: 0n }, readerOf(tables.memory)).ranges).to.deep.equal([]);
  });

  it("ends where a kernel maps more than can be drawn, and says so", () => {
    const tables = new TableWriter(0x4120_0000);
    for (let i = 0; i < 1000; i++) tables.map(lower, BigInt(0x2000 * i), 3, BigInt(0x4000_0000 + 0x2000 * i) | page);
    const { ranges, isWhole } = mapViewOf(registers, readerOf(tables.memory));
    expect([ranges.length, isWhole]).to.deep.equal([600, false]);
  });
});
