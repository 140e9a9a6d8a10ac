// Which instructions use floating point and vectors: those that an operating system can have
// trapped (CPACR_EL1.FPEN), so that it need not save V0 to V31 for a program that never uses them.

import type { Row } from "../decoder/row";
import type { Instruction } from "./code-cache";

const GROUP = "Data processing -- scalar floating-point and Advanced SIMD";

/** Of loads and stores, bit 26 says whether their registers are vectors. */
const V = 1 << 26;

/** Whether `word`, which must match `row`, uses a vector register. */
export const usesFp = (row: Row, word: number): boolean =>
  row.group === GROUP || (row.group === "Loads and stores" && (word & V) !== 0);

/** `execute`, unless `m` traps it. */
export function trappable(word: number, execute: Instruction["execute"]): Instruction["execute"] {
  return (m, operands) => {
    if (m.trapsFp) m.raise({ kind: "trapped FP", word });
    execute(m, operands);
  };
}
