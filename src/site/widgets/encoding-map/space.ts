/**
 * The space of all 2^32 words, cut in sixteen again and again. A place in it is the bits decided so far, in
 * the order in which the manual's main table asks for them: op0 (bits 28 to 25) first, then the rest from
 * the left. Eight cuts decide a word.
 */
import { overlap, type Cube } from "../../../machine/decoder/cube";
import type { Decoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";

/** The order in which bits are decided. */
export const bitOrder: readonly number[] = [28, 27, 26, 25, 31, 30, 29, 24, ...Array.from({ length: 24 }, (_, i) => 23 - i)];

export const bitsPerCut = 4;

/** The bits decided so far: a string of 0s and 1s in `bitOrder`, whose length is a multiple of four. */
export type Place = string;

export function isPlace(text: string): boolean {
  return /^[01]*$/.test(text) && text.length <= 32 && text.length % bitsPerCut === 0;
}

export function cubeAt(place: Place): Cube {
  let mask = 0;
  let value = 0;
  [...place].forEach((digit, index) => {
    const bit = 2 ** (bitOrder[index] ?? 0);
    mask += bit;
    if (digit === "1") value += bit;
  });
  return { mask, value };
}

/** The sixteen places inside a place, from 0000 to 1111. */
export function cutsOf(place: Place): readonly Place[] {
  return place.length === 32 ? [] : Array.from({ length: 16 }, (_, i) => place + i.toString(2).padStart(bitsPerCut, "0"));
}

/** The word whose undecided bits are the low bits of `filler`. */
export function wordAt(place: Place, filler: number): number {
  const { value } = cubeAt(place);
  let word = value;
  for (let index = place.length; index < 32; index++) {
    if ((filler >>> (31 - index)) & 1) word += 2 ** (bitOrder[index] ?? 0);
  }
  return word;
}

const extensions = ["SVE", "SME"] as const;

/** The manual's main table: SVE has op0 = 0010, SME op0 = 0000 with bit 31 set. */
const extensionSpace: Readonly<Record<(typeof extensions)[number], Cube>> = {
  SVE: { mask: 0x1e000000, value: 0x04000000 },
  SME: { mask: 0x9e000000, value: 0x80000000 },
};

export interface Contents {
  readonly rows: readonly Row[];
  readonly groups: readonly string[];
  readonly classes: readonly string[];
  /** The extensions of which it holds words: they have no rows here. */
  readonly scalable: readonly ("SVE" | "SME")[];
}

export function contentsOf(decoder: Decoder, place: Place): Contents {
  const cube = cubeAt(place);
  const rows = decoder.rows.filter((row) => overlap(cube, row));
  return {
    rows,
    scalable: extensions.filter((extension) => overlap(cube, extensionSpace[extension])),
    groups: [...new Set(rows.map((row) => row.group))],
    classes: [...new Set(rows.map((row) => row.class))],
  };
}

/** What to write on a box: the rows in it if they are few, else their classes, else their groups. */
export function titleOf({ rows, groups, classes, scalable }: Contents): string {
  const names = rows.length <= 3 ? rows.map(({ name }) => name) : classes.length <= 2 ? classes : groups;
  return [...names, ...scalable].join(", ") || "unallocated";
}

/** The part of all words that the rows' diagrams match within a place, as a power of two: 2^-n, n a count of bits. */
export function wordsOf(row: Row, place: Place): number {
  return 2 ** (32 - onesIn((row.mask | cubeAt(place).mask) >>> 0));
}

function onesIn(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left = (left & (left - 1)) >>> 0) count++;
  return count;
}

/** "1 word in 4,096", "3 words in 4". */
export function shareText(words: number, of: number): string {
  const share = words / of;
  if (share >= 0.995) return "all of it";
  if (share > 0.095) return `${Math.round(share * 100)} % of it`;
  return `1 word in ${Math.round(1 / share).toLocaleString("en")}`;
}

/** A word of the row that is an ordinary instruction: registers 0, 1, 2 and modest numbers, if the row allows them. */
export function sampleWord(decoder: Decoder, row: Row): number {
  const registers: Readonly<Record<string, number>> = { Rd: 0, Rt: 0, Rn: 1, Rm: 2, Rt2: 3, Ra: 3, Rs: 4 };
  let seed = 0x2545f491;
  for (let attempt = 0; attempt < 4096; attempt++) {
    let word = row.value + row.shouldValue;
    for (const { name, shift, width } of row.fields) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const random = attempt === 0 ? 0 : seed >>> (32 - width);
      word += (registers[name] ?? random) * 2 ** shift;
    }
    const decoded = decoder.decode(word);
    if (decoded.kind === "instruction" && decoded.row === row && !decoded.unpredictable) return word;
  }
  return row.value;
}
