// The exercises on what an image holds, on values, and on the list of blocks.

import type { ExerciseRow } from "../exercise";

const QUESTIONS = "src/course/exercises/07-compiler/questions.ts";

export const FRONT_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "compiler/reached",
    title: "What it takes along",
    file: "07-compiler/reached.ts",
    kind: "practice",
    points: 5,
    exports: { name: "reached", type: `CompilerQuestions["reached"]`, from: QUESTIONS },
    task: "Return everything that an image has to hold.",
    needs: [],
    hints: [
      "Two sets: what is known to be needed, and what has not been looked at yet. When is it over?",
      "Take one out of those that wait. If it is known already, that is all; if not, it is now, and what it mentions joins those that wait.",
      "A function that calls itself for each thing it finds would be as deep as the longest chain. A list that you push to and pop from is not. Sort at the end.",
    ],
    section: "07-compiler/01-nothing-under-you",
  },
  {
    id: "compiler/number-operator",
    title: "The same number",
    file: "07-compiler/number-operator.ts",
    kind: "practice",
    points: 10,
    exports: { name: "operate", type: `CompilerQuestions["operate"]`, from: QUESTIONS },
    task: "Compute what an operator makes of two numbers, or say how it traps.",
    needs: [],
    hints: [
      "What is given are words. What has a sign is what they stand for: which function of BigInt reads one as the other?",
      "Compute exactly, in bigints with a sign; compare with 2^53 - 1 on both sides; only then make a word of it. The bitwise operators cannot fail the comparison.",
      "BigInt.asIntN(64, a) to read, BigInt.asUintN(64, result) to write. For | and <<, BigInt.asIntN(32, ...) of the result; for >>>, BigInt.asUintN(32, a) first, and then the shift by b & 31n.",
    ],
    section: "07-compiler/02-a-word-for-everything",
  },
  {
    id: "compiler/dominators",
    title: "On every way",
    file: "07-compiler/dominators.ts",
    kind: "practice",
    points: 10,
    exports: { name: "immediateDominators", type: `CompilerQuestions["immediateDominators"]`, from: QUESTIONS },
    task: "Find the block that must have been passed last.",
    needs: [],
    hints: [
      "Say what it means without algorithms: take one block away. What can no longer be reached?",
      "That alone is a solution: for each block, the set of those that are lost without it. Of several that dominate a block, which one is nearest to it?",
      "The nearest is the one that all the others dominate. Or do as our compiler does: number the reached blocks in reverse postorder, and go on setting each one to the common dominator of those before it, until nothing changes.",
    ],
    section: "07-compiler/05-one-assignment",
  },
];
