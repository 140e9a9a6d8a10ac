// What FIPS 180-4 has around the rounds: padding, blocks and constants. The constants are computed
// from the primes, as the standard defines them.

import { join } from "./memory";

/** The blocks of a padded message, each as its vectors: big-endian words of `size` bits, the first as element 0. */
export function blocksOf(message: Uint8Array, size: 32 | 64): bigint[][] {
  const block = size * 2; // 16 words, in bytes.
  const length = Math.ceil((message.length + 1 + size / 4) / block) * block;
  const padded = Buffer.alloc(length);
  padded.set(message);
  padded[message.length] = 0x80;
  padded.writeUInt32BE(message.length * 8, length - 4);

  const bytes = size / 8;
  const words = Array.from({ length: length / bytes }, (_, i) =>
    BigInt(`0x${padded.subarray(i * bytes, (i + 1) * bytes).toString("hex")}`));
  return chunks(chunks(words, 128 / size).map((elements) => join(size, elements)), size / 8);
}

function chunks<T>(items: readonly T[], length: number): T[][] {
  return Array.from({ length: items.length / length }, (_, i) => items.slice(i * length, (i + 1) * length));
}

/** The first `bits` bits of the fractional parts of the roots of the first `count` primes. */
export function rootsOfPrimes(count: number, degree: 2 | 3, bits: 32 | 64): bigint[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes.map((p) => BigInt.asUintN(bits, root(BigInt(p) << BigInt(degree * bits), BigInt(degree))));
}

/** The integer root of x, found bit by bit. */
function root(x: bigint, degree: bigint): bigint {
  let result = 0n;
  for (let bit = 1n << 80n; bit > 0n; bit >>= 1n) {
    if ((result + bit) ** degree <= x) result += bit;
  }
  return result;
}

export const digestOf = (words: readonly bigint[], size: 32 | 64): string =>
  words.map((word) => BigInt.asUintN(size, word).toString(16).padStart(size / 4, "0")).join("");
