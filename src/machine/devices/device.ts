// What a device is to the machine: something that answers on the bus, pulls at an interrupt line,
// and reaches into RAM.
//
// 1. A guest may write anything anywhere: a device answers as hardware does, and throws nothing.
// 2. What it remembers, save() returns, as plain data that does not change when the device does.

import type { Stateful } from "../cpu/stepping/machine";

export interface Device {
  /** Of 1, 2, 4 or 8 bytes, aligned. undefined: it takes no such access (an external abort). */
  read(offset: number, bytes: number): bigint | undefined;
  /** false: it takes no such access. */
  write(offset: number, bytes: number, value: bigint): boolean;
}

/** A device that can be reset, saved and restored. */
export interface Peripheral<S = unknown> extends Device, Stateful<S> {
  /** As behind power-on. */
  reset(): void;
}

/**
 * An interrupt line. The interrupt controller hears the level, and makes an edge of it if it must.
 */
export type InterruptLine = (isHigh: boolean) => void;

/** RAM as a device sees it, by physical address. */
export interface GuestMemory {
  /** These bytes, live: to be read at once and not kept. undefined: some of them are not RAM. */
  bytes(address: bigint, length: number): Uint8Array | undefined;
  /** false: some of it is not RAM, and nothing has changed. */
  write(address: bigint, bytes: Uint8Array): boolean;
}
