// Which words the recording holds: chosen by what LLVM says of them, not by our table, so that an instruction the
// table forgot is among them.

import { knownDifferences } from "./known";
import { UNKNOWN, llvmTexts } from "./llvm";
import { Random } from "./words";

/** Uniform words that LLVM is asked about first. */
const SURVEY = 2_000_000;
/** Words sent to one llvm-objdump. */
const BATCH = 500_000;
/** Words kept of each shape of text. */
const PER_SHAPE = 6;
/** Words drawn from the cube of each known difference; not all of them need differ. */
const PER_DIFFERENCE = 64;

/** `count` words, ascending, each once. */
export function sampleWords(count: number, seed: number): Uint32Array {
  const random = new Random(seed);
  const found = new Finds();
  found.ask(systemWords());
  for (let done = 0; done < SURVEY; done += BATCH) found.ask(Uint32Array.from({ length: BATCH }, () => random.next()));
  found.explore();

  const kept = new Set([...found.words(), ...disputedWords(random)]);
  const shaped = [...kept];
  while (kept.size < count) {
    kept.add(random.next());
    kept.add((shaped[random.below(shaped.length)]! ^ (1 << random.below(32))) >>> 0);
  }
  return Uint32Array.from([...kept].slice(0, count)).sort();
}

/** Words of each known difference. */
function disputedWords(random: Random): number[] {
  return knownDifferences().flatMap(({ mask, value }) =>
    Array.from({ length: PER_DIFFERENCE }, () => ((random.next() & ~Number(mask)) | Number(value)) >>> 0));
}

/** A few words of each shape: what a text is when its numbers are left out. */
class Finds {
  readonly #words = new Map<string, number[]>();
  #unexplored: number[] = [];

  words(): number[] {
    return [...this.#words.values()].flat();
  }

  ask(words: Uint32Array): void {
    for (const [i, text] of llvmTexts(words).entries()) {
      if (text !== UNKNOWN) this.#keep(words[i]!, shapeOf(text));
    }
  }

  /**
   * Asks about all words that differ from a known one in one bit or two, as long as that finds new shapes. An
   * instruction with no operands is one word in 2^32, but it has neighbours.
   */
  explore(): void {
    while (this.#unexplored.length > 0) {
      const centres = this.#unexplored.splice(0, Math.floor(BATCH / NEIGHBOURS.length));
      this.ask(Uint32Array.from(centres.flatMap((word) => NEIGHBOURS.map((flip) => (word ^ flip) >>> 0))));
    }
  }

  #keep(word: number, shape: string): void {
    const words = this.#words.get(shape) ?? [];
    if (words.length >= PER_SHAPE || words.includes(word)) return;
    if (words.length === 0) this.#unexplored.push(word);
    this.#words.set(shape, [...words, word]);
  }
}

const BITS = Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0);
const NEIGHBOURS: readonly number[] = BITS.flatMap((a, i) => BITS.slice(i).map((b) => (a === b ? a : (a | b) >>> 0)));

/**
 * "add x#, x#, ##", whatever the registers and numbers. Other names stay: a condition, an extension, a system register
 * makes a shape of its own.
 */
function shapeOf(text: string): string {
  return text
    .replace(/S\d_\d_C\d+_C\d+_\d/, "S#")
    .replace(/\b([wx])zr\b|\bw?sp\b/g, "$1#")
    .replace(/\b([a-z])\d+\b/g, "$1#")
    .replace(/-?\b(0x[0-9a-f]+|\d+(\.\d+)?)\b/g, "#");
}

/** Hints, barriers, and all system registers and operations: the space is small, and names are easily forgotten. */
function systemWords(): Uint32Array {
  const count = 1 << 19;
  return Uint32Array.from({ length: 2 * count }, (_, i) => 0xd500_0000 + (i >>> 1) * 32 + (i & 1) * 31);
}
