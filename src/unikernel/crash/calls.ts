// The calls that led to an exception, the innermost first. An exception's frame is a link in the
// chain of frames (./frame.ts): if a handler crashed, the trace goes on with whom it interrupted.
//
//       at Meter.handle (src/meter.ts:12)
//     interrupted:
//       at count (src/meter.ts:30)
//       at start (src/meter.ts:41)
//
// 1. Nothing in the chain is believed: a frame is in memory, and above the one before it.

import { load64 } from "../metal/memory";
import { symbol } from "../metal/linker";
import { minus, plus } from "../metal/word";
import { log } from "../runtime/console";
import { fileOf, functionOf } from "../runtime/image-tables";
import { isOfRuntime, printCall } from "../runtime/panic";
import { FRAME } from "./frame";
import { printPlace } from "./place";
import { isMemory } from "./readable";
import { frameWord } from "./registers";
import { tell } from "./tell";

/** Of one stack. */
const MOST_CALLS = 32;
/** A chain that is longer is no chain. */
const MOST_FRAMES = 100_000;
/** An exception within an exception, and so on: there is no room for more. */
const MOST_EXCEPTIONS = 8;

/**
 * `own` is a frame of the crash screen itself. `isPanic`: it was the runtime that gave up, and who
 * called it wants to see the call, not how the runtime noticed. @noalloc
 */
export function printCalls(frame: bigint, own: bigint, isPanic: boolean): void {
  const vectors = returnToVectors(frame, own);
  let at = frame;
  for (let i = 0; i < MOST_EXCEPTIONS; i++) {
    if (i > 0) log("  interrupted:");
    const outer = printInterrupted(at, vectors, i === 0 && isPanic);
    if (outer === 0n || !isMemory(outer)) return;
    at = minus(outer, BigInt(FRAME.chain));
  }
}

/** Where the vectors' one call returns to: what calls below it is somebody who was interrupted. */
function returnToVectors(frame: bigint, own: bigint): bigint {
  const link = plus(frame, BigInt(FRAME.chain));
  let at = own;
  while (at < frame && load64(at) < link) at = load64(at);
  return load64(plus(at, 8n));
}

/** Returns the link of the exception further out, or 0n. */
function printInterrupted(frame: bigint, vectors: bigint, isPanic: boolean): bigint {
  const at = frameWord(frame, FRAME.elr);
  const x29 = frameWord(frame, FRAME.x + 8 * 29);
  const x30 = frameWord(frame, FRAME.x + 8 * 30);
  if (!isPanic) {
    printAt(at);
    // Without a frame of its own, or where no code is, X30 still says who called.
    const isTold = isMemory(x29) && (x29 & 15n) === 0n && load64(plus(x29, 8n)) === x30;
    const isAnother = isCode(x30) && functionOf(x30) !== functionOf(plus(at, 4n));
    if (isAnother && !isTold && x30 !== vectors) printCall(x30);
  }
  return printChain(x29, vectors, isPanic);
}

/** The same. Whoever calls himself takes a line for all of it. */
function printChain(innermost: bigint, vectors: bigint, isPanic: boolean): bigint {
  let frame = innermost;
  let before = 0n;
  let isSkipped = isPanic;
  let printed = 0;
  let alike = 0;
  let outer = 0n;
  for (let i = 0; i < MOST_FRAMES && (frame & 15n) === 0n && isMemory(frame); i++) {
    const caller = load64(frame);
    const returnsTo = load64(plus(frame, 8n));
    if (returnsTo === vectors) outer = caller;
    if (outer !== 0n || printed === MOST_CALLS) break;
    if (returnsTo === before && !isSkipped) {
      alike++;
    } else {
      printAlike(alike);
      alike = 0;
      if (isSkipped) isSkipped = isRuntimes(returnsTo);
      if (!isSkipped && isFunction(returnsTo)) {
        printCall(returnsTo);
        printed++;
      }
    }
    before = returnsTo;
    if (caller <= frame) break;
    frame = caller;
  }
  printAlike(alike);
  if (printed === MOST_CALLS) log("    and so on");
  return outer;
}

function printAlike(count: number): void {
  if (count === 0) return;
  tell("    ... # more of the same\n", BigInt(count), 0n, 0n);
}

/** What stands in no source, the program's very beginning for one, has no name. */
function isFunction(returnsTo: bigint): boolean {
  return isCode(returnsTo) && functionOf(returnsTo) !== 0n;
}

function isRuntimes(returnsTo: bigint): boolean {
  return !isFunction(returnsTo) || isOfRuntime(fileOf(functionOf(returnsTo)));
}

/** Behind a call: the image's first word, where nobody returns to, is none. */
function isCode(address: bigint): boolean {
  const isAligned = (address & 3n) === 0n;
  return isAligned && address > symbol("link/image") && address <= symbol("link/text-end");
}

function printAt(at: bigint): void {
  const next = plus(at, 4n);
  if (isFunction(next)) return printCall(next);
  tell("    at % (", at, 0n, 0n);
  printPlace(at);
  log(")");
}
