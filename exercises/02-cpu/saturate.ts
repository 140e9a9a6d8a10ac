import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * The nearest to `integer`, which may be negative, that `size` bits hold, `signed` or not: as `size` bits, unsigned, in
 * `value`; and whether it is another number, in `saturated`.
 */
export const saturate: CpuParts["saturate"] = (signed, size, integer) => {
  throw new Error(`Return { value, saturated }: the nearest to ${integer} that ${size} ${signed ? "signed" : "unsigned"} bits hold.`);
};
