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
