// The end of a boot that cannot go on: one line that says why, and off.

import { put, print } from "../runtime/console";
import { powerOff } from "../runtime/power";

const NEWLINE = 10;

/** What is wrong, in one or two parts. @noalloc */
export function refuseToBoot(what: string, why: string): never {
  print("boot: ");
  print(what);
  print(why);
  put(NEWLINE);
  return powerOff();
}
