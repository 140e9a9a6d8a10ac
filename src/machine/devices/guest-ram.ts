// Direct memory access: how a device reads and writes RAM without the CPU. It goes past the MMU, by
// physical address, and through the same door as every store, so that decoded code, snapshots and
// exclusive monitors hear of it.

import type { PhysicalMemory } from "../cpu/physical-memory";
import type { GuestMemory } from "./device";

export class GuestRam implements GuestMemory {
  readonly #physical: PhysicalMemory;

  constructor(physical: PhysicalMemory) {
    this.#physical = physical;
  }

  bytes(address: bigint, length: number): Uint8Array | undefined {
    const offset = this.#offsetOf(address, length);
    if (offset === undefined) return undefined;
    return this.#physical.bytes.subarray(offset, offset + length);
  }

  write(address: bigint, bytes: Uint8Array): boolean {
    if (this.#offsetOf(address, bytes.length) === undefined) return false;
    this.#physical.write(Number(address), bytes);
    return true;
  }

  /** Where `length` bytes from `address` on are in RAM, if all of them are. */
  #offsetOf(address: bigint, length: number): number | undefined {
    const { base, size } = this.#physical;
    const offset = address - BigInt(base);
    if (offset < 0n || offset + BigInt(length) > BigInt(size)) return undefined;
    return Number(offset);
  }
}
