/** Words made of one cell, repeated. */
export const cellSizes = [2, 4, 8, 16, 32, 64] as const;

/** `width` bits of copies of the low `cell` bits of `pattern`. */
export function repeated(pattern: bigint, width: number, cell: number): bigint {
  const low = pattern & ((1n << BigInt(cell)) - 1n);
  let word = 0n;
  for (let shift = 0; shift < width; shift += cell) word |= low << BigInt(shift);
  return word;
}

/** `before` changed to `after` in some boxes: the same change in every cell. */
export function repeatedFrom(before: bigint, after: bigint, width: number, cell: number): bigint {
  let flipped = 0n;
  for (let shift = 0; shift < width; shift += cell) flipped |= (before ^ after) >> BigInt(shift);
  return repeated(before ^ flipped, width, cell);
}

/** The smallest cell whose copies make `value`. */
export function smallestCell(value: bigint, width: number): number {
  return cellSizes.find((cell) => cell <= width && repeated(value, width, cell) === value) ?? width;
}
