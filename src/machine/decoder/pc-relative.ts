/**
 * The address that an instruction at `pc` names with a signed offset: in bytes, or (ADRP) in pages
 * of 4096 bytes counted from the start of pc's own page. Addresses wrap at 2^64.
 */
export function pcRelative(pc: bigint, offset: number, page: boolean): bigint {
  const target = page ? (pc & ~0xfffn) + BigInt(offset) * 0x1000n : pc + BigInt(offset);
  return BigInt.asUintN(64, target);
}
