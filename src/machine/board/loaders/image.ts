// What a loader makes of a file: which bytes belong where, and where to begin.

import { UserFault } from "../../../base/fault";
import { hex, type PhysAddr } from "../../../base/word";
import { RAM_BASE } from "../memory-map";

export interface ImageSegment {
  readonly address: PhysAddr;
  readonly bytes: Uint8Array;
}

export interface ZeroRange {
  readonly address: PhysAddr;
  readonly size: number;
}

export interface LoadedImage {
  /** "linux" is the Image format, whoever wrote it; "flash" is entered where flash is. */
  readonly kind: "elf" | "linux" | "flat" | "flash";
  readonly segments: readonly ImageSegment[];
  /** What must be zero: .bss. */
  readonly zero: readonly ZeroRange[];
  readonly entry: PhysAddr;
  /** The first byte of RAM that it takes, and the first behind it, .bss included. */
  readonly start: PhysAddr;
  readonly end: PhysAddr;
}

/** Faults, unless `size` bytes at `address` are RAM. `what` names them: "the image". */
export function checkInRam(
  what: string, address: PhysAddr, size: number, ramBytes: number,
): void {
  const ramEnd = RAM_BASE + ramBytes;
  if (address >= RAM_BASE && address + size <= ramEnd) return;
  const place = `${what} needs ${hex(size)} bytes at ${hex(address)}`;
  const ram = `RAM is from ${hex(RAM_BASE)} to ${hex(ramEnd)}`;
  const advice = address >= RAM_BASE && address < ramEnd ? ": give the board more memory" : "";
  throw new UserFault(`${place}, but ${ram}${advice}`);
}
