// The numbers that the aliases of BFM, SBFM and UBFM show: positions and widths, computed from immr
// and imms.
//
//   LSL  #shift         immr = -shift mod width,  imms = width - 1 - shift
//   BFI  #lsb, #width   immr = -lsb mod width,    imms = width - 1
//   BFXIL #lsb, #width  immr = lsb,               imms = lsb + width - 1

import { intersection } from "../cube";
import { type Kind, widthBySf } from "./context";
import { integerIn } from "./integers";

/** <immr:imms lsl>: the distance of a shift left. */
export const lsl: Kind = (slice, _words, context) => {
  const widthOf = widthBySf(context);
  const [immr, imms] = [context.slice("immr"), context.slice("imms")];
  return {
    mask: slice.mask,
    print: (word) => String(widthOf(word) - 1 - imms.get(word)),
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const shift = integerIn(text, site, 0, width - 1);
      if (shift === undefined) return undefined;
      return intersection(immr.put((width - shift) % width), imms.put(width - 1 - shift));
    },
  };
};

/** <immr negative>: the lsb of an insertion. */
export const negative: Kind = (immr, _words, context) => {
  const widthOf = widthBySf(context);
  return {
    mask: immr.mask,
    print: (word) => String((widthOf(word) - immr.get(word)) % widthOf(word)),
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const lsb = integerIn(text, site, 0, width - 1);
      return lsb === undefined ? undefined : immr.put((width - lsb) % width);
    },
  };
};

/** <imms count>: the width of an insertion, which its lsb limits. */
export const count: Kind = (imms, _words, context) => {
  const widthOf = widthBySf(context);
  const immr = context.slice("immr");
  return {
    mask: imms.mask,
    print: (word) => String(imms.get(word) + 1),
    parse(text, soFar, site) {
      const width = widthOf(soFar.value);
      const lsb = (width - immr.get(soFar.value)) % width;
      const inserted = integerIn(text, site, 1, width - lsb);
      return inserted === undefined ? undefined : imms.put(inserted - 1);
    },
  };
};

/** <imms extent>: the width of an extraction that starts at immr. */
export const extent: Kind = (imms, _words, context) => {
  const widthOf = widthBySf(context);
  const immr = context.slice("immr");
  return {
    mask: imms.mask,
    print: (word) => String(imms.get(word) - immr.get(word) + 1),
    parse(text, soFar, site) {
      const lsb = immr.get(soFar.value);
      const extracted = integerIn(text, site, 1, widthOf(soFar.value) - lsb);
      return extracted === undefined ? undefined : imms.put(lsb + extracted - 1);
    },
  };
};
