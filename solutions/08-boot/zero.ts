import { store64, store8 } from "../../src/unikernel/metal/memory";
import { plus } from "../../src/unikernel/metal/word";

/**
 * Every byte from `from` up to `to` becomes zero; the byte at `to` is not yours. Neither address need be a multiple of
 * anything, and between them may be nothing. store64() wants a multiple of 8: whole words are to be cleared with one store
 * each, so that a large .bss takes an eighth of the stores.
 *
 * @noalloc
 */
export function zero(from: bigint, to: bigint): void {
  let at = from;
  for (; at < to && (at & 7n) !== 0n; at = plus(at, 1n)) store8(at, 0);
  for (; plus(at, 8n) <= to; at = plus(at, 8n)) store64(at, 0n);
  for (; at < to; at = plus(at, 1n)) store8(at, 0);
}
