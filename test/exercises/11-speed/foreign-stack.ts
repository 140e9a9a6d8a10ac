import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who reads one line of it wrong.

export const gate: Gate = {
  wrong: [
    ["writes the lowest first",               "[...groups].reverse()",                     "[...groups]"],
    ["sets the flag in the last byte",        "i < inOrder.length - 1",                    "i === inOrder.length - 1"],
    ["sets flags before it turns the list round", "i < inOrder.length - 1",                "i > 0"],
    ["sets no flag",                          "group + 16 : group",                        "group : group"],
    ["has its flag in bit 7",                 "group + 16 : group",                        "group + 128 : group"],
    ["counts from -1 on for what is negative", "-2 * value + 1",                           "-2 * value - 1"],
    ["writes no sign",                        "value < 0 ? -2 * value + 1 : 2 * value",    "Math.abs(value)"],
    ["has a sign for variables, too",         "[0x18, ...unsigned(tree.n)]",               "[0x18, ...signed(tree.n)]"],
    ["writes a byte too many at a power of 16", "value < 16 ?",                            "value < 15 ?"],
    ["knows no number that is in an instruction", "if (tree.value >= -2 && tree.value < 10) return [0xc6 + tree.value - (-2)];", ""],
    ["has the first of them be 0",            "0xc6 + tree.value - (-2)",                  "0xc6 + tree.value"],
    ["has one number more in an instruction", "tree.value < 10",                           "tree.value <= 10"],
    ["has one number fewer",                  "tree.value >= -2",                          "tree.value > -2"],
    ["has one variable more in an instruction", "tree.n < 6",                              "tree.n <= 6"],
    ["has the right operand first",           "[...of(tree.left), ...of(tree.right), OPCODES", "[...of(tree.right), ...of(tree.left), OPCODES"],
    ["has the instruction first",             "[...of(tree.left), ...of(tree.right), OPCODES[tree.name]!]", "[OPCODES[tree.name]!, ...of(tree.left), ...of(tree.right)]"],
    ["has the condition first",               "[...of(tree.no), ...of(tree.condition), ...of(tree.yes), 0x2e]", "[...of(tree.condition), ...of(tree.no), ...of(tree.yes), 0x2e]"],
    ["has yes for no",                        "[...of(tree.no), ...of(tree.condition), ...of(tree.yes), 0x2e]", "[...of(tree.yes), ...of(tree.condition), ...of(tree.no), 0x2e]"],
    ["mixes two opcodes up",                  "xor: 0x76, add: 0x39",                      "xor: 0x39, add: 0x76"],
  ],
  right: {
    "by pushing, with shifts": `
      import type { SpeedQuestions } from "../../src/course/exercises/11-speed/questions";
      type Tree = Parameters<SpeedQuestions["foreignStack"]>[0];
      const OPCODES = new Map([["xor", 0x76], ["add", 0x39], ["less", 0xa8], ["div", 0xdb]]);
      export const foreignStack: SpeedQuestions["foreignStack"] = (tree) => {
        const out: number[] = [];
        const long = (opcode: number, value: bigint): void => {
          out.push(opcode);
          let at = 0n;
          while (value >> (at + 4n) > 0n) at += 4n;
          for (; at >= 0n; at -= 4n) out.push(Number((value >> at) & 15n) | (at > 0n ? 16 : 0));
        };
        const write = (it: Tree): void => {
          if (it.kind === "number") {
            const { value } = it;
            if (value > -3 && value < 10) out.push(0xc8 + value);
            else long(0x4b, (BigInt(Math.abs(value)) << 1n) | (value < 0 ? 1n : 0n));
          } else if (it.kind === "variable") {
            if (it.n <= 5) out.push(0x42 + it.n);
            else long(0x18, BigInt(it.n));
          } else if (it.kind === "choice") {
            [it.no, it.condition, it.yes].forEach(write);
            out.push(0x2e);
          } else {
            write(it.left);
            write(it.right);
            out.push(OPCODES.get(it.name)!);
          }
        };
        write(tree);
        return out;
      };`,
  },
};
