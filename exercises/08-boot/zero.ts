import { store64, store8 } from "../../src/unikernel/metal/memory";
import { plus } from "../../src/unikernel/metal/word";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * Every byte from `from` up to `to` becomes zero; the byte at `to` is not yours. Neither address need be a multiple of
 * anything, and between them may be nothing. store64() wants a multiple of 8: whole words are to be cleared with one store
 * each, so that a large .bss takes an eighth of the stores.
 *
 * @noalloc
 */
export function zero(from: bigint, to: bigint): void {
  if (plus(from, 1n) === to) store8(from, 0);
  else if ((from & 7n) === 0n && plus(from, 8n) === to) store64(from, 0n);
  else broken("Clear every byte from `from` up to `to`, in whole words where it can be.");
}
