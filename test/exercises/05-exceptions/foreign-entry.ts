import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    ["goes back to a call",                   "cpu.pc + 2",                                         "cpu.pc"],
    ["goes back behind everything",           "row.isCall ? cpu.pc + 2 : cpu.pc",                   "cpu.pc + 2"],
    ["goes down",                             "Math.max(from, row.level)",                          "row.level"],
    ["stays at its level",                    "Math.max(from, row.level)",                          "Math.max(from, 1)"],
    ["ignores masks",                         "  if ((cpu.status & row.mask) !== 0) return undefined;\n", ""],
    ["asks the mask at its level only",       "(cpu.status & row.mask) !== 0",                      "(cpu.status & row.mask) !== 0 && target === from"],
    ["saves it with the level that was left", "saved[target - 1]",                                  "saved[Math.max(from, 1) - 1]"],
    ["saves the new status",                  "status: cpu.status };\n  const group",               "status: (cpu.status & KEPT_AT_ENTRY) | row.sets | SET_AT_ENTRY };\n  const group"],
    ["changes the list that it is given",     "const saved = [...cpu.saved];",                      "const saved: { pc: number; status: number }[] = [];"],
    ["has one group",                         "const group = from;",                                "const group = 0;"],
    ["has a group for where it goes",         "const group = from;",                                "const group = target;"],
    ["has another distance",                  "0x60 * number",                                      "0x40 * number"],
    ["forgets STACK",                         " | SET_AT_ENTRY | ",                                 " | "],
    ["clears COND",                           "const KEPT_AT_ENTRY = 0x13e840;",                    "const KEPT_AT_ENTRY = 0x100840;"],
    ["keeps TRACE",                           "const KEPT_AT_ENTRY = 0x13e840;",                    "const KEPT_AT_ENTRY = 0x13e860;"],
    ["sets no masks",                         " | row.sets | ",                                     " | "],
    ["has the cause the other way round",     "(number << 4) | (from << 13)",                       "(from << 4) | (number << 13)"],
    ["has the cause say where it goes",       "(from << 13)",                                       "(target << 13)"],
    ["lets programs return",                  "if (pair === undefined) return taken(cpu, WRONG_RETURN);", "if (pair === undefined) return cpu;"],
    ["returns from the wrong pair",           "cpu.saved[from - 1];",                               "from === 0 ? undefined : cpu.saved[0];"],
    ["restores STACK",                        "const FROM_SAVED = 0x13e87c;\nconst KEPT_AT_RETURN = 0x80;", "const FROM_SAVED = 0x13e8fc;\nconst KEPT_AT_RETURN = 0x0;"],
    ["thinks that every return is right",     "const isWrong = levelOf(status) > from || levelOf(status) >= 3;", "const isWrong = status < 0;"],
    ["does not say that it was wrong",        " | (cpu.status & LEVEL) | WRONG : behind",           " | (cpu.status & LEVEL) : behind"],
    ["goes where it cannot go",               "(behind & ~LEVEL) | (cpu.status & LEVEL) | WRONG",   "behind | WRONG"],
    ["traps a wrong return",                  "  const behind =",                                   "  if (isWrong) return taken(cpu, WRONG_RETURN);\n  const behind ="],
  ],
  right: {
    "field by field": `
      import type { ExceptionQuestions, ForeignCpu } from "../../src/course/exercises/05-exceptions/questions";

      interface Status { LEVEL: number; P: number; K: number; V: number; COND: number; TRACE: number; STACK: number; WRONG: number }
      const PLACES = { LEVEL: [4, 3], P: [11, 11], K: [6, 6], V: [20, 20], COND: [17, 13], TRACE: [5, 5], STACK: [7, 7], WRONG: [2, 2] } as const;
      const NAMES = Object.keys(PLACES) as (keyof Status)[];

      function unpack(word: number): Status {
        const values = NAMES.map((name) => [name, Math.floor(word / 2 ** PLACES[name][1]) % 2 ** (PLACES[name][0] - PLACES[name][1] + 1)]);
        return Object.fromEntries(values) as Status;
      }
      const pack = (status: Status): number => NAMES.reduce((word, name) => word + status[name] * 2 ** PLACES[name][1], 0);

      type Mask = "P" | "K" | "V";
      const EXCEPTIONS: Readonly<Record<number, readonly [level: number, mask: Mask | "", sets: readonly Mask[]]>> = {
        8: [1, "V", ["V"]], 13: [1, "", ["P", "V"]], 4: [2, "", ["P", "V"]], 0: [1, "K", ["K"]], 11: [1, "P", ["P", "K", "V"]], 14: [2, "", ["V"]], 6: [2, "", ["P", "K"]],
      };

      function take(cpu: ForeignCpu, number: number): ForeignCpu | undefined {
        const [lowest, mask, sets] = EXCEPTIONS[number]!;
        const status = unpack(cpu.status);
        if (mask !== "" && status[mask] === 1) return undefined;
        const from = status.LEVEL;
        status.LEVEL = from > lowest ? from : lowest;
        for (const name of sets) status[name] = 1;
        Object.assign(status, { TRACE: 0, STACK: 1, WRONG: 0 });
        return {
          pc: 0x70e87000 + 0xc00 * from + 0x60 * number,
          status: pack(status),
          cause: number * 16 + from * 8192,
          saved: cpu.saved.map((pair, i) => (i + 1 === status.LEVEL ? { pc: number === 13 ? cpu.pc + 2 : cpu.pc, status: cpu.status } : pair)),
        };
      }

      export const foreignException: ExceptionQuestions["foreignException"] = (cpu, event) => {
        if (event.kind === "exception") return take(cpu, event.number);
        const now = unpack(cpu.status);
        if (now.LEVEL === 0) return take(cpu, 6);
        const pair = cpu.saved[now.LEVEL - 1]!;
        const then = unpack(pair.status);
        then.STACK = now.STACK;
        if (then.LEVEL > now.LEVEL || then.LEVEL === 3) {
          then.LEVEL = now.LEVEL;
          then.WRONG = 1;
        }
        return { ...cpu, pc: pair.pc, status: pack(then) };
      };`,
  },
};
