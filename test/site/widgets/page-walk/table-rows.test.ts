import { expect } from "chai";
import { accessOf } from "../../../../src/site/widgets/page-walk/access";
import { presetCalled } from "../../../../src/site/widgets/page-walk/address-spaces";
import { descriptorFacts, kindText } from "../../../../src/site/widgets/page-walk/descriptor-fields";
import { occupied, rowsOf } from "../../../../src/site/widgets/page-walk/table-rows";

const read = { level: 1, purpose: "read", PAN: false } as const;

describe("a table's rows", () => {
  it("are the chosen one and those nearest to it that say something", () => {
    const { registers, memory } = presetCalled("linux").make();
    const { trace: { steps, range } } = accessOf(0xffff_ffc0_0063_f018n, read, registers, memory);
    const [, level2] = steps;
    expect(occupied(level2!, 512, memory)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    const rows = rowsOf(level2!, 512, memory, range.granule);
    expect(rows.map(({ index }) => index)).to.deep.equal([1, 2, 3, 4, 5]);
    expect(rows.map(({ isBehindGap }) => isBehindGap)).to.deep.equal([true, false, false, false, false]);
    expect(kindText(rows[0]!.descriptor)).to.equal("block");
  });

  it("have the chosen one even if it says nothing", () => {
    const { registers, memory } = presetCalled("linux").make();
    const { trace: { steps, range } } = accessOf(0x20_0000_0000n, read, registers, memory);
    const rows = rowsOf(steps[0]!, 512, memory, range.granule);
    expect(rows.map(({ index, descriptor }) => `${index} ${descriptor!.kind}`)).to.deep.equal(["0 table", "72 table", "128 invalid", "511 table"]);
  });
});

describe("descriptorFacts", () => {
  const facts = (preset: string, va: bigint, level: number): string[] => {
    const { registers, memory } = presetCalled(preset).make();
    const { trace: { steps, range, regime } } = accessOf(va, read, registers, memory);
    return descriptorFacts(steps.find((step) => step.level === level)!, range.granule, regime).map(({ field, value, says }) => `${field.name} ${value}: ${says}`);
  };

  it("explain a page", () => expect(facts("linux", 0x40_0000n, 3)).to.deep.equal([
    "UXN 0: EL0 may execute it", "PXN 1: EL1 does not execute it", "Contiguous 0: no hint",
    "output address 0x4820_3000: where the page of 4 KiB begins", "nG 1: not global: only for ASID 0x2a", "AF 1: has been used", "SH 11: inner shareable",
    "AP 11: EL1 reads, EL0 reads", "AttrIndx 000: Normal, write-back, allocates on read and write", "type 11: at level 3: a page",
  ]));
  it("explain a table", () => expect(facts("linux", 0x40_0000n, 1)).to.deep.equal([
    "APTable 00: no limit", "UXNTable 0: no limit", "PXNTable 1: EL1 executes nothing below",
    "next table 0x4120_0000: where the table of level 2 is", "type 11: above level 3: a table",
  ]));
  it("explain a table without limits", () => expect(facts("linux", 0x40_0000n, 2).slice(0, 3)).to.deep.equal(["APTable 00: no limit", "UXNTable 0: no limit", "PXNTable 0: no limit"]));
  it("explain a note", () => expect(facts("linux", 0x7f_ffff_e000n, 3)).to.deep.equal([
    "ignored 0x1d70_0400: a note that the kernel keeps for itself", "valid 0: not valid",
  ]));
});
