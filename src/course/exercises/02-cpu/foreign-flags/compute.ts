// What the computer of a variant does: the reference, which adds bit by bit, as the handout's rules are about bits.

import type { AluOperation, AluResult } from "../questions";
import type { Flag, FlagsVariant } from "./variant";

export function computeForeign(variant: FlagsVariant, operation: AluOperation, x: bigint, y: bigint, status: number): AluResult {
  const { width, places, borrowed, halfAt, parity, zero } = variant;
  const isSubtraction = operation === "sub" || operation === "subc";
  const isChained = operation === "addc" || operation === "subc";
  const old = (flag: Flag): boolean => ((status >> places[flag]!) & 1) === 1;

  // x - y is x + ~y + 1, and borrowing is the carry that does not come.
  const meansCarry = (bit: boolean): boolean => (isSubtraction && borrowed === 1 ? !bit : bit);
  let carry = isChained ? meansCarry(old("C")) : isSubtraction;
  let value = 0n;
  let [half, intoTop] = [false, false];
  for (let bit = 0; bit < width; bit++) {
    if (bit === halfAt) half = carry;
    if (bit === width - 1) intoTop = carry;
    const a = bitOf(x, bit);
    const b = bitOf(y, bit) !== isSubtraction;
    const ones = [a, b, carry].filter(Boolean).length;
    if (ones % 2 === 1) value |= 1n << BigInt(bit);
    carry = ones >= 2;
  }

  const sign = bitOf(value, width - 1);
  const overflow = carry !== intoTop;
  let onesBelow = 0;
  for (let bit = 0; bit < 8; bit++) if (bitOf(value, bit)) onesBelow++;
  const flags: Readonly<Record<Flag, boolean>> = {
    Z: value === 0n && (!isChained || zero === "alone" || old("Z")),
    S: sign,
    C: meansCarry(carry),
    V: overflow,
    H: meansCarry(half),
    P: (onesBelow % 2 === 0) === (parity === "even"),
    L: sign !== overflow,
  };
  let after = status;
  for (const [flag, place] of Object.entries(places)) {
    after = (after & ~(1 << place)) | ((flags[flag as Flag] ? 1 : 0) << place);
  }
  return { value, status: after };
}

const bitOf = (word: bigint, bit: number): boolean => ((word >> BigInt(bit)) & 1n) === 1n;
