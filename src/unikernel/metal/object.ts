// Objects and their addresses: for the runtime alone, which makes what the language takes for
// granted. Compiled, these are no instructions at all, or the address of a symbol.

import { hosted } from "./hosted";

/** Where the object is. It stays there; but only who holds it, or its address, keeps it alive. */
export function addressOf<T>(object: T): bigint {
  return hosted().wordOf(object);
}

/** What the word stands for, as a T: the object at an address; null for 0. Nothing is checked. */
export function objectAt<T>(address: bigint): T {
  return hosted().objectAt(address) as T;
}

/** What is in memory for the value: the address of a reference, the bits of all else. */
export function wordOf<T>(value: T): bigint {
  return hosted().wordOf(value);
}

/** Whether T is string, which is known when the function is compiled for this T. */
export function isString<T>(value: T): boolean {
  return hosted().isString(value);
}

/** Of the function that asks: there, its caller's; behind it, where it returns to. */
export function framePointer(): bigint {
  return hosted().framePointer();
}

/** String(value), whatever T is: a string, a number, a bigint, a boolean. */
export function textOf<T>(value: T): string {
  return hosted().textOf(value);
}
