// When an alias is the preferred disassembly, where bits alone cannot say it: functions of the
// manual's shared pseudocode, and the few inequalities that its alias tables contain.

import { takesNoArgument } from "./operands/system-names";
import type { DecoderParts } from "./parts";

type Preference = (field: (name: string) => number, parts: DecoderParts) => boolean;

export const PREFERENCES: Readonly<Record<string, Preference>> = {
  /** UInt(imms) < UInt(immr): BFI, BFC, SBFIZ, UBFIZ. */
  imms_below_immr: (f) => f("imms") < f("immr"),

  /** LSL (immediate) of a UBFM: imms + 1 == immr, and imms is not the topmost bit (that is LSR). */
  LSLPreferred: (f) => f("imms") + 1 === f("immr") && f("imms") !== (f("sf") ? 63 : 31),

  /** SBFX or UBFX: not a shift right, not an extension, not an insertion in zero. */
  BFXPreferred(f) {
    const [sf, uns, immr, imms] = [f("sf"), f("opc") >> 1, f("immr"), f("imms")];
    if (imms < immr) return false;
    if (imms === (sf ? 63 : 31)) return false;
    if (immr !== 0) return true;
    if (sf === 0) return imms !== 7 && imms !== 15;
    return uns === 1 || (imms !== 7 && imms !== 15 && imms !== 31);
  },

  /** A mask that neither MOVZ nor MOVN can make, so that ORR is MOV (bitmask immediate). */
  MaskIsMov(f, parts) {
    const width = f("sf") ? 64 : 32;
    const mask = parts.decodeLogicalImmediate(f("N"), f("immr"), f("imms"), width);
    if (mask === undefined) return false;
    const inverted = BigInt.asUintN(width, ~mask);
    return !isWide(mask, width) && !isWide(inverted, width);
  },

  /** MOVZ is MOV, unless it moves a zero somewhere else than to the bottom. */
  WideIsMov: (f) => f("imm16") !== 0 || f("hw") === 0,

  /** MOVN is MOV, unless that, or (32 bits) MOVZ can make the same number. */
  InvertedWideIsMov: (f) =>
    (f("imm16") !== 0 || f("hw") === 0) && (f("sf") === 1 || f("imm16") !== 0xffff),

  /** A SYS whose operation has no use for Xt, as TLBI ALLE1. */
  OperationTakesNoArgument: (f) => takesNoArgument(f("op1"), f("CRn"), f("CRm"), f("op2")),
};

/** Whether `value` is one 16-bit piece, the rest zero. */
function isWide(value: bigint, width: number): boolean {
  for (let shift = 0; shift < width; shift += 16) {
    const piece = 0xffffn << BigInt(shift);
    if ((value & ~piece) === 0n) return true;
  }
  return false;
}
