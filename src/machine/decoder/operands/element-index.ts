// Which element of a vector: an index that stands in imm5 above the lowest one, which says the
// elements' size.
//
//   imm5      iiii1  iii10  ii100  i1000
//   element     b      h      s      d
//
//   <imm5 element>        the index i
//   <imm4 element imm5>   imm4, of which the size leaves as many bits
//
// The template names the size before the index (a choice of imm5 such as xxx10:h). Indexes that are
// plain numbers, like H:L:M of the by-element multiplications, are slices.

import type { Kind } from "./context";
import { integerIn } from "./integers";

/**
 * `words`: the slice with the size, if it is not the index's own. The bits below an index in imm4
 * are ignored, and assembled as zeros.
 */
export const element: Kind = (slice, [sizeName], context) => {
  const size = sizeName === undefined ? slice : context.slice(sizeName);
  const sizeOf = (word: number): number => 31 - Math.clz32(size.get(word) & -size.get(word));
  // In imm5 itself the size's own one lies below the index.
  const shiftOf = (word: number): number => sizeOf(word) + (sizeName === undefined ? 1 : 0);
  return {
    mask: slice.mask,
    print: (word) => (size.get(word) === 0 ? undefined : String(slice.get(word) >> shiftOf(word))),
    parse(text, soFar, site) {
      const shift = shiftOf(soFar.value);
      const highest = 2 ** (slice.width - shift) - 1;
      const wanted = highest === 0 ? "the index 0" : `an index from 0 to ${highest}`;
      const index = integerIn(text, site, 0, highest, wanted);
      if (index === undefined) return undefined;
      const sizeBit = sizeName === undefined ? 2 ** sizeOf(soFar.value) : 0;
      return slice.put(index * 2 ** shift + sizeBit);
    },
  };
};
