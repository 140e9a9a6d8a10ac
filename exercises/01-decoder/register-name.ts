import type { DecoderParts } from "../../src/machine/decoder/parts";

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
  throw new Error(`Return the number, width and sp of the register called "${name}", or undefined if there is none.`);
};
