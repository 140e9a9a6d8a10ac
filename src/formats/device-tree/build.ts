// From a tree to the blob that a kernel is handed.

import { writeDoubleWord } from "./big-endian";
import { blocksOf, concatenated } from "./blocks-of";
import { Header, HEADER_SIZE, RESERVATION_SIZE, writeHeader } from "./header";
import type { DeviceTree, Reservation } from "./node";
import type { DeviceTreeParts } from "./parts";

export const STANDARD_DEVICE_TREE_PARTS: DeviceTreeParts = { blocksOf };

/** The blob of `tree`, version 17. */
export function buildDeviceTree(
  tree: DeviceTree, parts: DeviceTreeParts = STANDARD_DEVICE_TREE_PARTS,
): Uint8Array {
  const reservations = reservationBlock(tree.reservations);
  const { structure, strings } = parts.blocksOf(tree.root);
  const structureAt = HEADER_SIZE + reservations.length;
  const stringsAt = structureAt + structure.length;
  const header = new Uint8Array(HEADER_SIZE);
  writeHeader(header, new Header(
    stringsAt + strings.length, structureAt, stringsAt, HEADER_SIZE, tree.bootCpu,
    strings.length, structure.length,
  ));
  return concatenated([header, reservations, structure, strings]);
}

/** The reservations, and the entry of zeros behind the last. */
function reservationBlock(reservations: readonly Reservation[]): Uint8Array {
  const bytes = new Uint8Array(RESERVATION_SIZE * (reservations.length + 1));
  reservations.forEach(({ address, size }, i) => {
    writeDoubleWord(bytes, RESERVATION_SIZE * i, address);
    writeDoubleWord(bytes, RESERVATION_SIZE * i + 8, size);
  });
  return bytes;
}
