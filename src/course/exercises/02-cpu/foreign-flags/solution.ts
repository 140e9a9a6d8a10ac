// The solution to a variant, as a student of the house would write it.

import { FLAGS, type Flag, type FlagsVariant } from "./variant";

export function flagsSolution({ computer, width, places, borrowed, halfAt, parity, zero }: FlagsVariant): string {
  const facts: Readonly<Record<Flag, string>> = {
    Z: zero === "chained" ? "value === 0n && (!chained || isSet(Z))" : "value === 0n",
    S: "value >> (WIDTH - 1n) === 1n",
    C: borrowed === 1 ? "(sum >> WIDTH === 1n) !== subtracts" : "sum >> WIDTH === 1n",
    V: "BigInt.asIntN(Number(WIDTH), value) !== signedSum",
    H: borrowed === 1 ? "(low(x) + low(other) + carry >> HALF === 1n) !== subtracts" : "low(x) + low(other) + carry >> HALF === 1n",
    P: `onesOf(value & 0xffn) % 2 === ${parity === "even" ? 0 : 1}`,
    L: "(value >> (WIDTH - 1n) === 1n) !== (BigInt.asIntN(Number(WIDTH), value) !== signedSum)",
  };
  const flags = FLAGS.filter((flag) => Object.hasOwn(places, flag));
  const has = (flag: Flag): boolean => flags.includes(flag);
  return `import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

const WIDTH = ${width}n;
${has("H") ? `const HALF = ${halfAt}n;\n` : ""}${flags.map((flag) => `const ${flag} = 1 << ${places[flag]};`).join("\n")}

/** What a ${computer} adds and subtracts: x - y is x + ~y + 1. */
export const foreignAlu: CpuQuestions["foreignAlu"] = (operation, x, y, status) => {
  const isSet = (flag: number): boolean => (status & flag) !== 0;
  const subtracts = operation === "sub" || operation === "subc";
  const chained = operation === "addc" || operation === "subc";
  const other = subtracts ? BigInt.asUintN(Number(WIDTH), ~y) : y;
  const carries = chained ? isSet(C)${borrowed === 1 ? " !== subtracts" : ""} : subtracts;
  const carry = carries ? 1n : 0n;
  const sum = x + other + carry;
  const signedSum = BigInt.asIntN(Number(WIDTH), x) + BigInt.asIntN(Number(WIDTH), other) + carry;
  const value = BigInt.asUintN(Number(WIDTH), sum);

  const flags: [flag: number, holds: boolean][] = [
${flags.map((flag) => `    [${flag}, ${facts[flag]}],`).join("\n")}
  ];
  let after = status;
  for (const [flag, holds] of flags) after = holds ? after | flag : after & ~flag;
  return { value, status: after };
};
${has("H") ? "\nconst low = (word: bigint): bigint => word & ((1n << HALF) - 1n);\n" : ""}${has("P") ? "\nconst onesOf = (byte: bigint): number => byte.toString(2).replaceAll(\"0\", \"\").length;\n" : ""}`;
}
