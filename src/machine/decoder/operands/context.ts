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
}

/** Makes an operand of a slice; `words` are what follows the kind's name in the template. */
export type Kind = (slice: Slice, words: readonly string[], context: Context) => Operand;
