// The walk on its own: tables in a map, and every way to end. Arm ARM, "Translation table walk",
// "MMU faults"; the order of checks is AArch64.S1Walk()'s.

import { expect } from "chai";
import { regimeOf } from "../../../src/machine/mmu/regime";
import { STANDARD_MMU_PARTS } from "../../../src/machine/mmu/standard-parts";
import { stepText, traceWalk } from "../../../src/machine/mmu/trace";
import { walk, type Walked } from "../../../src/machine/mmu/walk";

const IPS_48 = 0b101n << 32n;
const AF = 1n << 10n;

interface Case {
  readonly title: string;
  readonly va: bigint;
  readonly TCR_EL1: bigint;
  /** TTBR0_EL1. */
  readonly table: bigint;
  readonly memory: Readonly<Record<number, bigint>>;
  readonly result: Walked;
}

const page = { SH: 0, AttrIndx: 0, nG: false, AP: 0, UXN: false, PXN: false } as const;

const cases: readonly Case[] = [
  {
    title: "4 KiB, 48 bits: four levels to a page",
    va: 0x0000_1234_5678_9abcn, TCR_EL1: 16n | IPS_48, table: 0x4000_0000n,
    memory: {
      0x4000_0120: 0x4000_1003n, // Level 0, entry 0x24.
      0x4000_1688: 0x4000_2003n, // Level 1, entry 0xd1.
      0x4000_2598: 0x4000_3003n, // Level 2, entry 0xb3.
      0x4000_3c48: 0x0000_8765_4321_0003n | AF, // Level 3, entry 0x189.
    },
    result: { kind: "mapped", address: 0x8765_4321_0000, bits: 12, level: 3, ...page },
  },
  {
    title: "4 KiB, 39 bits, as AArch64 Linux: three levels to a page",
    va: 0x0000_0012_3456_7abcn, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: {
      0x4000_0240: 0x4000_1003n, // Level 1, entry 0x48: bits 38:30.
      0x4000_1d10: 0x4000_2003n, // Level 2, entry 0x1a2: bits 29:21.
      0x4000_2b38: 0x0060_0000_5555_5fc3n, // Level 3, entry 0x167: UXN, PXN, nG, AF, SH 11, AP 11.
    },
    result: { kind: "mapped", address: 0x5555_5000, bits: 12, level: 3, SH: 0b11, AttrIndx: 0, nG: true, AP: 0b11, UXN: true, PXN: true },
  },
  {
    title: "4 KiB: a block of 1 GiB at level 1",
    va: 0x7fff_ffffn, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0008: 0x0000_0001_4000_0001n | AF },
    result: { kind: "mapped", address: 0x1_4000_0000, bits: 30, level: 1, ...page },
  },
  {
    title: "4 KiB: a block of 2 MiB at level 2",
    va: 0x40_0000n, TCR_EL1: 34n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0010: 0x4060_0001n | AF | (0b101n << 2n) },
    result: { kind: "mapped", address: 0x4060_0000, bits: 21, level: 2, ...page, AttrIndx: 5 },
  },
  {
    title: "16 KiB, 48 bits: a first table of two entries",
    va: 0x0000_8000_0000_4000n, TCR_EL1: 16n | (0b10n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: {
      0x4000_0008: 0x4000_4003n,
      0x4000_4000: 0x4000_8003n,
      0x4000_8000: 0x4000_c003n,
      0x4000_c008: 0x5000_4003n | AF,
    },
    result: { kind: "mapped", address: 0x5000_4000, bits: 14, level: 3, ...page },
  },
  {
    title: "16 KiB: a block of 32 MiB at level 2",
    va: 0x0200_0000n, TCR_EL1: 28n | (0b10n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0008: 0x4200_0001n | AF },
    result: { kind: "mapped", address: 0x4200_0000, bits: 25, level: 2, ...page },
  },
  {
    title: "64 KiB, 42 bits: two levels to a page",
    va: 0x2001_1234n, TCR_EL1: 22n | (0b01n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0008: 0x4001_0003n, 0x4001_0008: 0x7003_0003n | AF },
    result: { kind: "mapped", address: 0x7003_0000, bits: 16, level: 3, ...page },
  },
  {
    title: "64 KiB: a block of 512 MiB at level 2",
    va: 0x2000_0000n, TCR_EL1: 22n | (0b01n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0008: 0x6000_0001n | AF },
    result: { kind: "mapped", address: 0x6000_0000, bits: 29, level: 2, ...page },
  },
  {
    title: "64 KiB: no block at level 1",
    va: 0n, TCR_EL1: 16n | (0b01n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1n | AF },
    result: { kind: "translation", level: 1 },
  },
  {
    title: "16 KiB: no block at level 1",
    va: 0n, TCR_EL1: 17n | (0b10n << 14n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1n | AF },
    result: { kind: "translation", level: 1 },
  },
  {
    title: "4 KiB: no block at level 0",
    va: 0n, TCR_EL1: 16n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1n | AF },
    result: { kind: "translation", level: 0 },
  },
  {
    title: "01 at level 3 is nothing",
    va: 0n, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x4000_1003n, 0x4000_1000: 0x4000_2003n, 0x4000_2000: 0x1n | AF },
    result: { kind: "translation", level: 3 },
  },
  {
    title: "EPD0: no walk at all",
    va: 0n, TCR_EL1: 25n | (1n << 7n) | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1n | AF },
    result: { kind: "translation", level: 0 },
  },
  {
    title: "EPD0 comes before a first table out of reach",
    va: 0n, TCR_EL1: 25n | (1n << 7n), table: 0x1_0000_0000n,
    memory: {},
    result: { kind: "translation", level: 0 },
  },
  {
    title: "a first table beyond IPS is an address size fault at level 0, wherever the walk begins",
    va: 0n, TCR_EL1: 34n, table: 0x1_0000_0000n,
    memory: { 0x1_0000_0000: 0x1n | AF },
    result: { kind: "address size", level: 0 },
  },
  {
    title: "a table beyond IPS",
    va: 0n, TCR_EL1: 25n, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1_4000_1003n, 0x1_4000_1000: 0x1n | AF },
    result: { kind: "address size", level: 1 },
  },
  {
    title: "the last address within IPS of 32 bits",
    va: 0n, TCR_EL1: 25n, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0xc000_0001n | AF },
    result: { kind: "mapped", address: 0xc000_0000, bits: 30, level: 1, ...page },
  },
  {
    title: "a block beyond IPS, before its access flag",
    va: 0n, TCR_EL1: 25n, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x1_0000_0001n },
    result: { kind: "address size", level: 1 },
  },
  {
    title: "a page beyond IPS of 36 bits",
    va: 0n, TCR_EL1: 25n | (1n << 32n), table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x4000_1003n, 0x4000_1000: 0x4000_2003n, 0x4000_2000: 0x10_0000_0003n | AF },
    result: { kind: "address size", level: 3 },
  },
  {
    title: "an access flag of 0 in a page",
    va: 0n, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x4000_1003n, 0x4000_1000: 0x4000_2003n, 0x4000_2000: 0x4000_0003n },
    result: { kind: "access flag", level: 3 },
  },
  {
    title: "an access flag of 0 in a block",
    va: 0n, TCR_EL1: 34n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x4000_0001n },
    result: { kind: "access flag", level: 2 },
  },
  {
    title: "nothing answers where the first table should be",
    va: 0n, TCR_EL1: 25n | IPS_48, table: 0x9000_0000n,
    memory: {},
    result: { kind: "external", level: 1 },
  },
  {
    title: "nothing answers where the second table should be",
    va: 0n, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x9000_0003n },
    result: { kind: "external", level: 2 },
  },
  {
    title: "tables limit what they lead to: APTable 10 and 01, UXNTable and PXNTable on the way",
    va: 0n, TCR_EL1: 25n | IPS_48, table: 0x4000_0000n,
    memory: {
      0x4000_0000: 0x4000_1003n | (0b10n << 61n) | (1n << 60n),
      0x4000_1000: 0x4000_2003n | (0b01n << 61n) | (1n << 59n),
      0x4000_2000: 0x4000_0003n | AF | (0b01n << 6n),
    },
    result: { kind: "mapped", address: 0x4000_0000, bits: 12, level: 3, SH: 0, AttrIndx: 0, nG: false, AP: 0b10, UXN: true, PXN: true },
  },
  {
    title: "a table that maps itself ends at level 3 as a page",
    va: 0n, TCR_EL1: 16n | IPS_48, table: 0x4000_0000n,
    memory: { 0x4000_0000: 0x4000_0003n | AF },
    result: { kind: "mapped", address: 0x4000_0000, bits: 12, level: 3, ...page },
  },
];

describe("The walk", () => {
  for (const { title, va, TCR_EL1, table, memory, result } of cases) {
    it(title, () => {
      const { lower, outputBits } = regimeOf({ SCTLR_EL1: 1n, TCR_EL1, TTBR0_EL1: table, TTBR1_EL1: 0n, MAIR_EL1: 0n });
      expect(walk(va, lower, outputBits, (address) => memory[address], STANDARD_MMU_PARTS)).to.deep.equal(result);
    });
  }

  it("of the upper range begins at TTBR1_EL1", () => {
    const registers = { SCTLR_EL1: 1n, TCR_EL1: 25n | (25n << 16n) | (0b10n << 30n) | IPS_48, TTBR0_EL1: 0x4000_0000n, TTBR1_EL1: 0x5000_0000n, MAIR_EL1: 0n };
    const memory: Readonly<Record<number, bigint>> = { 0x5000_0000: 0x8000_0001n | AF };
    expect(traceWalk(0xffff_ff80_0000_0000n, registers, (address) => memory[address]).result).to.include({ address: 0x8000_0000 });
  });

  describe("writes down its steps", () => {
    const registers = { SCTLR_EL1: 1n, TCR_EL1: 25n | IPS_48, TTBR0_EL1: 0x4000_0000n, TTBR1_EL1: 0n, MAIR_EL1: 0n };
    const memory: Readonly<Record<number, bigint>> = { 0x4000_0240: 0x4000_1003n, 0x4000_1d10: 0n };
    const read = (address: number): bigint | undefined => memory[address];

    it("to a fault", () => {
      const { steps, result, isInRange } = traceWalk(0x12_3456_7abcn, registers, read);
      expect(isInRange).to.equal(true);
      expect(steps).to.deep.equal([
        {
          level: 1, table: 0x4000_0000, index: 0x48, address: 0x4000_0240, bits: 0x4000_1003n,
          descriptor: { kind: "table", address: 0x4000_1000, APTable: 0, UXNTable: false, PXNTable: false },
        },
        { level: 2, table: 0x4000_1000, index: 0x1a2, address: 0x4000_1d10, bits: 0n, descriptor: { kind: "invalid" } },
      ]);
      expect(result).to.deep.equal({ kind: "translation", level: 2 });
    });

    it("to a descriptor that nobody answers for", () => {
      const { steps, result } = traceWalk(0n, registers, read);
      expect(steps).to.deep.equal([{ level: 1, table: 0x4000_0000, index: 0, address: 0x4000_0000, bits: undefined, descriptor: undefined }]);
      expect(result).to.deep.equal({ kind: "external", level: 1 });
    });

    it("none for an address outside of its range", () => {
      const { steps, result, isInRange } = traceWalk(0x80_0000_0000n, registers, read);
      expect({ steps, result, isInRange }).to.deep.equal({ steps: [], result: { kind: "translation", level: 0 }, isInRange: false });
    });

    it("in words", () => {
      const words: Readonly<Record<number, bigint>> = {
        0x4000_0240: 0x4000_1003n | (0b10n << 61n) | (1n << 60n),
        0x4000_1d10: 0x4000_2003n,
        0x4000_2b38: 0x0060_0000_5555_5bc7n,
        0x4000_0248: 0x4000_0451n,
      };
      const said = (va: bigint): string[] => traceWalk(va, registers, (address) => words[address]).steps.map(stepText);
      expect(said(0x12_3456_7abcn)).to.deep.equal([
        "level 1: entry 72, at 0x40000240, is 0x5000000040001003: table at 0x40001000, APTable 10, UXNTable",
        "level 2: entry 418, at 0x40001d10, is 0x40002003: table at 0x40002000",
        "level 3: entry 359, at 0x40002b38, is 0x60000055555bc7: page at 0x55555000, Attr1, AP 11, UXN, PXN, nG, not yet accessed",
      ]);
      expect(said(0x12_4000_0000n)).to.deep.equal(["level 1: entry 73, at 0x40000248, is 0x40000451: block at 0x40000000, Attr4, AP 01"]);
      expect(said(0n)).to.deep.equal(["level 1: entry 0, at 0x40000000, does not answer"]);
    });
  });
});
