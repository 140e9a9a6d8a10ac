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
import { ConstantData } from "./constant-data";
import { removeDeadCode } from "./dead-code";
import { dropUnseenBits } from "./demanded-bits";
import { fold } from "./fold";
import { inlineCalls } from "./inline";
import { Leaves } from "./leaves";
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

/** `parts` are somebody else's, in place of ours. What the program's data hold is as it will be. */
export function optimize(
  program: Program, level: Level = 1, watch?: Watch, parts: Partial<OptimizerParts> = {},
): Program {
  if (level === 0) return program;
  const constants = new ConstantData(program.data, program.classes);
  const passes = (ir: IrFunction): void => { runPasses(ir, watch, parts, constants); };
  const leaves = new Leaves(program.functions, passes);
  const functions = program.functions.map((original) => {
    const leaf = leaves.leaf(original.symbol);
    if (leaf !== undefined) return leaf;
    const ir = copyFunction(original);
    if (inlineCalls(ir, leaves.find)) watch?.(ir, "inline");
    passes(ir);
    return ir;
  });
  return { ...program, functions };
}

export function optimizeFunction(ir: IrFunction, watch?: Watch): IrFunction {
  const copy = copyFunction(ir);
  runPasses(copy, watch);
  return copy;
}

function runPasses(
  ir: IrFunction, watch: Watch | undefined, parts: Partial<OptimizerParts> = {},
  constants?: ConstantData,
): void {
  for (const [name, pass] of PASSES) {
    if (name === "fold") constants?.use(ir);
    pass(ir, parts);
    watch?.(ir, name);
  }
}
