import type { BackParts, BlockUses } from "../../../compiler/back/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { Wrong } from "../wrong";

type LiveIn = BackParts["liveIn"];

const block = (reads: readonly number[], writes: readonly number[], next: readonly number[]): BlockUses => ({ reads, writes, next });

function caseOf(blocks: readonly BlockUses[], want: readonly (readonly number[])[], why?: string): Case<LiveIn> {
  return { args: [blocks], want, ...(why !== undefined && { why }), accept: (answer) => { checkSets(answer, want); } };
}

function checkSets(answer: unknown, want: readonly (readonly number[])[]): void {
  if (!Array.isArray(answer) || answer.length !== want.length) throw new Wrong(`it is no list of ${want.length} lists`);
  want.forEach((right, i) => {
    const wrong = mistakeIn(answer[i], right);
    if (wrong !== undefined) throw new Wrong(`where b${i} begins, ${wrong}`);
  });
}

function mistakeIn(theirs: unknown, right: readonly number[]): string | undefined {
  if (!Array.isArray(theirs)) return "there is no list";
  const missing = right.find((register) => !theirs.includes(register));
  if (missing !== undefined) return `${missing} is alive`;
  const extra = theirs.findIndex((register) => !right.includes(register as number));
  if (extra >= 0) return `${showPlain(theirs[extra])} is not alive`;
  return theirs.length > right.length ? "a register is in the list twice" : undefined;
}

const TELLING: readonly Case<LiveIn>[] = [
  caseOf([block([32], [33], [])], [[32]], "it reads it: alive"),
  caseOf([block([], [32], [1]), block([32], [], [])], [[], [32]], "the first writes what the second reads"),
  caseOf([block([], [], [1]), block([], [], [2]), block([40], [], [])], [[40], [40], [40]], "through blocks that leave it alone"),
  caseOf([block([32], [32], [1]), block([32], [], [])], [[32], [32]], "it reads the old one before it writes the new one"),
  caseOf([block([], [], [1, 2]), block([32], [], []), block([33], [], [])], [[32, 33], [32], [33]], "one of two ways is enough"),
  caseOf([block([], [], [1, 2]), block([], [32], [3]), block([], [], [3]), block([32], [], [])], [[32], [], [32], [32]], "written on one way, not on the other"),
  caseOf([block([], [32], [1]), block([], [], [1, 2]), block([32], [], [])], [[], [32], [32]], "around a loop"),
  caseOf([block([], [], [1]), block([], [33], [2]), block([32, 33], [], [1, 3]), block([], [], [])], [[32], [32], [32, 33], []], "read in a loop: it must live through all of its rounds"),
  caseOf([block([], [], [1]), block([], [], [2, 3]), block([], [], [1]), block([40], [], [])], [[40], [40], [40], [40]], "read behind a loop: it must live through the loop, which leaves it alone"),
  caseOf([block([], [34], [])], [[]], "written, and never read"),
  caseOf([block([], [32], [0])], [[]], "a loop of one"),
  caseOf([block([], [], [3]), block([32], [], []), block([], [], [1]), block([], [], [2])], [[32], [32], [32], [32]], "backwards, through all of them"),
  caseOf([], [], "no blocks"),
];

/** From each read backwards, by register. */
function reference(blocks: readonly BlockUses[]): number[][] {
  const before = blocks.map((_, i) => blocks.flatMap(({ next }, from) => (next.includes(i) ? [from] : [])));
  const live = blocks.map(() => new Set<number>());
  const waiting = blocks.flatMap(({ reads }, i) => reads.map((register) => ({ register, at: i })));
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { register, at } = item;
    if (live[at]!.has(register)) continue;
    live[at]!.add(register);
    waiting.push(...before[at]!.filter((from) => !blocks[from]!.writes.includes(register)).map((from) => ({ register, at: from })));
  }
  return live.map((each) => [...each].sort((a, b) => a - b));
}

function drawBlocks(draw: Draw): Case<LiveIn> {
  const count = draw.between(1, 12);
  const registers = Array.from({ length: draw.between(1, 8) }, (_, i) => 32 + i);
  const some = (most: number): number[] => draw.shuffle(registers).slice(0, draw.below(most + 1));
  const blocks = Array.from({ length: count }, () => block(some(2), some(2), draw.times(draw.below(3), () => draw.below(count))));
  return caseOf(blocks, reference(blocks));
}

const blockText = ({ reads, writes, next }: BlockUses, i: number): string =>
  `b${i}: reads ${reads.join(" ") || "-"}, writes ${writes.join(" ") || "-"}, to ${next.map((to) => `b${to}`).join(" ") || "-"}`;

export const liveIn: Trial<LiveIn> = {
  show: {
    call: (blocks) => `liveIn(${blocks.map(blockText).join("; ")})`,
    answer: (answer) => (Array.isArray(answer) ? answer.map((each: unknown, i) => `b${i}: ${showPlain(each)}`).join(", ") : showPlain(answer)),
  },
  properties: [
    { title: "finds who is still wanted", cases: () => TELLING },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawBlocks(draw)) },
  ],
};
