// System registers that compiled code may read without asking: those that are nothing but what they
// were written, and those that are part of what it can see (chapter 3's rows say which).

import type { PstateField, SystemEncoding } from "../cpu/operations";
import { registerAt, registerNamed } from "../sysregs/registers";
import { DAIF, SP_ELX } from "../sysregs/pstate";
import { PSTATE_AT, SYSTEM_AT } from "./cells";

export interface SystemCell {
  /** Where it is in the CPU's page. */
  readonly offset: number;
  /** The bits that are the register's. */
  readonly mask?: number;
  /** A bit of PSTATE that must be set: the name is Undefined otherwise. */
  readonly needs?: number;
}

/** Where the register is that an encoding reads at `level`; undefined: ask the system. */
export type FindCell = (encoding: SystemEncoding) => SystemCell | undefined;

interface Special extends SystemCell {
  readonly el0: boolean;
}

const SPECIAL: Readonly<Record<string, Special>> = {
  TPIDR_EL0:   { offset: 0x328, el0: true },
  TPIDRRO_EL0: { offset: 0x330, el0: true },
  SP_EL0:      { offset: 0x358, el0: false, needs: SP_ELX },
  DAIF:        { offset: PSTATE_AT, el0: false, mask: DAIF },
};

const findCellAt = (level: 0 | 1): FindCell => (encoding) => {
  const register = registerAt(encoding, "read");
  if (register === undefined || register.needs !== undefined || register.isFp === true) {
    return undefined;
  }
  const special = SPECIAL[register.name];
  if (special !== undefined) return level === 1 || special.el0 ? special : undefined;
  const isPlain = register.read === undefined || (register.name === "DCZID_EL0" && level === 1);
  if (!isPlain || register.access === "WO") return undefined;
  const isOpen = level === 1 || register.el0.read === "always";
  return isOpen ? { offset: SYSTEM_AT + 8 * register.slot } : undefined;
};

/** What of the system compiled code may do itself. */
export interface DirectSystem {
  readonly findCell: FindCell;
  /** It may write DAIF, if nothing asks. */
  readonly mayMask: boolean;
  /** DC ZVA: undefined, always; else a bit of SCTLR_EL1 that must be set; "never". */
  readonly zeroes: "always" | "never" | { readonly offset: number; readonly needs: number };
  /** It may maintain caches by address, which no register forbids. */
  readonly maintains: boolean;
}

/** SCTLR_EL1.DZE */
const DZE = 1 << 14;

export const directSystemAt = (level: 0 | 1): DirectSystem => ({
  findCell: findCellAt(level),
  mayMask: level === 1, maintains: level === 1,
  zeroes: level === 1 ? "always"
    : { offset: SYSTEM_AT + 8 * registerNamed("SCTLR_EL1").slot, needs: DZE },
});

/** A CPU without system registers: chapter 2's. */
export const NO_SYSTEM: DirectSystem =
  { findCell: () => undefined, mayMask: false, zeroes: "always", maintains: false };

export const isDaif = (e: SystemEncoding): boolean =>
  e.op0 === 3 && e.op1 === 3 && e.CRn === 4 && e.CRm === 2 && e.op2 === 1;

export const isZeroBlock = (e: SystemEncoding): boolean =>
  e.op0 === 1 && e.op1 === 3 && e.CRn === 7 && e.CRm === 4 && e.op2 === 1;

/** DC CVAC, CVAU and CIVAC want their address mapped; IC IVAU wants nothing (chapter 4's rows). */
export function maintenanceOf(e: SystemEncoding): "translated" | "nothing" | undefined {
  if (e.op0 !== 1 || e.op1 !== 3 || e.CRn !== 7 || e.op2 !== 1) return undefined;
  if (e.CRm === 5) return "nothing";
  return e.CRm === 10 || e.CRm === 11 || e.CRm === 14 ? "translated" : undefined;
}

/** MSR DAIFSet: true; MSR DAIFClr: false; undefined: another field. */
export const setsDaif = ({ op1, op2 }: PstateField): boolean | undefined =>
  op1 === 3 && (op2 === 6 || op2 === 7) ? op2 === 6 : undefined;
