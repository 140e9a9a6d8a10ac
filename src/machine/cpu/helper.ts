// A function that semantics call by name: what the manual's shared pseudocode computes with a
// loop or a table, on values and nothing else. The interpreter applies it, the explainer prints
// its name, and a compiler calls it.

export interface Helper {
  /** The manual's name for it, where it has one: "SHA256hash". */
  readonly name: string;
  /** Unsigned values in, one unsigned value out. The same for the same values, always. */
  readonly apply: (...values: bigint[]) => bigint;
}
