import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { InMemory } from "./adapters/in-memory";
import { memoryCase, memoryNotation } from "./memory-cases";

const BEGIN = 0xffff_ff80_4020_0000n;
const FILL = 0x5a;

/** Memory full of rubbish, and a range in it: offsets. */
function caseOf(bytes: number, from: number, to: number, why?: string): Case<InMemory> {
  const before = new Uint8Array(bytes).fill(FILL);
  return rubbish(before, from, to, why);
}

/** A byte alone takes a store; of a range of many, only its ends do. */
const mostStores = (from: number, to: number): number => Math.trunc(Math.max(to - from, 0) / 8) + 16;

function rubbish(before: Uint8Array, from: number, to: number, why?: string): Case<InMemory> {
  const after = before.slice();
  if (from < to) after.fill(0, from, to);
  const args = [BEGIN + BigInt(from), BEGIN + BigInt(to)];
  return memoryCase({ begin: BEGIN, before, args, after, most: mostStores(from, to), ...(why !== undefined && { why }) });
}

const TELLING = [
  caseOf(64, 16, 48, "from a multiple of 8 to another"),
  caseOf(64, 16, 24, "one word"),
  caseOf(64, 16, 17, "one byte: its neighbours are not yours"),
  caseOf(64, 13, 48, "the first word is not all yours"),
  caseOf(64, 16, 45, "nor is the last"),
  caseOf(64, 19, 22, "nor is the only one"),
  caseOf(64, 21, 27, "two words, and neither is whole"),
  caseOf(64, 16, 16, "from an address up to the same: nothing is between"),
  caseOf(64, 19, 19, "nothing, and not at a multiple of 8"),
  caseOf(32, 0, 32, "all the memory there is: behind it, a store faults"),
  caseOf(32, 1, 31, "all but the ends"),
];

function drawn(draw: Draw): Case<InMemory> {
  const before = Uint8Array.from(draw.times(96, () => 1 + draw.below(255)));
  const from = draw.below(96);
  return rubbish(before, from, draw.between(from, 96));
}

export const zero: Trial<InMemory> = {
  show: memoryNotation("zero"),
  properties: [
    { title: "clears what is between the two addresses, and not a byte more", cases: () => TELLING },
    { title: "agrees with the reference", cases: (draw) => draw.times(300, () => drawn(draw)) },
    { title: "clears a large .bss a word at a time", cases: () => [caseOf(0x8000, 0, 0x8000), caseOf(0x8000, 5, 0x7ffd, "32 KiB: most of it in whole words")] },
  ],
};
