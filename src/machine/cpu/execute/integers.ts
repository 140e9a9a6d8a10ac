// Elements as the integers they stand for: the manual's SInt() and UInt(), in 128 bits, where a
// sum or a product of two has room; and back, to the nearest that fits.

import type { Operations, Size } from "../operations";

/** Room for what two elements give. */
export const WIDE = 128;

export const SInt = <V>(m: Operations<V>, size: Size, x: V): V => m.extend(true, size, WIDE, x);
export const UInt = <V>(m: Operations<V>, size: Size, x: V): V => m.extend(false, size, WIDE, x);

/** SInt or UInt. */
export const Int = <V>(m: Operations<V>, signed: boolean, size: Size, x: V): V =>
  m.extend(signed, size, WIDE, x);

/** SatQ(): the integer, 128 bits and signed, as the nearest of `size` bits. */
export const SatQ = <V>(m: Operations<V>, signed: boolean, size: Size, integer: V): V =>
  m.saturate(signed, size, integer);
