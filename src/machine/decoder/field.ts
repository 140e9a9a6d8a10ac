/** Bits hi..lo of `word`, both ends included, as the manual writes word<hi:lo>. 31 >= hi >= lo >= 0. */
export function field(word: number, hi: number, lo: number): number {
  // A shift by 32 is a shift by 0 in JavaScript, so a field of 32 bits may not be masked with (1 << 32) - 1.
  return (word << (31 - hi)) >>> (31 - hi + lo);
}
