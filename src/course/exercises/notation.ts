// How the manual writes numbers, for the calls and answers that a student is shown.

import { hex32 } from "../../base/word";
import { showPlain } from "./plain";

/** 0x91000420; what is no 32-bit word is shown as it is. */
export const word = (value: number): string => (isUnsigned(value, 32) ? hex32(value) : showPlain(value));

/** 0b000000000001, as wide as the field; what does not fit is shown as it is. */
export const bits = (value: number, width: number): string =>
  isUnsigned(value, width) ? `0b${value.toString(2).padStart(width, "0")}` : showPlain(value);

/** 0x000f_000f_000f_000f: a register of `width` bits. */
export function register(value: bigint, width: number): string {
  if (typeof value !== "bigint" || value !== BigInt.asUintN(width, value)) return showPlain(value);
  const digits = value.toString(16).padStart(width / 4, "0");
  return `0x${digits.replace(/(?<=.)(?=(.{4})+$)/g, "_")}`;
}

const isUnsigned = (value: number, width: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < 2 ** width && !Object.is(value, -0);
