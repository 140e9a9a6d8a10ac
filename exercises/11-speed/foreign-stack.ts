import type { SpeedQuestions } from "../../src/course/exercises/11-speed/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Drawer is a stack machine that was never built. Its instructions are:
 *
 *     4b  a number, with a sign, follows: puts it on the stack
 *     c6  and so on to d1: puts the number -2 to 9 on the stack
 *     18  a number n, without a sign, follows: puts variable n on the stack
 *     42  and so on to 47: puts variable 0 to 5 on the stack
 *     76  "xor": takes two operands, and puts the result on the stack
 *     39  "add": takes two operands, and puts the result on the stack
 *     a8  "less": takes two operands, and puts the result on the stack
 *     db  "div": takes two operands, and puts the result on the stack
 *     2e  takes a condition and two values, and puts one of the values on the stack
 *
 * Operations want their left operand to be put on the stack first, and the right one behind it. The choice wants
 * "no", then "condition", then "yes". Both values are computed: there is no jump.
 *
 * A number is written with 4 bits in each byte (bits 3:0), the highest first. Bit 4 is a flag:
 * it is clear in the last byte of the number, and set in all others. The bits above are clear.
 * With a sign, what is written is twice its absolute value, and one more if it is negative.
 * A number has as few bytes as can be, at least one. Where there is an instruction with the number in it, that one is used.
 *
 * Write `foreignStack(tree)`, which gives the list of bytes that leaves the tree's value on the stack. For example:
 *
 *     100
 *         4b 1c 08
 *     -1000
 *         4b 17 1d 01
 *     xor(x0, 1000)
 *         42 4b 17 1d 00 76
 *     (x0 ? 1000 : -1000)
 *         4b 17 1d 01 42 4b 17 1d 00 2e
 *     xor(x89, div(x4, x9))
 *         18 15 09 46 18 09 db 76
 */

export const foreignStack: SpeedQuestions["foreignStack"] = (tree) => {
  throw new Error(`Return the bytes for a tree that is a ${tree.kind}.`);
};
