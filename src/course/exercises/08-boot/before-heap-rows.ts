// The exercises of chapter 8 on what comes before the heap: functions in a world where nothing can be allocated.

import type { ExerciseRow } from "../exercise";
import { HELLO, IN_MEMORY, PARTS } from "./shared";

export const BEFORE_HEAP_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "boot/next-tag",
    title: "One step through a tree",
    file: "08-boot/next-tag.ts",
    kind: "part",
    points: 10,
    exports: { name: "nextToken", type: `BootParts["nextToken"]`, from: PARTS, through: IN_MEMORY },
    kernel: { replaces: "src/unikernel/device-tree/next-token.ts", call: "nextToken(0n)", noalloc: true, service: HELLO },
    task: "Go from a token of a device tree to the next.",
    needs: [],
    hints: [
      "bigEndian32(at) is the token. Of each of the four kinds, write down how many bytes it has, and where that is said.",
      "A name ends at its NUL, and the NUL is a part of it: look for it with load8. A property says its length in the second of its three words. Both are filled up to a multiple of 4, which is what roundUp(address, 4n) does.",
      "behind = at + 4; for FDT_BEGIN_NODE roundUp(plus(address of the NUL, 1n), 4n); for FDT_PROP roundUp(plus(at, BigInt(12 + length)), 4n). Then, while bigEndian32(behind) is FDT_NOP, four further.",
    ],
    section: "08-boot/03-before-there-is-a-heap",
  },
  {
    id: "boot/move",
    title: "Out of the way",
    file: "08-boot/move.ts",
    kind: "part",
    points: 10,
    exports: { name: "copyBytes", type: `BootParts["copyBytes"]`, from: PARTS, through: IN_MEMORY },
    kernel: { replaces: "src/unikernel/runtime/copy.ts", call: "copyBytes(0n, 0n, 0n)", noalloc: true, service: HELLO },
    task: "Copy memory to where it may overlap with what is copied.",
    needs: [],
    hints: [
      "Draw two boxes that overlap, the target to the right. You copy the first byte: what have you just lost? And if the target is to the left?",
      "If the target begins within what is copied, begin at the end; otherwise at the beginning. Where both addresses are multiples of 8, whole words come first, or last: in which of the two directions do the odd bytes at the end come first?",
      "With words = areWords ? minus(bytes, bytes & 7n) : 0n: upwards, bytes from the last down to words, then words down to 0; downwards, words from 0 on, then bytes. (from | to) & 7n is 0n if both are multiples of 8.",
    ],
    section: "08-boot/03-before-there-is-a-heap",
  },
  {
    id: "boot/zero",
    title: "Variables that start as zero",
    file: "08-boot/zero.ts",
    kind: "part",
    points: 5,
    exports: { name: "zero", type: `BootParts["zero"]`, from: PARTS, through: IN_MEMORY },
    kernel: { replaces: "src/unikernel/boot/zero.ts", call: "zero(0n, 0n)", noalloc: true, service: HELLO },
    task: "Clear memory from one address up to another, a word at a time where you can.",
    needs: [],
    hints: [
      "Clear a byte at a time first, with store8, and see which cases hold. Which of these bytes could have been cleared eight at once?",
      "store64 wants an address that is a multiple of 8, and clears the eight bytes from there on. So there are three parts: bytes up to the first such address, words, and the bytes that are left.",
      "Three loops with one variable: while at < to and (at & 7n) !== 0n, store8; while at + 8 is at most to, store64; while at < to, store8. An address goes on with plus(at, 8n): a bare + is refused, for it could leave 64 bits.",
    ],
    section: "08-boot/03-before-there-is-a-heap",
  },
];
