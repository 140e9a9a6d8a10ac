// A choice is a slice whose values have names: size:Q=8b|16b|4h|8h|2s|4s|-|2d. The n-th name
// belongs to the value n; a dash is reserved; names after a slash are also accepted. A name may
// instead be given for a pattern, xxx10:h - the bits that the pattern leaves open are for another
// operand to decide.

import { bug } from "../../../base/bug";
import { type Cube, holds, overlap } from "../cube";
import { NOWHERE, type Operand } from "../operand";
import type { Scanner } from "../scanner";
import { cubeOf, type Slice } from "../slice";
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
  const names = new Array<string | undefined>(2 ** slice.width).fill(undefined);
  const alternatives: Alternative[] = [];
  for (const [i, item] of rest.join("=").split("|").entries()) {
    const [, pattern, spelled = ""] = /^(?:([01x]+):)?(.*)$/.exec(item)!;
    if (pattern === undefined && i >= names.length) bug(`${text}: more names than values`);
    if (pattern !== undefined && pattern.length !== slice.width) {
      bug(`${item} is not a pattern for ${sliceText}`);
    }
    if (spelled === "-") continue;
    const [name = "", ...synonyms] = spelled.split("/");
    const cube = pattern === undefined ? slice.put(i) : cubeOf(slice, pattern);
    for (const value of names.keys()) {
      if (holds(cube, slice.put(value).value)) names[value] ??= name;
    }
    for (const each of [name, ...synonyms]) alternatives.push({ text: each, cube });
  }
  const spellings = spellingsOf(alternatives);

  return {
    slice,
    alternatives,
    mask: slice.mask,
    whenAbsent: { mask: slice.mask, value: 0 },
    print: (word) => names[slice.get(word)],
    parse: (scanner, soFar) => readSpelling(spellings, scanner, soFar),
  };
}

/** An alternative that the source can have, and what matches it. */
interface Spelling extends Alternative {
  readonly pattern: RegExp;
}

/** An empty name is what an optional group is left out for: nobody writes it. */
function spellingsOf(alternatives: readonly Alternative[]): Spelling[] {
  const longestFirst = alternatives.filter(({ text }) => text !== "")
    .sort((a, b) => b.text.length - a.text.length);
  return longestFirst.map(({ text, cube }) => ({ text, cube, pattern: patternOf(text) }));
}

/**
 * What matches `name` in the source: in any case of letters, any white space for a blank, and
 * perhaps without its #; but not as the beginning of a longer word. A letter may have a number
 * behind it: s3.
 */
function patternOf(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const words = escaped.split(" ").map((word) => word.replace("#", "#?"));
  const end = !/\w$/.test(name) ? "" : name.length === 1 ? "(?![a-z_])" : "(?!\\w)";
  return new RegExp(words.join("[ \\t]+") + end, "iy");
}

function readSpelling(
  spellings: readonly Spelling[], scanner: Scanner, soFar: Cube,
): Cube | undefined {
  scanner.skipSpace();
  const possible = spellings.filter(({ cube }) => overlap(cube, soFar));
  for (const { cube, pattern } of possible) {
    pattern.lastIndex = scanner.position;
    const [found] = pattern.exec(scanner.text) ?? [];
    if (found === undefined) continue;
    scanner.position += found.length;
    return cube;
  }
  return scanner.fail(oneOf(possible.length > 0 ? possible : spellings));
}

const LONGEST_LIST = 9;

function oneOf(alternatives: readonly Alternative[]): string {
  const names = [...new Set(alternatives.map(({ text }) => text))].sort();
  if (names.length === 1) return names[0]!;
  const shown = names.slice(0, LONGEST_LIST).join(", ");
  return `one of ${shown}${names.length > LONGEST_LIST ? " ..." : ""}`;
}

/** The values of a choice's slice that have no name. */
export function reservedValues({ slice, print }: Choice): number[] {
  const values = Array.from({ length: 2 ** slice.width }, (_, value) => value);
  return values.filter((value) => print(slice.put(value).value, NOWHERE) === undefined);
}
