// The exercises of chapter 8 on physical memory, and on a map that changes.

import type { ExerciseRow } from "../exercise";
import { HELLO, IN_MEMORY, PARTS } from "./shared";

export const MEMORY_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "boot/find-gap",
    title: "Room in a list",
    file: "08-boot/find-gap.ts",
    kind: "part",
    points: 10,
    exports: { name: "findGap", type: `BootParts["findGap"]`, from: PARTS, through: { name: "inMap", from: "src/course/exercises/08-boot/adapters/in-map.ts", takes: 3 } },
    kernel: { replaces: "src/unikernel/memory/find-gap.ts", call: "findGap(4096, 4096)", noalloc: true, service: HELLO },
    task: "Find the lowest place in the memory map that nobody has taken.",
    needs: [],
    hints: [
      "Where can the lowest free place begin? Either where some RAM begins, or where something that is taken ends. Nowhere else.",
      "For each row that is RAM: try its beginning. If any other row has a byte of [at, at + bytes), the place is no good, and the next that may be good is the end of that row. Which rows have to be looked at again then?",
      "All of them: rows stand in any order. Two ranges overlap if each begins before the other ends. Of the places that end within the RAM and at the limit at the latest, keep the lowest.",
    ],
    section: "08-boot/04-whose-page-is-it",
  },
  {
    id: "boot/take-run",
    title: "Pages in a row",
    file: "08-boot/take-run.ts",
    kind: "part",
    points: 10,
    exports: { name: "findRun", type: `BootParts["findRun"]`, from: PARTS, through: IN_MEMORY },
    kernel: { replaces: "src/unikernel/memory/find-run.ts", call: "findRun(0n, 1, 1, 0, 1, 1)", noalloc: true, service: HELLO },
    task: "Find a run of free pages in a table with a bit a page.",
    needs: [],
    hints: [
      "Two numbers are all the state there is: where the run at hand begins, and how far you have come. What happens to each at a page that is free, and at one that is taken?",
      "At a page that is taken, the next run can begin behind it, at the first aligned page from there: (first + page) must be a multiple of the alignment. When page - begin is as large as the run, you have it; at the end of the table, you do not.",
      "Before you ask isSet() at a page that is a multiple of 64, load its word: if it is ALL, go on by 64 pages; if it is 0n, begin anew behind all 64. In between, ask page by page.",
    ],
    section: "08-boot/04-whose-page-is-it",
  },
  {
    id: "boot/leaf",
    title: "May I?",
    file: "08-boot/leaf.ts",
    kind: "part",
    points: 10,
    exports: { name: "attributesOf", type: `BootParts["attributesOf"]`, from: PARTS },
    kernel: { replaces: "src/unikernel/memory/attributes.ts", call: "attributesOf(1)", noalloc: true, service: HELLO },
    task: "Say in a descriptor's bits what may be done with a page.",
    needs: [],
    hints: [
      "Begin with what all of them have, AF. Then go from flag to flag: which bits does each of them set, and which does its absence?",
      "Three things are the other way round: READ-ONLY is a bit, so writable is its absence; UXN and PXN are bits that forbid. What is not executable has both.",
      "device: nothing for SH, 0 for Attr. uncached: 3n << 8n, 2n << 2n. Else: 3n << 8n, 1n << 2n. Executable for programs: PXN alone. Executable for the kernel: UXN alone. Compare with 0x0060_0000_0000_0704n, data of the kernel.",
    ],
    section: "08-boot/05-a-map-that-changes",
  },
  {
    id: "boot/next-piece",
    title: "The largest that fits",
    file: "08-boot/next-piece.ts",
    kind: "part",
    points: 5,
    exports: { name: "nextPiece", type: `BootParts["nextPiece"]`, from: PARTS },
    kernel: { replaces: "src/unikernel/memory/next-piece.ts", call: "nextPiece(0, 0, 4096)", noalloc: true, service: HELLO },
    task: "Choose the largest block or page that a range can begin with.",
    needs: [],
    hints: [
      "There are three sizes. Of a block of 2 MiB, which bits of its two addresses does the descriptor have no room for?",
      "A size fits if the range is at least as long, and both addresses are multiples of it. Try the largest first.",
      "bytes >= size && offset % size === 0 && physical % size === 0, for 0x4000_0000, then for 0x20_0000; what is left is a page. The bitwise operators would do for a number's lowest 32 bits only: use %.",
    ],
    section: "08-boot/05-a-map-that-changes",
  },
];
