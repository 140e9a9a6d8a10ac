// Which words of a row are tried: every combination of the fields that choose (or a sample, if they are many), with
// registers that are often equal, or 31, and immediates that are often at an end.

import { type Decoder, standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Field } from "../../../src/machine/decoder/diagram";
import type { Row } from "../../../src/machine/decoder/row";
import { isInProfile } from "../../../src/machine/cpu/profile";
import type { Random } from "../words";
import { hasErratum } from "./errata";
import { below, oneIn, pick } from "./values";

/** Combinations of choosing fields that are all tried; beyond, they are drawn. */
const MOST_COMBINATIONS = 512;
const ATTEMPTS = 60;

const REGISTER = /^R[a-z]2?$/;
/** Fields that choose nothing else than a number. */
const NUMBER = /^(imm(5|6|7|8|9|12|14|16|19|26|hi|r|s)?|scale|b40|nzcv|mask)$/;

export const isRegister = ({ name }: Field): boolean => REGISTER.test(name);

export interface Encodings {
  readonly words: readonly number[];
  /** Words that the row's text calls UNDEFINED or reserved. */
  readonly reserved: readonly number[];
}

/** About `count` words of `row` that are instructions of the profile and not CONSTRAINED UNPREDICTABLE. */
export function encodingsOf(row: Row, count: number, random: Random): Encodings {
  const decoder = standardDecoder();
  const choosers = row.fields.filter((field) => !isRegister(field) && !NUMBER.test(field.name));
  const combinations = combinationsOf(choosers);
  const words = new Set<number>();
  const reserved = new Set<number>();
  const rounds = Math.max(count, Math.min(combinations.length, MOST_COMBINATIONS));
  // In one order or another, so that a sample is of all.
  const order = shuffled(random, combinations);
  for (let i = 0; i < rounds; i++) {
    const chosen = order[i % order.length]!;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const word = (row.value | row.shouldValue | chosen | rest(row, choosers, random)) >>> 0;
      const kind = kindOf(decoder, row, word);
      if (kind === "instruction" && words.has(word) && attempt < ATTEMPTS / 2) continue;
      if (kind === "instruction") words.add(word);
      if (kind === "reserved") reserved.add(word);
      if (kind !== "other") break;
    }
  }
  return { words: [...words], reserved: [...reserved] };
}

/** A word of `row` for which `suits` holds, or undefined if none was found soon. */
export function drawWord(row: Row, random: Random, suits: (word: number) => boolean): number | undefined {
  const decoder = standardDecoder();
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const word = (row.value | row.shouldValue | rest(row, [], random)) >>> 0;
    if (kindOf(decoder, row, word) === "instruction" && suits(word)) return word;
  }
  return undefined;
}

function kindOf(decoder: Decoder, row: Row, word: number): "instruction" | "reserved" | "other" {
  const decoded = decoder.decode(word);
  if (!("row" in decoded) || decoded.row !== row || !isInProfile(row, word) || hasErratum(row, word)) return "other";
  if (decoded.kind === "undefined") return "reserved";
  return decoded.unpredictable ? "other" : "instruction";
}

/** What `fields` can be together, as bits of the word. */
function combinationsOf(fields: readonly Field[]): number[] {
  let all = [0];
  for (const { shift, width } of fields) {
    all = all.flatMap((bits) => Array.from({ length: 2 ** width }, (_, value) => bits | (value << shift)));
  }
  return all;
}

/** The row's registers and numbers. */
function rest(row: Row, choosers: readonly Field[], random: Random): number {
  const register = registers(random);
  let bits = 0;
  for (const field of row.fields) {
    if (choosers.includes(field)) continue;
    const value = isRegister(field) ? register() & (2 ** field.width - 1) : numberFor(field, random);
    bits |= value << field.shift;
  }
  return bits;
}

/** Draws registers: from few, so that operands are equal, or from all; with 31 or without. */
function registers(random: Random): () => number {
  const few = oneIn(random, 4) ? [below(random, 31), below(random, 31)] : undefined;
  const with31 = oneIn(random, 3);
  return () => {
    if (with31 && oneIn(random, 4)) return 31;
    return few === undefined ? below(random, 31) : pick(random, few);
  };
}

function numberFor({ width }: Field, random: Random): number {
  const top = 2 ** width - 1;
  if (below(random, 2) === 0) return below(random, top + 1);
  return pick(random, [0, 1, top, top - 1, top >>> 1, (top >>> 1) + 1, 2 ** below(random, width), top ^ (2 ** below(random, width))]);
}

function shuffled(random: Random, items: readonly number[]): number[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
