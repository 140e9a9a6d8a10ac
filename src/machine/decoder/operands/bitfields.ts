// The numbers that the aliases of BFM, SBFM and UBFM show: positions and widths, computed from immr and imms.
//
//   LSL  #shift         immr = -shift mod width,  imms = width - 1 - shift
//   BFI  #lsb, #width   immr = -lsb mod width,    imms = width - 1
//   BFXIL #lsb, #width  immr = lsb,               imms = lsb + width - 1

import { intersection } from "../cube";
import type { Operand } from "../operand";
import { parseInteger } from "./integers";
import type { Context, Kind } from "./context";
import type { Slice } from "../slice";

/** <immr:imms lsl>. */
export const lsl: Kind = (slice, _words, context) => number(slice, context, {
  lowest: 0,
  show: (width, _immr, imms) => width - 1 - imms,
  encode: (width, shift) => [(width - shift) % width, width - 1 - shift],
});

/** <immr negative>: the lsb of an insertion. */
export const negative: Kind = (slice, _words, context) => {
  const sf = context.slice("sf");
  const widthOf = (word: number): number => (sf.get(word) ? 64 : 32);
  return {
    mask: slice.mask,
    print: (word) => String((widthOf(word) - slice.get(word)) % widthOf(word)),
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const lsb = parseInteger(text, site.lookup);
      if (lsb === undefined) return undefined;
      if (lsb.number >= 0 && lsb.number < width) return slice.put((width - lsb.number) % width);
      text.position = lsb.start;
      return text.fail(`an integer from 0 to ${width - 1}`);
    },
  };
};

/** <imms count>: the width of an insertion, which its lsb limits. */
export const count: Kind = (slice, _words, context) => {
  const [sf, immr] = [context.slice("sf"), context.slice("immr")];
  return {
    ...plain(slice, (imms) => imms + 1),
    parse(text, soFar, site) {
      const width = sf.get(soFar.value) ? 64 : 32;
      const room = width - ((width - immr.get(soFar.value)) % width);
      return ranged(text, site, 1, room, (n) => slice.put(n - 1));
    },
  };
};

/** <imms extent>: the width of an extraction that starts at immr. */
export const extent: Kind = (slice, _words, context) => {
  const [sf, immr] = [context.slice("sf"), context.slice("immr")];
  return {
    mask: slice.mask,
    print: (word) => String(slice.get(word) - immr.get(word) + 1),
    parse(text, soFar, site) {
      const lsb = immr.get(soFar.value);
      return ranged(text, site, 1, (sf.get(soFar.value) ? 64 : 32) - lsb, (n) => slice.put(lsb + n - 1));
    },
  };
};

function plain(slice: Slice, show: (value: number) => number): Pick<Operand, "mask" | "print"> {
  return { mask: slice.mask, print: (word) => String(show(slice.get(word))) };
}

interface Pair {
  readonly lowest: number;
  show(width: number, immr: number, imms: number): number;
  encode(width: number, value: number): [immr: number, imms: number];
}

function number(slice: Slice, context: Context, { lowest, show, encode }: Pair): Operand {
  const [sf, immr, imms] = [context.slice("sf"), context.slice("immr"), context.slice("imms")];
  return {
    mask: slice.mask,
    print: (word) => String(show(sf.get(word) ? 64 : 32, immr.get(word), imms.get(word))),
    parse(text, soFar, site) {
      const width = sf.get(soFar.value) ? 64 : 32;
      return ranged(text, site, lowest, width - 1, (value) => {
        const [r, s] = encode(width, value);
        return intersection(immr.put(r), imms.put(s))!;
      });
    },
  };
}

function ranged<T>(text: Parameters<Operand["parse"]>[0], site: Parameters<Operand["parse"]>[2], low: number, high: number, put: (n: number) => T): T | undefined {
  const value = parseInteger(text, site.lookup);
  if (value === undefined) return undefined;
  if (value.number >= low && value.number <= high) return put(value.number);
  text.position = value.start;
  return text.fail(`an integer from ${low} to ${high}`);
}
