// __init_serial1: the console, as soon as there can be one. Where the UART is, the device tree
// says; without one, it is where QEMU's board and ours have it, so that somebody can say so. Where
// there is no UART after all, nobody can: the machine powers off without a word.

import { compatibleNode } from "../device-tree/lookup";
import { deviceTree } from "../device-tree/flattened-tree";
import { rangeBegin } from "../device-tree/values";
import { initializeSerial } from "../drivers/pl011";
import { UPPER_HALF } from "../memory/layout";
import { plus } from "../metal/word";
import { powerOff } from "../runtime/power";
import { isAsked } from "./bootargs";
import { beVerbose } from "./boot-log";

const BOARDS_UART = 0x0900_0000n;
/** What is mapped so early: a GiB of devices. */
const MAPPED = 0x4000_0000n;

/** @noalloc */
export function __init_serial1(): void {
  const node = compatibleNode(deviceTree, "arm,pl011", 0n);
  const found = node === 0n ? 0n : rangeBegin(deviceTree, node, 0);
  const uart = found === 0n || found >= MAPPED ? BOARDS_UART : found;
  if (!initializeSerial(plus(UPPER_HALF, uart))) powerOff();
  if (isAsked("bootlog=verbose")) beVerbose();
}
