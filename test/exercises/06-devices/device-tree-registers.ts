import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["believes that an address has two cells",       `cellsIn(bus, "#address-cells", 2)`,                "2"],
    ["believes that a size has two cells",           `cellsIn(bus, "#size-cells", 1)`,                   "2"],
    ["has 1 cell for an address where nothing is said", `"#address-cells", 2`,                           `"#address-cells", 1`],
    ["has 2 cells for a size where nothing is said", `"#size-cells", 1`,                                 `"#size-cells", 2`],
    ["asks the device how wide its own addresses are", "[addressCells(above), sizeCells(above)]",        "[addressCells(device!), sizeCells(device!)]"],
    ["swaps address and size",                       "address: address!, size: size!",                   "address: size!, size: address!"],
    ["has the low cell first",                       "numberIn(value.subarray(at - 4 * count, at))",
      "(numberIn(value.subarray(at - 4, at)) << (count === 2 ? 32n : 0n)) | (count === 2 ? numberIn(value.subarray(at - 8, at - 4)) : 0n)"],
    ["does not go up",                               "way.length - 2; i > 0",                            "way.length - 2; i > 99"],
    ["stops one level early",                        "i > 0; i--",                                       "i > 1; i--"],
    ["takes a missing ranges for an empty one",      "if (value === undefined || ranges === undefined) return null;", "if (ranges === undefined) return null;\n    if (value === undefined) continue;"],
    ["takes an empty ranges for a missing one",      "if (value.length === 0) continue;",                "if (value.length === 0) return null;"],
    ["reads the second address with the bus's own cells", "addressCells(way[i - 1]!), sizeCells(bus)",   "addressCells(bus), sizeCells(bus)"],
    ["forgets the offset in the window",             "address - window[0]! + window[1]!",                "window[1]!"],
    ["adds without taking away",                     "address - window[0]! + window[1]!",                "address + window[1]!"],
    ["looks at the address alone",                   "address + size <= child! + length!",               "address < child! + length!"],
    ["takes the first window, whichever it is",      "windows.find(([child, , length]) => address >= child! && address + size <= child! + length!)", "windows[0]"],
    ["does not believe that a window has a first byte", "address >= child!",                           "address > child!"],
    ["takes half a row of reg for none",             "if (value === undefined || ranges === undefined) return null;", "if (value === undefined) return null;\n    ranges ??= [];"],
    ["leaves out what has no address",               "if (window === undefined) return null;",           "if (window === undefined) continue;"],
    ["rounds a value that is no whole rows",         " || value.length % stride !== 0",                  ""],
    ["takes three cells",                            "count > 2",                                        "count > 3"],
    ["has an answer for the root",                   "const above = way.at(-2);",                        "const above = way.at(-2) ?? way[0];"],
  ],
  right: {
    "from above, one bus after the other": `
      import type { DeviceTreeReading } from "../../src/formats/device-tree/parts";
      type Way = Parameters<DeviceTreeReading["physicalRangesOf"]>[0];
      type Range = { readonly address: bigint; readonly size: bigint };
      function words(way: Way, i: number, name: string): number[] | null | undefined {
        const value = way[i]?.properties.find((p) => p.name === name)?.value;
        if (value === undefined) return undefined;
        if (value.length % 4 !== 0) return null;
        const view = new DataView(value.buffer, value.byteOffset, value.length);
        return Array.from({ length: value.length / 4 }, (_, k) => view.getUint32(4 * k));
      }
      const take = (cells: number[], count: number): bigint => cells.splice(0, count).reduce((sum, cell) => sum * 0x1_0000_0000n + BigInt(cell), 0n);
      export const physicalRangesOf: DeviceTreeReading["physicalRangesOf"] = (way) => {
        const counts = way.map((_, i) => [words(way, i, "#address-cells")?.[0] ?? 2, words(way, i, "#size-cells")?.[0] ?? 1] as const);
        const last = way.length - 1;
        const reg = words(way, last, "reg");
        if (last < 1 || !reg) return null;
        const rows = (cells: number[], ...each: number[]): bigint[][] | null => {
          const width = each.reduce((a, b) => a + b, 0);
          if (each.some((n) => n > 2) || width === 0 || cells.length % width !== 0) return null;
          const found: bigint[][] = [];
          while (cells.length > 0) found.push(each.map((n) => take(cells, n)));
          return found;
        };
        const up = (range: Range, i: number): Range | null => {
          if (i === 0) return range;
          const cells = words(way, i, "ranges");
          if (!cells) return null;
          if (cells.length === 0) return up(range, i - 1);
          for (const [from, to, room] of rows(cells, counts[i]![0], counts[i - 1]![0], counts[i]![1]) ?? []) {
            const offset = range.address - from!;
            if (offset >= 0n && offset + range.size <= room!) return up({ address: BigInt.asUintN(64, to! + offset), size: range.size }, i - 1);
          }
          return null;
        };
        const found = rows(reg, ...counts[last - 1]!)?.map(([address, size]) => up({ address: address!, size: size! }, last - 1));
        if (found === undefined || found.includes(null)) return null;
        const damaged = way.slice(1, last).some((_, k) => {
          const cells = words(way, k + 1, "ranges");
          return !cells || (cells.length > 0 && rows(cells, counts[k + 1]![0], counts[k]![0], counts[k + 1]![1]) === null);
        });
        return damaged ? null : (found as Range[]);
      };`,
  },
};
