import type { DecoderQuestions } from "../../src/course/exercises/01-decoder/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Marrow is a computer that was never built. Its registers have 64 bits, its instructions 32, and some of
 * them carry a mask: a cell of bits, copied until the register is full. Three fields of the word say which:
 *
 *     word<19:15>   run
 *     word<12>      big
 *     word<10:6>    turn
 *
 * No other bit of the word has to do with the mask. `big` and the first bits of `run` give the size of the cell:
 *
 *     big  run     cell
 *     0    xxxxx     32
 *     1    0xxxx     16
 *     1    10xxx      8
 *     1    110xx      4
 *
 * Everything else is reserved.
 *
 * 1. The x's of `run`, read as a number, plus one, are how many zeros the cell has. The others are ones.
 *    A cell of nothing but zeros is reserved.
 * 2. The ones stand side by side, at the low end of the cell.
 * 3. Then the cell is turned to the left by `turn` places: what leaves it on the left comes in on the right.
 *    A `turn` as large as the cell, or larger, is reserved.
 *
 * Write `decodeMask(word)`: the mask as a bigint of 64 bits, or undefined where it is reserved. For example:
 *
 *     decodeMask(0x000300c0)   0x0fff_fff8_0fff_fff8
 *     decodeMask(0x00021040)   0x0ffe_0ffe_0ffe_0ffe
 *     decodeMask(0x00091080)   0x7c7c_7c7c_7c7c_7c7c
 *     decodeMask(0x000b9000)   undefined (reserved)
 */

export const decodeMask: DecoderQuestions["decodeMask"] = (word) => {
  throw new Error(`Return the mask in 0x${word.toString(16)} by the rules above, or undefined where it is reserved.`);
};
