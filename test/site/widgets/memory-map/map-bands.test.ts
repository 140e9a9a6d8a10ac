import { expect } from "chai";
import { regimeOf, type TranslationRegisters } from "../../../../src/machine/mmu/regime";
import { mapViewOf } from "../../../../src/site/widgets/computer/make-map-view";
import { readerOf, TableWriter } from "../../../../src/site/widgets/machine/table-memory";
import { type MapPicture, pictureOf, sizeText } from "../../../../src/site/widgets/memory-map/map-bands";

/** 39 bits in each half, 4 KiB pages; MAIR: Normal write-back, Device-nGnRE. */
const registers: TranslationRegisters = { SCTLR_EL1: 1n, TCR_EL1: 0x2_b519_3519n, TTBR0_EL1: 0x4100_0000n, TTBR1_EL1: 0x4110_0000n, MAIR_EL1: 0x04_ffn };
const { upper } = regimeOf(registers);
const half = 0xffff_ff80_0000_0000n;
// Arm ARM: UXN is bit 54, PXN 53, AF 10, SH 9:8, AP[2] 7, AttrIndx 4:2.
const UXN = 1n << 54n;
const PXN = 1n << 53n;
const readOnly = 1n << 7n;
const page = 0x703n;
const device = 0x405n;

const parts = [
  { name: "code", va: half + 0x4020_0000n, pa: 0x4020_0000, bytes: 0x2000 },
  { name: "guard", va: half + 0x4020_2000n, pa: 0x4020_2000, bytes: 0x1000 },
  { name: "stack", va: half + 0x4020_3000n, pa: 0x4020_3000, bytes: 0x1000 },
];

function picture(more: readonly (readonly [offset: number, bits: bigint])[] = []): MapPicture {
  const tables = new TableWriter(0x4120_0000);
  tables.map(upper, half, 1, device | UXN | PXN);
  const pages = [[0x4020_0000, UXN | readOnly], [0x4020_1000, UXN | readOnly], [0x4020_3000, UXN | PXN], [0x4020_4000, UXN | PXN], ...more] as const;
  for (const [at, bits] of pages) tables.map(upper, half + BigInt(at), 3, BigInt(at) | page | bits);
  return pictureOf(mapViewOf(registers, readerOf(tables.memory)), parts);
}

describe("the bands of a map", () => {
  it("are named by the image's parts, and cut where one ends", () => {
    expect(picture().bands.map(({ name, kind, EL1, EL0, pa, bytes }) => [name, kind, EL1, EL0, pa, bytes])).to.deep.equal([
      ["devices", "devices",   "rw-", "---", 0,           0x4000_0000],
      ["code",    "code",      "r-x", "---", 0x4020_0000, 0x2000],
      ["stack",   "variables", "rw-", "---", 0x4020_3000, 0x1000],
      ["RAM",     "variables", "rw-", "---", 0x4020_4000, 0x1000],
    ]);
  });

  it("stand from the highest address down, with all that is not mapped between them", () => {
    const { bands, virtual } = picture();
    expect(virtual.map((row) => (row.kind === "band" ? bands[row.band]!.name : `${row.gap.name}: ${sizeText(row.gap.bytes)}`))).to.deep.equal([
      "nothing: 511 GiB", "RAM", "stack", "guard: 4 KiB", "code", "nothing: 2 MiB", "devices", "no address: 16 EiB", "the lower half: nothing: 512 GiB",
    ]);
  });

  it("say of physical memory who maps it, and what of the image nobody does", () => {
    const { bands, physical } = picture();
    expect(physical.map(({ name, pa, bands: mapping }) => `${name} ${pa.toString(16)} ${mapping.map((each) => bands[each]!.name).join()}`)).to.deep.equal([
      "RAM 40204000 RAM", "stack 40203000 stack", "guard 40202000 ", "code 40200000 code", "devices 0 devices",
    ]);
  });

  it("are wrong where something is writable and executable", () => {
    expect(picture([[0x4020_6000, UXN]]).bands.at(-1)).to.include({ name: "RAM", kind: "wrong", EL1: "rwx" });
  });

  it("have the descriptor of their own first page, where a part begins within a range", () => {
    const [piece] = picture().bands[3]!.pieces;
    expect([piece!.bits, piece!.entries]).to.deep.equal([0x4020_4000n | page | UXN | PXN, 1]);
  });
});

describe("sizes", () => {
  const sizes = [[512, "512 bytes"], [4096, "4 KiB"], [90_112, "88 KiB"], [31_457_280, "30 MiB"], [549_755_813_888n, "512 GiB"], [549_755_813_888n - 2_097_152n, "512 GiB"], [1_572_864, "1.5 MiB"]] as const;
  for (const [bytes, text] of sizes) it(`${bytes} is ${text}`, () => expect(sizeText(bytes)).to.equal(text));
});
