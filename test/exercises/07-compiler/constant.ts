import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["knows no MOVN",                   "notOnes.length < notZero.length",      "notOnes.length < 0"],
    ["knows MOVN alone",                "notOnes.length < notZero.length",      "notOnes.length >= 0"],
    ["knows no ORR",                    "mask !== undefined",                   "mask !== undefined && width < 32"],
    ["has 64 bits always",              "value < 2n ** 32n ? 32 : 64",          "64"],
    ["has 32 bits at the limit",        "value < 2n ** 32n ? 32 : 64",          "value <= 2n ** 32n ? 32 : 64"],
    ["forgets to turn bits over",       "imm16: 0xffff ^ half(first), hw: first", "imm16: half(first), hw: first"],
    ["clears the others",               "op: \"MOVK\"",                         "op: \"MOVZ\""],
    ["begins at the bottom",            "hw: first } : { op: \"MOVZ\"",         "hw: 0 } : { op: \"MOVZ\""],
    ["makes no 0",                      "const [first = 0, ...rest]",           "if (value === 0n) return [];\n  const [first = 0, ...rest]"],
    ["does halfwords that are there",   "half(hw) !== 0)",                      "half(hw) >= 0)"],
    ["asks for a mask of 64 bits",      "encodeLogicalImmediate(value, width)", "encodeLogicalImmediate(value, 64)"],
  ],
  right: {
    "by trying what is shortest": `
      import { encodeLogicalImmediate } from "../../src/machine/decoder/logical-immediate";
      import type { BackParts, ConstantStep } from "../../src/compiler/back/parts";

      function tries(value: bigint, width: 32 | 64): ConstantStep[][] {
        const bits = BigInt.asUintN(width, value);
        const halves = [0, 1, 2, 3].slice(0, width / 16).map((hw) => Number((bits >> BigInt(16 * hw)) & 65535n));
        const from = (op: "MOVZ" | "MOVN", nothing: number): ConstantStep[] => {
          const steps: ConstantStep[] = [];
          halves.forEach((half, hw) => {
            if (half === nothing) return;
            steps.push(steps.length > 0 ? { op: "MOVK", width, imm16: half, hw } : { op, width, imm16: half ^ nothing, hw });
          });
          return steps.length > 0 ? steps : [{ op, width, imm16: 0, hw: 0 }];
        };
        const mask = encodeLogicalImmediate(bits, width);
        return [from("MOVZ", 0), from("MOVN", 65535), ...(mask === undefined ? [] : [[{ op: "ORR", width, ...mask } as const]])];
      }

      export const constantSteps: BackParts["constantSteps"] = (value) =>
        [...(value >> 32n === 0n ? tries(value, 32) : []), ...tries(value, 64)].reduce((a, b) => (b.length < a.length ? b : a));`,
  },
};
