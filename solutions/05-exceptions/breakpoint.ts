import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * Whether breakpoint `n` of `units` stops the instruction at fetch.pc, which runs at fetch.level in fetch.context, the content of
 * CONTEXTIDR_EL1. A unit is { value, control }, DBGBVR<n>_EL1 and DBGBCR<n>_EL1:
 *
 *   23:20  19:16  15:14  13        2:1   0
 *   BT     LBN    SSC    HMC       PMC   E        of DBGBCR<n>_EL1; the rest of it does not count
 *
 * It stops nothing unless E is 1, PMC has bit 0 set for EL1, or bit 1 for EL0, and HMC and SSC are 0. Then it depends on BT:
 *
 *   0b0000  stops if the instruction is at the address `value`
 *   0b0001  the same, but only if unit number LBN holds the context
 *   0b0010  stops if it holds the context itself
 *   0b0011  stops nothing; it is there to be linked to
 *
 * and no other BT stops anything. Of addresses, bits 48:2 are compared. A unit holds the context if bits 31:0 of `value` are those
 * of fetch.context, and it is one of the last two of `units`: the others cannot. To be linked to, it must have E = 1 and
 * BT = 0b0011; its PMC, HMC and SSC do not count. Nor does a unit that is not there hold anything.
 */
export const breakpointMatches: ExceptionParts["breakpointMatches"] = (n, units, { pc, level, context }) => {
  const { value, control } = units[n]!;
  const isMeant = ((control >> (level === 1 ? 1 : 2)) & 1) === 1 && (control & HMC_SSC) === 0;
  if (!isEnabled(control) || !isMeant) return false;
  switch (typeOf(control)) {
    case 0b0000: return isAt(value, pc);
    case 0b0001: return isAt(value, pc) && isLinkedContext((control >> 16) & 15, units, context);
    case 0b0010: return isContext(n, units, context);
    default: return false;
  }
};

type Units = Parameters<ExceptionParts["breakpointMatches"]>[1];

const HMC_SSC = 0b111 << 13;

const isEnabled = (control: number): boolean => (control & 1) === 1;

const typeOf = (control: number): number => (control >> 20) & 15;

const isAt = (value: bigint, pc: bigint): boolean => BigInt.asUintN(49, value ^ pc) < 4n;

function isLinkedContext(n: number, units: Units, context: bigint): boolean {
  const control = units[n]?.control ?? 0;
  return isEnabled(control) && typeOf(control) === 0b0011 && isContext(n, units, context);
}

const isContext = (n: number, units: Units, context: bigint): boolean =>
  n >= units.length - 2 && BigInt.asUintN(32, units[n]!.value ^ context) === 0n;
