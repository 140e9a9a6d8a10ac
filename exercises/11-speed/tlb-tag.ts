import type { JitParts } from "../../src/machine/jit/parts";

/**
 * A translation is remembered with a tag: bits 63:12 are those of the virtual address, bits 11:4 are flags, bits 3:0 are clear.
 * Bits 21:12 of an access's first byte choose the entry. Compiled code has one comparison to find out that
 *
 *   - all bytes of the access are in the page that the tag is of,
 *   - the address is a multiple of `bytes` (1, 2, 4, 8 or 16), if it `mustBeAligned`,
 *   - and the tag's flags are `flags` (0x20: bit 5), neither more nor fewer.
 *
 * The access hits if ((address + plus) & mask) ^ flip is equal to the tag, modulo 2^64. So what are the three numbers? For an
 * access that hits, code goes on in the page's memory without looking at anything else; if any of this is not so, it must miss.
 */
export const tlbCheck: JitParts["tlbCheck"] = (bytes, mustBeAligned) => {
  throw new Error(`Return { plus, mask, flip } for ${bytes} bytes${mustBeAligned ? ", aligned" : ""}.`);
};
