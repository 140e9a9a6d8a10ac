// Arithmetic of addresses: words of 64 bits that wrap round.

export function plus(a: bigint, b: bigint): bigint {
  return BigInt.asUintN(64, a + b);
}

export function minus(a: bigint, b: bigint): bigint {
  return BigInt.asUintN(64, a - b);
}

export function times(a: bigint, b: bigint): bigint {
  return BigInt.asUintN(64, a * b);
}

/** The next multiple of `unit`, a power of 2. */
export function roundUp(value: bigint, unit: bigint): bigint {
  return BigInt.asUintN(64, value + unit - 1n) & BigInt.asUintN(64, ~(unit - 1n));
}

/** The lowest four bytes in the other order: a number from elsewhere may have its highest first. */
export function reversed32(word: number): number {
  const outer = ((word & 0xff) << 24) | ((word >>> 24) & 0xff);
  return (outer | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00)) >>> 0;
}
