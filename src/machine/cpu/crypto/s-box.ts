// The field GF(2^8) of AES, and the S-box that it gives (FIPS 197, "Mathematical preliminaries",
// "SubBytes()"). A byte is a polynomial over {0, 1}, bit i being the coefficient of x^i. A sum is
// an exclusive or, and a product is taken modulo x^8 + x^4 + x^3 + x + 1.

/** What x^8 is, modulo that polynomial. */
const X_TO_THE_8 = 0x1b;

/** Every byte but 0 is a power of 3. GENERATOR times INVERSE is 1. */
const GENERATOR = 0x03;
const INVERSE = 0xf6;

/** Each of the four bytes of a word, times `factor`: the bytes lie side by side and do not meet. */
export function multiply(word: number, factor: number): number {
  let product = 0;
  for (let power = word, rest = factor; rest !== 0; rest >>= 1) {
    if (rest & 1) product ^= power;
    power = timesX(power);
  }
  return product;
}

function timesX(word: number): number {
  const outgrown = (word >>> 7) & 0x0101_0101; // A one for each byte whose x^7 becomes x^8.
  return ((word & 0x7f7f_7f7f) << 1) ^ (outgrown * X_TO_THE_8);
}

/** 256 bytes each, and the one undoes the other. */
export interface SBoxes {
  readonly forward: Uint8Array;
  readonly inverse: Uint8Array;
}

let boxes: SBoxes | undefined;

/** Computed when first asked for. */
export function sBoxes(): SBoxes {
  boxes ??= computeSBoxes();
  return boxes;
}

/**
 * The S-box sends a byte to its inverse in the field, 0 to itself, and mixes the bits of that. The
 * nth power of 3 and the nth power of 1/3 are inverse to each other: 255 steps meet every pair.
 */
function computeSBoxes(): SBoxes {
  const forward = new Uint8Array(256);
  const inverse = new Uint8Array(256);
  const enter = (byte: number, itsInverse: number): void => {
    const image = affine(itsInverse);
    forward[byte] = image;
    inverse[image] = byte;
  };
  enter(0, 0);
  for (let n = 0, byte = 1, itsInverse = 1; n < 255; n++) {
    enter(byte, itsInverse);
    byte = multiply(byte, GENERATOR);
    itsInverse = multiply(itsInverse, INVERSE);
  }
  return { forward, inverse };
}

/** Bit i is the sum of bits i and i + 4 to i + 7 (modulo 8) of `b`, and of bit i of 0x63. */
function affine(b: number): number {
  const twice = b | (b << 8); // So that a shift to the right rotates.
  return (twice ^ (twice >> 4) ^ (twice >> 5) ^ (twice >> 6) ^ (twice >> 7) ^ 0x63) & 0xff;
}
