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
  const [x, y] = [BigInt.asIntN(64, a), BigInt.asIntN(64, b)];
  if (y === 0n && (operator === "trunc" || operator === "%")) return "divide";
  const exact = EXACTLY[operator](x, y);
  return exact >= -MOST && exact <= MOST ? BigInt.asUintN(64, exact) : "unsafe";
};

const MOST = 2n ** 53n - 1n;

type Operator = Parameters<CompilerQuestions["operate"]>[0];

const EXACTLY: Readonly<Record<Operator, (a: bigint, b: bigint) => bigint>> = {
  "+":     (a, b) => a + b,
  "-":     (a, b) => a - b,
  "*":     (a, b) => a * b,
  "trunc": (a, b) => a / b,
  "%":     (a, b) => a % b,
  "|":     (a, b) => BigInt.asIntN(32, a | b),
  "<<":    (a, b) => BigInt.asIntN(32, a << (b & 31n)),
  ">>>":   (a, b) => BigInt.asUintN(32, a) >> (b & 31n),
};
