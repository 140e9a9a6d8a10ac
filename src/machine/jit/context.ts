// What a region's code depends on beside its words: the same words mean something else at another
// exception level, or where floating point is trapped.

export interface Context {
  readonly level: 0 | 1;
  readonly trapsFp: boolean;
  /** Every access to memory must be aligned. */
  readonly strict: boolean;
  /** PSTATE.UAO */
  readonly uao: boolean;
}

export const CONTEXTS = 16;

export const contextNumber = ({ level, trapsFp, strict, uao }: Context): number =>
  level | (trapsFp ? 2 : 0) | (strict ? 4 : 0) | (uao ? 8 : 0);

export const contextOf = (number: number): Context => ({
  level: (number & 1) as 0 | 1, trapsFp: (number & 2) !== 0, strict: (number & 4) !== 0,
  uao: (number & 8) !== 0,
});
