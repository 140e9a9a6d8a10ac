import { parOf } from "./address-translation";
import { decodeDescriptor } from "./descriptor";
import { faultStatus } from "./fault-status";
import { tableIndex } from "./granule";
import type { MmuParts } from "./parts";
import { limited, permits } from "./permissions";
import { isInRange, regimeOf } from "./regime";
import { tlbMatches } from "./tlb-entry";
import { isInvalidated } from "./tlb-invalidation";
import { walk } from "./walk";

/** Our own parts. */
export const STANDARD_MMU_PARTS: MmuParts = {
  regimeOf,
  isInRange,
  tableIndex,
  decodeDescriptor,
  limited,
  walk,
  permits,
  tlbMatches,
  isInvalidated,
  faultStatus,
  parOf,
};
