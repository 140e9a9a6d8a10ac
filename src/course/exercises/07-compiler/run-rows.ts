// The exercises on objects, on what happens while a program runs, and on the linker.

import type { ExerciseRow } from "../exercise";

const QUESTIONS = "src/course/exercises/07-compiler/questions.ts";

export const RUN_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "compiler/class-numbers",
    title: "Is it one of these?",
    file: "07-compiler/class-numbers.ts",
    kind: "part",
    points: 10,
    exports: { name: "numberClasses", type: `FrontParts["numberClasses"]`, from: "src/compiler/front/parts.ts" },
    task: "Number classes so that a class's heirs follow it.",
    needs: [],
    hints: [
      "Draw the classes as a family tree, and walk around it with a pencil. In which order do you meet them for the first time?",
      "A class takes the next number when you come to it. When you leave it, all that is derived from it has been numbered: so the last number given out is its lastHeir.",
      "First make a list of heirs for each class: a base may stand behind them. Then visit(each): number = next++, visit its heirs, lastHeir = next - 1. Begin with those that have no base.",
    ],
    section: "07-compiler/08-objects",
  },
  {
    id: "compiler/catcher",
    title: "Who catches it?",
    file: "07-compiler/catcher.ts",
    kind: "practice",
    points: 10,
    exports: { name: "catcher", type: `CompilerQuestions["catcher"]`, from: QUESTIONS },
    task: "Find the handler for an exception, and its frame.",
    needs: [],
    hints: [
      "A frame says where its function returns to: into which function is that? And whose frame is the handler to have?",
      "If a frame's returnsTo is in the table, the call was made by its caller, and the handler is in there too: the answer is the caller's frame. If not, go on with the caller.",
      "In a sorted table, halve: the first row that is not before what you look for, low and high, until they meet; and then see whether that row is the one.",
    ],
    section: "07-compiler/10-what-is-thrown",
  },
  {
    id: "compiler/mark",
    title: "What is not garbage",
    file: "07-compiler/mark.ts",
    kind: "practice",
    points: 15,
    exports: { name: "mark", type: `CompilerQuestions["mark"]`, from: QUESTIONS },
    task: "Find everything that a program can still reach.",
    needs: ["compiler/reached"],
    hints: [
      "It is `reached` once more, with one step before it: which object, if any, does a root lie in?",
      "A root lies in the last object that does not begin behind it, or in none. In a sorted list, halve to find it; then compare with its end.",
      "References need no search: a Map from addresses to objects has them, and has nothing for those outside. A list that waits, a set that is marked, and sort((a, b) => a - b) at the end: without that, numbers are sorted as text.",
    ],
    section: "07-compiler/11-what-is-garbage",
  },
  {
    id: "compiler/relocate",
    title: "Filling in the blanks",
    file: "07-compiler/relocate.ts",
    kind: "part",
    points: 10,
    exports: { name: "relocate", type: `LinkParts["relocate"]`, from: "src/compiler/link/parts.ts" },
    task: "Put an address into an instruction.",
    needs: [],
    hints: [
      "Three cases, and in each: how far is it, in which unit, and where do the bits go? Stay in bigints until the end.",
      "A page is an address >> 12n. Two addresses four bytes apart may be on different pages, so subtract pages, not addresses. ADD wants no distance at all.",
      "BigInt.asUintN(26, (S - place) >> 2n) is CALL26's field. ADRP: 21 bits of pages; pages & 3n to bit 29, pages >> 2n to bit 5. Number(BigInt(word) | (field << shift)) has no sign to worry about.",
    ],
    section: "07-compiler/12-the-linkers-last-word",
  },
  {
    id: "compiler/leb128",
    title: "As few bytes as it takes",
    file: "07-compiler/leb128.ts",
    kind: "practice",
    points: 5,
    exports: { name: "leb128", type: `CompilerQuestions["leb128"]`, from: QUESTIONS },
    task: "Write a number as DWARF does.",
    needs: [],
    hints: [
      "Without a sign: the lowest seven bits, then the next seven, until nothing is left. Only the last byte has a 0 in bit 7.",
      "With a sign, \"nothing is left\" is 0 or -1, and the last byte's bit 6 must say which. 64 is why 0x40 alone will not do.",
      "Shifts of numbers are of 32 bits: use a bigint, whose >> keeps the sign and never runs out. Stop if rest === (bit 6 ? -1n : 0n) with a sign, or rest === 0n without.",
    ],
    section: "07-compiler/12-the-linkers-last-word",
  },
];
