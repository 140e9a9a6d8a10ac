// The language in which the tables write an encoding: the Arm manual's box diagram, typed from bit
// 31 down.
//
//   a run of 0s and 1s    fixed bits
//   name, name:width      a field of one bit, of `width` bits; fields keep the manual's names
//   (11111)               bits that the manual puts in parentheses: software should write them so,
//                         and a word that does not is CONSTRAINED UNPREDICTABLE

import { bug } from "../../base/bug";

export interface Field {
  readonly name: string;
  /** The field's lowest bit, 0 to 31. */
  readonly shift: number;
  readonly width: number;
}

/** A diagram, taken apart. */
export interface Diagram {
  /** The bits that are fixed, and what they are. */
  readonly mask: number;
  readonly value: number;
  /** The bits in parentheses, and what they should be. */
  readonly should: number;
  readonly shouldValue: number;
  readonly fields: readonly Field[];
}

type FieldOf<T> =
  T extends `${"0" | "1" | "("}${string}` ? never :
  T extends `${infer Name}:${number}` ? Name :
  T;
type Fields<P> = P extends `${infer T} ${infer Rest}` ? FieldOf<T> | Fields<Rest> : FieldOf<P>;

/** The operands that a diagram carries: Operands<"sf 11 Rd:5"> is { sf: number, Rd: number }. */
export type Operands<P> = Readonly<Record<Fields<P> & string, number>>;

export function parseDiagram(diagram: string): Diagram {
  let shift = 32;
  let mask = 0;
  let value = 0;
  let should = 0;
  let shouldValue = 0;
  const fields: Field[] = [];
  for (const token of diagram.split(" ")) {
    const fixed = /^\(?([01]+)\)?$/.exec(token)?.[1];
    const [name = "", width = "1"] = token.split(":");
    shift -= fixed?.length ?? Number(width);
    if (fixed === undefined) {
      fields.push({ name, shift, width: Number(width) });
      continue;
    }
    const ones = ((2 ** fixed.length - 1) * 2 ** shift) >>> 0;
    const bits = (Number.parseInt(fixed, 2) * 2 ** shift) >>> 0;
    if (token.startsWith("(")) {
      should = (should | ones) >>> 0;
      shouldValue = (shouldValue | bits) >>> 0;
    } else {
      mask = (mask | ones) >>> 0;
      value = (value | bits) >>> 0;
    }
  }
  if (shift !== 0) bug(`a diagram of ${32 - shift} bits, not 32: ${diagram}`);
  return { mask, value, should, shouldValue, fields };
}
