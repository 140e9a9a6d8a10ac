import { expect } from "chai";
import { AddressRange, cellsOf, rangesOf, stringOf, stringsOf, translated, Window, windowsOf, wordOf } from "../../../src/formats/device-tree/values";
import { cells, strings } from "../../../src/formats/device-tree/source";

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);

describe("a property's value", () => {
  const cases: readonly (readonly [what: string, found: unknown, expected: unknown])[] = [
    ["a word",                          wordOf(bytes(0x80, 0, 0, 1), 7),                   0x8000_0001],
    ["no word: three bytes",            wordOf(bytes(0, 0, 1), 7),                         7],
    ["no word: two words",              wordOf(cells(1, 2).bytes, 7),                      7],
    ["cells",                           cellsOf(cells(1, 0xffff_ffff, 3).bytes),           [1, 0xffff_ffff, 3]],
    ["no cells at all",                 cellsOf(bytes()),                                  []],
    ["no cells: five bytes",            cellsOf(bytes(0, 0, 0, 1, 2)),                     null],
    ["strings",                         stringsOf(strings("arm,pl011", "", "x").bytes),    ["arm,pl011", "", "x"]],
    ["no strings: the last has no end", stringsOf(bytes(97, 0, 98)),                       null],
    ["one string",                      stringOf(strings("okay").bytes, ""),               "okay"],
    ["not one string, but two",         stringOf(strings("a", "b").bytes, ""),             ""],
    ["not one string, but none",        stringOf(bytes(), "x"),                            "x"],
  ];
  for (const [what, found, expected] of cases) it(`is ${what}`, () => expect(found).to.deep.equal(expected));
});

describe("rangesOf", () => {
  // The specification's examples are <0x4600 0x100> for one cell each, and a CPU's <0>, which has no size.
  const cases: readonly (readonly [value: readonly number[], addressCells: number, sizeCells: number, expected: readonly (readonly [bigint, bigint])[] | null])[] = [
    [[0x4600, 0x100],                     1, 1, [[0x4600n, 0x100n]]],
    [[3],                                 1, 0, [[3n, 0n]]],
    [[0, 0x4000_0000, 1, 0x8000_0000],    2, 2, [[0x4000_0000n, 0x1_8000_0000n]]],
    [[0, 0x100, 0x10, 0, 0x200, 0x20],    2, 1, [[0x100n, 0x10n], [0x200n, 0x20n]]],
    [[],                                  2, 2, []],
    [[1, 2, 3],                           1, 1, null],
    [[1, 2, 3, 4],                        3, 1, null],
    [[1, 2, 3, 4],                        1, 3, null],
    [[1],                                 0, 0, null],
  ];
  for (const [value, addressCells, sizeCells, expected] of cases) {
    it(`reads <${value.join(" ")}> as ${addressCells} and ${sizeCells} cells`, () => {
      const found = rangesOf(cells(...value).bytes, addressCells, sizeCells);
      expect(found?.map(({ address, size }) => [address, size]) ?? null).to.deep.equal(expected);
    });
  }
});

describe("a bus's windows", () => {
  // The specification's example of ranges: a SoC whose children are at 0xe000_0000, 0x10_0000 bytes of them.
  it("are read from ranges", () => {
    expect(windowsOf(cells(0, 0xe000_0000, 0x10_0000).bytes, 1, 1, 1)).to.deep.equal([new Window(0n, 0xe000_0000n, 0x10_0000n)]);
    expect(windowsOf(cells(1, 2, 3, 4, 5, 6).bytes, 2, 2, 2)).to.deep.equal([new Window(0x1_0000_0002n, 0x3_0000_0004n, 0x5_0000_0006n)]);
    expect(windowsOf(cells(1, 2, 3, 4).bytes, 2, 2, 2)).to.equal(null);
    expect(windowsOf(cells(0, 1, 2, 3, 4, 5, 6).bytes, 3, 2, 2)).to.equal(null);
    expect(windowsOf(new Uint8Array(0), 0, 0, 0)).to.equal(null);
  });

  const windows = [new Window(0n, 0xe000_0000n, 0x1000n), new Window(0x8000n, 0x10n, 0x100n)];
  const cases = [
    [0x4600n, 0x100n,  [],       0x4600n],
    [0x0n,    0x1000n, windows,  0xe000_0000n],
    [0xfffn,  1n,      windows,  0xe000_0fffn],
    [0xfffn,  2n,      windows,  null],
    [0x0n,    0x1001n, windows,  null],
    [0x1000n, 1n,      windows,  null],
    [0x8004n, 0xfcn,   windows,  0x14n],
    [0x7fffn, 1n,      windows,  null],
    [0x8000n, 0xffff_ffff_ffff_ffffn, windows, null],
    [0x1001n, 0n,      windows,  null],
  ] as const;
  for (const [address, size, rows, expected] of cases) {
    it(`take ${size} bytes at 0x${address.toString(16)} to ${expected === null ? "nowhere" : `0x${expected.toString(16)}`}`, () => {
      expect(translated(new AddressRange(address, size), rows)).to.deep.equal(expected === null ? null : new AddressRange(expected, size));
    });
  }
});
