// `devices`: the nodes of the device tree that are compatible with something, and who drives them.
// In a window for a virtio device, what is in it; those that are empty are only counted.

import { deviceTree } from "../../device-tree/flattened-tree";
import { listsText, rangeBegin } from "../../device-tree/values";
import type { VirtioDevice } from "../../drivers/virtio/mmio";
import { virtioDevices } from "../../drivers/virtio/probe";
import { virtualOf } from "../../memory/layout";
import { left } from "./columns";
import { firstText, nodeName } from "./device-names";

const NAME = 23;

const DRIVERS: readonly (readonly [compatible: string, driver: string])[] = [
  ["arm,pl011",          "pl011"],
  ["arm,pl031",          "pl031"],
  ["arm,cortex-a15-gic", "gic-v2"],
  ["arm,gic-v3",         "gic-v3"],
  ["arm,armv8-timer",    "generic-timer"],
  ["arm,psci-0.2",       "psci"],
];

export function printDevices(): void {
  let empty = 0;
  // The root is compatible too, with the board.
  let node = deviceTree.following(deviceTree.root);
  for (; node !== 0n; node = deviceTree.following(node)) {
    const compatible = deviceTree.property(node, "compatible");
    if (compatible === 0n) continue;
    if (!listsText(compatible, "virtio,mmio")) {
      printDevice(node, driverOf(compatible));
      continue;
    }
    const device = virtioAt(node);
    if (device === null) empty++;
    else printDevice(node, stateOf(device));
  }
  console.log(`and ${empty} virtio windows with nothing in them`);
}

function printDevice(node: bigint, driver: string): void {
  console.log(`${left(nodeName(node), NAME)}${driver}`);
}

function driverOf(compatible: bigint): string {
  for (const [text, driver] of DRIVERS) if (listsText(compatible, text)) return driver;
  return `none (${firstText(compatible)})`;
}

function virtioAt(node: bigint): VirtioDevice | null {
  const base = virtualOf(Number(rangeBegin(deviceTree, node, 0)));
  for (const device of virtioDevices()) if (device.base === base) return device;
  return null;
}

/** What it is, and whether a driver has it. */
function stateOf(device: VirtioDevice): string {
  const name = device.name.slice(0, device.name.indexOf(" at "));
  if (device.isGivenUp) return `${name}: given up`;
  return device.isClaimed ? name : `none (${name})`;
}
