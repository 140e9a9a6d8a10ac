// Memory as a debugger reads and writes it: through the CPU's translation, but without faults,
// without watches, and only where there is RAM, since reading a device is not looking at it.

import type { VirtAddr } from "../../../base/word";
import type { Cpu } from "../cpu";

/** The bytes from `address` on; undefined where there is no RAM. */
export function peek(
  { memory, physical }: Cpu, address: VirtAddr, length: number,
): (number | undefined)[] {
  return Array.from({ length }, (_, i) => physical.bytes[memory.offsetOf(addressAt(address, i))]);
}

/** Writes bytes where there is RAM. */
export function poke({ memory, physical }: Cpu, address: VirtAddr, bytes: Uint8Array): void {
  bytes.forEach((byte, i) => {
    const offset = memory.offsetOf(addressAt(address, i));
    if (offset >= 0) physical.write(physical.base + offset, Uint8Array.of(byte));
  });
}

const addressAt = (address: VirtAddr, i: number): VirtAddr =>
  BigInt.asUintN(64, address + BigInt(i));
