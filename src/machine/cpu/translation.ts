// What the CPU needs of an MMU, declared here so that chapter 4 can build it later, and another
// be put in its place.

import type { PhysAddr, VirtAddr } from "../../base/word";
import { PAGE } from "./layout";

export type Purpose = "fetch" | "read" | "write";

/** One page's translation, good until the CPU's flush(). */
export interface Translated {
  /** Where the page of 4 KiB begins that the address lies in. */
  readonly page: PhysAddr;
  /** Device memory allows no unaligned accesses. */
  readonly device: boolean;
}

export interface Translation {
  /**
   * Where the page around `address` lies. Throws a GuestException if `purpose` may not be;
   * `unprivileged` asks with EL0's rights, whatever the current level. An access that is not
   * `isAligned` may be refused before anybody looks at rights.
   */
  translate(
    address: VirtAddr, purpose: Purpose, unprivileged: boolean, isAligned?: boolean,
  ): Translated;
  /** The same for who looks from outside: nothing is remembered, no right is asked. */
  look?(address: VirtAddr): PhysAddr | undefined;
  /** Everything is Device memory to loads and stores: there is no MMU, or it is off. */
  readonly isDeviceOnly?: boolean;
  /** Where a branch to `target` goes: without its tag, if addresses have one. */
  branchAddress?(target: VirtAddr): VirtAddr;
}

const LOW_48_BITS = (1n << 48n) - 1n;

/** Virtual is physical, as with an MMU that is switched off. */
export const IDENTITY: Translation = {
  translate(address) {
    const low = Number(address & LOW_48_BITS);
    return { page: low - (low % PAGE), device: false };
  },
};
