import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["forgets IL",                                 " | IL",                                                  ""],
    ["has one class for SVC at EL0, one at EL1",   "told(0x15, cause.imm16)",                                "told(0x15 + level, cause.imm16)"],
    ["has one class for data aborts",              "told(0x24 + level,",                                     "told(0x24,"],
    ["has one class for steps",                    "told(0x32 + level,",                                     "told(0x32,"],
    ["swaps EL0 and EL1",                          "told(0x20 + level,",                                     "told(0x21 - level,"],
    ["has a class for HVC",                        "case \"undefined\": case \"HVC\":",                      "case \"HVC\": return told(0x16, cause.imm16);\n    case \"undefined\":"],
    ["has a class for SMC",                        "case \"SMC\": case \"HLT\":",                            "case \"HLT\": case \"SMC\": if (cause.kind === \"SMC\") return told(0x17, cause.imm16);"],
    ["tells the comment of HLT",                   "case \"SMC\": case \"HLT\": return told(0x00);",         "case \"SMC\": return told(0x00);\n    case \"HLT\": return told(0x00, cause.imm16);"],
    ["tells the undefined word",                   "case \"undefined\": case \"HVC\":",                      "case \"undefined\": return told(0x00, cause.word & 0xff_ffff);\n    case \"HVC\":"],
    ["takes WFI for WFE",                          "=== 2 ? 1 : 0",                                          "=== 3 ? 1 : 0"],
    ["leaves CV out",                              "(1 << 24) | (0b1110 << 20);",                            "0b1110 << 20;"],
    ["leaves the fields of a trap in their order", "(field(5, 3) << 17) | (field(16, 3) << 14)",             "(field(16, 3) << 17) | (field(5, 3) << 14)"],
    ["forgets which way a trap went",              " | field(21, 1)",                                        ""],
    ["has 1 for MSR",                              " | field(21, 1)",                                        " | (field(21, 1) ^ 1)"],
    ["says that reads are writes",                 "write || maintenance ? 1 << 6",                          "!write || maintenance ? 1 << 6"],
    ["says that maintenance reads",                "(write || maintenance ? 1 << 6 : 0)",                    "(write && !maintenance ? 1 << 6 : 0)"],
    ["forgets CM",                                 "(maintenance ? 1 << 8 : 0) | ",                          ""],
    ["takes every external fault for a table's",   "fault.level === undefined ? 0b010000 : 0b010100 | fault.level", "0b010100 | (fault.level ?? 0)"],
    ["takes level 0 for no level",                 "fault.level === undefined ? 0b010000 : 0b010100 | fault.level", "fault.level ? 0b010100 | fault.level : 0b010000"],
    ["mixes kinds of faults",                      "\"access flag\", \"permission\"",                        "\"permission\", \"access flag\""],
    ["forgets FAR_EL1 of a misaligned PC",         "told(0x22, 0, cause.address)",                           "told(0x22)"],
    ["writes FAR_EL1 for a breakpoint",            "told(0x30 + level, DEBUG)",                              "told(0x30 + level, DEBUG, cause.address)"],
    ["has ISV where nothing was stepped",          "exclusive === undefined ? 0 : (1 << 24)",                "exclusive === undefined ? 1 << 24 : (1 << 24)"],
    ["forgets EX",                                 " | (exclusive ? 1 << 6 : 0)",                            ""],
    ["tells of an IRQ",                            "return { esr: undefined, far: undefined };",             "return told(0x2f);"],
  ],
  right: {
    "as a table": `
      import type { Cause } from "../../src/machine/cpu/exception";
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";

      const CLASSES: Readonly<Partial<Record<Cause["kind"], readonly [ec: number, isPair: boolean]>>> = {
        "undefined": [0, false], HVC: [0, false], SMC: [0, false], HLT: [0, false], "trapped wait": [1, false], "trapped FP": [7, false], "illegal state": [14, false],
        SVC: [21, false], "trapped access": [24, false], "instruction abort": [32, true], "PC alignment": [34, false], "data abort": [36, true], "SP alignment": [38, false],
        SError: [47, false], breakpoint: [48, true], "software step": [50, true], watchpoint: [52, true], BRK: [60, false],
      };

      export const syndromeOf: ExceptionParts["syndromeOf"] = (cause, level) => {
        const row = CLASSES[cause.kind];
        if (row === undefined) return { esr: undefined, far: undefined };
        const ec = row[1] ? row[0] + level : row[0];
        const esr = BigInt(ec) * 2n ** 26n + 2n ** 25n + issOf(cause);
        return { esr, far: "address" in cause && cause.kind !== "breakpoint" ? cause.address : undefined };
      };

      function issOf(cause: Cause): bigint {
        if (cause.kind === "SVC" || cause.kind === "BRK") return BigInt(cause.imm16);
        if (cause.kind === "trapped FP") return 0x1e0_0000n;
        if (cause.kind === "trapped wait") return (cause.word & 0xff) === 0x5f ? 0x1e0_0001n : 0x1e0_0000n;
        if (cause.kind === "trapped access") {
          const bits = cause.word.toString(2).padStart(32, "0");
          const [L, op0, op1, CRn, CRm, op2, Rt] = [[10, 11], [11, 13], [13, 16], [16, 20], [20, 24], [24, 27], [27, 32]].map(([from, to]) => bits.slice(from, to));
          return BigInt("0b" + op0 + op2 + op1 + CRn + Rt + CRm + L);
        }
        let iss = 0;
        if ("fault" in cause) iss = statusOf(cause.fault.kind, "level" in cause.fault ? cause.fault.level : undefined);
        if (cause.kind === "breakpoint" || cause.kind === "watchpoint" || cause.kind === "software step") iss = 0x22;
        if (cause.kind === "software step" && cause.exclusive !== undefined) iss += 2 ** 24 + (cause.exclusive ? 64 : 0);
        if ("write" in cause) iss += cause.maintenance ? 320 : cause.write ? 64 : 0;
        return BigInt(iss);
      }

      function statusOf(kind: string, level: number | undefined): number {
        switch (kind) {
          case "address size": return level!;
          case "translation": return 4 + level!;
          case "access flag": return 8 + level!;
          case "permission": return 12 + level!;
          case "alignment": return 33;
          default: return level === undefined ? 16 : 20 + level;
        }
      }`,
  },
};
