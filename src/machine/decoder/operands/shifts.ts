// Shift amounts of Advanced SIMD, whose size of element and distance share the seven bits immh:immb: the leading
// one of immh says esize, and what it leaves is counted up for shifts left, down for shifts right.
//
//   immh:immb   0001sss  001ssss  01sssss  1ssssss      <immh:immb left>    immh:immb - esize, 0 to esize - 1
//   esize         8        16       32       64         <immh:immb right>   2 * esize - immh:immb, 1 to esize
//
// The template names esize before the amount (by its immh, or a choice of immh such as 001x:4h). Also here:
// <scale fbits>, the 64 - scale fraction bits of a fixed-point number in a general-purpose register.

import type { Kind } from "./context";
import { parseInteger } from "./integers";
import type { Operand } from "../operand";
import type { Slice } from "../slice";

export const left: Kind = (slice) => amount(slice, (esize) => [0, esize - 1], (shift, esize) => esize + shift, (bits, esize) => bits - esize);

export const right: Kind = (slice) => amount(slice, (esize) => [1, esize], (shift, esize) => 2 * esize - shift, (bits, esize) => 2 * esize - bits);

export const fbits: Kind = (slice, _words, context) => {
  const sf = context.slice("sf");
  return amountIn(slice, (word) => (sf.get(word) ? 64 : 32), (width) => [1, width], (count) => 64 - count, (scale) => 64 - scale);
};

type Range = (esize: number) => readonly [lowest: number, highest: number];
type Conversion = (value: number, esize: number) => number;

/** An amount of a slice that says its own element size. */
function amount(slice: Slice, range: Range, encode: Conversion, show: Conversion): Operand {
  return amountIn(slice, (word) => elementSize(slice.get(word)), range, encode, show);
}

function amountIn(slice: Slice, sizeOf: (word: number) => number, range: Range, encode: Conversion, show: Conversion): Operand {
  return {
    mask: slice.mask,
    print(word) {
      const esize = sizeOf(word);
      return esize === 0 ? undefined : String(show(slice.get(word), esize));
    },
    parse(text, soFar, site) {
      const esize = sizeOf(soFar.value);
      const value = parseInteger(text, site.lookup);
      if (value === undefined) return undefined;
      const [lowest, highest] = range(esize);
      if (value.number >= lowest && value.number <= highest) return slice.put(encode(value.number, esize));
      text.position = value.start;
      return text.fail(`an integer from ${lowest} to ${highest}`);
    },
  };
}

/** 8 to 64, by the leading one of a 7-bit immh:immb; 0 where immh is 0000. */
function elementSize(bits: number): number {
  return bits < 8 ? 0 : 2 ** (31 - Math.clz32(bits));
}
