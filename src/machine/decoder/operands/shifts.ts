// Shift amounts of Advanced SIMD, whose size of element and distance share the seven bits
// immh:immb: the leading one of immh says esize, and what it leaves is counted up for shifts left,
// down for shifts right.
//
//   immh:immb   0001sss  001ssss  01sssss  1ssssss
//   esize         8        16       32       64
//
//   <immh:immb left>    immh:immb - esize, 0 to esize - 1
//   <immh:immb right>   2 * esize - immh:immb, 1 to esize
//
// The template names esize before the amount (by its immh, or a choice of immh such as 001x:4h).
// Also here: <scale fbits>, the 64 - scale fraction bits of a fixed-point number in a
// general-purpose register.

import type { Operand } from "../operand";
import type { Slice } from "../slice";
import { type Kind, widthBySf } from "./context";
import { integerIn } from "./integers";

export const left: Kind = (slice) => amountIn(slice, elementSizeOf(slice), {
  range: (esize) => [0, esize - 1],
  encode: (shift, esize) => esize + shift,
  show: (bits, esize) => bits - esize,
});

export const right: Kind = (slice) => amountIn(slice, elementSizeOf(slice), {
  range: (esize) => [1, esize],
  encode: (shift, esize) => 2 * esize - shift,
  show: (bits, esize) => 2 * esize - bits,
});

export const fbits: Kind = (slice, _words, context) => amountIn(slice, widthBySf(context), {
  range: (width) => [1, width],
  encode: (count) => 64 - count,
  show: (scale) => 64 - scale,
});

/** How an amount is stored that elements, or registers, of `size` bits allow. */
interface Coding {
  range(size: number): readonly [lowest: number, highest: number];
  encode(amount: number, size: number): number;
  show(bits: number, size: number): number;
}

function amountIn(slice: Slice, sizeOf: (word: number) => number, coding: Coding): Operand {
  return {
    mask: slice.mask,
    print(word) {
      const size = sizeOf(word);
      return size === 0 ? undefined : String(coding.show(slice.get(word), size));
    },
    parse(text, soFar, site) {
      const size = sizeOf(soFar.value);
      const [lowest, highest] = coding.range(size);
      const amount = integerIn(text, site, lowest, highest);
      return amount === undefined ? undefined : slice.put(coding.encode(amount, size));
    },
  };
}

const elementSizeOf = (slice: Slice) => (word: number): number => elementSize(slice.get(word));

/** 8 to 64, by the leading one of a 7-bit immh:immb; 0 where immh is 0000. */
function elementSize(bits: number): number {
  return bits < 8 ? 0 : 2 ** (31 - Math.clz32(bits));
}
