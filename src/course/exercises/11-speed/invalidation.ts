import type { JitParts } from "../../../machine/jit/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";

type IsStale = JitParts["isStale"];

const PAGE = 4096;
const WORDS = PAGE / 4;

/** The set of words [from, to) of each range. */
function setOf(ranges: readonly (readonly [from: number, to: number])[]): number[] {
  const bits = new Uint32Array(WORDS / 32);
  for (const [from, to] of ranges) for (let word = from; word < to; word++) bits[word >> 5]! |= 1 << (word & 31);
  return [...bits];
}

const caseOf = (ranges: readonly (readonly [number, number])[], offset: number, length: number, want: boolean, why: string): Case<IsStale> =>
  ({ args: [setOf(ranges), offset, length], want, why });

const INSIDE: readonly Case<IsStale>[] = [
  caseOf([[4, 8]], 16, 4, true, "its first word"),
  caseOf([[4, 8]], 28, 4, true, "its last word"),
  caseOf([[4, 8]], 32, 4, false, "the word behind it"),
  caseOf([[4, 8]], 12, 4, false, "the word before it"),
  caseOf([[4, 8]], 31, 1, true, "its last byte"),
  caseOf([[4, 8]], 15, 1, false, "the byte before it"),
  caseOf([[4, 8]], 14, 4, true, "not aligned: two bytes of the word before it, and two of its first"),
  caseOf([[4, 8]], 30, 8, true, "not aligned: from its last word on"),
  caseOf([[4, 8]], 0, 64, true, "all around it"),
  caseOf([[4, 8]], 8, 8, false, "up to it, and no further"),
  caseOf([[2, 3], [6, 7]], 12, 12, false, "between its two blocks there is somebody's data"),
  caseOf([[2, 3], [6, 7]], 12, 13, true, "one byte more, and that is code"),
  caseOf([[31, 32]], 124, 4, true, "bit 31 of an element"),
  caseOf([[32, 33]], 124, 4, false, "bit 0 of the next element is another word's"),
  caseOf([[32, 33]], 128, 1, true, "bit 0 of element 1"),
  caseOf([[40, 41]], 32, 4, false, "word 40 has the same bit as word 8, in another element"),
  caseOf([[1023, 1024]], 4095, 1, true, "the page's last byte"),
  caseOf([[0, 1]], 3, 1, true, "the last byte of the first word"),
  caseOf([], 0, PAGE, false, "a function without words"),
];

const ACROSS: readonly Case<IsStale>[] = [
  caseOf([[0, 1]], -4, 4, false, "the last word of the page before"),
  caseOf([[0, 1]], -4, 5, true, "one byte more"),
  caseOf([[0, 1]], -1, 2, true, "two bytes, around the page's beginning"),
  caseOf([[1023, 1024]], 4096, 64, false, "the page behind"),
  caseOf([[1023, 1024]], 4092, 16, true, "from the last word on, into the page behind"),
  caseOf([[500, 501]], -8192, 16_384, true, "four pages at once, and this is one of them"),
  caseOf([[500, 501]], -8192, 8192, false, "two pages, up to this one"),
  caseOf([[500, 501]], -8192, 8192 + 2000, false, "two pages, and a part of this one"),
  caseOf([[500, 501]], -8192, 8192 + 2001, true, "and one byte more"),
  caseOf([[0, 1024]], 8192, 512, false, "a page behind the next"),
  caseOf([[0, 1024]], -512, 64, false, "long before the page"),
];

/** Byte by byte. */
function reference(words: ArrayLike<number>, offset: number, length: number): boolean {
  for (let byte = Math.max(offset, 0); byte < Math.min(offset + length, PAGE); byte++) {
    const word = Math.floor(byte / 4);
    if (Math.floor(words[Math.floor(word / 32)]! / 2 ** (word % 32)) % 2 === 1) return true;
  }
  return false;
}

function drawCase(draw: Draw): Case<IsStale> {
  const ranges = draw.times(draw.below(4), () => {
    const from = draw.below(WORDS);
    return [from, Math.min(from + draw.between(1, 20), WORDS)] as const;
  });
  const words = setOf(ranges);
  const near = ranges.length === 0 ? draw.below(PAGE) : 4 * draw.pick(draw.pick(ranges)) + draw.between(-12, 4);
  const offset = draw.pick([near, near, draw.below(PAGE), -draw.below(PAGE), draw.between(PAGE - 16, 2 * PAGE)]);
  const length = draw.pick([1, 2, 4, 8, 16, 64, draw.between(1, 300), draw.between(1, 3 * PAGE)]);
  return { args: [words, offset, length], want: reference(words, offset, length) };
}

/** "4-7, 500" */
function showWords(words: ArrayLike<number>): string {
  const numbers = Array.from({ length: WORDS }, (_, word) => word).filter((word) => reference(words, 4 * word, 1));
  const runs: [number, number][] = [];
  for (const word of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === word - 1) last[1] = word;
    else runs.push([word, word]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ") || "none";
}

export const invalidation: Trial<IsStale> = {
  show: {
    call: (words, offset, length) => `isStale(words ${showWords(words)}; ${length} byte${length === 1 ? "" : "s"} from ${offset} on)`,
    answer: (isStale) => (typeof isStale === "boolean" ? (isStale ? "stale" : "as it was") : showPlain(isStale)),
  },
  properties: [
    { title: "looks at the words that a store touches, and at no others", cases: () => INSIDE },
    { title: "leaves other pages alone", cases: () => ACROSS },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(600, () => drawCase(draw)) },
  ],
};
