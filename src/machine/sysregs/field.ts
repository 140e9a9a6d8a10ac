// Fields of a register: the bits that a row names.

import { bug } from "../../base/bug";
import type { FieldRow } from "./register";

export interface Field {
  /** The manual's: "TG0"; RES0 and RES1 where nothing is. */
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly meaning: string;
  /** What its values mean, as the row spells them. */
  readonly values: Readonly<Record<string, string>>;
}

/** `value`<high:low>. */
export const fieldOf = (value: bigint, high: number, low: number): bigint =>
  BigInt.asUintN(high - low + 1, value >> BigInt(low));

/** `value` with `field`'s low bits in high:low. */
export function withField(value: bigint, high: number, low: number, field: bigint): bigint {
  const mask = maskOf(high, low);
  return (value & ~mask) | ((field << BigInt(low)) & mask);
}

/** Ones in high:low. */
export const maskOf = (high: number, low: number): bigint =>
  ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);

/** A row's field: "15:8" or "21". */
export function parseField([bits, name, meaning, values = {}]: FieldRow): Field {
  const [, high, low = high] = /^(\d+)(?::(\d+))?$/.exec(bits) ?? bug(`${name}: bits ${bits}`);
  const field = { name, high: Number(high), low: Number(low), meaning, values };
  if (field.high > 63 || field.low > field.high) bug(`${name}: bits ${bits}`);
  return field;
}

/** What a write keeps, and what it cannot change. */
export interface Masks {
  /** The bits that are written; the others, if they are not `ones`, stay as they are. */
  readonly writable: bigint;
  /** RES1. */
  readonly ones: bigint;
  /** Fields of a register that can be written, which only the machine changes. */
  readonly kept: bigint;
}

/** What a register holds behind a write of `value`: RES0 bits are 0, RES1 bits are 1. */
export const written = (old: bigint, value: bigint, { writable, ones, kept }: Masks): bigint =>
  (value & writable) | (old & kept) | ones;

export function masksOf(fields: readonly Field[], readOnly: readonly string[]): Masks {
  const union = (those: readonly Field[]): bigint =>
    those.reduce((mask, { high, low }) => mask | maskOf(high, low), 0n);
  const real = fields.filter(({ name }) => name !== "RES0" && name !== "RES1");
  return {
    writable: union(real.filter(({ name }) => !readOnly.includes(name))),
    kept: union(real.filter(({ name }) => readOnly.includes(name))),
    ones: union(fields.filter(({ name }) => name === "RES1")),
  };
}
