import { physicalRangesOf as ours } from "../../../formats/device-tree/lookup";
import type { DeviceTreeNode } from "../../../formats/device-tree/node";
import type { DeviceTreeReading } from "../../../formats/device-tree/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { rangesText, wayText } from "./device-tree-text";
import { node } from "./device-trees";

type PhysicalRangesOf = DeviceTreeReading["physicalRangesOf"];
type Way = readonly DeviceTreeNode[];

const range = (address: bigint, size: bigint): { readonly address: bigint; readonly size: bigint } => ({ address, size });
const cellCounts = (address: number, size: number): Record<string, readonly number[]> => ({ "#address-cells": [address], "#size-cells": [size] });

const root22 = node("", cellCounts(2, 2));
const root11 = node("", cellCounts(1, 1));
const soc = node("soc", { ...cellCounts(1, 1), ranges: [0x0, 0xe000_0000, 0x10_0000] });

/** Devicetree Specification 0.4, 2.3.6 and 2.3.8; and what QEMU 7.2 says of its `virt` board. */
const KNOWN: readonly Case<PhysicalRangesOf>[] = [
  { args: [[root22, node("pl011@9000000", { reg: [0, 0x900_0000, 0, 0x1000] })]], want: [range(0x900_0000n, 0x1000n)], why: "the console of QEMU's board" },
  { args: [[root22, node("intc@8000000", { reg: [0, 0x800_0000, 0, 0x1_0000, 0, 0x801_0000, 0, 0x1_0000] })]],
    want: [range(0x800_0000n, 0x1_0000n), range(0x801_0000n, 0x1_0000n)], why: "two ranges: the interrupt controller of QEMU's board" },
  { args: [[root11, soc, node("serial@4600", { reg: [0x4600, 0x100] })]], want: [range(0xe000_4600n, 0x100n)], why: "the specification's example of ranges" },
  { args: [[root22, node("platform-bus@c000000", { ...cellCounts(1, 1), ranges: [0, 0, 0xc00_0000, 0x200_0000] }), node("x", { reg: [0x1000, 4] })]],
    want: [range(0xc00_1000n, 4n)], why: "a bus of QEMU's board: one cell on it, two above" },
];

const sensor = node("sensor@48", { reg: [0x48] });
const i2c = (ranges: Record<string, readonly number[]>): DeviceTreeNode => node("i2c", { ...cellCounts(1, 0), ...ranges });
const silent = (values: Record<string, readonly number[] | Uint8Array> = {}): DeviceTreeNode => node("bus", values);

const TELLING: readonly Case<PhysicalRangesOf>[] = [
  { args: [[root22, node("x")]],                                              want: null,                    why: "no reg" },
  { args: [[node("", { ...cellCounts(1, 1), reg: [1, 2] })]],                 want: null,                    why: "the root: no node above" },
  { args: [[root22, node("x", { reg: [] })]],                                 want: [],                      why: "a reg of no rows" },
  { args: [[root22, node("x", { reg: [1, 2, 3] })]],                          want: null,                    why: "three cells of four" },
  { args: [[root11, node("x", { reg: new Uint8Array(9) })]],                  want: null,                    why: "two cells, and a byte" },
  { args: [[root22, node("x", { reg: [0x12, 0x3456_789a, 1, 0] })]],          want: [range(0x12_3456_789an, 0x1_0000_0000n)], why: "above 4 GiB, the high cell first" },
  { args: [[silent(), node("x", { reg: [1, 2, 3] })]],                        want: [range(0x1_0000_0002n, 3n)], why: "a node that does not say has 2 and 1 cells" },
  { args: [[node("", cellCounts(1, 0)), node("cpu@3", { reg: [3] })]],        want: [range(3n, 0n)],         why: "a CPU has a number, and no size" },
  { args: [[node("", cellCounts(0, 0)), node("x", { reg: [] })]],             want: null,                    why: "rows of nothing" },
  { args: [[node("", cellCounts(3, 2)), node("x", { reg: [1, 2, 3, 4, 5] })]], want: null,                   why: "three cells are more than a number has" },
  { args: [[root22, node("x", { reg: [0, 1, 0, 1], ...cellCounts(1, 1) })]],  want: [range(1n, 1n)],         why: "what the device itself says is for its children" },
  { args: [[root22, i2c({}), sensor]],                                        want: null,                    why: "no ranges: the bus is no part of the CPU's addresses" },
  { args: [[root22, i2c({ ranges: [] }), sensor]],                            want: [range(0x48n, 0n)],      why: "empty ranges: nothing changes" },
  { args: [[root11, node("soc", { ...cellCounts(1, 1), ranges: [] }), soc, node("x", { reg: [0x10, 1] })]],
    want: [range(0xe000_0010n, 1n)], why: "two buses, of which one changes nothing" },
  { args: [[root11, soc, node("x", { reg: [0, 1] })]],                        want: [range(0xe000_0000n, 1n)], why: "the first byte of a row" },
  { args: [[root11, soc, node("x", { reg: [0x10] })]],                        want: null,                    why: "half a row of reg, behind a bus" },
  { args: [[root11, soc, node("x", { reg: [0xf_ffff, 1] })]],                 want: [range(0xe00f_ffffn, 1n)], why: "the last byte of a row" },
  { args: [[root11, soc, node("x", { reg: [0xf_ffff, 2] })]],                 want: null,                    why: "half in a row, half out" },
  { args: [[root11, soc, node("x", { reg: [0x10_0000, 1] })]],                want: null,                    why: "behind the row" },
  { args: [[root11, soc, node("x", { reg: [0x10, 1, 0x20_0000, 1] })]],       want: null,                    why: "one of two has no address" },
  { args: [[root11, node("b", { ...cellCounts(1, 1), ranges: [0x100, 0x9000, 0x100, 0x200, 0x5000, 0x100] }), node("x", { reg: [0x208, 8, 0x108, 8] })]],
    want: [range(0x5008n, 8n), range(0x9008n, 8n)], why: "two rows, and the offset within them" },
  { args: [[root11, node("b", { ...cellCounts(1, 1), ranges: [0, 1] }), node("x", { reg: [0, 1] })]], want: null, why: "ranges of two cells of three" },
  { args: [[root11, node("b", { ...cellCounts(1, 1), ranges: [0, 0, 0x1000] }), node("c", { ...cellCounts(1, 1), ranges: [0, 0x2000, 0x100] }), node("x", { reg: [0, 1] })]],
    want: null, why: "one level up, and no further" },
  { args: [[root22, silent({ ranges: [0, 0x10, 0, 0x8000_0000, 0x10] }), node("x", { reg: [0, 0x18, 4] })]],
    want: [range(0x8000_0008n, 4n)], why: "a bus that does not say: 2 cells on it, 2 above, 1 of size" },
];

function drawWay(draw: Draw): Way {
  const count = draw.pick([0, 0, 1, 1, 2]);
  const counts = Array.from({ length: count + 1 }, () => [draw.between(1, 2), draw.pick([0, 1, 1, 2])] as const);
  const words = (cells: number, low: number): number[] => (cells === 0 ? [] : cells === 1 ? [low] : [0, low]);
  const buses = counts.map(([address, size], i): DeviceTreeNode => {
    const above = counts[i - 1];
    const row = (): number[] => [...words(address, draw.below(4) * 0x100), ...words(above?.[0] ?? 0, draw.bits(28) << 4 >>> 0), ...words(size, 0x200)];
    const ranges = draw.pick(["row", "row", "rows", "rows", "empty", "none", "short"]);
    const values = { row: row(), rows: [...row(), ...row()], empty: [], none: undefined, short: row().slice(1) }[ranges];
    return node(i === 0 ? "" : `bus@${i}`, { ...cellCounts(address, size), ...(i > 0 && values !== undefined && { ranges: values }) });
  });
  const [address, size] = counts.at(-1)!;
  const reg = draw.times(draw.between(1, 2), () => [...words(address, draw.below(0x400)), ...words(size, draw.below(0x40))]).flat();
  return [...buses, node("device", { reg })];
}

export const deviceTreeRegisters: Trial<PhysicalRangesOf> = {
  show: {
    call: (way) => `physicalRangesOf(${wayText(way)})`,
    answer: (answer) => rangesText(answer),
  },
  properties: [
    { title: "finds what the specification and QEMU put there", cases: () => KNOWN },
    { title: "counts cells, goes through buses, and knows when there is no way", cases: () => TELLING },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<PhysicalRangesOf> => {
        const way = drawWay(draw);
        return { args: [way], want: ours(way)?.map(({ address, size }) => range(address, size)) ?? null };
      }),
    },
  ],
};
