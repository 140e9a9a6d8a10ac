// What comes first, where one instruction has more than one thing wrong with it (Arm ARM,
// "Synchronous exception prioritization for exceptions taken to AArch64 state"). The order follows
// an instruction through the machine: whether it is its turn, where it is, fetching it, executing
// it at all, what it is, and only then what it does to memory.

import { bug } from "../../base/bug";
import type { Cause } from "../cpu/exception";

/** Kinds on one line exclude each other. */
const STAGES: readonly (readonly Cause["kind"][])[] = [
  ["software step"],
  ["PC alignment"],
  ["instruction abort"],
  ["breakpoint"],
  ["illegal state"],
  ["undefined", "HLT"],
  ["trapped access", "trapped FP", "trapped wait"],
  ["SVC", "HVC", "SMC", "BRK"],
  ["SP alignment"],
  ["data abort"],
  ["watchpoint"],
];

/** The synchronous exception that is taken, of those that one instruction asks for. */
export function firstOf(causes: readonly Cause[]): Cause | undefined {
  return [...causes].sort((a, b) => stageOf(a) - stageOf(b))[0];
}

function stageOf({ kind }: Cause): number {
  const stage = STAGES.findIndex((kinds) => kinds.includes(kind));
  return stage < 0 ? bug(`${kind} is not synchronous`) : stage;
}
