import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";

const SHIFTS = ["lsl", "lsr", "asr", "ror"];

/** The letter and the rest of the register's name, the shift, the distance. No space is needed in front of a #. */
const OPERAND =
  /^[ \t]*([xw])(0|[1-9][0-9]?|zr)[ \t]*(?:,[ \t]*(lsl|lsr|asr|ror)(?:[ \t]*#[ \t]*|[ \t]+)(0x[0-9a-f]+|[0-9]+)[ \t]*)?$/;

/**
 * The last operand of AND (shifted register), "x1, lsl #3", as the fields of the word that it decides:
 *
 *   sf 00 01010 shift:2 0 Rm:5 imm6:6 Rn:5 Rd:5       and x0, x2, x1, lsl #3
 *
 * The register is x0 to x30 or xzr (sf = 1), or w0 to w30 or wzr (sf = 0); Rm is 31 for xzr and wzr. It is never the
 * stack pointer. Behind a comma may follow lsl, lsr, asr or ror (shift = 0, 1, 2, 3) and a distance, decimal or
 * hexadecimal (0x1f), with or without a # in front: 0 to 63 for an x register, 0 to 31 for a w register. Without a
 * shift, shift and imm6 are 0.
 *
 * Letters may be capital or small, and spaces and tabs may stand anywhere but inside a word or a number, before and
 * behind the whole too; between the shift and a distance without a # there must be one. For anything else: undefined.
 */
export const parseShiftedRegister: DecoderQuestions["parseShiftedRegister"] = (text) => {
  const [, letter, name, shift, distance] = OPERAND.exec(text.toLowerCase()) ?? [];
  if (letter === undefined) return undefined;
  const sf = letter === "x" ? 1 : 0;
  const Rm = name === "zr" ? 31 : Number(name);
  const imm6 = Number(distance ?? 0);
  if (name !== "zr" && Rm > 30) return undefined;
  if (imm6 >= (sf === 1 ? 64 : 32)) return undefined;
  return { sf, Rm, shift: shift === undefined ? 0 : SHIFTS.indexOf(shift), imm6 };
};
