/** A heap between two steps of the collector, as it is drawn. */

export type CellView =
  | { readonly kind: "object"; readonly name: string; readonly isMarked: boolean }
  | { readonly kind: "free" };

export type PageView =
  | { readonly kind: "free" }
  | { readonly kind: "cells"; readonly size: number; readonly cells: readonly CellView[] }
  /** A page of a run that one object has for itself; only the first has it. */
  | { readonly kind: "large"; readonly cell: CellView; readonly isFirst: boolean };

export interface HeapStep {
  readonly phase: "begin" | "roots" | "mark" | "sweep" | "end";
  readonly says: string;
  readonly pages: readonly PageView[];
  /** Marked, and not yet looked into; the last is next. */
  readonly waiting: readonly string[];
  /** The word of the stack that is looked at. */
  readonly word?: number;
  /** The object that is looked into. */
  readonly looking?: string;
  /** Whom the reference leads to that has just been read. */
  readonly to?: string;
}
