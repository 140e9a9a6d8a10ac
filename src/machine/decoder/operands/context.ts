import type { Field } from "../diagram";
import type { Operand } from "../operand";
import type { DecoderParts } from "../parts";
import type { Slice } from "../slice";

/** What an operand is made from: the row that it stands in, and the parts that do the work. */
export interface Context {
  readonly fields: readonly Field[];
  readonly parts: DecoderParts;
  /** The slice called `text` of this row. */
  slice(text: string): Slice;
  /** Whether the row has a field called `name`. */
  has(name: string): boolean;
  /** The choice called `name`, slice=name|name...: the row's own, or one that rows share. */
  choice(name: string): string | undefined;
}

/** Makes an operand of a slice; `words` are what follows the kind's name in the template. */
export type Kind = (slice: Slice, words: readonly string[], context: Context) => Operand;

/** The width of the registers in a word of a row that has sf. */
export function widthBySf(context: Context): (word: number) => 32 | 64 {
  const sf = context.slice("sf");
  return (word) => (sf.get(word) === 1 ? 64 : 32);
}
