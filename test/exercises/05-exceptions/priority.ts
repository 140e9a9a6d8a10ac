import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["takes the first that is given",       "  for (const kinds of STAGES)",                 "  if (causes.length > 0) return causes[0];\n  for (const kinds of STAGES)"],
    ["takes the last stage first",          "of STAGES)",                                    "of [...STAGES].reverse())"],
    ["looks up what is not aligned",        "  [\"PC alignment\"],\n  [\"instruction abort\"],", "  [\"instruction abort\"],\n  [\"PC alignment\"],"],
    ["stops at what cannot be fetched",     "  [\"instruction abort\"],\n  [\"breakpoint\"],", "  [\"breakpoint\"],\n  [\"instruction abort\"],"],
    ["puts IL before breakpoints",          "  [\"breakpoint\"],\n  [\"illegal state\"],",     "  [\"illegal state\"],\n  [\"breakpoint\"],"],
    ["decodes in the illegal state",        "  [\"illegal state\"],\n  [\"undefined\", \"HLT\"],", "  [\"undefined\", \"HLT\"],\n  [\"illegal state\"],"],
    ["traps what is undefined",             "  [\"undefined\", \"HLT\"],\n  [\"trapped access\", \"trapped FP\", \"trapped wait\"],", "  [\"trapped access\", \"trapped FP\", \"trapped wait\"],\n  [\"undefined\", \"HLT\"],"],
    ["accesses before it asks for SP",      "  [\"SP alignment\"],\n  [\"data abort\"],",      "  [\"data abort\"],\n  [\"SP alignment\"],"],
    ["watches what does not happen",        "  [\"data abort\"],\n  [\"watchpoint\"],",        "  [\"watchpoint\"],\n  [\"data abort\"],"],
    ["finishes its step last",              "  [\"software step\"],\n",                        ""],
    ["does not know HLT",                   "[\"undefined\", \"HLT\"]",                        "[\"undefined\"]"],
    ["does not know traps of waits",        ", \"trapped wait\"]",                             "]"],
    ["finds something in nothing",          "  return undefined;",                             "  return causes[0] ?? { kind: \"illegal state\" };"],
    ["makes a cause of its own",            "if (found !== undefined) return found;",          "if (found !== undefined) return found.kind === \"SVC\" ? { kind: \"SVC\", imm16: 1 } : found;"],
  ],
  right: {
    "by a number for each kind": `
      import type { Cause } from "../../src/machine/cpu/exception";
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";

      const RANK: Readonly<Record<string, number>> = {
        "software step": 0, "PC alignment": 1, "instruction abort": 2, breakpoint: 3, "illegal state": 4, "undefined": 5, HLT: 5,
        SVC: 7, HVC: 7, SMC: 7, BRK: 7, "SP alignment": 8, "data abort": 9, watchpoint: 10,
      };
      const rankOf = ({ kind }: Cause): number => RANK[kind] ?? 6;

      export const firstOf: ExceptionParts["firstOf"] = (causes) =>
        causes.reduce<Cause | undefined>((first, cause) => (first === undefined || rankOf(cause) < rankOf(first) ? cause : first), undefined);`,
  },
};
