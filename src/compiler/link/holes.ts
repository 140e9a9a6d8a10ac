// Room in a text that wants a round address. A vector table has sixteen entries of 128 bytes, most
// of which is nothing: an entry branches away, and NOPs that nobody comes to fill it up. Small
// functions go there instead.

import type { CompiledFunction } from "../back/compiled";

const NOP = 0xd503_201f;
const RET = 0xd65f_03c0;
const ERET = 0xd69f_03e0;
/** Fewer words are no room for anything. */
const LEAST = 4;

/** Of a text, in words. */
export interface Part {
  readonly begin: number;
  readonly end: number;
}

export interface Parts {
  readonly code: readonly Part[];
  readonly holes: readonly Part[];
}

const endsCode = (word: number | undefined): boolean => word === RET || word === ERET
  || (word !== undefined && (word & 0xfc00_0000) === 0x1400_0000);

/** NOPs behind what never goes on are in nobody's way. */
export function partsOf({ words }: CompiledFunction): Parts {
  const code: Part[] = [];
  const holes: Part[] = [];
  let begin = 0;
  for (let at = 1; at < words.length; at++) {
    if (!endsCode(words[at - 1]) || words[at] !== NOP) continue;
    let end = at;
    while (words[end] === NOP) end++;
    if (end - at < LEAST) continue;
    code.push({ begin, end: at });
    holes.push({ begin: at, end });
    begin = end;
    at = end;
  }
  code.push({ begin, end: words.length });
  return { code, holes };
}

export interface Filled {
  /** How many words behind the text's begin, and which function. */
  readonly at: number;
  readonly what: CompiledFunction;
}

/** Takes from the functions, in their order, what fits into the holes. */
export function fillHoles(holes: readonly Part[], from: Set<CompiledFunction>): Filled[] {
  const filled: Filled[] = [];
  for (const { begin, end } of holes) {
    let at = begin;
    for (const what of from) {
      if (at + what.words.length > end) continue;
      filled.push({ at, what });
      from.delete(what);
      at += what.words.length;
    }
  }
  return filled;
}
