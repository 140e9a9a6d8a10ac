import { load8, store8 } from "../../src/unikernel/metal/memory";
import { plus } from "../../src/unikernel/metal/word";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * Copies `bytes` bytes from one address to another; the two places may overlap, and what arrives is what was there before.
 * Where both addresses are multiples of 8, whole words are to be copied with load64() and store64(), which want multiples of 8;
 * elsewhere bytes will do.
 *
 * @noalloc
 */
export function copyBytes(from: bigint, to: bigint, bytes: bigint): void {
  if (bytes === 1n) store8(to, load8(from));
  else if (plus(from, bytes) !== to) broken("Copy the bytes one after another, and from the end where the target lies within what is copied.");
}
