// Exceptions for a kernel to pass on, with the syndromes that they have.

import type { Cause } from "../../../../machine/cpu/exception";
import { syndromeOf } from "../../../../machine/exceptions/syndrome";
import type { Level } from "../../../../machine/sysregs/pstate";
import type { Draw } from "../../draw";
import type { Message } from "../questions";
import { drawFault } from "../syndrome";
import { messageOf } from "./decide";
import type { PassOnVariant } from "./variant";

export type Happening = readonly [cause: Cause, level: Level];

/** What ESR_EL1 and FAR_EL1 are, and what the kernel makes of it. */
export interface Told {
  readonly cause: Cause;
  readonly esr: bigint;
  readonly far: bigint;
  readonly message: Message;
}

/** Where FAR_EL1 is not written, it holds what it held. */
export function told(draw: Draw, variant: PassOnVariant, [cause, level]: Happening): Told {
  const { esr = 0n, far = draw.bigBits(48) } = syndromeOf(cause, level);
  return { cause, esr, far, message: messageOf(variant, cause, level, Number(esr >> 26n)) };
}

/** On both sides of the limit, and at it. */
export const drawCall = (draw: Draw, { callLimit }: PassOnVariant): Happening =>
  [{ kind: "SVC", imm16: draw.pick([draw.below(callLimit), draw.between(callLimit, 0xffff), callLimit - 1, callLimit]) }, 0];

export const drawTrap = (draw: Draw): Happening =>
  [{ kind: "trapped access", word: 0xd500_0000 + (draw.bits(1) << 21) + (draw.pick([1, 3, 3]) << 19) + draw.bits(19) }, 0];

export const drawOther = (draw: Draw): Happening =>
  draw.pick<Happening>([
    [{ kind: "BRK", imm16: draw.bits(16) }, 0], [{ kind: "BRK", imm16: draw.bits(16) }, 0], [{ kind: "trapped FP", word: 0x1e6e_1000 }, 0],
    [{ kind: "undefined", word: 0 }, 0], [{ kind: "SP alignment" }, 0], [{ kind: "PC alignment", address: draw.bigBits(40) | 1n }, 0],
    [{ kind: "trapped wait", word: 0xd503_207f }, 0], [{ kind: "software step", exclusive: false }, 0], [{ kind: "illegal state" }, 0],
    [{ kind: "watchpoint", address: draw.bigBits(40), write: true }, 0],
  ]);

export function drawAbort(draw: Draw, level: Level = 0): Happening {
  const [address, fault] = [draw.bigBits(draw.pick([40, 48, 64])), drawFault(draw)];
  if (draw.below(3) === 0 && fault.kind !== "alignment") return [{ kind: "instruction abort", address, fault }, level];
  return [{ kind: "data abort", address, fault, write: draw.bits(1) === 1, maintenance: draw.below(4) === 0 && fault.kind !== "alignment" }, level];
}
