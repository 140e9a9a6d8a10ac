// Rotations, under the manual's names. The places are 1 to 31 of a word, 0 to 63 of a doubleword.

export const ROL = (word: number, places: number): number =>
  (word << places) | (word >>> (32 - places));

export const ROR = (word: number, places: number): number => ROL(word, 32 - places);

/** Of an unsigned doubleword. */
export const ROR64 = (doubleword: bigint, places: bigint): bigint =>
  BigInt.asUintN(64, (doubleword >> places) | (doubleword << (64n - places)));
