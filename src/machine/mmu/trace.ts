// A walk with every step written down: for the page-table widget, a crash screen, a chapter. It is
// the walk that the MMU does, without its TLB.

import { hex, type VirtAddr } from "../../base/word";
import type { Descriptor } from "./descriptor";
import type { MmuParts } from "./parts";
import { rangeFor, type Regime, type TranslationRegisters, type VaRange } from "./regime";
import { STANDARD_MMU_PARTS } from "./standard-parts";
import type { ReadDescriptor, Walked, WalkStep } from "./walk";

export interface Trace {
  readonly regime: Regime;
  /** The one that `va` belongs to, although it may lie outside. */
  readonly range: VaRange;
  readonly isInRange: boolean;
  /** One a level; none where nothing was read. */
  readonly steps: readonly WalkStep[];
  readonly result: Walked;
}

/** What happens to `va` when the MMU is on. */
export function traceWalk(
  va: VirtAddr, registers: TranslationRegisters, read: ReadDescriptor,
  parts: MmuParts = STANDARD_MMU_PARTS,
): Trace {
  const regime = parts.regimeOf(registers);
  const range = rangeFor(regime, va);
  const isInRange = range.isSizeLegal && parts.isInRange(va, range);
  const steps: WalkStep[] = [];
  const { tableIndex, decodeDescriptor, limited } = parts;
  const heard = (step: WalkStep): void => { steps.push(step); };
  const result: Walked = isInRange
    ? parts.walk(va, range, regime.outputBits, read, {
      tableIndex, decodeDescriptor, limited, heard,
    })
    : { kind: "translation", level: 0 };
  return { regime, range, isInRange, steps, result };
}

/** "level 1: entry 72, at 0x40000240, is 0x40001003: table at 0x40001000" */
export function stepText({ level, index, address, bits, descriptor }: WalkStep): string {
  const place = `level ${level}: entry ${index}, at ${hex(address)},`;
  if (bits === undefined || descriptor === undefined) return `${place} does not answer`;
  return `${place} is ${hex(bits)}: ${descriptorText(descriptor)}`;
}

function descriptorText(descriptor: Descriptor): string {
  if (descriptor.kind === "invalid") return "invalid";
  const where = `${descriptor.kind} at ${hex(descriptor.address)}`;
  if (descriptor.kind === "table") {
    const { APTable, UXNTable, PXNTable } = descriptor;
    const limits = [
      APTable === 0 ? "" : `APTable ${inBinary(APTable)}`,
      UXNTable ? "UXNTable" : "", PXNTable ? "PXNTable" : "",
    ];
    return listOf([where, ...limits]);
  }
  const { AP, UXN, PXN, AF, nG, AttrIndx } = descriptor;
  return listOf([
    where, `Attr${AttrIndx}`, `AP ${inBinary(AP)}`,
    UXN ? "UXN" : "", PXN ? "PXN" : "", nG ? "nG" : "", AF ? "" : "not yet accessed",
  ]);
}

const inBinary = (bits: number): string => bits.toString(2).padStart(2, "0");
const listOf = (items: readonly string[]): string => items.filter((item) => item !== "").join(", ");
