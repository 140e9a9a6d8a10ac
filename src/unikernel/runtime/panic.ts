// The end of a program that cannot go on: what happened, how it came there, and off. Nothing here
// allocates, since a full heap is one of the reasons.
//
//   trap: an index is out of range
//       at pick (src/program.ts:12)
//       at start (src/program.ts:20)

import { TRAP_TEXTS } from "../../formats/objects/traps";
import { load64 } from "../metal/memory";
import { framePointer, symbol } from "../metal/object";
import { plus } from "../metal/word";
import { log, print, printNumber } from "./console";
import { fileOf, functionOf, lineOf, titleOf } from "./image-tables";
import { powerOff } from "./power";

/** A trace of a stack that is full would fill a book. */
const MOST_CALLS = 32;

/** Whether a panic may still say how it came about: one within a panic may not. */
let mayExplain = false;

/** The console works, and the tables can be read. */
export function allowExplanation(): void {
  mayExplain = true;
}

/**
 * What compiled code calls where a check fails. Entered by BL, so that the frame says where from.
 * @noalloc
 */
export function trap(code: number): never {
  print("trap: ");
  log(TRAP_TEXTS[code]!);
  return stop(framePointer());
}

/** Prints the calls that led to `frame`, and switches off. */
export function stop(frame: bigint): never {
  if (beginExplanation()) printTrace(frame, true);
  return powerOff();
}

/** Whether this is the first panic. From now on none is. */
export function beginExplanation(): boolean {
  const may = mayExplain;
  mayExplain = false;
  return may;
}

/**
 * At each frame: the caller's frame, and behind it where the call returns to. The outermost call is
 * that of the program's start, which stands in no source. `isInRuntime`: whoever called slice()
 * with a bad argument wants to see the call, not how slice() noticed.
 */
export function printTrace(innermost: bigint, isInRuntime: boolean): void {
  let frame = innermost;
  let isSkipped = isInRuntime;
  let printed = 0;
  while (isFrame(frame) && load64(frame) > frame) {
    const returnsTo = load64(plus(frame, 8n));
    const row = functionOf(returnsTo);
    if (row !== 0n) {
      if (isSkipped && !isOfRuntime(fileOf(row))) isSkipped = false;
      if (!isSkipped) {
        if (printed < MOST_CALLS) printCall(returnsTo);
        printed++;
      }
    }
    frame = load64(frame);
  }
  if (printed > MOST_CALLS) printRest(printed - MOST_CALLS);
}

/** Stacks are behind the image, in the heap at last; who went astray may have any word in X29. */
export function isFrame(address: bigint): boolean {
  const isOnStack = address >= symbol("link/stack") && address < symbol("link/heap-end");
  return isOnStack && (address & 15n) === 0n;
}

function printRest(count: number): void {
  print("    and ");
  printNumber(count);
  log(" more");
}

export function printCall(returnsTo: bigint): void {
  printFunction(functionOf(returnsTo));
  print(":");
  printNumber(lineOf(returnsTo));
  log(")");
}

/** As much of the line as is known of a function. */
export function printFunction(row: bigint): void {
  print("    at ");
  print(titleOf(row));
  print(" (");
  print(fileOf(row));
}

const RUNTIME = "src/unikernel/runtime/";

/** Without slice(), which would allocate. */
function isOfRuntime(file: string): boolean {
  if (file.length < RUNTIME.length) return false;
  for (let i = 0; i < RUNTIME.length; i++) {
    if (file.charCodeAt(i) !== RUNTIME.charCodeAt(i)) return false;
  }
  return true;
}
