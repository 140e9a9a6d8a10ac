import type { CpuParts } from "../../src/machine/cpu/parts";

/**
 * The low `from` bits of `x` (1 to 64 of them) as a number of `to` bits: if `signed`, the highest of them is copied into
 * all that are above it, else zeros are. What stands above them in `x` is ignored.
 */
export const extend: CpuParts["extend"] = (signed, from, to, x) => {
  throw new Error(`Return the low ${from} bits of 0x${x.toString(16)}, ${signed ? "sign" : "zero"}-extended to ${to} bits.`);
};
