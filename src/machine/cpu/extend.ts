import type { Size } from "./operations";

/**
 * SignExtend() and ZeroExtend() of the Arm ARM's shared pseudocode: the low `from` bits of `x`,
 * in `to` bits. What stands above them in `x` is ignored.
 */
export const extend = (signed: boolean, from: number, to: Size, x: bigint): bigint =>
  signed ? BigInt.asUintN(to, BigInt.asIntN(from, x)) : BigInt.asUintN(from, x);
