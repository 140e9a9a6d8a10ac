// Bytes that a device reads and writes itself. It knows them by their physical address, and nothing
// stands between it and RAM: no MMU, and no collector that it would have to ask.
//
// 1. Objects never move. So a buffer is pinned as long as somebody refers to it: whoever hands its
//    address to a device holds the array until the device has given it back (Virtqueue does).
// 2. The heap lies in the upper half, where physical memory stands as it is: what is contiguous
//    here is contiguous to the device.

import { physicalOf } from "../../memory/layout";
import { dataAddress } from "../../runtime/data-address";

/** Where a device finds a byte that the kernel finds at `virtual`: in the heap. */
export function deviceAddress(virtual: bigint): bigint {
  return BigInt(physicalOf(virtual));
}

/** Where a device finds the first of the bytes. */
export function deviceAddressOf(bytes: Uint8Array): bigint {
  return deviceAddress(dataAddress(bytes));
}
