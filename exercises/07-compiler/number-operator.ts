import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/**
 * What an operator of the language makes of two numbers. Both are words of 64 bits, given as bigints from 0: -1 is
 * 0xffff_ffff_ffff_ffff. The result is such a word too, or the trap:
 *
 *   "divide"   "trunc" or "%", by 0
 *   "unsafe"   what comes of it, exactly, is less than -(2^53 - 1) or more than 2^53 - 1
 *
 * "trunc" is Math.trunc(a / b); the sign of "%" is that of a. "|", "<<" and ">>>" are JavaScript's: they look at the lower 32
 * bits of both, shift by five bits of b, and give a number with a sign, but for ">>>", which gives one from 0.
 */
export const operate: CompilerQuestions["operate"] = (operator, a, b) => {
  throw new Error(`Return the word that a ${operator} b is, or its trap, for a = 0x${a.toString(16)} and b = 0x${b.toString(16)}.`);
};
