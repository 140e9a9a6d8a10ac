import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Fulmar is a processor that was never built. It has one ID register, of 64 bits:
 *
 *     36     a bit     0: "pulley"
 *     34     a bit     1, where there is "windlass", too: "chisel"
 *     30:25  unsigned  from  2 on: "crucible"
 *                      from  3 on: "quern"
 *     22:18  unsigned  from  1 on: "bodkin"
 *                      from  2 on: "trivet"
 *     17:14  signed    from -1 on: "windlass"
 *                      from  0 on: "whetstone"
 *     12     a bit     0: "gimlet"
 *     7:4    unsigned  n: there are 2 ^ n feathers, as "8 feathers" if n is 3
 *
 * A field is a number; those that are signed are in two's complement. Larger numbers than those of the table, and numbers
 * between them, are versions like any others: what is there from 2 on is there at 3, too. Bits that are in no field are
 * kept for processors to come, and say nothing today.
 *
 * Write `foreignClaims(id)`: what a processor has whose ID register is `id`, as an array of strings in any order. For
 * example:
 *
 *     0x0000000000000000
 *         pulley, windlass, whetstone, gimlet, 1 feathers
 *     0xffffffffffffffff
 *         chisel, crucible, quern, bodkin, trivet, windlass, 32768 feathers
 *     0x2dd404bd86b80a90
 *         chisel, crucible, quern, bodkin, trivet, windlass, whetstone, gimlet, 512 feathers
 *     0x64b6a25d0796129c
 *         crucible, quern, bodkin, trivet, 512 feathers
 *     0x9f307f85a17410ec
 *         pulley, chisel, crucible, quern, bodkin, trivet, windlass, whetstone, 16384 feathers
 *     0xda03c75bfcb7f22c
 *         crucible, quern, bodkin, trivet, windlass, 4 feathers
 */

export const foreignClaims: SystemQuestions["foreignClaims"] = (id) => {
  throw new Error(`Return what a processor has whose ID register is 0x${id.toString(16)}, as an array of strings.`);
};
