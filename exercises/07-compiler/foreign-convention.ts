import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Goshawk is a processor that was never built, with words of 8 bytes. This is how its functions are called:
 *
 *   - Words are passed in i1, i2, i3, i4, i5, in this order, each in the next one that has not been used.
 *   - A byte is passed like a word.
 *   - A pair is 16 bytes, and takes two registers, one behind the other in that order; its upper half is in the first of them.
 *     It does not matter where in the list it begins.
 *     It is never half in a register and half on the stack.
 *   - A float is passed in u1, u0, in this order; these are used for nothing else.
 *   - A record has 32 bytes, and is copied onto the stack: it wants no register.
 *   - What finds no register is passed on the stack, in the order of the parameters.
 *     Later parameters may still get registers that are left.
 *   - The first parameter on the stack is at [sp+32]. Each takes as many bytes as it has, from a multiple of 8 on;
 *     but a byte takes one byte, right behind what is there.
 *
 * Write `passed(parameters)`, which says of each parameter where it is: "i1", "i1:i2", "u1"
 * or "[sp+32]". Of a pair on the stack, or a record, it is where its first byte is. For example:
 *
 *     word, byte, pair, float
 *         i1, i2, i3:i4, u1
 *     record, word
 *         [sp+32], i1
 *     word, pair, word, pair, word, byte
 *         i1, i2:i3, i4, [sp+32], i5, [sp+48]
 *     word, word, word, word, word, word, byte, byte, word
 *         i1, i2, i3, i4, i5, [sp+32], [sp+40], [sp+41], [sp+48]
 *     word, word, word, float, record, word, float, pair
 *         i1, i2, i3, u1, [sp+32], i4, u0, [sp+64]
 */

export const passed: CompilerQuestions["passed"] = (parameters) => {
  throw new Error(`Return where each of the ${parameters.length} parameters is passed: ${parameters.join(", ")}.`);
};
