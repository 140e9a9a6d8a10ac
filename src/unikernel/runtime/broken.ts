// What the kernel does where it finds itself wrong, about its memory for one: nothing that it keeps
// can be trusted any more, and the heap may be a part of it, so nothing is thrown.

import { framePointer } from "../metal/object";
import { log, print } from "./console";
import { stop } from "./panic";

/** Says what is wrong and how it came about, and switches off. @noalloc */
export function broken(what: string): never {
  print("bug: ");
  log(what);
  return stop(framePointer());
}
