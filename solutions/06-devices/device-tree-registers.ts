import type { DeviceTreeReading } from "../../src/formats/device-tree/parts";

/**
 * Where the registers of a device are for the CPU: { address, size } of each, in order. `way` is the nodes from the root
 * to the device, both included; a node is { name, properties, children }, a property is { name, value }, and `value` is
 * bytes, cells of 32 bits each, big-endian.
 *
 * The device's `reg` is rows of an address and a size, of as many cells as the node above it says in #address-cells and
 * #size-cells. 0, 1 or 2 of either; with 0 the number is 0. A node that does not say has 2 and 1.
 *
 * A bus on the way, that is every node but the first and the last, says in `ranges` where its addresses are one level up.
 * Rows again: an address of this bus (as many cells as its own #address-cells), one of the bus above (as many as that
 * one's), and a length (its own #size-cells). What lies in one row, whole, is moved by it. An empty `ranges` changes
 * nothing. Without `ranges`, what is on the bus has no address for the CPU.
 *
 * The answer is null if there is no `reg` or no node above; if something on the way has no address one level up; and if
 * a value is not whole rows, or would be of more than 2 cells, or its rows of none.
 */
export const physicalRangesOf: DeviceTreeReading["physicalRangesOf"] = (way) => {
  const device = way.at(-1);
  const above = way.at(-2);
  const reg = device && valueOf(device, "reg");
  if (above === undefined || reg === undefined) return null;

  let ranges = rowsOf(reg, [addressCells(above), sizeCells(above)])?.map(([address, size]) => ({ address: address!, size: size! }));
  for (let i = way.length - 2; i > 0; i--) {
    const bus = way[i]!;
    const value = valueOf(bus, "ranges");
    if (value === undefined || ranges === undefined) return null;
    if (value.length === 0) continue;
    const windows = rowsOf(value, [addressCells(bus), addressCells(way[i - 1]!), sizeCells(bus)]);
    if (windows === undefined) return null;
    const moved = [];
    for (const { address, size } of ranges) {
      const window = windows.find(([child, , length]) => address >= child! && address + size <= child! + length!);
      if (window === undefined) return null;
      moved.push({ address: BigInt.asUintN(64, address - window[0]! + window[1]!), size });
    }
    ranges = moved;
  }
  return ranges ?? null;
};

type Node = Parameters<DeviceTreeReading["physicalRangesOf"]>[0][number];

const valueOf = (node: Node, name: string): Uint8Array | undefined => node.properties.find((property) => property.name === name)?.value;

const addressCells = (bus: Node): number => cellsIn(bus, "#address-cells", 2);
const sizeCells = (bus: Node): number => cellsIn(bus, "#size-cells", 1);

function cellsIn(bus: Node, name: string, otherwise: number): number {
  const value = valueOf(bus, name);
  return value?.length === 4 ? Number(numberIn(value)) : otherwise;
}

/** Rows of numbers that take `cells` each; undefined, if they cannot be. */
function rowsOf(value: Uint8Array, cells: readonly number[]): bigint[][] | undefined {
  const stride = 4 * cells.reduce((sum, count) => sum + count, 0);
  if (cells.some((count) => count > 2) || stride === 0 || value.length % stride !== 0) return undefined;
  const rows: bigint[][] = [];
  for (let at = 0; at < value.length; ) {
    rows.push(cells.map((count) => {
      at += 4 * count;
      return numberIn(value.subarray(at - 4 * count, at));
    }));
  }
  return rows;
}

function numberIn(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}
