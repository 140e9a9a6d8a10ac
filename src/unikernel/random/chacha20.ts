// The ChaCha20 block function (RFC 8439, 2.3): 64 bytes that look like chance to whoever has not
// the key.

/** "expand 32-byte k", as four words. */
const CONSTANTS = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574] as const;
const DOUBLE_ROUNDS = 10;

/**
 * `key` has 8 words, `nonce` 3, `out` 16: the block's words, in the order of its bytes. What it
 * works with is cleared: nobody shall find the key in memory that nobody uses any more.
 */
export function chacha20Block(
  key: Uint32Array, counter: number, nonce: Uint32Array, out: Uint32Array,
): void {
  const start = new Uint32Array(16);
  for (let i = 0; i < 4; i++) start[i] = CONSTANTS[i]!;
  start.set(key, 4);
  start[12] = counter;
  start.set(nonce, 13);
  out.set(start);
  for (let round = 0; round < DOUBLE_ROUNDS; round++) {
    quarterRound(out, 0, 4, 8, 12);
    quarterRound(out, 1, 5, 9, 13);
    quarterRound(out, 2, 6, 10, 14);
    quarterRound(out, 3, 7, 11, 15);
    quarterRound(out, 0, 5, 10, 15);
    quarterRound(out, 1, 6, 11, 12);
    quarterRound(out, 2, 7, 8, 13);
    quarterRound(out, 3, 4, 9, 14);
  }
  for (let i = 0; i < 16; i++) out[i] = out[i]! + start[i]!;
  start.fill(0);
}

/** RFC 8439, 2.1, on four words of the state. */
export function quarterRound(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  x[a] = x[a]! + x[b]!;
  x[d] = rotated(x[d]! ^ x[a]!, 16);
  x[c] = x[c]! + x[d]!;
  x[b] = rotated(x[b]! ^ x[c]!, 12);
  x[a] = x[a]! + x[b]!;
  x[d] = rotated(x[d]! ^ x[a]!, 8);
  x[c] = x[c]! + x[d]!;
  x[b] = rotated(x[b]! ^ x[c]!, 7);
}

/** Of 32 bits, to the left. */
function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
