// Loads and stores: which row for which width, and how much of the address goes into it.
//
//   [base, #imm]            an offset that counts accesses, 0 to 4095 of them; or -256 to 255 bytes
//   [base, index, lsl #n]   the index counts accesses, or bytes
//   [base, w, sxtw #n]      the same, extended from 32 bits

import { WIDTHS, type Width as MemoryWidth } from "../ir/operation";
import { type Fields, type RowName, signedField } from "./encode";
import type { Register } from "./machine";
import type { Bindings } from "./pattern";
import { rule, type Rule } from "./rules";

interface Direct {
  readonly row: RowName;
  readonly fields: Fields;
}

/** A width's rows. */
export interface Access {
  /** How many times an index is shifted, so that it counts accesses. */
  readonly scale: number;
  /** With an offset; undefined if it is out of reach. */
  readonly direct: (offset: number) => Direct | undefined;
  readonly indexed: RowName;
  /** The field that tells W from X, where there is one. */
  readonly fixed: Fields;
}

function access(
  width: MemoryWidth, scaled: RowName, unscaled: RowName, indexed: RowName, fixed: Fields = {},
): Access {
  const { bytes } = WIDTHS[width];
  const direct = (offset: number): Direct | undefined => {
    if (offset >= 0 && offset % bytes === 0 && offset / bytes < 4096) {
      return { row: scaled, fields: { ...fixed, imm12: offset / bytes } };
    }
    return offset >= -256 && offset < 256
      ? { row: unscaled, fields: { ...fixed, imm9: signedField(offset, 9) } }
      : undefined;
  };
  return { scale: Math.log2(bytes), direct, indexed, fixed };
}

const W = { x: 0 } as const;
const X = { x: 1 } as const;
/** The loads that extend a sign tell it the other way round. */
const TO_X = { x: 0 } as const;

export const LOADS: Readonly<Record<MemoryWidth, Access>> = {
  u8:  access("u8",  "LDRB (immediate, unsigned offset)",  "LDURB",  "LDRB (register)"),
  u16: access("u16", "LDRH (immediate, unsigned offset)",  "LDURH",  "LDRH (register)"),
  u32: access("u32", "LDR (immediate, unsigned offset)",   "LDUR",   "LDR (register)",   W),
  s8:  access("s8",  "LDRSB (immediate, unsigned offset)", "LDURSB", "LDRSB (register)", TO_X),
  s16: access("s16", "LDRSH (immediate, unsigned offset)", "LDURSH", "LDRSH (register)", TO_X),
  s32: access("s32", "LDRSW (immediate, unsigned offset)", "LDURSW", "LDRSW (register)"),
  u64: access("u64", "LDR (immediate, unsigned offset)",   "LDUR",   "LDR (register)",   X),
};

const BYTE = access("u8",  "STRB (immediate, unsigned offset)", "STURB", "STRB (register)");
const HALF = access("u16", "STRH (immediate, unsigned offset)", "STURH", "STRH (register)");
const WORD = access("u32", "STR (immediate, unsigned offset)",  "STUR",  "STR (register)",  W);
const LONG = access("u64", "STR (immediate, unsigned offset)",  "STUR",  "STR (register)",  X);

export const STORES: Readonly<Record<MemoryWidth, Access>> = {
  u8: BYTE, s8: BYTE, u16: HALF, s16: HALF, u32: WORD, s32: WORD, u64: LONG,
};

const LSL = 0b011;
const UXTW = 0b010;
const SXTW = 0b110;

interface Given {
  readonly access: Access;
  readonly Rd: Register;
  readonly s: Register;
  readonly b: Register;
}

/** The row of an access whose address is s + b, extended and shifted. */
const indexed = (option: number, isShifted: boolean) => (leaves: Bindings) => {
  const { access: { indexed: name, fixed }, Rd, s, b } = leaves as unknown as Given;
  const S = isShifted ? 1 : 0;
  return { op: "row", row: name, fields: { ...fixed, Rm: b, option, S, Rn: s, Rt: Rd } } as const;
};

/** Whether the index counts accesses, and nothing is to be added. */
const counts = (leaves: Bindings): boolean => {
  const { access, n, at } = leaves as unknown as { access: Access; n: number; at: number };
  return n === access.scale && at === 0;
};
const isPlain = (leaves: Bindings): boolean => leaves["at"] === 0;

interface AddressRule {
  readonly rule: Rule;
  /** What is added to the offset; undefined if the rule is an instruction. */
  readonly offsetOf: (leaves: Bindings) => number | undefined;
}

const byIndex = (each: Rule): AddressRule => ({ rule: each, offsetOf: () => undefined });

/** What an address may be made of. */
export const ADDRESSES: readonly AddressRule[] = [
  {
    rule: rule(64, "add(a, offset)", () => { throw new Error("never"); }),
    offsetOf: (leaves) => leaves["offset"] as number,
  },
  byIndex(rule(64, "add(s, shl(sext32(b), n))", indexed(SXTW, true), counts)),
  byIndex(rule(64, "add(s, shl(zext32(b), n))", indexed(UXTW, true), counts)),
  byIndex(rule(64, "add(s, shl(b, n))",         indexed(LSL, true), counts)),
  byIndex(rule(64, "add(s, sext32(b))",         indexed(SXTW, false), isPlain)),
  byIndex(rule(64, "add(s, zext32(b))",         indexed(UXTW, false), isPlain)),
  byIndex(rule(64, "add(s, b)",                 indexed(LSL, false), isPlain)),
];
