// Makes other functions of a program's functions, which mean the same: the same results, the same
// effects in the same order, the same trap at the same place. What is proved not to be needed is
// left out; nothing is guessed.
//
// 1. The order of the passes is the table below. Each is a function that leaves a function that
//    verify.ts accepts, and is of use alone.
// 2. The functions that come in stay as they are: each pass works on a copy.

import { copyFunction } from "../ir/copy";
import type { IrFunction } from "../ir/function";
import type { Program } from "../ir/program";
import { straighten } from "./blocks";
import { removeDeadCode } from "./dead-code";
import { dropUnseenBits } from "./demanded-bits";
import { fold } from "./fold";
import { inlineCalls, isSmallLeaf, mayBecomeSmall } from "./inline";
import { hoistInvariants } from "./loop-invariant";
import type { OptimizerParts } from "./parts";
import { useRanges } from "./ranges/apply";
import { numberValues } from "./value-numbering";

export type Level = 0 | 1;

export type Pass = (ir: IrFunction, parts: Partial<OptimizerParts>) => void;

export const PASSES: readonly (readonly [name: string, pass: Pass])[] = [
  // what                        why here
  ["fold",            fold],            // Conditions become branches, constants meet.
  ["straighten",      straighten],      // Fewer blocks for all that follow.
  ["number values",   numberValues],    // Two loads of a length are one: ranges then know both.
  ["use ranges",      useRanges],       // Checks go, and with them what pinned other code.
  ["fold",            fold],
  ["drop unseen bits", dropUnseenBits],
  ["remove dead code", removeDeadCode],
  ["straighten",      straighten],
  ["hoist invariants", hoistInvariants],
  ["number values",   numberValues],    // Before the loop, what it computed twice.
  ["use ranges",      useRanges],       // With what the first round has made visible.
  ["fold",            fold],
  ["drop unseen bits", dropUnseenBits],
  ["remove dead code", removeDeadCode],
  ["straighten",      straighten],
];

/** Sees each function behind each pass: tests verify it, a page shows it. */
export type Watch = (ir: IrFunction, pass: string) => void;

/** `parts` are somebody else's, in place of ours. */
export function optimize(
  program: Program, level: Level = 1, watch?: Watch, parts: Partial<OptimizerParts> = {},
): Program {
  if (level === 0) return program;
  const functions = program.functions.map(copyFunction);
  const small = smallLeaves(functions, watch);
  for (const ir of functions) {
    if (inlineCalls(ir, small)) watch?.(ir, "inline");
    runPasses(ir, watch, parts);
  }
  return { ...program, functions };
}

/** Functions of functions, as getters of getters are: so deep. */
const INLINE_ROUNDS = 2;

/** What is put into its callers has been through the passes: some are small only then. */
function smallLeaves(
  functions: readonly IrFunction[], watch: Watch | undefined,
): ReadonlyMap<string, IrFunction> {
  const small = new Map<string, IrFunction>();
  for (let round = 0; round < INLINE_ROUNDS; round++) {
    const before = new Map(small);
    for (const ir of functions) {
      if (small.has(ir.symbol) || !mayBecomeSmall(ir)) continue;
      const copy = copyFunction(ir);
      inlineCalls(copy, before);
      runPasses(copy, watch);
      if (isSmallLeaf(copy)) small.set(ir.symbol, copy);
    }
  }
  return small;
}

export function optimizeFunction(ir: IrFunction, watch?: Watch): IrFunction {
  const copy = copyFunction(ir);
  runPasses(copy, watch);
  return copy;
}

function runPasses(
  ir: IrFunction, watch: Watch | undefined, parts: Partial<OptimizerParts> = {},
): void {
  for (const [name, pass] of PASSES) {
    pass(ir, parts);
    watch?.(ir, name);
  }
}
