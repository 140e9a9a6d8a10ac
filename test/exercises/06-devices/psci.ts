import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["looks at all of X0",                    "Number(BigInt.asUintN(32, call[0]))",   "Number(call[0])"],
    ["never cuts arguments",                  "(is32 ? BigInt.asUintN(32, x) : x)",    "(is32 ? x : x)"],
    ["always cuts arguments",                 "(is32 ? BigInt.asUintN(32, x) : x)",    "BigInt.asUintN(32, is32 ? x : x)"],
    ["cuts MPIDR to 32 bits",                 "const cpu = x1 < BigInt(isOn.length)",  "const cpu = Number(BigInt.asUintN(32, x1)) < isOn.length"],
    ["cuts MPIDR to Aff0",                    "x1 < BigInt(isOn.length) ? Number(x1)", "(x1 & 0xffn) < BigInt(isOn.length) ? Number(x1 & 0xffn)"],
    ["has one CPU too many",                  "x1 < BigInt(isOn.length)",              "x1 <= BigInt(isOn.length)"],
    ["has version 1.0",                       "BigInt(PSCI_1_1)",                      "BigInt(PSCI_1_1 - 1)"],
    ["has no features",                       "NUMBERS.includes(Number(x1)) ? SUCCESS", "x1 < 0n ? SUCCESS"],
    ["has every feature",                     "NUMBERS.includes(Number(x1)) ? SUCCESS", "x1 >= 0n ? SUCCESS"],
    ["has features of 32 bits only",          "NUMBERS.includes(Number(x1)) ? SUCCESS", "NUMBERS.includes(Number(x1)) && Number(x1) < 0xc000_0000 ? SUCCESS"],
    ["does not look at the entry",            "cpu === undefined || x2 % 4n !== 0n",   "cpu === undefined"],
    ["looks at the entry last",               "if (cpu === undefined || x2 % 4n !== 0n) return status(\"INVALID_PARAMETERS\");\n      return isOn[cpu] === true ? status(\"ALREADY_ON\") :",
      "if (cpu === undefined) return status(\"INVALID_PARAMETERS\");\n      return isOn[cpu] === true ? status(\"ALREADY_ON\") : x2 % 4n !== 0n ? status(\"INVALID_PARAMETERS\") :"],
    ["switches on what is on",                "isOn[cpu] === true ? status(\"ALREADY_ON\") :", "false ? status(\"ALREADY_ON\") :"],
    ["takes an entry for a context",          "entry: x2, context: x3",                "entry: x3, context: x2"],
    ["says whether it is on, the other way",  "isOn[cpu] === true ? AFFINITY_ON : AFFINITY_OFF", "isOn[cpu] === true ? AFFINITY_OFF : AFFINITY_ON"],
    ["knows clusters",                        "if (cpu === undefined || x2 !== 0n) return", "if (cpu === undefined) return"],
    ["suspends to any state",                 "(x1 & 0xfffe_0000n) === 0n ?",          "x1 >= 0n ?"],
    ["takes bit 31 of a state for a sign",    "x1 & 0xfffe_0000n",                     "x1 & 0x7ffe_0000n"],
    ["suspends to states without a name",     "x1 & 0xfffe_0000n",                     "x1 & 0xfffe_ffffn"],
    ["suspends to standby only",              "(x1 & 0xfffe_0000n) === 0n ?",          "x1 === 0n ?"],
    ["resets where it should switch off",     "case PSCI.SYSTEM_OFF: return { ...SUCCESS, effect: { kind: \"system off\" } };", "case PSCI.SYSTEM_OFF: return { ...SUCCESS, effect: { kind: \"system reset\" } };"],
    ["does not suspend",                      "{ ...SUCCESS, effect: { kind: \"suspend\" } }", "SUCCESS"],
    ["has statuses of 32 bits",               "BigInt.asUintN(64, BigInt(PSCI_STATUS[name]))", "BigInt.asUintN(32, BigInt(PSCI_STATUS[name]))"],
    ["has negative statuses",                 "BigInt.asUintN(64, BigInt(PSCI_STATUS[name]))", "BigInt(PSCI_STATUS[name])"],
    ["takes what it does not know for done",  "default: return status(\"NOT_SUPPORTED\");", "default: return SUCCESS;"],
  ],
  right: {
    "a table of functions": `
      import type { BoardRules } from "../../src/machine/board/parts";

      type Answer = ReturnType<BoardRules["psci"]>;
      type Handler = (x: readonly bigint[], isOn: readonly boolean[]) => Answer;

      const not = (value: bigint): bigint => 2n ** 64n - value;
      const invalid: Answer = { result: not(2n) };
      const isThere = (x: bigint, isOn: readonly boolean[]): boolean => isOn.some((_, cpu) => x === BigInt(cpu));
      const effect = (effect: NonNullable<Answer["effect"]>): Answer => ({ result: 0n, effect });

      const cpuOn: Handler = ([cpu = 0n, entry = 0n, context = 0n], isOn) => {
        if (!isThere(cpu, isOn)) return invalid;
        if ((entry & 3n) > 0n) return invalid;
        if (isOn[Number(cpu)]) return { result: not(4n) };
        return effect({ kind: "CPU on", cpu: Number(cpu), entry, context });
      };
      const info: Handler = ([cpu = 0n, level = 0n], isOn) =>
        isThere(cpu, isOn) && level === 0n ? { result: isOn[Number(cpu)] ? 0n : 1n } : invalid;
      const suspend: Handler = ([state = 0n]) => (((state >> 17n) & 0x7fffn) === 0n ? effect({ kind: "suspend" }) : invalid);
      const TABLE: Readonly<Record<string, Handler>> = {
        "84000000": () => ({ result: 0x10001n }),
        "84000001": suspend, "c4000001": suspend,
        "84000002": () => effect({ kind: "CPU off" }),
        "84000003": cpuOn, "c4000003": cpuOn,
        "84000004": info, "c4000004": info,
        "84000006": () => ({ result: 2n, effect: undefined } as Answer),
        "84000008": () => effect({ kind: "system off" }),
        "84000009": () => effect({ kind: "system reset" }),
        "8400000a": ([number = 0n]) => ({ result: Object.hasOwn(TABLE, number.toString(16)) ? 0n : not(1n) }),
      };

      export const psci: BoardRules["psci"] = ([x0, ...x], isOn) => {
        const number = x0 % 2n ** 32n;
        const given = number >= 0xc000_0000n ? x : x.map((each) => each % 2n ** 32n);
        return TABLE[number.toString(16)]?.(given, isOn) ?? { result: not(1n) };
      };`,
  },
};
