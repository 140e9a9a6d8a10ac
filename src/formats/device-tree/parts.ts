// What this chapter's exercises on device trees implement. Plain data goes in and comes out.

import type { DeviceTreeNode } from "./node";
import type { AddressRange } from "./values";

/** The two blocks of a blob that hold the tree. */
export interface Blocks {
  /** The tokens, from the root's FDT_BEGIN_NODE to the FDT_END. */
  readonly structure: Uint8Array;
  /** The names of the properties, a NUL behind each. */
  readonly strings: Uint8Array;
}

/** What can be replaced in the building of a board's device tree. */
export interface DeviceTreeParts {
  blocksOf(root: DeviceTreeNode): Blocks;
}

/** What a kernel does with one. */
export interface DeviceTreeReading {
  /**
   * Where the registers of the device at the end of `way` are for the CPU; `way` begins at the
   * root. null: it has none, or they are in no place that the CPU can reach.
   */
  physicalRangesOf(way: readonly DeviceTreeNode[]): readonly AddressRange[] | null;
}
