// What is particular about one board: what a user may choose, and what the loaders found out.

import type { PhysAddr } from "../../base/word";

export const MAX_CPUS = 8;

export interface BoardDescription {
  readonly ramBytes: number;
  /** 1 to 8. */
  readonly cpus: number;
  /** Which generic interrupt controller it has: GICv2 or GICv3. */
  readonly gic: 2 | 3;
  /** Whether it tells of the performance monitors. */
  readonly pmu?: boolean;
  /** The kernel's command line. */
  readonly bootargs?: string;
  /** Where the initial RAM disk is; `end` is the first byte behind it. */
  readonly initrd?: { readonly start: PhysAddr; readonly end: PhysAddr };
  /** Randomness for the kernel's generator: at least 32 bytes, or none. */
  readonly rngSeed?: Uint8Array;
}
