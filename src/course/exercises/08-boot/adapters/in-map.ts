// findGap() looks into the memory map, which is the kernel's own. This fills it in; it knows nothing of gaps.

import { addMemory, forgetMemory, RANGE, takeRange } from "../../../../unikernel/memory/memory-map";

// A type, not an interface: only a type is Plain.

/** A row of the map, in whole pages: [begin, end, an index into RANGE_KINDS]. */
export type Row = readonly [begin: number, end: number, kind: number];

export type InMap = (rows: readonly Row[], bytes: number, limit: number) => number;

export const inMap = (findGap: (bytes: number, limit: number) => number): InMap =>
  (rows, bytes, limit) => {
    forgetMemory();
    for (const [begin, end, kind] of rows) {
      if (kind === RANGE.memory) addMemory(begin, end);
      else takeRange(begin, end, kind);
    }
    return findGap(bytes, limit);
  };
