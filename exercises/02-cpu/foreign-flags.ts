import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Bittern is a computer that was never built. Its registers have 18 bits, and it has a status register of
 * 16 bits. It adds and subtracts:
 *
 *     add    x + y
 *     addc   x + y, and one more if C is 1
 *     sub    x - y
 *     subc   x - y, and one less if C is 0
 *
 * The value is what 18 bits hold of that. The flags are bits of the status register, bit 0 being the lowest:
 *
 *     bit  1   Z   the value is zero
 *     bit  4   S   bit 17 of the value is 1
 *     bit 11   C   in add and addc: a carry came out of bit 17; in sub and subc: nothing was borrowed
 *     bit 15   V   of two's complement numbers, the sum or difference does not fit in 18 bits
 *     bit  7   P   the number of ones in the low 8 bits of the value is even
 *     bit  0   L   S and V are different: of a difference, that x is less than y as two's complement numbers
 *
 * But behind addc and subc, Z is 1 only if it was 1 before, too: then it is about the whole of a long number.
 * Every other bit of the status register stays as it was.
 *
 * Write `foreignAlu(operation, x, y, status)`: `operation` is one of those four names; x and y are registers,
 * unsigned; `status` is the status register before. It gives the value, and the status register behind. For example:
 *
 *     foreignAlu("add", 0x00017, 0x00019, 0x0000)    { value: 0x00030, status: 0x0080 }
 *     foreignAlu("add", 0x3ffff, 0x00001, 0xffff)    { value: 0x00000, status: 0x7fee }
 *     foreignAlu("addc", 0x20000, 0x1ffff, 0x0800)   { value: 0x00000, status: 0x0880 }
 *     foreignAlu("sub", 0x00003, 0x00005, 0x0000)    { value: 0x3fffe, status: 0x0011 }
 *     foreignAlu("sub", 0x20000, 0x00001, 0x0002)    { value: 0x1ffff, status: 0x8881 }
 *     foreignAlu("subc", 0x00005, 0x00005, 0x0802)   { value: 0x00000, status: 0x0882 }
 *     foreignAlu("subc", 0x00005, 0x00005, 0x0000)   { value: 0x3ffff, status: 0x0091 }
 */

export const foreignAlu: CpuQuestions["foreignAlu"] = (operation, x, y, status) => {
  throw new Error(`Return { value, status } behind ${operation} of ${x} and ${y}, the status having been ${status}.`);
};
