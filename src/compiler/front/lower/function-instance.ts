// A function as it is called: with its type arguments, for a class, with so many arguments, with
// what it captured. Each is lowered once, by itself.

import type * as ts from "typescript";
import type { ObjectClass } from "../classes";
import type { Substitution, Type } from "../types";
import type { FunctionNode } from "../variables";

/** A function around this one, as far as functions within it ask. */
export interface Home {
  readonly node: FunctionNode | undefined;
  readonly key: string;
  readonly title: string;
  readonly within: Substitution;
  readonly outer: Home | undefined;
}

/** What a closure brings with it, in its order. */
export interface Captured {
  /** Without one: `this`. */
  readonly symbol: ts.Symbol | undefined;
  readonly type: Type;
  readonly isCell: boolean;
  readonly code?: string;
}

export interface Instance {
  readonly node: FunctionNode;
  readonly within: Substitution;
  /** The types that stand for the function's own type parameters. */
  readonly given: readonly Type[];
  readonly owner?: ObjectClass | undefined;
  /** Of a static member too, which has no `this`. */
  readonly hasThis: boolean;
  /** How many parameters get an argument, or an `undefined` that stands for none. */
  readonly count: number;
  /** Which of them get none. */
  readonly omitted?: readonly number[];
  readonly outer?: Home | undefined;
  /** If it takes a closure object first: what is in it. */
  readonly captured?: readonly Captured[] | undefined;
}
