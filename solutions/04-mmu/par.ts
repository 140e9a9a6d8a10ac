import type { MmuParts } from "../../src/machine/mmu/parts";

/**
 * PAR_EL1 behind an AT instruction: where the address leads, or which fault an access would have got. `status` gives the six
 * bits of a fault.
 *
 *           63    56 55 48 47        12 11 10 9   8:7  6      1  0
 *   found   ATTR     RES0  PA           1  0  NS  SH   RES0      0
 *   fault   0                           1  0  0        FST       1
 *
 * ATTR is `attributes`, the byte of MAIR_EL1; PA is bits 47:12 of `page`; NS is 1 here. SH is the descriptor's `SH`, unless the
 * memory is Device (the upper four bits of attributes are 0) or Non-cacheable (attributes is 0x44): then it is 0b10.
 */
export const parOf: MmuParts["parOf"] = (result, status) => {
  if (result.kind !== "found") return (1n << 11n) | (BigInt(status(result)) << 1n) | 1n;
  const { page, attributes, SH } = result;
  const isDevice = attributes >> 4 === 0;
  const isNonCacheable = attributes === 0x44;
  const shareability = isDevice || isNonCacheable ? 0b10 : SH;
  return (BigInt(attributes) << 56n) | BigInt(page) | (1n << 11n) | (1n << 9n) | (BigInt(shareability) << 7n);
};
