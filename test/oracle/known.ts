// The words on which we differ from LLVM 14 and mean to, each with its reason.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface KnownDifference {
  /** The words: those with (word & mask) === value, as "0x..." strings. */
  readonly mask: string;
  readonly value: string;
  /** Regular expressions on the two texts, whole. */
  readonly ours: string;
  readonly theirs: string;
  readonly reason: string;
}

export function knownDifferences(): readonly KnownDifference[] {
  return JSON.parse(readFileSync(join(__dirname, "known-differences.json"), "utf8")) as KnownDifference[];
}

export function isKnown(known: readonly KnownDifference[], word: number, ours: string, theirs: string): boolean {
  return known.some((one) =>
    ((word & Number(one.mask)) >>> 0) === Number(one.value) >>> 0 &&
    new RegExp(`^(?:${one.ours})$`).test(ours) && new RegExp(`^(?:${one.theirs})$`).test(theirs));
}
