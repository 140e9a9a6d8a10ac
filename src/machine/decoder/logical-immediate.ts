// The masks that AND, ORR and EOR (immediate) carry: a run of ones in a cell of 2 to 64 bits,
// rotated, and the cell copied until the register is full (Arm ARM, shared pseudocode:
// DecodeBitMasks).
//
//   N  imms    cell    N = 0 with leading ones in imms: the ones that the length of the run
//   1  xxxxxx   64     has no use for say how large the cell is. A run as long as its cell,
//   0  0xxxxx   32     and a cell of one bit, are reserved.
//   0  10xxxx   16
//   0  110xxx    8
//   0  1110xx    4
//   0  11110x    2

export interface LogicalImmediate {
  readonly N: number;
  readonly immr: number;
  readonly imms: number;
}

/** The mask that N:immr:imms stands for in `width` bits, or undefined where it is reserved. */
export function decodeLogicalImmediate(
  N: number, immr: number, imms: number, width: 32 | 64,
): bigint | undefined {
  const len = 31 - Math.clz32((N << 6) | (~imms & 0x3f)); // HighestSetBit(N:NOT(imms))
  const cell = 2 ** len;
  if (len < 1 || cell > width) return undefined;
  const run = (imms & (cell - 1)) + 1;
  if (run === cell) return undefined;

  const ones = (1n << BigInt(run)) - 1n;
  let mask = rotateRight(ones, immr & (cell - 1), cell);
  for (let copied = cell; copied < width; copied *= 2) mask |= mask << BigInt(copied);
  return mask;
}

/** The preferred N:immr:imms of a mask, its ignored bits zero; undefined if `value` is no mask. */
export function encodeLogicalImmediate(
  value: bigint, width: 32 | 64,
): LogicalImmediate | undefined {
  if (value === 0n || value !== BigInt.asUintN(width, value)) return undefined;
  const cell = smallestCell(value, width);
  const pattern = BigInt.asUintN(cell, value);
  // Turn the cell until its run of ones starts at bit 0: then it is one less than a power of two.
  for (let immr = 0; immr < cell; immr++) {
    const ones = rotateRight(pattern, cell - immr, cell);
    if ((ones & (ones + 1n)) !== 0n) continue;
    const run = ones.toString(2).length;
    if (run === cell) return undefined;
    const size = cell === 64 ? 0 : ~(2 * cell - 1) & 0x3f;
    return { N: cell === 64 ? 1 : 0, immr, imms: size | (run - 1) };
  }
  return undefined;
}

/** The size of the smallest cell that, copied, gives `value`. */
function smallestCell(value: bigint, width: 32 | 64): number {
  let cell: number = width;
  while (cell > 2 && halvesAreEqual(value, cell)) cell /= 2;
  return cell;
}

/** Whether the lowest cell of `value` is one half of it, twice. */
function halvesAreEqual(value: bigint, cell: number): boolean {
  const half = cell / 2;
  return BigInt.asUintN(half, value) === BigInt.asUintN(half, value >> BigInt(half));
}

/** The low `width` bits of `x`, rotated right by 0 to `width` places. */
function rotateRight(x: bigint, places: number, width: number): bigint {
  return BigInt.asUintN(width, (x >> BigInt(places)) | (x << BigInt(width - places)));
}
