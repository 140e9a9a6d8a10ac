// The graded questions of chapter 8: each has a page of its own, before and behind the exercises on memory.

import type { ExerciseRow } from "../exercise";

const QUESTIONS = "src/course/exercises/08-boot/questions.ts";

export const READING_AN_ENTRY: ExerciseRow = {
  id: "boot/reading-an-entry",
  title: "What the loader left",
  file: "08-boot/reading-an-entry.ts",
  kind: "graded question",
  points: 20,
  exports: { name: "planEntry", type: `BootQuestions["planEntry"]`, from: QUESTIONS },
  task: "Say what a kernel finds in the registers at its first instruction, and what it does about it.",
  needs: [],
  hints: [
    "Begin with the refusals, in your question's order: each is one line of `if`. Where is the level in CurrentEL? And of which SCTLR does \"at its level\" speak?",
    "DAIF has D in bit 9 and F in bit 6, and 1 is masked. SCTLR_ELx has M in bit 0, C in bit 2, EE in bit 25. SPSR_EL2 has the same bits as DAIF, and in bits 3:0 the state: 0b0100 is EL1 with SP_EL0, 0b0101 with SP_EL1.",
    "A register of which bits are given becomes (old | ones) & ~zeros; write it only if that is not the old one. ELR_EL2 is a physical address, PC and the distance. The device tree's address is X0 above where physical address 0 will be.",
  ],
  section: "08-boot/01-nobody-has-called-you",
};

export const FOREIGN_VECTOR: ExerciseRow = {
  id: "boot/foreign-vector",
  title: "Somebody was in a hurry",
  file: "08-boot/foreign-vector.ts",
  kind: "graded question",
  points: 20,
  exports: { name: "foreignVector", type: `BootQuestions["foreignVector"]`, from: QUESTIONS },
  task: "Say what an interrupted program does not find as it was, behind the vectors of your question.",
  needs: [],
  hints: [
    "Take each vector with a pencil. Draw the frame, a box for each register, and write into the boxes what the stores put there. Which boxes are written twice? Which are loaded, and were never written?",
    "There are three kinds of wrong: what is wrong whatever the handler does; what is wrong only if the handler changes it, because it is not saved or not loaded again; and what is wrong only if another exception is taken, because it was still in the processor's register then.",
    "So make three lists for each vector, and put them together as the exception says. Look at what is used to carry pc and status: has it been stored before, and is it loaded again behind that? And add up: is all of the frame inside the room that was made, and is as much given back?",
  ],
  section: "08-boot/06-a-whole-frame",
};
