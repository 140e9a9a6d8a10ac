// A choice is a slice whose values have names: size:Q=8b|16b|4h|8h|2s|4s|-|2d. The n-th name belongs
// to the value n; a dash is reserved; names after a slash are also accepted. A name may instead be
// given for a pattern, xxx10:h - the bits that the pattern leaves open are for another operand to
// decide.

import { bug } from "../../../base/bug";
import { type Cube, overlap } from "../cube";
import type { Operand } from "../operand";
import type { Slice } from "../slice";
import type { Context } from "./context";

export interface Alternative {
  readonly text: string;
  readonly cube: Cube;
}

export interface Choice extends Operand {
  readonly slice: Slice;
  readonly alternatives: readonly Alternative[];
}

export const isChoice = (operand: Operand): operand is Choice => "alternatives" in operand;

/** `text` is slice=name|name..., as in a template. */
export function parseChoice(text: string, context: Context): Choice {
  const [sliceText = "", ...rest] = text.split("=");
  const slice = context.slice(sliceText);
  const names: (string | undefined)[] = new Array<string | undefined>(2 ** slice.width).fill(undefined);
  const alternatives: Alternative[] = [];
  for (const [i, item] of rest.join("=").split("|").entries()) {
    const [, pattern, spelled = ""] = /^(?:([01x]+):)?(.*)$/.exec(item)!;
    if (pattern !== undefined && pattern.length !== slice.width) bug(`${item} is not a pattern for ${sliceText}`);
    const [name = "", ...synonyms] = spelled.split("/");
    const matching = pattern === undefined ? [i] : valuesOf(pattern);
    if (matching.some((value) => value >= names.length)) bug(`${text}: more names than values`);
    if (spelled === "-") continue;
    for (const value of matching) names[value] ??= name;
    const cube = pattern === undefined ? slice.put(i) : patternCube(slice, pattern);
    for (const each of [name, ...synonyms]) alternatives.push({ text: each, cube });
  }
  // An empty name is what an optional group is left out for, or an end of a mnemonic: nobody writes it.
  const longestFirst = alternatives.filter((a) => a.text !== "").sort((a, b) => b.text.length - a.text.length)
    .map((a) => ({ ...a, spelling: spellingOf(a.text) }));

  return {
    slice,
    alternatives,
    mask: slice.mask,
    whenAbsent: { mask: slice.mask, value: 0 },
    print: (word) => names[slice.get(word)],
    parse(scanner, soFar) {
      scanner.skipSpace();
      for (const { cube, spelling } of longestFirst) {
        spelling.lastIndex = scanner.position;
        const [found] = spelling.exec(scanner.text) ?? [];
        if (found === undefined || !overlap(cube, soFar)) continue;
        scanner.position += found.length;
        return cube;
      }
      const possible = longestFirst.filter(({ cube }) => overlap(cube, soFar));
      return scanner.fail(oneOf(possible.length > 0 ? possible : longestFirst));
    },
  };
}

function oneOf(alternatives: readonly Alternative[]): string {
  const names = [...new Set(alternatives.map(({ text }) => text))].sort();
  if (names.length === 1) return names[0]!;
  return `one of ${names.length > 9 ? `${names.slice(0, 9).join(", ")} ...` : names.join(", ")}`;
}

/**
 * What matches `name` in the source: in any case of letters, any white space for a blank, and perhaps without its #;
 * but not as the beginning of a longer word. A letter may have a number behind it: s3.
 */
function spellingOf(name: string): RegExp {
  const words = name.split(" ").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace("#", "#?"));
  const end = !/\w$/.test(name) ? "" : name.length === 1 ? "(?![a-z_])" : "(?!\\w)";
  return new RegExp(words.join("[ \\t]+") + end, "iy");
}

function valuesOf(pattern: string): number[] {
  const fits = (value: number): boolean =>
    [...value.toString(2).padStart(pattern.length, "0")].every((bit, i) => pattern[i] === "x" || pattern[i] === bit);
  return Array.from({ length: 2 ** pattern.length }, (_, value) => value).filter(fits);
}

function patternCube(slice: Slice, pattern: string): Cube {
  const mask = slice.put(Number.parseInt(pattern.replace(/[01]/g, "1").replace(/x/g, "0"), 2)).value;
  return { mask, value: slice.put(Number.parseInt(pattern.replace(/x/g, "0"), 2)).value };
}

/** The values of a choice's slice that have no name. */
export function reservedValues(choice: Choice): number[] {
  const reserved: number[] = [];
  for (let value = 0; value < 2 ** choice.slice.width; value++) {
    if (choice.print(choice.slice.put(value).value, { pc: undefined }) === undefined) reserved.push(value);
  }
  return reserved;
}
