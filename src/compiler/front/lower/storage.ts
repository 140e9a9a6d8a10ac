// Where a local variable is, in the function that is being lowered.

import type { Type } from "../types";

export type Storage = {
  readonly type: Type;
  /** The code's symbol, of a variable that is a closure of known code as long as it lives. */
  readonly code?: string;
} & (
  /** In a register, as far as there are any: single assignment is made of it. */
  | { readonly kind: "value"; readonly key: object }
  /** In the frame, where handlers find it. */
  | { readonly kind: "slot"; readonly slot: number }
  /** In a cell that closures share; the builder's variable `key` has the cell's address. */
  | { readonly kind: "cell"; readonly key: object }
);
