// Values as text: numbers, words and truth. Digits come from the last to the first, so a first pass
// counts them.

import { TRAP_CODE } from "../../formats/objects/traps";
import { store8 } from "../metal/memory";
import { objectAt } from "../metal/object";
import { trap } from "./panic";
import { codeAddress, newString } from "./strings";

const MINUS = 45;

function codeOfDigit(digit: number): number {
  return digit < 10 ? 48 + digit : 87 + digit;
}

function checkRadix(radix: number): void {
  if (radix < 2 || radix > 36) trap(TRAP_CODE.length);
}

/** With a radix and without, this is compiled twice; what it calls, once. */
export function numberToText(value: number, radix = 10): string {
  return numberInRadix(value, radix);
}

function numberInRadix(value: number, radix: number): string {
  checkRadix(radix);
  let length = value < 0 ? 2 : 1;
  const magnitude = Math.abs(value);
  let rest = Math.trunc(magnitude / radix);
  for (; rest > 0; rest = Math.trunc(rest / radix)) length++;
  const result = newString(length);
  rest = magnitude;
  let at = length;
  do {
    at--;
    store8(codeAddress(result, at), codeOfDigit(rest % radix));
    rest = Math.trunc(rest / radix);
  } while (rest > 0);
  if (value < 0) store8(codeAddress(result, 0), MINUS);
  return objectAt<string>(result);
}

export function wordToText(value: bigint, radix = 10): string {
  checkRadix(radix);
  const base = BigInt(radix);
  let length = 1;
  let rest = value / base;
  for (; rest > 0n; rest = rest / base) length++;
  const result = newString(length);
  rest = value;
  for (let at = length - 1; at >= 0; at--) {
    store8(codeAddress(result, at), codeOfDigit(Number(rest % base)));
    rest = rest / base;
  }
  return objectAt<string>(result);
}

export function booleanToText(value: boolean): string {
  return value ? "true" : "false";
}
