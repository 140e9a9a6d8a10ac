// The numbers of the language: -(2^53 - 1) to 2^53 - 1.

export const LEAST_SAFE = BigInt(Number.MIN_SAFE_INTEGER);
export const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether a word, taken as signed, is a number. */
export function isSafe(word: bigint): boolean {
  const signed = BigInt.asIntN(64, word);
  return signed >= LEAST_SAFE && signed <= MOST_SAFE;
}
