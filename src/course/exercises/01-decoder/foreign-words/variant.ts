// The instruction set of a computer that was never built, drawn: a table of diagrams in the course's notation, with
// rows inside rows, bits that should be so, numbers in pieces, and reserved values.
//
// 1. A row either has no word in common with another or lies within it, so the row with more fixed bits has the word.
// 2. A row's operands are slices of its own fields.

// Types, not interfaces: only a type is Plain.
export type ForeignOperand = {
  readonly name: string;
  /** Fields put side by side, as in the tables: "hi:lo". */
  readonly slice: string;
  readonly width: number;
  readonly signed: boolean;
  readonly scale: number;
};

export type ForeignRow = {
  readonly name: string;
  readonly diagram: string;
  readonly operands: readonly ForeignOperand[];
  /** The row's word is no instruction where `field` is `value`. */
  readonly reserved: { readonly field: string; readonly value: number } | undefined;
};

/** How a signed number is kept in its field. */
export type Signedness =
  | "two's complement"
  /** The number plus half of what the field can count. */
  | "excess"
  /** 0, -1, 1, -2, 2 ... as 0, 1, 2, 3, 4 ... */
  | "zigzag";

export type WordsVariant = {
  readonly computer: string;
  readonly signedness: Signedness;
  /** In no particular order. */
  readonly rows: readonly ForeignRow[];
};
