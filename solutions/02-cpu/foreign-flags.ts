import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

const WIDTH = 18n;
const Z = 1 << 1;
const S = 1 << 4;
const C = 1 << 11;
const V = 1 << 15;
const P = 1 << 7;
const L = 1 << 0;

/** What a Bittern adds and subtracts: x - y is x + ~y + 1. */
export const foreignAlu: CpuQuestions["foreignAlu"] = (operation, x, y, status) => {
  const isSet = (flag: number): boolean => (status & flag) !== 0;
  const subtracts = operation === "sub" || operation === "subc";
  const chained = operation === "addc" || operation === "subc";
  const other = subtracts ? BigInt.asUintN(Number(WIDTH), ~y) : y;
  const carries = chained ? isSet(C) : subtracts;
  const carry = carries ? 1n : 0n;
  const sum = x + other + carry;
  const signedSum = BigInt.asIntN(Number(WIDTH), x) + BigInt.asIntN(Number(WIDTH), other) + carry;
  const value = BigInt.asUintN(Number(WIDTH), sum);

  const flags: [flag: number, holds: boolean][] = [
    [Z, value === 0n && (!chained || isSet(Z))],
    [S, value >> (WIDTH - 1n) === 1n],
    [C, sum >> WIDTH === 1n],
    [V, BigInt.asIntN(Number(WIDTH), value) !== signedSum],
    [P, onesOf(value & 0xffn) % 2 === 0],
    [L, (value >> (WIDTH - 1n) === 1n) !== (BigInt.asIntN(Number(WIDTH), value) !== signedSum)],
  ];
  let after = status;
  for (const [flag, holds] of flags) after = holds ? after | flag : after & ~flag;
  return { value, status: after };
};

const onesOf = (byte: bigint): number => byte.toString(2).replaceAll("0", "").length;
