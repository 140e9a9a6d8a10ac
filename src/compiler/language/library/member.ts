// A row of the library: one member that kernel TypeScript has, with the signature that TypeScript's
// own library gives it (or a narrower one) and what the compiler makes of it.

import type { Trap } from "../../ir/operation";

/**
 * What the compiler writes in place of a member itself, since a call would cost more than the work.
 */
export type Inline =
  // strings and numbers
  | "string length" | "char code" | "text of" | "word to number" | "number to word" | "low bits"
  | "largest safe" | "least safe"
  // quotients: the division is the argument
  | "divide towards zero" | "divide downwards"
  | "min" | "max" | "absolute" | "multiply 32" | "leading zeros 32" | "sign"
  // arrays and typed arrays
  | "array length" | "filled array" | "view length" | "view bytes" | "element bytes"
  // what only for...of and spread read
  | "iterate";

/**
 * A function of the runtime, "arrays#push" or "maps#KernelMap.get", which takes the object first;
 * or an inline operation.
 */
export type Lowering = `${string}#${string}` | Inline;

export type MemberRow = readonly [
  /** "push"; "new" of a constructor; "call" of a function that is called by the type's own name. */
  name: string,
  /** The rest of its declaration, as it would stand in lib.d.ts: "(...items: T[]): number". */
  signature: string,
  lowersTo: Lowering,
  /** Besides those of its callbacks. */
  traps: readonly Trap[],
  doc: string,
];

/** One of the library's types: what instances have, and what stands on the name itself. */
export interface LibraryType {
  readonly name: string;
  /** "<T>", "<K, V>", or nothing. */
  readonly parameters: string;
  /**
   * The class of the runtime that `new` makes an instance of, where there is one: "maps#KernelMap".
   */
  readonly runtimeClass?: string;
  readonly instance: readonly MemberRow[];
  readonly statics: readonly MemberRow[];
}
