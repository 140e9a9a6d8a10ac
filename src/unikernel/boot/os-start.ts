// OS::start: the interrupt controller, the timer, the clock and the list of virtio devices, each
// found in the device tree by what it is compatible with.

import { compatibleNode } from "../device-tree/lookup";
import { deviceTree } from "../device-tree/flattened-tree";
import { interruptOf, rangeBegin, triggerOf } from "../device-tree/values";
import { VIRTUAL_TIMER } from "../drivers/generic-timer";
import { GicV2 } from "../drivers/gic-v2";
import { GicV3 } from "../drivers/gic-v3";
import { startClock } from "../drivers/pl031";
import { probeVirtio } from "../drivers/virtio/probe";
import { startInterrupts } from "../events/interrupts";
import { startTimers } from "../events/timers";
import { virtualOf } from "../memory/layout";
import { refuseToBoot } from "./refuse-to-boot";

export function startDrivers(): void {
  startController();
  startTimer();
  startClock();
  probeDevices();
}

function startController(): void {
  const v2 = compatibleNode(deviceTree, "arm,cortex-a15-gic", 0n);
  if (v2 !== 0n) return startInterrupts(new GicV2(registers(v2, 0), registers(v2, 1)));
  const v3 = compatibleNode(deviceTree, "arm,gic-v3", 0n);
  if (v3 !== 0n) return startInterrupts(new GicV3(registers(v3, 0), registers(v3, 1)));
  refuseToBoot("the device tree", " has no interrupt controller that this kernel knows");
}

function startTimer(): void {
  const timer = compatibleNode(deviceTree, "arm,armv8-timer", 0n);
  const id = timer === 0n ? -1 : interruptOf(deviceTree, timer, VIRTUAL_TIMER);
  if (id < 0) refuseToBoot("the device tree", " has no timer");
  startTimers(id, triggerOf(deviceTree, timer, VIRTUAL_TIMER));
}

function probeDevices(): void {
  let node = compatibleNode(deviceTree, "virtio,mmio", 0n);
  while (node !== 0n) {
    const interrupt = interruptOf(deviceTree, node, 0);
    const trigger = triggerOf(deviceTree, node, 0);
    probeVirtio(Number(rangeBegin(deviceTree, node, 0)), interrupt, trigger);
    node = compatibleNode(deviceTree, "virtio,mmio", node);
  }
}

function registers(node: bigint, index: number): bigint {
  const begin = rangeBegin(deviceTree, node, index);
  if (begin === 0n) refuseToBoot("the device tree", " does not say where the controller is");
  return virtualOf(Number(begin));
}
