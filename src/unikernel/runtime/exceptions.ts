// What is thrown. A function that catches has said so in the linker's table: for each call of a try
// block, where it returns to, and where it goes on if it does not. So a try block costs nothing
// until something is thrown; then the frames are walked, from the innermost out.
//
//   frame:     +0  the caller's frame      +8  where this function returns to, in its caller
//
// 1. At a handler SP and FP are the frame's, and X0 is the exception. All else is lost: what the
//    function still needs it has kept in its frame.

import { load64 } from "../metal/memory";
import { resume } from "../metal/machine";
import { addressOf, framePointer, objectAt } from "../metal/object";
import { plus } from "../metal/word";
import { classNameOf } from "./class-table";
import { log, print } from "./console";
import type { KernelError } from "./errors";
import { handlerOf } from "./image-tables";
import { stop } from "./panic";

/** `throw`. Entered by BL, as every call is. @noalloc */
export function throwException(exception: KernelError): never {
  let frame = framePointer();
  while (frame !== 0n) {
    const handler = handlerOf(load64(plus(frame, 8n)));
    frame = load64(frame);
    if (handler !== 0n) return resume(addressOf(exception), frame, handler);
  }
  return uncaught(exception, framePointer());
}

function uncaught(exception: KernelError, frame: bigint): never {
  print("uncaught ");
  print(objectAt<string>(classNameOf(addressOf(exception))));
  print(": ");
  log(exception.message);
  return stop(frame);
}
