import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["takes HVC for completed",             "cause.kind === \"HVC\" ? BigInt.asUintN(64, pc - 4n) : pc", "pc"],
    ["goes back to SVC",                    "cause.kind === \"HVC\"",    "cause.kind === \"HVC\" || cause.kind === \"SVC\""],
    ["goes back to SVC, not to HVC",        "cause.kind === \"HVC\"",    "cause.kind === \"SVC\""],
    ["takes SMC for HVC",                   "cause.kind === \"HVC\"",    "cause.kind === \"HVC\" || cause.kind === \"SMC\""],
    ["goes back one before an interrupt",   "cause.kind === \"HVC\"",    "cause.kind === \"HVC\" || cause.kind === \"IRQ\""],
    ["skips a breakpoint",                  ": pc;",                     ": cause.kind === \"BRK\" ? pc + 4n : pc;"],
    ["skips what is undefined",             ": pc;",                     ": cause.kind === \"undefined\" ? pc + 4n : pc;"],
    ["skips a load that has failed",        ": pc;",                     ": cause.kind === \"data abort\" ? pc + 4n : pc;"],
    ["aligns a misaligned PC",              ": pc;",                     ": pc & ~3n;"],
    ["has addresses below 0",               "BigInt.asUintN(64, pc - 4n)", "pc - 4n"],
    ["goes on behind HVC",                  "pc - 4n",                   "pc + 4n"],
    ["takes the address of the data",       ": pc;",                     ": cause.kind === \"data abort\" ? cause.address : pc;"],
  ],
  right: {
    "as a table of distances": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      const BACK: Readonly<Record<string, bigint>> = { HVC: 4n };
      export const preferredReturn: ExceptionParts["preferredReturn"] = ({ kind }, pc) =>
        (2n ** 64n + pc - (BACK[kind] ?? 0n)) % 2n ** 64n;`,
  },
};
