// The PL031 real-time clock ("PrimeCell Real Time Clock (PL031) Technical Reference Manual", Arm
// DDI 0224) and the time of day. The device counts seconds; what is between two of them, and how
// the time goes on, is the counter's. (IncludeOS's port answers 0 to who asks for the time.)

import { PL031 } from "../../formats/devices/pl031";
import { deviceTree } from "../device-tree/flattened-tree";
import { compatibleNode } from "../device-tree/lookup";
import { rangeBegin } from "../device-tree/values";
import { UPPER_HALF } from "../memory/layout";
import { load32 } from "../metal/memory";
import { minus, plus, times } from "../metal/word";
import { counter, counterFrequency } from "./generic-timer";

const NANOSECONDS = 1_000_000_000n;

/** Seconds since 1970 when the counter was at `bootCount`. */
let bootSeconds = 0n;
let bootCount = 0n;
let isThere = false;

/** Reads the device; whether there is one. Without it the time begins in 1970. */
export function startClock(): boolean {
  const node = compatibleNode(deviceTree, "arm,pl031", 0n);
  isThere = node !== 0n;
  bootCount = counter();
  bootSeconds = 0n;
  if (isThere) {
    const registers = plus(UPPER_HALF, rangeBegin(deviceTree, node, 0));
    bootSeconds = BigInt(load32(plus(registers, BigInt(PL031.RTCDR.offset))));
  }
  return isThere;
}

export function hasClock(): boolean {
  return isThere;
}

/** Since 1970, in seconds. */
export function secondsNow(): number {
  return Number(plus(bootSeconds, minus(counter(), bootCount) / counterFrequency()));
}

/** The same, in nanoseconds: of the second's fraction, what the counter can tell. */
export function nanosecondsNow(): bigint {
  const frequency = counterFrequency();
  const ticks = minus(counter(), bootCount);
  const seconds = plus(bootSeconds, ticks / frequency);
  const fraction = times(ticks % frequency, NANOSECONDS) / frequency;
  return plus(times(seconds, NANOSECONDS), fraction);
}
