// The exercises of chapter 11, in the order in which the chapter meets them.

import type { ExerciseRow } from "../exercise";

const PARTS = "src/machine/jit/parts.ts";
const QUESTIONS = "src/course/exercises/11-speed/questions.ts";
const ADAPTERS = "src/course/exercises/11-speed/adapters";

export const SPEED_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "speed/block-ends",
    title: "Where a block ends",
    file: "11-speed/block-ends.ts",
    kind: "part",
    points: 10,
    exports: { name: "blockEnd", type: `JitParts["blockEnd"]`, from: PARTS, through: { name: "inPage", from: `${ADAPTERS}/in-page.ts`, takes: 4 } },
    task: "Cut a straight piece of code out of a page, and say where it goes on.",
    needs: [],
    hints: [
      "Walk through the page word by word. At each: is there a reason to stop before it, and if not, is it the last one?",
      "Before it: the page's end, `most` instructions already, nobody has executed it, another block begins there (but then not at the first word). Behind it: its flow is not \"next\". A distance counts from the branch itself.",
      "One loop over `here`, with a count. All reasons before a word give { kind: \"to\", place: here }. A branch with a distance gives \"to\" or \"either\", one without gives \"computed\", with or without a condition.",
    ],
    section: "11-speed/02-there-is-no-goto",
  },
  {
    id: "speed/no-goto",
    title: "No goto",
    file: "11-speed/no-goto.ts",
    kind: "part",
    points: 15,
    exports: { name: "shapesOf", type: `JitParts["shapesOf"]`, from: PARTS },
    task: "Say which nodes of a graph are loops, which are merges, and which are neither and still gone back to.",
    needs: ["compiler/dominators"],
    hints: [
      "Look at edges, not at nodes: each edge says one thing about the node that it leads to. Which three things are there?",
      "An edge from a to b goes back if order[b] <= order[a]. If it goes forward, count it. If it goes back, b is a loop or wild, depending on whether b dominates a.",
      "b dominates a if climbing from a, with at = dominator[at], comes by b; begin with a itself, and stop at node 0. The same edge twice counts twice.",
    ],
    section: "11-speed/02-there-is-no-goto",
  },
  {
    id: "speed/integer-constant",
    title: "A constant's bytes",
    file: "11-speed/integer-constant.ts",
    kind: "part",
    points: 10,
    exports: { name: "integerConstant", type: `JitParts["integerConstant"]`, from: PARTS },
    task: "Write the WebAssembly instruction for a constant.",
    needs: ["compiler/leb128"],
    hints: [
      "You wrote LEB128 for the linker, with a sign and without. Which of the two is it here, and what is the sign of 0xffff_ffff?",
      "The sign is that of the type: 0xffff_ffff is -1 as an i32 and 4294967295 as an i64. BigInt.asIntN has it.",
      "Opcode, then seven bits at a time from BigInt.asIntN(32 or 64, word). Stop when what is left is 0n and bit 6 of the last seven is clear, or -1n and it is set. All bytes but the last have bit 7.",
    ],
    section: "11-speed/03-bytes-for-a-browser",
  },
  {
    id: "speed/foreign-stack",
    title: "A machine without registers",
    file: "11-speed/foreign-stack.ts",
    kind: "graded question",
    points: 20,
    exports: { name: "foreignStack", type: `SpeedQuestions["foreignStack"]`, from: QUESTIONS },
    task: "Write expressions down as code for the stack machine of your question.",
    needs: ["speed/integer-constant"],
    hints: [
      "Two things are to be done, and neither needs the other: a number becomes bytes, and a tree becomes a list. Do the numbers first, by hand, for the examples of your question.",
      "The list is a walk over the tree: the operands' lists, in the order that the machine wants, and the instruction behind them. Look at numbers that are in an instruction before you write the long form.",
      "Cut the number into groups, the lowest first, until what is left is nothing (or, in two's complement, nothing but copies of the highest bit written). Turn the list round if your machine wants the highest first, and only then set the flags: which byte is the last one depends on the order.",
    ],
    section: "11-speed/03-bytes-for-a-browser",
  },
  {
    id: "speed/tlb-tag",
    title: "One comparison",
    file: "11-speed/tlb-tag.ts",
    kind: "part",
    points: 15,
    exports: { name: "tlbCheck", type: `JitParts["tlbCheck"]`, from: PARTS, through: { name: "inTlb", from: `${ADAPTERS}/in-tlb.ts`, takes: 3 } },
    task: "Choose three numbers so that one comparison tells whether an access may go ahead.",
    needs: [],
    hints: [
      "A tag has an address in bits 63:12. Of which byte of the access should they be compared with it, if all of its bytes must be in that page?",
      "The last one's: if it is in another page, the tag is another. What must be aligned cannot cross; there, leave the bits that must be 0 in the mask, and the tag will not match if they are not. Flags are expected by flipping them.",
      "inside = bytes - 1. Aligned: plus 0, mask ~0xfff | inside. Else: plus inside, mask ~0xfff. flip is the flags, and not an OR into the address: a bit that is set already must not pass for one.",
    ],
    section: "11-speed/04-one-comparison",
  },
  {
    id: "speed/lazy-flags",
    title: "What the flags would have said",
    file: "11-speed/lazy-flags.ts",
    kind: "part",
    points: 15,
    exports: { name: "lazyCondition", type: `JitParts["lazyCondition"]`, from: PARTS },
    task: "Replace a condition on flags by a comparison of what made them.",
    needs: ["cpu/condition"],
    hints: [
      "Begin with subtractions: cmp x, y and then b.lt is what people write for x < y. Which conditions are signed, which unsigned? Why is there none for VS?",
      "MI behind a subtraction is not x < y, which would be LT: it is the sign of the difference, wrapped. Behind an addition, a carry means that the sum has wrapped, and then it is less than either operand.",
      "Behind logic C and V are clear: HS is never, VC is always, LS is C clear or Z set, GE is N clear, GT is N and Z clear. Behind an addition, HI, LS, VS, VC and GE to LE are undefined.",
    ],
    section: "11-speed/05-flags-nobody-reads",
  },
  {
    id: "speed/invalidation",
    title: "The code that was",
    file: "11-speed/invalidation.ts",
    kind: "part",
    points: 10,
    exports: { name: "isStale", type: `JitParts["isStale"]`, from: PARTS },
    task: "Find out whether a store has written to compiled code.",
    needs: [],
    hints: [
      "Bytes to words: which word does the first byte lie in, and which the last? A store of four bytes may touch two.",
      "The last byte is at offset + length - 1. Both ends may be outside of the page: bring them in before you divide by 4, and see that nothing is left if both are outside on the same side.",
      "for (word = max(offset, 0) >> 2; word <= min(offset + length - 1, 4095) >> 2; word++), look at (words[word >> 5] >>> (word & 31)) & 1. The shift needs three arrows, or bit 31 brings ones with it.",
    ],
    section: "11-speed/06-what-must-stay-exact",
  },
];
