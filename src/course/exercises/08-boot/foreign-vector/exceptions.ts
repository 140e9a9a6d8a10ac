// Exceptions that a variant is asked about.

import type { Draw } from "../../draw";
import type { ForeignException } from "../questions";
import type { VectorVariant } from "./variant";

/** Few registers change, or many, in any order. */
export function drawException(draw: Draw, { registers, vectors }: VectorVariant): ForeignException {
  const changes = draw.shuffle(registers).slice(0, draw.below(registers.length + 1));
  return { vector: draw.pick(vectors).name, changes, nested: draw.bits(1) === 1 };
}

/** Each register alone, at each vector. */
export const oneByOne = ({ registers, vectors }: VectorVariant): ForeignException[] =>
  vectors.flatMap(({ name }) => registers.map((register) => ({ vector: name, changes: [register], nested: false })));

export const withoutChanges = ({ vectors }: VectorVariant, nested: boolean): ForeignException[] =>
  vectors.map(({ name }) => ({ vector: name, changes: [], nested }));
