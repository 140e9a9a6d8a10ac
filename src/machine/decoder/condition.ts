// Conditions on the fields of a word, as the tables write them after `if`. Terms stand side by side
// and must all hold:
//
//   size=1x         the slice has these bits, x standing for either
//   cmode!=111x     it has not
//   Rn=Rm, Rn!=Rt   two slices are equal, or are not
//   BFXPreferred    a function of the manual, by its name (preferences.ts)

import { bug } from "../../base/bug";
import { ANY, type Cube, holds, intersection } from "./cube";
import type { Field } from "./diagram";
import type { DecoderParts } from "./parts";
import { PREFERENCES } from "./preferences";
import { cubeOf, parseSlice, type Slice } from "./slice";

/** A condition is one of these, or another: each is a cube and what a cube cannot say. */
export interface Condition {
  readonly cube: Cube;
  /** Pairs of slices that are equal, and that are not. */
  readonly equal: readonly (readonly [Slice, Slice])[];
  readonly unequal: readonly (readonly [Slice, Slice])[];
  readonly tests: readonly ((word: number) => boolean)[];
}

export const ALWAYS: Condition = { cube: ANY, equal: [], unequal: [], tests: [] };

export function satisfies({ cube, equal, unequal, tests }: Condition, word: number): boolean {
  return holds(cube, word)
    && equal.every(([a, b]) => a.get(word) === b.get(word))
    && unequal.every(([a, b]) => a.get(word) !== b.get(word))
    && tests.every((test) => test(word));
}

/** Whether a condition is a cube and nothing else. */
export const isCube = ({ equal, unequal, tests }: Condition): boolean =>
  equal.length + unequal.length + tests.length === 0;

/** `text` as alternatives that exclude each other: a condition with != becomes several cubes. */
export function parseCondition(
  text: string, fields: readonly Field[], parts: DecoderParts,
): Condition[] {
  let alternatives: Condition[] = [ALWAYS];
  for (const term of text.split(" ").filter((t) => t !== "")) {
    const choices = parseTerm(term, fields, parts);
    alternatives = alternatives.flatMap((a) => choices.flatMap((c) => conjunction(a, c) ?? []));
  }
  if (alternatives.length === 0) bug(`a condition that never holds: ${text}`);
  return alternatives;
}

function conjunction(a: Condition, b: Condition): Condition | undefined {
  const cube = intersection(a.cube, b.cube);
  return cube && {
    cube,
    equal: [...a.equal, ...b.equal],
    unequal: [...a.unequal, ...b.unequal],
    tests: [...a.tests, ...b.tests],
  };
}

function parseTerm(term: string, fields: readonly Field[], parts: DecoderParts): Condition[] {
  const [, left, operator, right] = /^([\w:[\]]+?)(!?=)([\w:[\]]+)$/.exec(term) ?? [];
  if (left === undefined || right === undefined) {
    return [{ ...ALWAYS, tests: [preference(term, fields, parts)] }];
  }
  const slice = parseSlice(left, fields, parts);
  if (!/^[01x]+$/.test(right)) {
    const pair = [slice, parseSlice(right, fields, parts)] as const;
    return [{ ...ALWAYS, [operator === "=" ? "equal" : "unequal"]: [pair] }];
  }
  if (right.length !== slice.width) bug(`${term}: ${left} has ${slice.width} bits`);
  const patterns = operator === "=" ? [right] : othersThan(right);
  return patterns.map((pattern) => ({ ...ALWAYS, cube: cubeOf(slice, pattern) }));
}

/** The patterns that cover all that `pattern` does not: for 1x0, they are 0xx and 1x1. */
function othersThan(pattern: string): string[] {
  return [...pattern].flatMap((bit, i) => {
    if (bit === "x") return [];
    const opposite = bit === "0" ? "1" : "0";
    return [pattern.slice(0, i) + opposite + "x".repeat(pattern.length - i - 1)];
  });
}

function preference(
  name: string, fields: readonly Field[], parts: DecoderParts,
): (word: number) => boolean {
  const prefers = PREFERENCES[name] ?? bug(`no condition ${name}`);
  const slices = new Map(fields.map((f) => [f.name, parseSlice(f.name, fields, parts)]));
  const sliceOf = (field: string): Slice => slices.get(field) ?? bug(`${name} needs ${field}`);
  return (word) => prefers((field) => sliceOf(field).get(word), parts);
}
