// The back end: a function of the IR becomes words. Select instructions, allocate registers, lay
// out the frame, emit.

import type { IrFunction } from "../ir/function";
import type { CompiledFunction } from "./compiled";
import { emit } from "./emit";
import { Frame } from "./frame";
import type { BackParts } from "./parts";
import { physicalBlocks } from "./physical";
import { type Allocation, allocate } from "./registers";
import { select } from "./select";

export { TRAP_SYMBOL } from "./emit";

/** The same function gives the same words. `parts` are somebody else's, in place of ours. */
export function compileFunction(
  ir: IrFunction, parts: Partial<BackParts> = {},
): CompiledFunction {
  const allocation = allocate(select(ir), parts);
  const frame = new Frame(allocation);
  const { words, ...code } = emit(
    physicalBlocks(allocation, parts.sequence), frame, ir.at, parts.constantSteps);
  return {
    symbol: ir.symbol, title: ir.title, at: ir.at, words: Uint32Array.from(words), ...code,
    frameBytes: frame.bytes,
    saved: frame.saved.map((register) => ({ register, offset: frame.offsetOfSaved(register) })),
  };
}

/** For readers: the intervals of a function's values, and where each went. */
export const allocationOf = (ir: IrFunction): Allocation => allocate(select(ir));
