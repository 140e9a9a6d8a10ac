// What the rows of tables/loads-stores.ts do, put together.

import type { LOADS_STORES } from "../../decoder/tables/loads-stores";
import type { GroupSemantics } from "../semantics";
import { atomic } from "./loads-stores-atomic";
import { singleStructure, singleStructurePostIndexed } from "./loads-stores-elements";
import {
  compareAndSwap, compareAndSwapPair, exclusivePair, exclusiveRegister, ordered, orderedUnscaled,
} from "./loads-stores-exclusive";
import { authenticated, registerOffset, unsignedOffset } from "./loads-stores-offset";
import { noAllocatePair, pairOffset, pairPostIndexed, pairPreIndexed } from "./loads-stores-pair";
import { literal, postIndexed, preIndexed, unprivileged, unscaled } from "./loads-stores-register";
import { multipleStructures, multipleStructuresPostIndexed } from "./loads-stores-structures";

export const loadsStores: GroupSemantics<typeof LOADS_STORES> = {
  "Compare and swap pair": compareAndSwapPair,
  "Advanced SIMD load/store multiple structures": multipleStructures,
  "Advanced SIMD load/store multiple structures (post-indexed)": multipleStructuresPostIndexed,
  "Advanced SIMD load/store single structure": singleStructure,
  "Advanced SIMD load/store single structure (post-indexed)": singleStructurePostIndexed,
  "Load/store memory tags": {}, // FEAT_MTE is not in the profile,
  "Load/store exclusive pair": exclusivePair,
  "Load/store exclusive register": exclusiveRegister,
  "Load/store ordered": ordered,
  "Compare and swap": compareAndSwap,
  "LDAPR/STLR (unscaled immediate)": orderedUnscaled,
  "Load register (literal)": literal,
  "Memory Copy and Memory Set": {}, // nor is FEAT_MOPS.
  "Load/store no-allocate pair (offset)": noAllocatePair,
  "Load/store register pair (post-indexed)": pairPostIndexed,
  "Load/store register pair (offset)": pairOffset,
  "Load/store register pair (pre-indexed)": pairPreIndexed,
  "Load/store register (unscaled immediate)": unscaled,
  "Load/store register (immediate post-indexed)": postIndexed,
  "Load/store register (unprivileged)": unprivileged,
  "Load/store register (immediate pre-indexed)": preIndexed,
  "Atomic memory operations": atomic,
  "Load/store register (register offset)": registerOffset,
  "Load/store register (pac)": authenticated,
  "Load/store register (unsigned immediate)": unsignedOffset,
};
