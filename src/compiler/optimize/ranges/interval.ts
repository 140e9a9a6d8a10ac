// An interval: the least and the most that a word may be, taken as signed. What is not known is all
// 64 bits; a sum that might not fit into 64 bits is not known.

export interface Interval {
  readonly least: bigint;
  readonly most: bigint;
}

export const LEAST = -(1n << 63n);
export const MOST = (1n << 63n) - 1n;

export const FULL: Interval = { least: LEAST, most: MOST };

export const interval = (least: bigint, most: bigint): Interval => ({ least, most });
export const exactly = (value: bigint): Interval => ({ least: value, most: value });

export const isExact = ({ least, most }: Interval): boolean => least === most;
export const isNatural = ({ least }: Interval): boolean => least >= 0n;

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.least <= inner.least && inner.most <= outer.most;

export const isSame = (a: Interval, b: Interval): boolean =>
  a.least === b.least && a.most === b.most;

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** What one or the other may be. */
export const join = (a: Interval, b: Interval): Interval =>
  interval(lesser(a.least, b.least), greater(a.most, b.most));

/** What both may be; nothing, if there is none: control does not come here. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const least = greater(a.least, b.least);
  const most = lesser(a.most, b.most);
  return least <= most ? { least, most } : undefined;
}

/** If it fits into 64 bits. */
const fitting = (least: bigint, most: bigint): Interval =>
  (least < LEAST || most > MOST ? FULL : { least, most });

export const sum = (a: Interval, b: Interval): Interval =>
  fitting(a.least + b.least, a.most + b.most);

export const difference = (a: Interval, b: Interval): Interval =>
  fitting(a.least - b.most, a.most - b.least);

/** The product as it is, fitting or not: its ends are products of ends. */
export function exactProduct(a: Interval, b: Interval): Interval {
  const ends = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  return { least: ends.reduce(lesser), most: ends.reduce(greater) };
}

export function product(a: Interval, b: Interval): Interval {
  const { least, most } = exactProduct(a, b);
  return fitting(least, most);
}

/** By a divisor that is above 0. */
export function quotient(a: Interval, b: Interval): Interval {
  if (b.least <= 0n) return isNatural(a) && isNatural(b) ? interval(0n, a.most) : FULL;
  const ends = [a.least / b.least, a.least / b.most, a.most / b.least, a.most / b.most];
  return { least: ends.reduce(lesser), most: ends.reduce(greater) };
}

/** What is left of a division: nearer to 0 than the divisor, and of the dividend's sign. */
export function remainder(a: Interval, b: Interval): Interval {
  const size = greater(b.most, -b.least) - 1n;
  if (size < 0n) return FULL;
  return {
    least: a.least >= 0n ? 0n : greater(a.least, -size),
    most: a.most <= 0n ? 0n : lesser(a.most, size),
  };
}

/** The smallest 2^n - 1 that is not below either, for naturals. */
function ones(a: bigint, b: bigint): bigint {
  return (1n << BigInt(greater(a, b).toString(2).length)) - 1n;
}

/** Signed values of so few bits stay so under and, or and exclusive or. */
function signedBits({ least, most }: Interval): bigint {
  const size = greater(most, -least - 1n);
  return size <= 0n ? 0n : BigInt(size.toString(2).length);
}

export function conjunction(a: Interval, b: Interval): Interval {
  if (isNatural(a) || isNatural(b)) {
    const limits = [a, b].filter(isNatural).map(({ most }) => most);
    return interval(0n, limits.reduce(lesser));
  }
  return sameBits(a, b);
}

export function disjunction(a: Interval, b: Interval): Interval {
  if (!isNatural(a) || !isNatural(b)) return sameBits(a, b);
  return interval(greater(a.least, b.least), ones(a.most, b.most));
}

export const exclusive = (a: Interval, b: Interval): Interval =>
  (isNatural(a) && isNatural(b) ? interval(0n, ones(a.most, b.most)) : sameBits(a, b));

function sameBits(a: Interval, b: Interval): Interval {
  const bits = greater(signedBits(a), signedBits(b));
  return interval(-(1n << bits), (1n << bits) - 1n);
}

/** How far a count may shift; nothing, if it may wrap at 64. */
const countOf = (b: Interval): Interval | undefined =>
  (b.least >= 0n && b.most <= 63n ? b : undefined);

export function shiftedLeft(a: Interval, b: Interval): Interval {
  const count = countOf(b);
  if (count === undefined) return FULL;
  return product(a, interval(1n << count.least, 1n << count.most));
}

export function shiftedRight(a: Interval, b: Interval): Interval {
  const { least: few, most: many } = countOf(b) ?? interval(0n, 63n);
  const least = a.least < 0n ? a.least >> few : a.least >> many;
  const most = a.most < 0n ? a.most >> many : a.most >> few;
  return { least, most };
}

/** With zeros coming in. */
export function shiftedRightUnsigned(a: Interval, b: Interval): Interval {
  if (isNatural(a)) return shiftedRight(a, b);
  const count = countOf(b);
  if (count === undefined || count.least === 0n) return FULL;
  return interval(0n, ((1n << 64n) - 1n) >> count.least);
}

/** If the value is in `range` already, a widening leaves it as it is. */
export const widened = (a: Interval, range: Interval): Interval => (contains(range, a) ? a : range);
