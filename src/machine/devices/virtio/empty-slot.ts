// A place for a virtio device with none in it: all that a driver finds out is that there is
// nothing to drive. (The specification would have the whole row of registers there. A board with
// thirty-two places has thirty-two drivers asking; DeviceID 0 is how to answer them.)

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  VIRTIO_MAGIC, VIRTIO_MMIO, VIRTIO_VENDOR, VIRTIO_VERSION,
} from "../../../formats/devices/virtio-mmio";
import type { Device } from "../device";

export class EmptySlot implements Device {
  static readonly #WORDS: Readonly<Record<number, number>> = {
    [VIRTIO_MMIO.MagicValue.offset]: VIRTIO_MAGIC,
    [VIRTIO_MMIO.Version.offset]: VIRTIO_VERSION,
    [VIRTIO_MMIO.DeviceID.offset]: VIRTIO_DEVICE.NONE,
    [VIRTIO_MMIO.VendorID.offset]: VIRTIO_VENDOR,
  };

  read(offset: number, bytes: number): bigint {
    if (bytes === 8) return this.read(offset, 4) | (this.read(offset + 4, 4) << 32n);
    return BigInt.asUintN(8 * bytes, BigInt(EmptySlot.#WORDS[offset] ?? 0));
  }

  write(): boolean {
    return true;
  }
}
