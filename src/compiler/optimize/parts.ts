// The part of the optimizer that can be replaced. What is missing is the optimizer's own.

export interface OptimizerParts {
  /** What an operation of two words makes of constants: see BINARY in ../ir/operation.ts. */
  fold(
    operator:
      | "add" | "sub" | "mul" | "smulh" | "umulh" | "sdiv" | "udiv"
      | "and" | "or" | "xor" | "shl" | "lshr" | "ashr",
    a: bigint, b: bigint,
  ): bigint;
}
