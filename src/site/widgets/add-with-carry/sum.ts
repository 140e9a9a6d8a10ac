/** A sum as its figure shows it: its rows of bits, its flags and why, in both readings. Pure. */
import { addWithCarry } from "../../../machine/cpu/add-with-carry";
import { withCommas } from "../machine/numbers";

export type SumWidth = 8 | 32 | 64;

export interface SumRows {
  readonly width: SumWidth;
  readonly x: bigint;
  /** What is added: y, or y inverted if it is subtracted. */
  readonly addend: bigint;
  readonly carryIn: bigint;
  /** Bit i: the carry into column i. */
  readonly carries: bigint;
  readonly value: bigint;
  /** N in bit 3. */
  readonly nzcv: number;
}

export function sumOf(width: SumWidth, x: bigint, y: bigint, subtracts: boolean): SumRows {
  const addend = subtracts ? BigInt.asUintN(width, ~y) : y;
  const carryIn = subtracts ? 1n : 0n;
  const { value, nzcv } = add(width, x, addend, carryIn);
  // A column's sum bit is x, addend and carry, all exclusive-or'ed.
  return { width, x, addend, carryIn, carries: x ^ addend ^ value, value, nzcv: Number(nzcv) };
}

/**
 * The machine adds 32 or 64 bits. Eight are the top eight of 32, above ones that pass the carry on, or above
 * zeros if there is none: the flags are those of the top.
 */
function add(width: SumWidth, x: bigint, y: bigint, carryIn: bigint): { readonly value: bigint; readonly nzcv: bigint } {
  if (width !== 8) return addWithCarry(width, x, y, carryIn);
  const below = carryIn === 1n ? 0xff_ffffn : 0n;
  const { value, nzcv } = addWithCarry(32, x << 24n, (y << 24n) | below, carryIn);
  return { value: value >> 24n, nzcv };
}

export interface Reading {
  readonly kind: "unsigned" | "signed";
  /** "255 + 1 = 256" */
  readonly sum: string;
  /** What the register's bits read. */
  readonly value: string;
  readonly isRight: boolean;
}

/** The sum as numbers without borders, against what is left in the register. */
export function readingOf(kind: Reading["kind"], { width, x, value }: SumRows, y: bigint, subtracts: boolean): Reading {
  const read = (bits: bigint): bigint => (kind === "unsigned" ? bits : BigInt.asIntN(width, bits));
  const exact = subtracts ? read(x) - read(y) : read(x) + read(y);
  const sum = `${withSign(read(x))} ${subtracts ? "\u2212" : "+"} ${inParentheses(read(y))} = ${withSign(exact)}`;
  return { kind, sum, value: withSign(read(value)), isRight: exact === read(value) };
}

const withSign = (value: bigint): string => (value < 0n ? `\u2212${withCommas(-value)}` : withCommas(value));
const inParentheses = (value: bigint): string => (value < 0n ? `(${withSign(value)})` : withSign(value));

/** Of each flag, in the order N, Z, C, V, why it is what it is. */
export function reasonsOf(sum: SumRows, y: bigint, subtracts: boolean): readonly string[] {
  const { width, value, nzcv } = sum;
  const top = width - 1;
  const unsigned = readingOf("unsigned", sum, y, subtracts);
  const signed = readingOf("signed", sum, y, subtracts);
  return [
    `bit ${top} of the result is ${(nzcv & 8) !== 0 ? 1 : 0}`,
    (nzcv & 4) !== 0 ? "all bits of the result are 0" : `${onesIn(value)} of the result's bits ${onesIn(value) === 1 ? "is" : "are"} 1`,
    (nzcv & 2) !== 0
      ? `a carry comes out of bit ${top}: ${subtracts ? "nothing was borrowed" : `unsigned, the sum is not ${unsigned.value}`}`
      : `no carry comes out of bit ${top}: ${subtracts ? "one had to be borrowed" : "unsigned, the sum fits"}`,
    signed.isRight ? `signed, the result is right: ${signed.value}` : `signed, the result is wrong: it reads ${signed.value}`,
  ];
}

const onesIn = (value: bigint): number => value.toString(2).replaceAll("0", "").length;
