// The debug registers as the functions of this chapter want them.

import type { SystemRegisterName } from "../decoder/tables/system-registers";
import type { SystemView } from "../sysregs/view";
import { type DebugControl, OSLK } from "./debug-control";
import type { DebugUnit } from "./debug-registers";

type Names = readonly (readonly [value: SystemRegisterName, control: SystemRegisterName])[];

const BREAKPOINT_NAMES: Names = [
  ["DBGBVR0_EL1", "DBGBCR0_EL1"], ["DBGBVR1_EL1", "DBGBCR1_EL1"],
  ["DBGBVR2_EL1", "DBGBCR2_EL1"], ["DBGBVR3_EL1", "DBGBCR3_EL1"],
  ["DBGBVR4_EL1", "DBGBCR4_EL1"], ["DBGBVR5_EL1", "DBGBCR5_EL1"],
];

const WATCHPOINT_NAMES: Names = [
  ["DBGWVR0_EL1", "DBGWCR0_EL1"], ["DBGWVR1_EL1", "DBGWCR1_EL1"],
  ["DBGWVR2_EL1", "DBGWCR2_EL1"], ["DBGWVR3_EL1", "DBGWCR3_EL1"],
];

/** The OS Double Lock locks debug exceptions out as the OS Lock does (DoubleLockStatus()). */
export const debugControlOf = (view: SystemView): DebugControl => ({
  mdscr: Number(view.stored("MDSCR_EL1")),
  oslsr: Number(view.stored("OSLSR_EL1")) | (isDoubleLocked(view) ? OSLK : 0),
});

/** OSDLR_EL1.DLK, unless DBGPRCR_EL1.CORENPDRQ says that the power is not really cut. */
const isDoubleLocked = (view: SystemView): boolean =>
  (view.stored("OSDLR_EL1") & 1n) !== 0n && (view.stored("DBGPRCR_EL1") & 1n) === 0n;

export const breakpointsOf = (view: SystemView): DebugUnit[] => unitsOf(view, BREAKPOINT_NAMES);
export const watchpointsOf = (view: SystemView): DebugUnit[] => unitsOf(view, WATCHPOINT_NAMES);

const unitsOf = (view: SystemView, names: Names): DebugUnit[] =>
  names.map(([value, control]) => ({
    value: view.stored(value),
    control: Number(view.stored(control)),
  }));
