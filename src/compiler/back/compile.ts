// The back end: a function of the IR becomes words. Select instructions, allocate registers, lay
// out the frame, emit.

import type { IrFunction } from "../ir/function";
import type { CompiledFunction } from "./compiled";
import { emit } from "./emit";
import { Frame } from "./frame";
import { withoutIdleMoves } from "./known-values";
import type { BackParts } from "./parts";
import { physicalBlocks } from "./physical";
import { type Allocation, allocate } from "./registers";
import { select } from "./select";

export { trapSymbol } from "./emit";

/** How code is made for an image, rather than for a function by itself. */
export interface CodeOptions {
  /** Nothing will be further than 1 MiB from the code: one instruction reaches it. */
  readonly isNear?: boolean;
  /** It need not look whether the stack has room for it: see stack-checks.ts. */
  readonly isUnchecked?: boolean;
}

/** The same function gives the same words. `parts` are somebody else's, in place of ours. */
export function compileFunction(
  ir: IrFunction, parts: Partial<BackParts> = {}, options: CodeOptions = {},
): CompiledFunction {
  return prepareFunction(ir, parts, options.isNear)(options.isUnchecked);
}

/** All but the last step, which may be done again. */
export function prepareFunction(
  ir: IrFunction, parts: Partial<BackParts> = {}, isNear = false,
): (isUnchecked?: boolean) => CompiledFunction {
  const allocation = allocate(select(ir, isNear), parts);
  const frame = new Frame(allocation);
  const blocks = withoutIdleMoves(physicalBlocks(allocation, parts.sequence));
  return (isUnchecked = false) => {
    const options = { isNear, isUnchecked };
    const { words, ...code } = emit(blocks, frame, ir.at, parts.constantSteps, options);
    return {
      symbol: ir.symbol, title: ir.title, at: ir.at, words: Uint32Array.from(words), ...code,
      frameBytes: frame.bytes,
      saved: frame.saved.map((register) => ({ register, offset: frame.offsetOfSaved(register) })),
    };
  };
}

/** For readers: the intervals of a function's values, and where each went. */
export const allocationOf = (ir: IrFunction): Allocation => allocate(select(ir));
