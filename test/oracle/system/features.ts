// Encodings of the sweep that one of both machines has and the other has not: features of the Neoverse N1 that we do
// not claim, and registers of the base architecture that QEMU leaves out.

import type { Direction, Sweep } from "./cases/sweep";
import type { Report } from "./report";

type Encoding = readonly [op0: number, op1: number, CRn: number, CRm: readonly number[], op2: readonly number[]];

interface Row {
  readonly encoding: Encoding;
  /** How ours ends. */
  readonly ours: "works" | "undefined";
  readonly directions: readonly Direction[];
  readonly levels: readonly (0 | 1)[];
  readonly why: string;
}

const BOTH = ["read", "write"] as const;
const absent = (why: string, ...encoding: Encoding): Row => ({ encoding, ours: "undefined", directions: BOTH, levels: [0, 1], why });
const present = (why: string, directions: readonly Direction[], levels: readonly (0 | 1)[], ...encoding: Encoding): Row =>
  ({ encoding, ours: "works", directions, levels, why });

const EVENT_COUNTERS = [0, 1, 2, 3, 4, 5] as const;

export const FEATURES: readonly Row[] = [
  absent("FEAT_DPB: DC CVAP",                        1, 3, 7,  [12], [1]),
  absent("FEAT_RAS: ERRIDR_EL1",                     3, 0, 5,  [3],  [0]),
  absent("FEAT_RAS: DISR_EL1",                       3, 0, 12, [1],  [1]),
  absent("FEAT_LOR: LORSA_EL1 ... LORID_EL1",        3, 0, 10, [4],  [0, 1, 2, 3, 7]),
  absent("FEAT_SSBS2: SSBS",                         3, 3, 4,  [2],  [6]),
  absent("PMCR_EL0.N is 0 here: PMEVCNTR<n>_EL0",    3, 3, 14, [8],  EVENT_COUNTERS),
  absent("PMCR_EL0.N is 0 here: PMEVTYPER<n>_EL0",   3, 3, 14, [12], EVENT_COUNTERS),
  absent("IMPLEMENTATION DEFINED: the Neoverse N1's", 3, 1, 15, [3], [0]),

  present("QEMU leaves out OSDTRRX_EL1",                       BOTH,     [1],    2, 0, 0, [0],  [2]),
  present("QEMU leaves out OSDTRTX_EL1",                       BOTH,     [1],    2, 0, 0, [3],  [2]),
  present("QEMU leaves out OSECCR_EL1",                        BOTH,     [1],    2, 0, 0, [6],  [2]),
  present("QEMU leaves out DBGPRCR_EL1",                       BOTH,     [1],    2, 0, 1, [4],  [4]),
  present("QEMU leaves out DBGCLAIMSET_EL1, DBGCLAIMCLR_EL1",  BOTH,     [1],    2, 0, 7, [8, 9], [6]),
  present("QEMU leaves out DBGAUTHSTATUS_EL1",                 ["read"], [1],    2, 0, 7, [14], [6]),
  present("QEMU leaves out DBGDTR_EL0, DBGDTRRX_EL0, DBGDTRTX_EL0", BOTH, [0, 1], 2, 3, 0, [4, 5], [0]),
];

const UNDEFINED = 0x80n;

/** QEMU's outcomes of a sweep, those of FEATURES as they are here. */
export function asHere(report: Report, { op0, op1, direction, level }: Sweep): Report {
  const corrected = new Map(report);
  for (const { encoding: [a, b, CRn, CRms, op2s], ours, directions, levels } of FEATURES) {
    if (a !== op0 || b !== op1 || !directions.includes(direction) || !levels.includes(level)) continue;
    for (const n of CRms.flatMap((CRm) => op2s.map((op2) => (CRn << 7) | (CRm << 3) | op2))) {
      const name = `peek ${n >> 3}`;
      const shift = BigInt(8 * (n & 7));
      const others = (corrected.get(name) ?? 0n) & ~(0xffn << shift);
      corrected.set(name, others | ((ours === "works" ? 0n : UNDEFINED) << shift));
    }
  }
  return corrected;
}
