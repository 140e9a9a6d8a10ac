import { FDT_END_NODE } from "../../src/formats/device-tree/structure";
import { bigEndian32 } from "../../src/unikernel/device-tree/big-endian";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * The address of the token behind the one at `at`, which is a multiple of 4; FDT_NOPs are passed over. The tree has been
 * checked: every token is whole, numbers are big-endian, what fills up a token's last word is zero, and `at` is not the
 * FDT_END, so that there is a next token.
 *
 *   FDT_BEGIN_NODE   the node's name and a NUL, filled up to a multiple of 4
 *   FDT_PROP         two numbers, len and nameoff; then len bytes, filled up to a multiple of 4
 *   FDT_END_NODE, FDT_NOP     nothing
 *
 * What stands in a property is not read.
 *
 * @noalloc
 */
export function nextToken(at: bigint): bigint {
  const token = bigEndian32(at);
  return broken(token === FDT_END_NODE ? "Behind this token comes the next: return its address, unless it is an FDT_NOP." : "See what stands behind this kind of token, and return the address behind that.");
}
