// A device tree's numbers are big-endian, whoever reads them.

/** A word at `at`, which the caller knows to be inside. */
export function readWord(bytes: Uint8Array, at: number): number {
  const low = (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  return bytes[at]! * 0x100_0000 + low;
}

export function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = (word >>> 16) & 0xff;
  bytes[at + 2] = (word >>> 8) & 0xff;
  bytes[at + 3] = word & 0xff;
}

/** Two words, the high one first. */
export function readDoubleWord(bytes: Uint8Array, at: number): bigint {
  const high = BigInt(readWord(bytes, at));
  const low = BigInt(readWord(bytes, at + 4));
  return BigInt.asUintN(64, (high << 32n) | low);
}

export function writeDoubleWord(bytes: Uint8Array, at: number, value: bigint): void {
  writeWord(bytes, at, Number(value >> 32n));
  writeWord(bytes, at + 4, Number(value & 0xffff_ffffn));
}
