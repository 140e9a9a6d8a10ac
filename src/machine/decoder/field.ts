/** word<hi:lo> of the manual: bits hi..lo of `word`, both included. 31 >= hi >= lo >= 0. */
export function field(word: number, hi: number, lo: number): number {
  // JavaScript shifts by 32 as if by 0, so the mask (1 << 32) - 1 of a whole word would be empty.
  return (word << (31 - hi)) >>> (31 - hi + lo);
}
