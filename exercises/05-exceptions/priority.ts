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
  throw new Error(`Return the cause that is taken, if any: ${causes.map(({ kind }) => kind).join(", ") || "there is none"}.`);
};
