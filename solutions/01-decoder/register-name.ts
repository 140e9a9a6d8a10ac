import type { DecoderParts } from "../../src/machine/decoder/parts";

const SPECIAL = new Map<string, ReturnType<DecoderParts["parseRegister"]>>([
  ["xzr", { number: 31, width: 64, sp: false }],
  ["wzr", { number: 31, width: 32, sp: false }],
  ["sp",  { number: 31, width: 64, sp: true }],
  ["wsp", { number: 31, width: 32, sp: true }],
  ["fp",  { number: 29, width: 64, sp: false }],
  ["lr",  { number: 30, width: 64, sp: false }],
]);

/**
 * A general-purpose register by its name, in capital or small letters, or undefined if there is none of that name:
 *
 *   x0 to x30, w0 to w30    numbers 0 to 30, of 64 and of 32 bits
 *   xzr, wzr                the zero register: number 31
 *   sp, wsp                 the stack pointer: number 31 too, but `sp` is true (and false for all others)
 *   fp, lr                  x29 and x30 by another name
 *
 * There is no x31, and no zero in front: x07 is no register.
 */
export const parseRegister: DecoderParts["parseRegister"] = (name) => {
  const lower = name.toLowerCase();
  const special = SPECIAL.get(lower);
  if (special !== undefined) return special;
  const [, letter, digits] = /^([xw])(0|[1-9][0-9]?)$/.exec(lower) ?? [];
  const number = Number(digits);
  if (digits === undefined || number > 30) return undefined;
  return { number, width: letter === "x" ? 64 : 32, sp: false };
};
