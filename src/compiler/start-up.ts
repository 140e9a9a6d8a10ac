// How a program starts. One that imports the kernel's entry (src/unikernel/boot/entry.ts) gets the
// kernel, which makes its own heap of whatever memory there is; any other gets the least that a
// program needs, with stack and heap behind it.

import { KERNEL_ENTRY } from "./front/kernel-entry";
import type { MemoryRegion } from "./link/link";

export interface StartUp {
  /** The function at the image's first byte. */
  readonly entry: string;
  /** The address for which the image is linked. */
  readonly base: bigint;
  readonly regions: readonly MemoryRegion[];
}

/** RAM starts at 1 GiB; an Image goes 2 MiB above. */
const PHYSICAL_BASE = 0x4020_0000n;
/** The kernel's half: physical memory stands there as it is (src/unikernel/memory/layout.ts). */
const UPPER_HALF = 0xffff_ff80_0000_0000n;

const KIB = 2 ** 10;

export function bareStartUp(stackBytes: number, heapBytes: number): StartUp {
  const regions = [{ name: "stack", bytes: stackBytes }, { name: "heap", bytes: heapBytes }];
  return { entry: "_start", base: PHYSICAL_BASE, regions };
}

/** Guards are pages that will not be mapped: who runs out of a stack finds nothing there. */
export function kernelStartUp(stackBytes: number): StartUp {
  return {
    entry: `${KERNEL_ENTRY.module}#${KERNEL_ENTRY.name}`,
    base: UPPER_HALF + PHYSICAL_BASE,
    regions: [
      { name: "boot-table",      bytes: 4 * KIB },
      { name: "exception-guard", bytes: 4 * KIB },
      { name: "exception-stack", bytes: 32 * KIB },
      { name: "stack-guard",     bytes: 4 * KIB },
      { name: "stack",           bytes: stackBytes },
    ],
  };
}
