// The language in which the author's gate lists solutions that must be caught, and others that must pass: the export
// `gate` of test/exercises/NN-slug/NAME.ts.

export interface Gate {
  /**
   * At least six, these and wrongFiles together. What is wrong with it, and the change to our solution that makes it
   * so: the first occurrence of `find`. It must compile.
   */
  readonly wrong: readonly (readonly [title: string, find: string, replace: string])[];
  /** Wrong in a way of its own: whole files, by what is wrong. */
  readonly wrongFiles?: Readonly<Record<string, string>>;
  /** At least one: a whole file that solves the exercise in another way, by that way. */
  readonly right: Readonly<Record<string, string>>;
}
