// Hardware breakpoints (Arm ARM, "Breakpoint exceptions", "AArch64.BreakpointMatch"): an address,
// and perhaps the process that it is meant in, by CONTEXTIDR_EL1. Processes have the same
// addresses, so a debugger of one links its breakpoint to another unit that holds the context.
//
// Where the manual leaves a choice, ours is that a breakpoint programmed with reserved values never
// matches.

import type { VirtAddr } from "../../base/word";
import type { Level } from "../sysregs/pstate";
import {
  CONTEXT_AWARE, controlField, type DebugUnit, isEnabled, linkedTo, matchesLevel, significant,
} from "./debug-registers";

/** DBGBCR<n>_EL1.BT */
const ADDRESS = 0b0000;
const LINKED_ADDRESS = 0b0001;
const CONTEXT = 0b0010;
const LINKED_CONTEXT = 0b0011;

/** What is about to be executed. */
export interface Fetch {
  readonly pc: VirtAddr;
  readonly level: Level;
  /** CONTEXTIDR_EL1 */
  readonly context: bigint;
}

/** Whether unit `n` stops the instruction. */
export function breakpointMatches(n: number, units: readonly DebugUnit[], fetch: Fetch): boolean {
  const unit = units[n]!;
  if (!isEnabled(unit) || !matchesLevel(unit, fetch.level)) return false;
  switch (controlField(unit.control, 23, 20)) {
    case ADDRESS:
      return isAt(unit, fetch.pc);
    case LINKED_ADDRESS:
      return isAt(unit, fetch.pc) && isLinkedContext(linkedTo(unit), units, fetch.context);
    case CONTEXT:
      return isContext(n, units, fetch.context);
    default: // A linked context matches only for who links to it. The rest is reserved.
      return false;
  }
}

/** Whether unit `n` holds the context that CONTEXTIDR_EL1 has, for who links to it. */
export function isLinkedContext(
  n: number, units: readonly DebugUnit[], context: bigint,
): boolean {
  const unit = units[n];
  if (unit === undefined || !isEnabled(unit)) return false;
  const isLinked = controlField(unit.control, 23, 20) === LINKED_CONTEXT;
  return isLinked && isContext(n, units, context);
}

/** Instructions are aligned: bits 1 and 0 do not count. */
const isAt = ({ value }: DebugUnit, pc: VirtAddr): boolean =>
  significant(value) >> 2n === significant(pc) >> 2n;

function isContext(n: number, units: readonly DebugUnit[], context: bigint): boolean {
  if (n < units.length - CONTEXT_AWARE) return false;
  return BigInt.asUintN(32, units[n]!.value) === BigInt.asUintN(32, context);
}
