import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { InMemory } from "./adapters/in-memory";
import { memoryCase, memoryNotation } from "./memory-cases";

const BEGIN = 0xffff_ff80_4020_0000n;

/** Each byte says where it is. */
const numbered = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, i) => i & 0xff);

/** `from` and `to` are offsets. Where both are multiples of 8, words do for all but the end. */
function caseOf(before: Uint8Array, from: number, to: number, bytes: number, why?: string): Case<InMemory> {
  const after = before.slice().copyWithin(to, from, from + bytes);
  const most = from % 8 === 0 && to % 8 === 0 ? Math.trunc(bytes / 4) + 32 : undefined;
  return memoryCase({
    begin: BEGIN, before, after, args: [BEGIN + BigInt(from), BEGIN + BigInt(to), BigInt(bytes)],
    ...(most !== undefined && { most }), ...(why !== undefined && { why }),
  });
}

const APART: readonly Case<InMemory>[] = [
  caseOf(numbered(96), 0, 64, 32, "upwards, words"),
  caseOf(numbered(96), 64, 0, 32, "downwards, words"),
  caseOf(numbered(96), 3, 50, 20, "neither is at a multiple of 8"),
  caseOf(numbered(96), 8, 51, 16, "one of them is"),
  caseOf(numbered(96), 0, 64, 29, "the last word is not whole"),
  caseOf(numbered(96), 8, 64, 5, "not even one word"),
  caseOf(numbered(96), 8, 64, 0, "nothing at all"),
  caseOf(numbered(64), 0, 56, 8, "up to the end of memory"),
  caseOf(numbered(64), 61, 1, 3, "from the end of memory"),
];

const OVERLAPPING: readonly Case<InMemory>[] = [
  caseOf(numbered(96), 0, 8, 64, "upwards by a word: what is to be read next lies where the first is to go"),
  caseOf(numbered(96), 8, 0, 64, "downwards by a word"),
  caseOf(numbered(96), 10, 11, 60, "upwards by a byte"),
  caseOf(numbered(96), 11, 10, 60, "downwards by a byte"),
  caseOf(numbered(96), 0, 8, 61, "upwards, and the last word is not whole"),
  caseOf(numbered(96), 8, 0, 61, "downwards, and the last word is not whole"),
  caseOf(numbered(96), 16, 16, 40, "to where it is"),
  caseOf(numbered(96), 0, 48, 48, "the one begins where the other ends"),
];

function drawn(draw: Draw): Case<InMemory> {
  const before = Uint8Array.from(draw.times(128, () => draw.below(256)));
  const unit = draw.pick([1, 1, 4, 8]);
  const bytes = draw.below(96);
  const place = (): number => unit * draw.below(Math.trunc((128 - bytes) / unit) + 1);
  return caseOf(before, place(), place(), bytes);
}

export const move: Trial<InMemory> = {
  show: memoryNotation("copyBytes"),
  properties: [
    { title: "copies from one place to another", cases: () => APART },
    { title: "copies where the two overlap", cases: () => OVERLAPPING },
    { title: "agrees with the reference", cases: (draw) => draw.times(400, () => drawn(draw)) },
    { title: "moves much a word at a time", cases: () => [caseOf(numbered(0x6000), 0, 0x1000, 0x4ffd, "20 KiB, upwards"), caseOf(numbered(0x6000), 0x800, 0, 0x5000, "20 KiB, downwards")] },
  ],
};
