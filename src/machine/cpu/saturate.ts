import type { Size } from "./operations";

export interface Saturated {
  readonly value: bigint;
  readonly saturated: boolean;
}

/**
 * SatQ() of the Arm ARM's shared pseudocode: the nearest to `integer` that `size` bits hold,
 * signed or unsigned, as those bits; and whether it is another number.
 */
export function saturate(signed: boolean, size: Size, integer: bigint): Saturated {
  const most = (1n << BigInt(signed ? size - 1 : size)) - 1n;
  const least = signed ? -most - 1n : 0n;
  const nearest = integer > most ? most : integer < least ? least : integer;
  return { value: BigInt.asUintN(size, nearest), saturated: nearest !== integer };
}
