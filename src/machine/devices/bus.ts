// The bus: which device answers at an address. Where nobody does, the access is an external abort.

import { bug } from "../../base/bug";
import { hex, type PhysAddr } from "../../base/word";
import type { Bus } from "../cpu/physical-memory";
import type { Device } from "./device";

export interface Mapping {
  /** As a device tree names it: "pl011@9000000". */
  readonly name: string;
  readonly base: PhysAddr;
  /** Bytes of addresses. */
  readonly size: number;
  readonly device: Device;
}

/** An access, and what came of it. */
export interface BusAccess {
  readonly mapping: Mapping;
  readonly offset: number;
  readonly bytes: number;
  readonly write: boolean;
  /** What was read or written; 0 if the device has refused to be read. */
  readonly value: bigint;
  readonly isRefused: boolean;
}

export class DeviceBus implements Bus {
  /** Hears of each access, behind it. */
  listener: ((access: BusAccess) => void) | undefined;
  /** In ascending order. */
  #mappings: readonly Mapping[] = [];

  constructor(mappings: readonly Mapping[] = []) {
    this.connect(mappings);
  }

  get mappings(): readonly Mapping[] {
    return this.#mappings;
  }

  /** Puts devices on it, beside those that are there. */
  connect(mappings: readonly Mapping[]): void {
    this.#mappings = [...this.#mappings, ...mappings].sort((a, b) => a.base - b.base);
    this.#mappings.forEach(({ name, base }, i) => {
      const below = this.#mappings[i - 1];
      if (below !== undefined && below.base + below.size > base) {
        bug(`${name} at ${hex(base)} lies on ${below.name}`);
      }
    });
  }

  read(address: PhysAddr, bytes: number): bigint | undefined {
    const at = this.#at(address, bytes);
    if (at === undefined) return undefined;
    const offset = address - at.base;
    const value = at.device.read(offset, bytes);
    const isRefused = value === undefined;
    this.listener?.({ mapping: at, offset, bytes, write: false, value: value ?? 0n, isRefused });
    return value;
  }

  write(address: PhysAddr, bytes: number, value: bigint): boolean {
    const at = this.#at(address, bytes);
    if (at === undefined) return false;
    const offset = address - at.base;
    const isTaken = at.device.write(offset, bytes, value);
    this.listener?.({ mapping: at, offset, bytes, write: true, value, isRefused: !isTaken });
    return isTaken;
  }

  /** The mapping that holds the access whole, by halving. */
  #at(address: PhysAddr, bytes: number): Mapping | undefined {
    const mappings = this.#mappings;
    let low = 0;
    let high = mappings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mappings[middle]!.base <= address) low = middle + 1;
      else high = middle;
    }
    const found = mappings[low - 1];
    return found !== undefined && address + bytes <= found.base + found.size ? found : undefined;
  }
}
