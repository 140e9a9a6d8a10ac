import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * The nearest to `integer`, which may be negative, that `size` bits hold, `signed` or not: as `size` bits, unsigned, in
 * `value`; and whether it is another number, in `saturated`.
 */
export const saturate: CpuParts["saturate"] = (signed, size, integer) => {
  const most = (1n << BigInt(signed ? size - 1 : size)) - 1n;
  const least = signed ? -most - 1n : 0n;
  const nearest = integer > most ? most : integer < least ? least : integer;
  return { value: BigInt.asUintN(size, nearest), saturated: nearest !== integer };
};
