// PAR_EL1 as AT leaves it ("PAR_EL1, Physical Address Register"), of an outcome of the model; and which of its bits
// the manual settles.

import { bug } from "../../../../src/base/bug";
import { type Faulted, type Mapped, type Memory, type Outcome } from "./world";

export interface Expected {
  readonly value: bigint;
  /** Bits that count. */
  readonly mask: bigint;
}

const ALL = (1n << 64n) - 1n;
const RES1 = 1n << 11n;
/** NS, of which a machine without EL3 knows nothing, and bit 10, which is IMPLEMENTATION DEFINED. */
const UNSETTLED = 3n << 9n;
const ATTR = 0xffn << 56n;
const SH = 3n << 7n;

/** The low bits of FST, by level ("Fault status codes"). */
const FST: Readonly<Record<Faulted["fault"], number>> = {
  "address size": 0b000000, "translation": 0b000100, "access flag": 0b001000, "permission": 0b001100,
  "external": 0b010100,
};

export const faultStatus = ({ fault, level }: Faulted): number => FST[fault] | level;

/** An external abort of a walk is no outcome of AT: the instruction itself aborts. */
export function expectedPAR(outcome: Outcome): Expected {
  if (outcome.kind === "mapped") return success(outcome);
  if (outcome.fault === "external") bug("an external abort is not in PAR_EL1");
  const F = 1n;
  // Bits 63:48 are IMPLEMENTATION DEFINED.
  return { value: (BigInt(faultStatus(outcome)) << 1n) | RES1 | F, mask: (1n << 48n) - 1n };
}

function success({ address, memory }: Mapped): Expected {
  const page = BigInt.asUintN(48, (address >> 12n) << 12n);
  const value = (memory.attributes << 56n) | page | (shareabilityOf(memory) << 7n) | RES1;
  const isReserved = memory.type === "reserved" || memory.shareability === 1n;
  const open = UNSETTLED | (memory.type === "reserved" ? ATTR : 0n) | (isReserved ? SH : 0n);
  return { value, mask: ALL & ~open };
}

/** Device memory, and Normal memory that nobody caches, are always outer shareable: 0b10. */
const shareabilityOf = (memory: Memory): bigint => (isUncached(memory) ? 2n : memory.shareability);

export const isUncached = ({ type, attributes }: Memory): boolean => type.startsWith("Device") || attributes === 0x44n;
