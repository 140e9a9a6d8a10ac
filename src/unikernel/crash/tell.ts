// Prints a line with values in it, without making a string of it.

import { printHex, printNumber, put } from "../runtime/console";

const HASH = 35;
const PERCENT = 37;

/** In the text, % stands for the next value in hexadecimal, # for the next in decimal. @noalloc */
export function tell(text: string, first: bigint, second: bigint, third: bigint): void {
  let next = first;
  let then = second;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== PERCENT && code !== HASH) {
      put(code);
      continue;
    }
    if (code === PERCENT) printHex(next);
    else printNumber(Number(next));
    next = then;
    then = third;
  }
}
