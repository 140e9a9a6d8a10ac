/** Translation tables in memory, as a kernel writes them: one descriptor after the other, a new table where one is missing. */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import { decodeDescriptor } from "../../../machine/mmu/descriptor";
import { tableIndex } from "../../../machine/mmu/granule";
import type { VaRange } from "../../../machine/mmu/regime";
import type { ReadDescriptor } from "../../../machine/mmu/walk";

/** Where RAM begins and ends in the figures' machines: behind it nothing answers. */
export const ramStart: PhysAddr = 0x4000_0000;
export const ramEnd: PhysAddr = 0x8000_0000;

/** What was written, by physical address; the rest of RAM is zero. */
export type TableMemory = ReadonlyMap<PhysAddr, bigint>;

export const readerOf = (memory: TableMemory): ReadDescriptor => (address) =>
  address >= ramStart && address < ramEnd ? memory.get(address) ?? 0n : undefined;

/** A copy with another descriptor at `address`. */
export const withDescriptor = (memory: TableMemory, address: PhysAddr, bits: bigint): TableMemory => new Map(memory).set(address, bits);

const tableType = 0b11n;

export class TableWriter {
  readonly memory = new Map<PhysAddr, bigint>();
  #free: PhysAddr;

  /** New tables are taken from `free` on. */
  constructor(free: PhysAddr) {
    this.#free = free;
  }

  /**
   * Puts `leaf` where the walk of `va` comes to at `level`. Tables on the way that are missing are made, and
   * `limits` stands in the descriptor that leads to the first of them.
   */
  map(range: VaRange, va: VirtAddr, level: number, leaf: bigint, limits = 0n): void {
    const { granule, inputBits, startLevel } = range;
    let { table } = range;
    for (let at = startLevel; at < level; at++) {
      const address = table + 8 * tableIndex(va, at, granule, inputBits);
      const known = decodeDescriptor(this.memory.get(address) ?? 0n, at, granule);
      table = known.kind === "table" ? known.address : this.#newTable(address, 2 ** granule, at === startLevel ? limits : 0n);
    }
    this.memory.set(table + 8 * tableIndex(va, level, granule, inputBits), leaf);
  }

  #newTable(descriptorAt: PhysAddr, bytes: number, limits: bigint): PhysAddr {
    const table = this.#free;
    this.#free += bytes;
    this.memory.set(descriptorAt, BigInt(table) | limits | tableType);
    return table;
  }
}
