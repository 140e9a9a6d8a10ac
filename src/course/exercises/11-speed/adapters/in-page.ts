// A block's end is looked for through two functions, which are no plain data. These answer from lists that the judge has
// written, and know nothing of blocks.

import type { BlockEnd, JitParts, Way } from "../../../../machine/jit/parts";

const PAGE = 4096;

// Types, not interfaces: only a type is Plain.

/** The page's words from the first one that is listed on; beyond the list, nobody has executed anything. */
export type Words = { readonly from: number; readonly ways: readonly (WayInPage | undefined)[] };
export type WayInPage = { readonly flow: Way["flow"]; readonly distance: number | undefined };

export type InPage = (place: number, words: Words, starts: readonly number[], most: number) => BlockEnd;

/** A search in a page. */
export const inPage = (blockEnd: JitParts["blockEnd"]): InPage =>
  (place, words, starts, most) => {
    const wayAt = (at: number): WayInPage | undefined => {
      if (!(at >= 0 && at < PAGE && at % 4 === 0)) throw new Error(`wayAt(${at}): there is no word of this page at ${at}`);
      return words.ways[(at - words.from) / 4];
    };
    return blockEnd(place, wayAt, (at) => starts.includes(at), most);
  };
