// The part of the front end that can be replaced. What is missing is the front end's own.

/** A class's number, and that of the last class derived from it. */
export interface ClassNumbers {
  readonly number: number;
  readonly lastHeir: number;
}

export interface FrontParts {
  /**
   * Numbers classes, from `first` on, so that the heirs of each follow it. `bases` says of each
   * class which of the list it is derived from.
   */
  numberClasses(bases: readonly (number | undefined)[], first: number): readonly ClassNumbers[];
}
