/**
 * One access to memory, from the address to what comes of it: the walk with all its steps, the rights, and for a
 * fault what the handler is told. The machine decides; here its answers are put together, and said.
 */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import type { Cause, Fault } from "../../../machine/cpu/exception";
import type { Purpose } from "../../../machine/cpu/translation";
import { syndromeOf } from "../../../machine/exceptions/syndrome";
import type { LeafRights } from "../../../machine/mmu/descriptor";
import { permits, type Rights } from "../../../machine/mmu/permissions";
import type { TranslationRegisters } from "../../../machine/mmu/regime";
import { type Trace, traceWalk } from "../../../machine/mmu/trace";
import type { Mapping } from "../../../machine/mmu/walk";
import type { Level } from "../../../machine/sysregs/pstate";
import { readerOf, type TableMemory } from "../machine/table-memory";

/** Who asks, and for what. */
export interface Asked {
  readonly level: Level;
  readonly purpose: Purpose;
  readonly PAN: boolean;
}

export type Outcome =
  | { readonly kind: "mapped"; readonly address: PhysAddr; readonly mapping: Mapping }
  | {
      readonly kind: "fault"; readonly fault: Fault; readonly esr: bigint; readonly far: VirtAddr;
      /** What the address is mapped to, if only a right is missing. */
      readonly mapping: Mapping | undefined;
    };

export interface Access {
  readonly trace: Trace;
  readonly outcome: Outcome;
}

export function accessOf(va: VirtAddr, asked: Asked, registers: TranslationRegisters, memory: TableMemory): Access {
  const trace = traceWalk(va, registers, readerOf(memory));
  const { result, regime: { WXN } } = trace;
  if (result.kind !== "mapped") return { trace, outcome: faultOf(va, asked, result, trace, undefined) };
  if (!isPermitted(result, asked, WXN)) return { trace, outcome: faultOf(va, asked, { kind: "permission", level: result.level }, trace, result) };
  return { trace, outcome: { kind: "mapped", address: result.address + Number(BigInt.asUintN(result.bits, va)), mapping: result } };
}

const isPermitted = (leaf: LeafRights, { level, purpose, PAN }: Asked, WXN: boolean): boolean =>
  permits(leaf, { purpose, unprivileged: level === 0, PAN, WXN });

/** All that a level may do with what `leaf` maps. */
export function rightsAt(leaf: LeafRights, level: Level, PAN: boolean, WXN: boolean): Rights {
  const may = (purpose: Purpose): boolean => isPermitted(leaf, { level, purpose, PAN }, WXN);
  return { read: may("read"), write: may("write"), fetch: may("fetch") };
}

function faultOf(va: VirtAddr, { level, purpose }: Asked, fault: Fault, { range }: Trace, mapping: Mapping | undefined): Outcome {
  // A branch leaves the tag behind, so PC and what is fetched never have one.
  const address = purpose === "fetch" && range.TBI ? BigInt.asUintN(64, BigInt.asIntN(56, va)) : va;
  const cause: Cause = purpose === "fetch"
    ? { kind: "instruction abort", address, fault }
    : { kind: "data abort", address, write: purpose === "write", fault };
  const { esr = 0n, far = address } = syndromeOf(cause, level);
  return { kind: "fault", fault, esr, far, mapping };
}

const verbs: Readonly<Record<Purpose, string>> = { read: "read", write: "write", fetch: "execute" };

/** "EL0 may not write here." and what decided it; one sentence or two. */
export function reasonOf({ trace, outcome }: Access, asked: Asked): string {
  if (outcome.kind === "mapped") return `EL${asked.level} may ${verbs[asked.purpose]} here.`;
  const { fault, mapping } = outcome;
  const { range, isInRange, steps } = trace;
  const last = steps.at(-1);
  if (!isInRange) return `The bits above bit ${range.inputBits - 1} are not all as bit 55 is: the address lies in neither half. No table is asked.`;
  switch (fault.kind) {
    case "translation":
      if (last === undefined) return `EPD${range.half === "lower" ? 0 : 1} is set: there are no tables for this half, and none is asked.`;
      return last.bits !== undefined && (last.bits & 1n) === 1n
        ? `The descriptor's low bits are 01, and there are no blocks at level ${last.level}.`
        : `Bit 0 of the descriptor is 0: nothing is mapped here, whatever its other bits say.`;
    case "access flag": return "AF is 0: mapped, but nobody has used it since the kernel last cleared the flag. Now the kernel hears of it.";
    case "address size": return `The descriptor's address has more than ${trace.regime.outputBits} bits, and TCR_EL1.IPS allows no more.`;
    case "external": return "Nothing answers at the table's physical address.";
    case "permission": return mapping === undefined ? "" : `It is mapped, but EL${asked.level} may not ${verbs[asked.purpose]}: ${forbidding(mapping, asked, trace)}.`;
    case "alignment": return "The address is not aligned.";
  }
}

/** Which bits forbid it: the first that, changed alone, would not; and where they are, if not in the leaf itself. */
function forbidding(leaf: LeafRights, asked: Asked, { steps, regime: { WXN } }: Trace): string {
  const own = steps.at(-1)?.descriptor;
  const its: LeafRights = own !== undefined && "AP" in own ? own : leaf;
  if (asked.PAN && isPermitted(leaf, { ...asked, PAN: false }, WXN)) return "PSTATE.PAN is set, and EL0 may use it";
  if (leaf.UXN && isPermitted({ ...leaf, UXN: false }, asked, WXN)) return its.UXN ? "UXN is set" : "UXNTable is set in a table above";
  if (leaf.PXN && isPermitted({ ...leaf, PXN: false }, asked, WXN)) return its.PXN ? "PXN is set" : "PXNTable is set in a table above";
  if (asked.purpose === "fetch") return leaf.PXN || leaf.UXN ? "XN is set, and EL0 may write it" : "EL0 may write it";
  return `AP is ${leaf.AP.toString(2).padStart(2, "0")}${its.AP === leaf.AP ? "" : ", as APTable above leaves it"}`;
}
