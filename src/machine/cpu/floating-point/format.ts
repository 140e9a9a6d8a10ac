// IEEE 754's binary16, binary32 and binary64 as bit patterns (Arm Architecture Reference Manual,
// A1.4, and the pseudocode functions FPZero, FPInfinity, FPMaxNormal, FPDefaultNaN, FPTwo,
// FPOnePointFive).
//
//   N-1  N-2           F  F-1                    0      N    E   F
//  +----+---------------+-------------------------+     16    5  10
//  |sign| exponent (E)  |      fraction (F)       |     32    8  23
//  +----+---------------+-------------------------+     64   11  52
//
// exponent   0          +-0 . fraction * 2^minimumExponent   zero, and the denormals
//            1 ... max  +-1 . fraction * 2^(exponent - 1 + minimumExponent)
//            all ones   infinity if fraction = 0; else a NaN, quiet if the top bit of fraction is 1

/** N: the number of bits. */
export type FpWidth = 16 | 32 | 64;

export interface Format {
  readonly E: number;
  readonly F: number;
  /** Of the smallest normal number and of all denormals: 2 - 2^(E-1). */
  readonly minimumExponent: number;
  readonly signBit: bigint;
  /** The pattern of +infinity: the exponent field, all ones. */
  readonly infinity: bigint;
  /** The top bit of the fraction. */
  readonly quietBit: bigint;
}

export const FORMATS: Readonly<Record<FpWidth, Format>> = {
  16: {
    E: 5, F: 10, minimumExponent: -14,
    signBit: 0x8000n, infinity: 0x7c00n, quietBit: 0x0200n,
  },
  32: {
    E: 8, F: 23, minimumExponent: -126,
    signBit: 0x8000_0000n, infinity: 0x7f80_0000n, quietBit: 0x0040_0000n,
  },
  64: {
    E: 11, F: 52, minimumExponent: -1022,
    signBit: 0x8000_0000_0000_0000n,
    infinity: 0x7ff0_0000_0000_0000n,
    quietBit: 0x0008_0000_0000_0000n,
  },
};

export function fpZero(width: FpWidth, negative: boolean): bigint {
  return withSign(width, negative, 0n);
}

export function fpInfinity(width: FpWidth, negative: boolean): bigint {
  return withSign(width, negative, FORMATS[width].infinity);
}

/** The largest finite number: the pattern just below infinity's. */
export function fpMaxNormal(width: FpWidth, negative: boolean): bigint {
  return withSign(width, negative, FORMATS[width].infinity - 1n);
}

/** What an invalid operation gives: quiet, positive, and nothing else in the fraction. */
export function fpDefaultNaN(width: FpWidth): bigint {
  return FORMATS[width].infinity | FORMATS[width].quietBit;
}

/** 1.5: the exponent field of 1, which is the bias, and the top bit of the fraction. */
export function fpOnePointFive(width: FpWidth): bigint {
  const { F, minimumExponent, quietBit } = FORMATS[width];
  return (BigInt(1 - minimumExponent) << BigInt(F)) | quietBit;
}

export function fpTwo(width: FpWidth, negative: boolean): bigint {
  const { F, minimumExponent } = FORMATS[width];
  return withSign(width, negative, BigInt(2 - minimumExponent) << BigInt(F));
}

/** `magnitude`, a pattern whose sign bit is 0, with its sign bit set if `negative`. */
export function withSign(width: FpWidth, negative: boolean, magnitude: bigint): bigint {
  return negative ? magnitude | FORMATS[width].signBit : magnitude;
}
