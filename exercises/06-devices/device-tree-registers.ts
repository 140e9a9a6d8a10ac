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
  throw new Error(`Return a list of { address, size }, or null, for the way ${way.map(({ name }) => name).join("/")}.`);
};
