// One step through a tree that is known to be whole.

import { load32 } from "../metal/memory";
import { plus } from "../metal/word";
import { BEGIN_NODE, behindProperty, NOP, PROP } from "./tokens";

/** The next token behind this one that is no FDT_NOP. There is one: this is not FDT_END. @noalloc */
export function nextToken(at: bigint): bigint {
  const token = load32(at);
  let behind = plus(at, 4n);
  if (token === PROP) {
    behind = behindProperty(at);
  } else if (token === BEGIN_NODE) {
    // A name's last word, and no other, ends in a zero byte.
    while (load32(behind) >>> 24 !== 0) behind = plus(behind, 4n);
    behind = plus(behind, 4n);
  }
  while (load32(behind) === NOP) behind = plus(behind, 4n);
  return behind;
}
