// Loads and stores (Arm ARM, "A64 instruction set encoding"): word<27> = 1 and word<25> = 0. The classes, in the
// manual's order; their rows are in loads-stores-*.ts.

import { ATOMIC } from "./loads-stores-atomic";
import { SINGLE_STRUCTURE, SINGLE_STRUCTURE_POST_INDEXED } from "./loads-stores-elements";
import {
  COMPARE_AND_SWAP, COMPARE_AND_SWAP_PAIR, EXCLUSIVE_PAIR, EXCLUSIVE_REGISTER, ORDERED, ORDERED_UNSCALED,
} from "./loads-stores-exclusive";
import { MEMORY_COPY_AND_SET } from "./loads-stores-memory-copy";
import { AUTHENTICATED, REGISTER_OFFSET, UNSIGNED_OFFSET } from "./loads-stores-offset";
import { NO_ALLOCATE_PAIR, PAIR_OFFSET, PAIR_POST_INDEXED, PAIR_PRE_INDEXED } from "./loads-stores-pair";
import { LITERAL, POST_INDEXED, PRE_INDEXED, UNPRIVILEGED, UNSCALED } from "./loads-stores-register";
import { MULTIPLE_STRUCTURES, MULTIPLE_STRUCTURES_POST_INDEXED } from "./loads-stores-structures";
import { MEMORY_TAGS } from "./loads-stores-tags";

export const LOADS_STORES = {
  "Compare and swap pair": COMPARE_AND_SWAP_PAIR,
  "Advanced SIMD load/store multiple structures": MULTIPLE_STRUCTURES,
  "Advanced SIMD load/store multiple structures (post-indexed)": MULTIPLE_STRUCTURES_POST_INDEXED,
  "Advanced SIMD load/store single structure": SINGLE_STRUCTURE,
  "Advanced SIMD load/store single structure (post-indexed)": SINGLE_STRUCTURE_POST_INDEXED,
  "Load/store memory tags": MEMORY_TAGS,
  "Load/store exclusive pair": EXCLUSIVE_PAIR,
  "Load/store exclusive register": EXCLUSIVE_REGISTER,
  "Load/store ordered": ORDERED,
  "Compare and swap": COMPARE_AND_SWAP,
  "LDAPR/STLR (unscaled immediate)": ORDERED_UNSCALED,
  "Load register (literal)": LITERAL,
  "Memory Copy and Memory Set": MEMORY_COPY_AND_SET,
  "Load/store no-allocate pair (offset)": NO_ALLOCATE_PAIR,
  "Load/store register pair (post-indexed)": PAIR_POST_INDEXED,
  "Load/store register pair (offset)": PAIR_OFFSET,
  "Load/store register pair (pre-indexed)": PAIR_PRE_INDEXED,
  "Load/store register (unscaled immediate)": UNSCALED,
  "Load/store register (immediate post-indexed)": POST_INDEXED,
  "Load/store register (unprivileged)": UNPRIVILEGED,
  "Load/store register (immediate pre-indexed)": PRE_INDEXED,
  "Atomic memory operations": ATOMIC,
  "Load/store register (register offset)": REGISTER_OFFSET,
  "Load/store register (pac)": AUTHENTICATED,
  "Load/store register (unsigned immediate)": UNSIGNED_OFFSET,
} as const;
