import type { BoardQuestions } from "../../src/course/exercises/06-devices/board-questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Razorbill is a board that was never built. Its bus has 34 address lines, and this is its memory map:
 *
 *     from         bytes      copies  apart      repeats  name    accesses
 *     0x117415000  0x1000     1       -          0x10     uart    4, 8, aligned
 *     0x94814000   0x100      1       -          -        clock   4, aligned
 *     0x1b8c09000  0x800      4       0x1000     0x8      sound   any
 *     0x30a516000  0x40000    1       -          -        rom     any
 *     0x28f11a000  0x200      5       0x200      -        slot    4, aligned
 *     0x3af61e000  0x60       5       0x1000     -        timer   2, 4, aligned
 *     0x215d09000  0xd000000  4       0xd000000  -        ram     any
 *     0x15a8000    0x1000     1       -          -        pen     2, 4, aligned
 *     0x120c000    0x500000   1       -          -        screen  any
 *
 * Where there are several copies, the first is copy 0, and each begins as many bytes behind the one before as they are apart;
 * what is between them is nobody's. A device that repeats has as many bytes as that column says, and fills its copy with them
 * again and again.
 *
 * Two rows lie on each other, screen and pen: a byte that both could have is the one's that stands higher up in the table.
 * An address of more than 34 bits is not wrong: the bus does not see the bits above.
 *
 * An access of 1, 2, 4 or 8 bytes begins at its address. All its bytes must be of the same copy of the same device, and
 * where that repeats, in the same repetition; otherwise it is refused. "Any" access is then taken. Others only if
 * they have one of the sizes in the last column, and are aligned: their offset is divisible by their size.
 *
 * Write `reach(address, bytes)`, which gives { name, copy, offset }, where offset counts from the beginning of the copy, or
 * of the repetition; or undefined for an access that is refused. For example:
 *
 *     reach(0x222d08ffe, 2)         { name: "ram", copy: 0, offset: 0xcfffffe }
 *     reach(0x3af620044, 4)         { name: "timer", copy: 2, offset: 0x44 }
 *     reach(0x117415000, 4)         { name: "uart", copy: 0, offset: 0x0 }
 *     reach(0x94814005, 2)          undefined: it is refused
 *     reach(0x15a8000, 2)           { name: "pen", copy: 0, offset: 0x0 }
 *     reach(0x2d17415460, 8)        { name: "uart", copy: 0, offset: 0x0 }
 */

export const reach: BoardQuestions["reach"] = (address, bytes) => {
  throw new Error(`Return { name, copy, offset } of what an access of ${bytes} bytes at 0x${address.toString(16)} reaches, or undefined if it is refused.`);
};
