// What the kernel's OS::start does about virtio, on a board under Node; and what a driver writes there.

import type { Twin } from "../../../../src/host/board-metal/with-board";
import type { Device } from "../../../../src/machine/devices/device";
import { forgetVirtioDevices, probeVirtio } from "../../../../src/unikernel/drivers/virtio/probe";

/** Lists the devices of this board and of no other: how many have been found. */
export function probeSlots(twin: Twin): number {
  forgetVirtioDevices();
  return twin.slots.filter(({ physical, interrupt }) => probeVirtio(physical, interrupt)).length;
}

export type RegisterWrite = readonly [offset: number, value: number];

/** From now on, what is written to a device's registers. */
export function writesTo({ board }: Twin, device: Device): readonly RegisterWrite[] {
  const writes: RegisterWrite[] = [];
  board.bus.listener = ({ mapping, offset, write, value }) => {
    if (write && mapping.device === device) writes.push([offset, Number(value)]);
  };
  return writes;
}
