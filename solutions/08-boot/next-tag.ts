import { FDT_BEGIN_NODE, FDT_NOP, FDT_PROP, PROP_SIZE } from "../../src/formats/device-tree/structure";
import { bigEndian32 } from "../../src/unikernel/device-tree/big-endian";
import { load8 } from "../../src/unikernel/metal/memory";
import { plus, roundUp } from "../../src/unikernel/metal/word";

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
  let behind = plus(at, 4n);
  if (token === FDT_BEGIN_NODE) {
    while (load8(behind) !== 0) behind = plus(behind, 1n);
    behind = roundUp(plus(behind, 1n), 4n);
  } else if (token === FDT_PROP) {
    const length = bigEndian32(plus(at, 4n));
    behind = roundUp(plus(at, BigInt(PROP_SIZE + length)), 4n);
  }
  while (bigEndian32(behind) === FDT_NOP) behind = plus(behind, 4n);
  return behind;
}
