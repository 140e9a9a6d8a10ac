// `interrupts`: those that somebody handles, or that have come.

import { LAST } from "../../drivers/interrupt-controller";
import {
  interruptCount, isHandled, isInterruptEnabled, spuriousInterrupts, unexpectedInterrupts,
} from "../../events/interrupts";
import { left, right } from "./columns";
import { nodeName, nodeOfInterrupt } from "./device-names";

const ID = 4;
const NAME = 24;
const COUNT = 8;

export function printInterrupts(): void {
  printRow("id", "device", "count", "enabled");
  for (let id = 0; id <= LAST; id++) {
    const count = interruptCount(id);
    if (!isHandled(id) && count === 0) continue;
    printRow(String(id), deviceOf(id), String(count), isInterruptEnabled(id) ? "yes" : "no");
  }
  console.log(`spurious ${spuriousInterrupts()}, unexpected ${unexpectedInterrupts()}`);
}

function deviceOf(id: number): string {
  const node = nodeOfInterrupt(id);
  return node === 0n ? "?" : nodeName(node);
}

function printRow(id: string, device: string, count: string, enabled: string): void {
  console.log(`${right(id, ID)} ${left(device, NAME)}${right(count, COUNT)} ${enabled}`);
}
