// Vectors and what a program has in memory, for tests: LDR Q, STR Q and REV.

/** LDR Q: the first 16 bytes, byte 0 in the low bits. */
export function vectorOf(bytes: Uint8Array): bigint {
  return bytes.subarray(0, 16).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** STR Q. */
export function bytesOf(vector: bigint): Buffer {
  return Buffer.from(Array.from({ length: 16 }, (_, i) => Number((vector >> BigInt(8 * i)) & 0xffn)));
}

/** The elements of `size` bits, element 0 first. */
export function elementsOf(size: 32 | 64, vector: bigint): bigint[] {
  return Array.from({ length: 128 / size }, (_, e) => BigInt.asUintN(size, vector >> BigInt(e * size)));
}

/** Elements of `size` bits, element 0 first, as one vector. */
export function join(size: 32 | 64, elements: readonly bigint[]): bigint {
  return elements.reduceRight((vector, element) => (vector << BigInt(size)) | BigInt.asUintN(size, element), 0n);
}

/** ADD (vector). */
export function add(size: 32 | 64, x: bigint, y: bigint): bigint {
  const ys = elementsOf(size, y);
  return join(size, elementsOf(size, x).map((element, e) => element + ys[e]!));
}
