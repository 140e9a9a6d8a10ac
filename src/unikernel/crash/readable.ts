// Whether there is memory at an address, without touching it: the processor translates it, and says
// in PAR_EL1 what came of that (Arm ARM, "PAR_EL1").
//
//    63  56                                    0
//   +------+----------------------------------+---+
//   | ATTR |    F = 0: address, shareability    | F |   F = 1: no translation
//   +------+----------------------------------+---+

import { instructionSynchronizationBarrier } from "../metal/machine";
import { readSystemRegister } from "../metal/system-register";
import { translateForLoad } from "../metal/translation";

/** The kernel may read there: memory or a device. @noalloc */
export function isMapped(address: bigint): boolean {
  return (answerFor(address) & 1n) === 0n;
}

/** It is memory, so that to read there has no effect. @noalloc */
export function isMemory(address: bigint): boolean {
  const answer = answerFor(address);
  // ATTR is 0b0000dd00 of a device.
  return (answer & 1n) === 0n && answer >> 60n !== 0n;
}

function answerFor(address: bigint): bigint {
  translateForLoad(address);
  instructionSynchronizationBarrier();
  return readSystemRegister("PAR_EL1");
}
