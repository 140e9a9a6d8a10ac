// Which virtio devices there are. A board has windows for them, each with an interrupt; the device
// tree says where. Most are empty. What is found is listed, and a service claims what it wants: so
// an image holds only the drivers that it uses.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  VIRTIO_MAGIC, VIRTIO_MMIO, VIRTIO_VERSION,
} from "../../../formats/devices/virtio-mmio";
import { virtualOf } from "../../memory/layout";
import { load32 } from "../../metal/memory";
import { plus } from "../../metal/word";
import { log } from "../../runtime/console";
import type { Trigger } from "../interrupt-controller";
import { VirtioDevice } from "./mmio";

let devices: VirtioDevice[] = [];
let isHowSaid = false;

export function virtioDevices(): readonly VirtioDevice[] {
  return devices;
}

export function forgetVirtioDevices(): void {
  devices = [];
  isHowSaid = false;
}

/** Looks into the window at this physical address: whether a device is in it, now listed. */
export function probeVirtio(
  physical: number, interrupt: number, trigger: Trigger = "edge",
): boolean {
  const base = virtualOf(physical);
  const magic = load32(plus(base, BigInt(VIRTIO_MMIO.MagicValue.offset)));
  if (magic !== VIRTIO_MAGIC) {
    log(`no virtio device at 0x${physical.toString(16)}: its magic is 0x${magic.toString(16)}`);
    return false;
  }
  const id = load32(plus(base, BigInt(VIRTIO_MMIO.DeviceID.offset)));
  if (id === VIRTIO_DEVICE.NONE) return false;
  const version = load32(plus(base, BigInt(VIRTIO_MMIO.Version.offset)));
  if (version !== VIRTIO_VERSION) {
    log(`virtio at 0x${physical.toString(16)} is version ${version}, and only version 2 is driven`);
    sayHow();
    return false;
  }
  devices.push(new VirtioDevice(base, interrupt, trigger));
  return true;
}

/** Version 1, which came before the standard, is what QEMU has unless it is told; said once. */
function sayHow(): void {
  if (!isHowSaid) log("virtio: start QEMU with -global virtio-mmio.force-legacy=false");
  isHowSaid = true;
}

/** The first such device (VIRTIO_DEVICE) that nobody has claimed; or null. */
export function claimVirtio(id: number): VirtioDevice | null {
  for (const device of devices) {
    if (device.id === id && !device.isClaimed && !device.isGivenUp) {
      device.isClaimed = true;
      return device;
    }
  }
  return null;
}
