// A device's registers, 32 bits wide, at a virtual address. src/formats/devices says at which
// offsets.

import { load32, store32 } from "../metal/memory";
import { plus } from "../metal/word";

/** @noalloc */
export function readRegister(base: bigint, offset: number): number {
  return load32(plus(base, BigInt(offset)));
}

/** @noalloc */
export function writeRegister(base: bigint, offset: number, value: number): void {
  store32(plus(base, BigInt(offset)), value);
}

/** The same in `count` registers, one behind the other. @noalloc */
export function fillRegisters(base: bigint, offset: number, count: number, value: number): void {
  for (let i = 0; i < count; i++) writeRegister(base, offset + 4 * i, value);
}
