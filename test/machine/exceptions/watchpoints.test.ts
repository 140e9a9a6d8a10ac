import { expect } from "chai";
import type { DebugUnit } from "../../../src/machine/exceptions/debug-registers";
import { watchpointHit } from "../../../src/machine/exceptions/watchpoints";

const BASE = 0x4008_3000n;
const NONE: readonly DebugUnit[] = [];

/** DBGWCR<n>_EL1, field by field (Arm ARM, "DBGWCR<n>_EL1"). */
const control = ({ MASK = 0, WT = 0, LBN = 0, SSC = 0, HMC = 0, BAS = 0xff, LSC = 3, PAC = 3, E = 1 }): number =>
  (MASK << 24) | (WT << 20) | (LBN << 16) | (SSC << 14) | (HMC << 13) | (BAS << 5) | (LSC << 3) | (PAC << 1) | E;

const access = (offset: bigint, bytes: number, write = false, level: 0 | 1 = 0) =>
  ({ address: BigInt.asUintN(64, BASE + offset), bytes, write, level, context: 77n });

describe("A watchpoint (Arm ARM, \"AArch64.WatchpointMatch\")", () => {
  const cases = [
    // [Q]: as QEMU 7.2, FAR_EL1 too
    // what                          DBGWVR         DBGWCR                access, bytes  hit at
    ["ldr x4, [x1] [Q]",             0n,            {},                   0n,   8,       0n],
    ["not enabled",                  0n,            { E: 0 },             0n,   8,       undefined],
    ["BAS in the middle [Q]",        0n,            { BAS: 0x10 },        0n,   8,       4n],
    ["BAS behind it [Q]",            0n,            { BAS: 0x10 },        0n,   4,       undefined],
    ["BAS before it",                0n,            { BAS: 0x08 },        4n,   4,       undefined],
    ["a byte of four [Q]",           0n,            { BAS: 0x3c },        3n,   1,       3n],
    ["the byte behind four",         0n,            { BAS: 0x3c },        6n,   1,       undefined],
    ["no byte",                      0n,            { BAS: 0x00 },        0n,   8,       undefined],
    ["a word [Q]",                   4n,            {},                   4n,   4,       4n],
    ["a word: not the next",         4n,            {},                   8n,   4,       undefined],
    ["a word's second byte [Q]",     4n,            { BAS: 0x02 },        0n,   8,       5n],
    ["a word has but four [Q]",      4n,            { BAS: 0xf0 },        0n,   8,       undefined],
    ["bits 1:0 do not count",        3n,            {},                   0n,   8,       0n],
    ["two runs: the first [Q]",      0n,            { BAS: 0x81 },        7n,   1,       undefined],
    ["two runs: the first, hit",     0n,            { BAS: 0x81 },        0n,   1,       0n],
    ["not aligned, across [Q]",      8n,            { BAS: 0x01 },        3n,   8,       8n],
    ["not aligned, beside",          8n,            { BAS: 0x01 },        9n,   8,       undefined],
    ["ldp [Q]",                      8n,            {},                   0n,   16,      8n],
    ["dc zva",                       16n,           {},                   0n,   64,      16n],
    ["16 bytes: in them [Q]",        16n,           { MASK: 4 },          28n,  4,       28n],
    ["16 bytes: below [Q]",          16n,           { MASK: 4 },          12n,  4,       undefined],
    ["16 bytes: behind",             16n,           { MASK: 4 },          32n,  4,       undefined],
    ["16 bytes: across [Q]",         16n,           { MASK: 4 },          12n,  8,       16n],
    ["16 bytes: their last",         16n,           { MASK: 4 },          31n,  8,       31n],
    ["masked bits do not count [Q]", 20n,           { MASK: 4 },          28n,  4,       28n],
    ["nor does BAS then [Q]",        16n,           { MASK: 4, BAS: 15 }, 28n,  4,       28n],
    ["MASK 1 is reserved [Q]",       0n,            { MASK: 1 },          0n,   8,       undefined],
    ["MASK 2 is reserved",           0n,            { MASK: 2 },          0n,   8,       undefined],
    ["MASK 3 is 8 bytes [Q]",        8n,            { MASK: 3 },          8n,   8,       8n],
    ["2 GiB",                        0n,            { MASK: 31 },         0x3ff7_cfffn, 1, 0x3ff7_cfffn],
    ["behind 2 GiB",                 0n,            { MASK: 31 },         0x3ff7_d000n, 1, undefined],
    ["HMC is reserved",              0n,            { HMC: 1 },           0n,   8,       undefined],
    ["SSC is reserved",              0n,            { SSC: 1 },           0n,   8,       undefined],
  ] as const;
  for (const [title, value, fields, offset, bytes, hit] of cases) {
    it(`${title}: ${hit === undefined ? "passes" : "stops"}`, () => {
      const unit = { value: BASE + value, control: control(fields) };
      const at = watchpointHit(unit, NONE, access(offset, bytes));
      expect(at).to.equal(hit === undefined ? undefined : BASE + hit);
    });
  }

  describe("looks at", () => {
    const kinds = [
      // LSC, write, stops: as QEMU 7.2
      [1, false, true],
      [1, true,  false],
      [2, false, false],
      [2, true,  true],
      [3, false, true],
      [3, true,  true],
      [0, false, false],
      [0, true,  false],
    ] as const;
    for (const [LSC, write, expected] of kinds) {
      it(`LSC ${LSC}: a ${write ? "store" : "load"}: ${expected ? "stops" : "passes"}`, () => {
        const unit = { value: BASE, control: control({ LSC }) };
        expect(watchpointHit(unit, NONE, access(0n, 8, write)) !== undefined).to.equal(expected);
      });
    }

    const levels = [[1, 0, false], [1, 1, true], [2, 0, true], [2, 1, false], [3, 0, true], [3, 1, true], [0, 0, false]] as const;
    for (const [PAC, level, expected] of levels) {
      it(`PAC ${PAC}: EL${level}: ${expected ? "stops" : "passes"}`, () => {
        const unit = { value: BASE, control: control({ PAC }) };
        expect(watchpointHit(unit, NONE, access(0n, 8, false, level)) !== undefined).to.equal(expected);
      });
    }
  });

  it("is told an address with its tag, and tells it so", () => {
    const unit = { value: BASE, control: control({ BAS: 0x10 }) };
    const tagged = { ...access(0n, 8), address: BASE | 0x5a00_0000_0000_0000n };
    expect(watchpointHit(unit, NONE, tagged)).to.equal(0x5a00_0000_4008_3004n);
  });

  it("sees an access wrap around the end of the addresses", () => {
    const unit = { value: 0n, control: control({ BAS: 0x02 }) };
    expect(watchpointHit(unit, NONE, { ...access(0n, 8), address: 0xffff_ffff_ffff_fffcn })).to.equal(1n);
  });

  it("may be linked to a context [Q]", () => {
    const unit = { value: BASE, control: control({ WT: 1, LBN: 5 }) };
    const context = (value: bigint): DebugUnit[] =>
      Array.from({ length: 6 }, (_, n) => ({ value, control: n === 5 ? (3 << 20) | 1 : 0 }));
    expect(watchpointHit(unit, context(77n), access(0n, 8))).to.equal(BASE);
    expect(watchpointHit(unit, context(78n), access(0n, 8))).to.equal(undefined);
  });
});
