// What SHA-1 and SHA-256 have in common (FIPS 180-4, "Functions"; the Arm ARM's SHAchoose(),
// SHAmajority() and SHAparity()): functions of three words, bit by bit.

export type Mixer = (x: number, y: number, z: number) => number;

/** Where x has a one, the bit of y, else that of z. */
export const SHAchoose: Mixer = (x, y, z) => ((y ^ z) & x) ^ z;

/** The bit that at least two of the three have. */
export const SHAmajority: Mixer = (x, y, z) => (x & y) | ((x | y) & z);

/** One if an odd number of the three have a one. */
export const SHAparity: Mixer = (x, y, z) => x ^ y ^ z;
