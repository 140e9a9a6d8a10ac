import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                 find                                                                   replace
    ["lets LSL grow",                 "BigInt.asUintN(size, x << amount)",                                   "x << amount"],
    ["shifts the wrong way",          "return x >> amount;",                                                 "return BigInt.asUintN(size, x << amount);"],
    ["knows no sign",                 "BigInt.asUintN(size, BigInt.asIntN(size, x) >> amount)",              "x >> amount"],
    ["gives a negative number",       "BigInt.asUintN(size, BigInt.asIntN(size, x) >> amount)",              "BigInt.asIntN(size, x) >> amount"],
    ["always has the sign in bit 63", "BigInt.asIntN(size, x)",                                              "BigInt.asIntN(64, x)"],
    ["rotates to the left",           "(x >> amount) | (x << (BigInt(size) - amount))",                      "(x << amount) | (x >> (BigInt(size) - amount))"],
    ["rotates 64 bits",               "BigInt(size) - amount",                                               "64n - amount"],
    ["rotates and lets it grow",      "BigInt.asUintN(size, (x >> amount) | (x << (BigInt(size) - amount)))", "(x >> amount) | (x << (BigInt(size) - amount))"],
    ["takes the amount modulo 32",    "case \"LSR\": return x >> amount;",                                   "case \"LSR\": return x >> (amount % 32n);"],
  ],
  right: {
    "as strings": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const shift: CpuParts["shift"] = (type, size, x, amount) => {
        const text = x.toString(2).padStart(size, "0");
        const n = Number(amount);
        const kept = text.slice(0, size - n);
        const bits = {
          LSL: () => text.slice(n).padEnd(size, "0"),
          LSR: () => kept.padStart(size, "0"),
          ASR: () => kept.padStart(size, text.charAt(0)),
          ROR: () => text.slice(size - n) + kept,
        }[type]();
        return BigInt("0b" + bits);
      };`,
    "one place at a time": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const shift: CpuParts["shift"] = (type, size, x, amount) => {
        const top = 1n << BigInt(size - 1);
        let bits = x;
        for (let i = 0n; i < amount; i++) {
          if (type === "LSL") bits = (bits * 2n) % (2n * top);
          else {
            const into = type === "LSR" ? 0n : type === "ASR" ? bits & top : (bits & 1n) * top;
            bits = (bits >> 1n) | into;
          }
        }
        return bits;
      };`,
  },
};
