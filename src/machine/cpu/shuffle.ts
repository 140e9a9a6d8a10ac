// Rearranging the elements of vectors: where each element of the result comes from is in the
// encoding, not in the machine, so it is plain numbers.

export interface Shuffle {
  /** As it is read: "ZIP1". */
  readonly name: string;
  /** Bits of an element. */
  readonly size: 8 | 16 | 32 | 64 | 128;
  /** Element i of the result is element from[i] of the vectors, which count on from one another. */
  readonly from: readonly number[];
  /** Elements in each vector. */
  readonly count: number;
}
