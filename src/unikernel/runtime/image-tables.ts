// The tables that the linker puts beside the code (src/formats/objects/tables.ts): which function
// an address is in, which line, and where an exception goes on. Rows are sorted by their first
// field.

import { CALL_ROW, FUNCTION_ROW, HANDLER_ROW } from "../../formats/objects/tables";
import { load32 } from "../metal/memory";
import { objectAt, symbol } from "../metal/object";
import { minus, plus, times } from "../metal/word";

/** The last row whose first field is at most `offset`; 0n if there is none. */
function rowUpTo(begin: bigint, end: bigint, rowBytes: bigint, offset: bigint): bigint {
  let low = 0n;
  let high = minus(end, begin) / rowBytes;
  while (low < high) {
    const middle = plus(low, high) >> 1n;
    if (BigInt(load32(plus(begin, times(middle, rowBytes)))) <= offset) low = plus(middle, 1n);
    else high = middle;
  }
  return low === 0n ? 0n : plus(begin, times(minus(low, 1n), rowBytes));
}

function imageOffset(address: bigint): bigint {
  return minus(address, symbol("link/image"));
}

/**
 * Where an exception goes on that comes back through the call that returns to `returnsTo`; or 0n.
 */
export function handlerOf(returnsTo: bigint): bigint {
  const offset = imageOffset(returnsTo);
  const begin = symbol("link/handlers");
  const row = rowUpTo(begin, symbol("link/handlers-end"), BigInt(HANDLER_ROW.bytes), offset);
  if (row === 0n || BigInt(load32(row)) !== offset) return 0n;
  return plus(symbol("link/image"), BigInt(load32(plus(row, BigInt(HANDLER_ROW.handler)))));
}

/** The function whose call returns to `returnsTo`, as a row; or 0n. */
export function functionOf(returnsTo: bigint): bigint {
  // The call is the function's last instruction where it does not return: look before it.
  const offset = minus(imageOffset(returnsTo), 4n);
  const begin = symbol("link/functions");
  return rowUpTo(begin, symbol("link/functions-end"), BigInt(FUNCTION_ROW.bytes), offset);
}

function textAt(row: bigint, field: number): string {
  return objectAt<string>(plus(symbol("link/image"), BigInt(load32(plus(row, BigInt(field))))));
}

export function titleOf(row: bigint): string {
  return textAt(row, FUNCTION_ROW.title);
}

export function fileOf(row: bigint): string {
  return textAt(row, FUNCTION_ROW.file);
}

/** The line of the call that returns to `returnsTo`; 0 if nobody knows. */
export function lineOf(returnsTo: bigint): number {
  const offset = imageOffset(returnsTo);
  const begin = symbol("link/calls");
  const row = rowUpTo(begin, symbol("link/calls-end"), BigInt(CALL_ROW.bytes), offset);
  if (row === 0n || BigInt(load32(row)) !== offset) return 0;
  return load32(plus(row, BigInt(CALL_ROW.line)));
}
