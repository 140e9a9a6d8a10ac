// The end of a program that cannot go on: what happened, how it came there, and off. Nothing here
// allocates, since a full heap is one of the reasons.
//
//   trap: an index is out of range
//       at pick (src/program.ts:12)
//       at start (src/program.ts:20)

import { TRAP_TEXTS } from "../../formats/objects/traps";
import { asm } from "../metal/assembly";
import { load64 } from "../metal/memory";
import { framePointer } from "../metal/object";
import { plus } from "../metal/word";
import { log, print, printNumber } from "./console";
import { fileOf, functionOf, lineOf, titleOf } from "./image-tables";
import { powerOff } from "./power";

/** A trace of a stack that is full would fill a book. */
const MOST_CALLS = 32;

/**
 * Whether a panic may still say how it came about: one within a panic may not. A string, so that it
 * is in .data: a kernel panics before its .bss is cleared, too.
 */
let explanation: "too early" | "may" | "was begun" | "is an exception's" = "too early";
/** Every stack lies between the two, those in the heap last. */
let stacksBegin = 0n;
let stacksEnd = 0n;

/** The console works, and the tables can be read. Stacks are within these addresses. */
export function allowExplanation(begin: bigint, end: bigint): void {
  stacksBegin = begin;
  stacksEnd = end;
  explanation = "may";
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

/** What BRK says of itself, in ESR_EL1, if it is a panic. */
export const PANIC_COMMENT = 0x7061;

/** From now on a panic is an exception, BRK: who takes those can tell more than we can. */
export function panicByException(): void {
  explanation = "is an exception's";
}

function breakpoint(): never {
  return asm`brk #0x7061`;
}

/** Prints the calls that led to `frame`, and switches off. */
export function stop(frame: bigint): never {
  if (explanation === "is an exception's") return breakpoint();
  if (beginExplanation()) printTrace(frame, true);
  return powerOff();
}

/** Whether this is the first panic. From now on none is. */
export function beginExplanation(): boolean {
  const may = explanation === "may";
  explanation = "was begun";
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
  let returnsTo = 0n;
  let row = 0n;
  while (isFrame(frame) && load64(frame) > frame) {
    const before = returnsTo;
    returnsTo = load64(plus(frame, 8n));
    // Whoever fills a stack calls itself: it is looked up once.
    if (returnsTo !== before) row = functionOf(returnsTo);
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

/** Who went astray may have any word in X29. */
export function isFrame(address: bigint): boolean {
  return address >= stacksBegin && address < stacksEnd && (address & 15n) === 0n;
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
  if (row === 0n) return print("    at (unknown");
  print("    at ");
  print(titleOf(row));
  print(" (");
  print(fileOf(row));
}

const RUNTIME = "src/unikernel/runtime/";

/** Without slice(), which would allocate. */
export function isOfRuntime(file: string): boolean {
  if (file.length < RUNTIME.length) return false;
  for (let i = 0; i < RUNTIME.length; i++) {
    if (file.charCodeAt(i) !== RUNTIME.charCodeAt(i)) return false;
  }
  return true;
}
