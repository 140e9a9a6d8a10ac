// The random numbers of the kernel: ChaCha20 with a key that nobody outside knows, and that changes
// with every request, so that who reads the memory today does not learn yesterday's numbers ("fast
// key erasure", D. J. Bernstein, 2017).
//
// 1. What is absorbed can only add to what is not known: the new key depends on all of the old one.
// 2. Of what has been given away, and of the keys that it came from, nothing is left in memory.

import { broken } from "../runtime/broken";
import { chacha20Block } from "./chacha20";

const KEY_WORDS = 8;
const BLOCK_WORDS = 16;
/** What a block gives away: the rest of it is the next key. */
const GIVEN_BYTES = 32;

export class RandomGenerator {
  readonly #key = new Uint32Array(KEY_WORDS);
  readonly #nonce = new Uint32Array(3);
  readonly #block = new Uint32Array(BLOCK_WORDS);
  #seedBytes = 0;

  /** How many bytes of seed there have been that nobody could guess. */
  get seedBytes(): number {
    return this.#seedBytes;
  }

  /** Bytes of a seed, in any number; `isSecret`: nobody outside could guess them. */
  absorbBytes(bytes: Uint8Array, isSecret: boolean): void {
    const words = new Uint32Array((bytes.length + 3) >>> 2);
    for (let i = 0; i < bytes.length; i++) {
      words[i >>> 2] = words[i >>> 2]! | (bytes[i]! << (8 * (i & 3)));
    }
    this.absorb(words, isSecret);
    words.fill(0);
  }

  /** The same, as words of four bytes. */
  absorb(words: Uint32Array, isSecret: boolean): void {
    for (let from = 0; from < words.length; from += KEY_WORDS) {
      for (let i = 0; i < KEY_WORDS && from + i < words.length; i++) {
        this.#key[i] = this.#key[i]! ^ words[from + i]!;
      }
      this.#nextBlock();
    }
    this.#block.fill(0);
    if (isSecret) this.#seedBytes += 4 * words.length;
  }

  fill(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; done += GIVEN_BYTES) {
      this.#nextBlock();
      for (let i = 0; i < GIVEN_BYTES && done + i < bytes.length; i++) {
        const word = this.#block[KEY_WORDS + (i >>> 2)]!;
        bytes[done + i] = word >>> (8 * (i & 3));
      }
    }
    this.#block.fill(0);
  }

  /** A block, whose first half becomes the key. */
  #nextBlock(): void {
    chacha20Block(this.#key, 0, this.#nonce, this.#block);
    for (let i = 0; i < KEY_WORDS; i++) this.#key[i] = this.#block[i]!;
  }

  /** A number below 2^32. */
  next(): number {
    const bytes = new Uint8Array(4);
    this.fill(bytes);
    const low = bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16);
    return (low | (bytes[3]! << 24)) >>> 0;
  }
}

let generator: RandomGenerator | null = null;

/** The kernel's begins, with nothing in it: RNG::init sees to that. */
export function beginRandom(): RandomGenerator {
  generator = new RandomGenerator();
  return generator;
}

/** The kernel's. (Who wants numbers that nobody can guess: seededRandom(), in drivers/virtio.) */
export function random(): RandomGenerator {
  return generator ?? broken("somebody wants random numbers before RNG::init");
}
