import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * The synchronous exception that is taken, of those that one instruction asks for; undefined if it asks for none. They are in no
 * order. From the highest priority to the lowest, their kinds are
 *
 *   software step
 *   PC alignment
 *   instruction abort
 *   breakpoint
 *   illegal state
 *   undefined, HLT
 *   trapped access, trapped FP, trapped wait
 *   SVC, HVC, SMC, BRK
 *   SP alignment
 *   data abort
 *   watchpoint
 *
 * and no instruction asks for two of one line.
 */
export const firstOf: ExceptionParts["firstOf"] = (causes) => {
  for (const kinds of STAGES) {
    const found = causes.find(({ kind }) => kinds.includes(kind));
    if (found !== undefined) return found;
  }
  return undefined;
};

const STAGES: readonly (readonly string[])[] = [
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
