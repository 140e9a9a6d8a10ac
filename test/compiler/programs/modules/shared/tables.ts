// Values that are made when the module is loaded: at compile time.
import { STEP } from "./counter";

export const NAMES = ["zero", "one", "two"] as const;

export type Name = (typeof NAMES)[number];

function squares(count: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < count; i++) result.push(i * i);
  return result;
}

export const SQUARES: readonly number[] = squares(10);
export const TOTAL = SQUARES.reduce((a, b) => a + b, 0) * STEP;
