// _move_symbols: the tables for stack traces - functions, lines, names - fill up the image file's
// pages: what they leave of the last page of code and of the last page of constants, and where .bss
// will be. So the file has no gap in it. Before .bss is cleared they go above everything else.
//
//   image file  | .text |1| .rodata |2| .data |3  |
//   memory      | .text | | .rodata | | .data | .bss | boot table, stacks ... |123| free
//                                                                             ^ link/trace

import { TRACE_MAGIC } from "../../formats/objects/tables";
import { symbol } from "../metal/linker";
import { load32 } from "../metal/memory";
import { minus, plus, roundUp } from "../metal/word";
import { copyBytes } from "../runtime/copy";
import { isTraceWhole } from "./init-sanity-checks";
import { refuseToBoot } from "./refuse-to-boot";

/** Returns where free memory begins. @noalloc */
export function _move_symbols(): bigint {
  const begin = symbol("link/trace");
  const end = symbol("link/trace-end");
  const second = movePiece(symbol("link/text-end"), symbol("link/rodata"), begin, end);
  const third = movePiece(symbol("link/rodata-end"), symbol("link/data"), second, end);
  copyBytes(symbol("link/trace-load"), third, minus(end, third));
  if (load32(begin) !== TRACE_MAGIC || !isTraceWhole(begin)) {
    refuseToBoot("the symbols behind .data", " are not what the linker wrote");
  }
  return roundUp(end, 4096n);
}

/** What stands in a gap goes to `to`. Returns where the next piece goes. */
function movePiece(gap: bigint, gapEnd: bigint, to: bigint, end: bigint): bigint {
  const from = roundUp(gap, 16n);
  const left = minus(end, to);
  const bytes = minus(gapEnd, from) < left ? minus(gapEnd, from) : left;
  copyBytes(from, to, bytes);
  return plus(to, bytes);
}
