// Hardware watchpoints (Arm ARM, "Watchpoint exceptions", "AArch64.WatchpointMatch"): an exception
// before certain bytes are read or written. They are up to eight, chosen by BAS in a doubleword; or
// an aligned block of 2^MASK, up to 2 GiB.
//
// What the manual leaves open, ours does as QEMU: of bytes in BAS that are not one run, the first
// run counts; with a MASK, BAS and the masked bits of the address do not; a MASK of 1 or 2 never
// matches.

import type { VirtAddr } from "../../base/word";
import type { Level } from "../sysregs/pstate";
import { isLinkedContext } from "./breakpoints";
import {
  controlField, type DebugUnit, isEnabled, linkedTo, matchesLevel, significant,
} from "./debug-registers";

/** A load or store that is about to happen. */
export interface DataAccess {
  readonly address: VirtAddr;
  readonly bytes: number;
  readonly write: boolean;
  /** With whose rights: LDTR and STTR are EL0's. */
  readonly level: Level;
  /** CONTEXTIDR_EL1 */
  readonly context: bigint;
}

interface Watched {
  readonly start: VirtAddr;
  readonly bytes: bigint;
}

/** The lowest byte of the access that `unit` watches, or undefined. */
export function watchpointHit(
  unit: DebugUnit, breakpoints: readonly DebugUnit[], access: DataAccess,
): VirtAddr | undefined {
  if (!isEnabled(unit) || !matchesLevel(unit, access.level)) return undefined;
  if (!watchesDirection(unit, access.write) || !isInContext(unit, breakpoints, access.context)) {
    return undefined;
  }
  const watched = watchedBytes(unit);
  if (watched === undefined) return undefined;
  // How far the watched bytes are behind the access's first one, and that one behind them: modulo
  // the address space, since an access may wrap around its end.
  const behind = significant(watched.start - access.address);
  if (behind < BigInt(access.bytes)) return BigInt.asUintN(64, access.address + behind);
  const within = significant(access.address - watched.start) < watched.bytes;
  return within ? access.address : undefined;
}

/** LSC: bit 0 for loads, bit 1 for stores. */
const watchesDirection = ({ control }: DebugUnit, write: boolean): boolean =>
  ((controlField(control, 4, 3) >> (write ? 1 : 0)) & 1) === 1;

/** WT: linked to a breakpoint that holds a context. */
function isInContext(
  unit: DebugUnit, breakpoints: readonly DebugUnit[], context: bigint,
): boolean {
  const isLinked = controlField(unit.control, 20, 20) === 1;
  return !isLinked || isLinkedContext(linkedTo(unit), breakpoints, context);
}

/** The bytes that `unit` watches, if they are any. */
export function watchedBytes({ value, control }: DebugUnit): Watched | undefined {
  const mask = controlField(control, 28, 24);
  if (mask === 1 || mask === 2) return undefined;
  if (mask > 0) return { start: value & -(1n << BigInt(mask)), bytes: 1n << BigInt(mask) };
  // DBGWVR<n>_EL1 may also be the address of a word: then BAS has but four bits.
  const isWord = (value & 4n) !== 0n;
  const bas = controlField(control, 12, 5) & (isWord ? 0x0f : 0xff);
  if (bas === 0) return undefined;
  const first = trailingZeros(bas);
  const length = trailingZeros(~(bas >> first));
  return { start: (value & ~3n) + BigInt(first), bytes: BigInt(length) };
}

/** How many bits at the low end are 0. */
const trailingZeros = (bits: number): number => 31 - Math.clz32(bits & -bits);
