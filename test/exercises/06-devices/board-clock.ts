import type { Gate } from "../gate";

const SUM = "executed.reduce((sum, instructions) => sum + BigInt(instructions), slept)";

export const gate: Gate = {
  wrong: [
    ["has CPU 0's time",                 SUM, "BigInt(executed[0] ?? 0) + slept"],
    ["has the last CPU's time",          SUM, "BigInt(executed.at(-1) ?? 0) + slept"],
    ["has the time of the busiest",      SUM, "BigInt(Math.max(...executed)) + slept"],
    ["has what each has executed on average", SUM, "BigInt(Math.floor(executed.reduce((sum, each) => sum + each, 0) / executed.length)) + slept"],
    ["does not sleep",                   "BigInt(instructions), slept)", "BigInt(instructions), slept * 0n)"],
    ["has each CPU sleep for itself",    "BigInt(instructions), slept)", "BigInt(instructions) + slept, 0n)"],
    ["adds numbers",                     SUM, "BigInt(executed.reduce((sum, each) => sum + each, Number(slept)))"],
    ["counts cycles",                    "cycles / 16n", "cycles"],
    ["rounds up",                        "cycles / 16n", "(cycles + 15n) / 16n"],
    ["rounds awake and asleep apart",    "cycles / 16n", "(cycles - slept) / 16n + slept / 16n"],
    ["counts 32 bits",                   "cycles / 16n", "BigInt.asUintN(32, cycles / 16n)"],
    ["takes a tick for 10 cycles",       "cycles / 16n", "cycles / 10n"],
  ],
  right: {
    "in a loop, with a shift": `
      import type { BoardRules } from "../../src/machine/board/parts";
      export const timeAt: BoardRules["timeAt"] = (executed, slept) => {
        let cycles = slept;
        for (const instructions of executed) cycles += BigInt(instructions);
        return { count: cycles >> 4n, cycles };
      };`,
  },
};
