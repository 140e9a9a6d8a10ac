// Texts that are much alike, in fewer bytes (byte pair encoding: Gage, "A New Algorithm for Data
// Compression", 1994). The pair that is found most often gets a code of its own, above those of
// ASCII; then the next, in which that code may be a part; until no pair pays. Whoever reads puts a
// code's pair in its place, and theirs in place of those.

import { FIRST_PAIR, RAW_CODE } from "../../formats/objects/tables";

const MOST_PAIRS = 256 - FIRST_PAIR;
/** A pair takes two bytes of the table: below this, it costs more than it saves. */
const LEAST = 4;

export interface PackedTexts {
  /** Two codes each. */
  readonly pairs: Uint8Array;
  readonly texts: readonly Uint8Array[];
}

export function packTexts(texts: readonly Uint8Array[]): PackedTexts {
  let packed = texts.map((text) => [...text].flatMap((code) =>
    (code >= RAW_CODE ? [RAW_CODE, code] : [code])));
  const pairs: number[] = [];
  while (pairs.length < 2 * MOST_PAIRS) {
    const best = mostFrequent(packed);
    if (best === undefined) break;
    const code = FIRST_PAIR + pairs.length / 2;
    pairs.push(...best);
    packed = packed.map((text) => replaced(text, best, code));
  }
  return { pairs: Uint8Array.from(pairs), texts: packed.map((text) => Uint8Array.from(text)) };
}

type Pair = readonly [number, number];

/** What stands behind RAW_CODE is no code, and in no pair. */
function mostFrequent(texts: readonly (readonly number[])[]): Pair | undefined {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (let i = 1; i < text.length; i++) {
      if (text[i] === RAW_CODE || text[i - 1] === RAW_CODE || text[i - 2] === RAW_CODE) continue;
      const key = 256 * text[i - 1]! + text[i]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return best === undefined || best[1] < LEAST ? undefined : [best[0] >> 8, best[0] & 0xff];
}

function replaced(text: readonly number[], [a, b]: Pair, code: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === RAW_CODE) result.push(RAW_CODE, text[++i]!);
    else if (text[i] === a && text[i + 1] === b) {
      result.push(code);
      i++;
    } else result.push(text[i]!);
  }
  return result;
}
