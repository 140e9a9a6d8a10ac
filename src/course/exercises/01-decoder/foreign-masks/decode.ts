// What a word means by the rules of a variant: the reference, which reads the rules one by one as the handout does.

import { field } from "../../../../machine/decoder/field";
import { fieldWidth, type MaskVariant } from "./variant";

export interface MaskFields {
  readonly big: number;
  readonly turn: number;
  readonly run: number;
}

export function fieldsOf(variant: MaskVariant, word: number): MaskFields {
  const width = fieldWidth(variant);
  return {
    big: field(word, variant.bigAt, variant.bigAt),
    turn: field(word, variant.turnAt + width - 1, variant.turnAt),
    run: field(word, variant.runAt + width - 1, variant.runAt),
  };
}

export function wordOf(variant: MaskVariant, { big, turn, run }: MaskFields): number {
  return big * 2 ** variant.bigAt + turn * 2 ** variant.turnAt + run * 2 ** variant.runAt;
}

/** The size of the cell; below 2 where `run` holds nothing but markers, or has no room behind them. */
export function cellOf(variant: MaskVariant, { big, run }: MaskFields): number {
  if (big === variant.bigMeans) return variant.largest;
  const text = run.toString(2).padStart(fieldWidth(variant), "0");
  const markers = text.length - text.replace(variant.marker === 1 ? /^1*/ : /^0*/, "").length;
  return variant.largest / 2 ** (markers + 1);
}

export function decodeForeignMask(variant: MaskVariant, word: number): bigint | undefined {
  const fields = fieldsOf(variant, word);
  const cell = cellOf(variant, fields);
  if (cell < variant.smallest) return undefined;
  const counted = (fields.run % cell) + 1;
  if (counted === cell) return undefined;
  if (fields.turn >= cell && variant.overturned === "reserved") return undefined;

  const ones = variant.counts === "ones" ? counted : cell - counted;
  const [run, rest] = ["1".repeat(ones), "0".repeat(cell - ones)];
  const still = variant.end === "low" ? rest + run : run + rest;
  const turn = fields.turn % cell;
  const cut = variant.direction === "left" ? turn : cell - turn;
  const turned = still.slice(cut) + still.slice(0, cut);
  return BigInt(`0b${turned.repeat(64 / cell)}`);
}
