// The crash screen: all that can be said of an exception that nobody handles, or of a panic, which
// is one too (../runtime/panic.ts); then the power goes off.
//
// 1. It allocates nothing, and runs on the stack of exceptions: a heap or a stack that is full may
//    be the reason.
// 2. It believes nothing that it reads. If it crashes all the same, that is a line, and the end. If
//    to switch the power off is a crash, too, the processor sleeps.

import { asm } from "../metal/assembly";
import { symbol } from "../metal/linker";
import { waitForInterrupt } from "../metal/machine";
import { minus } from "../metal/word";
import { log, print } from "../runtime/console";
import { PANIC_COMMENT } from "../runtime/panic";
import { powerOff } from "../runtime/power";
import { printCalls } from "./calls";
import {
  classOf, hasAddress, isTranslated, printAccess, printClass, printSyndrome,
} from "./cause";
import { EXCEPTION_KIND, EXCEPTION_SOURCE, FRAME } from "./frame";
import { printWalk } from "./page-walk";
import { printPlace } from "./place";
import { frameWord, interruptedStack, printRegisters } from "./registers";
import { tell } from "./tell";

/** ESR_EL1.EC of BRK. */
const BRK = 0x3c;

/** The screen's own, that of the line about it, and no more: then it is the power. */
const MOST_CRASHES = 3;

/** How often this has been called. */
let crashes = 0;

/** `entry`: which of the sixteen vectors. @noalloc */
export function crash(frame: bigint, entry: number): never {
  crashes++;
  if (crashes === 1) printScreen(frame, entry);
  else if (crashes === 2) printSecond(frame);
  else if (crashes > MOST_CRASHES) for (;;) waitForInterrupt();
  return powerOff();
}

function printScreen(frame: bigint, entry: number): void {
  const esr = frameWord(frame, FRAME.esr);
  const isPanic = isOfPanic(esr, entry);
  if (!isPanic) printCause(esr, frameWord(frame, FRAME.far), entry);
  printCalls(frame, ownFrame(), isPanic);
  printStack(frame, entry);
  printRegisters(frame);
  const isSynchronous = entry % 4 === EXCEPTION_KIND.synchronous;
  if (isSynchronous && isTranslated(esr)) printWalk(frameWord(frame, FRAME.far));
}

/** Its caller's: an assembly function has none. */
function ownFrame(): bigint {
  return asm`
        mov   x0, x29
        ret
  `;
}

/** What a panic is about, it has printed itself. */
function isOfPanic(esr: bigint, entry: number): boolean {
  const isSynchronous = entry % 4 === EXCEPTION_KIND.synchronous;
  return isSynchronous && classOf(esr) === BRK && Number(esr & 0xffffn) === PANIC_COMMENT;
}

function printCause(esr: bigint, far: bigint, entry: number): void {
  print("crash: ");
  if (entry % 4 === EXCEPTION_KIND.fiq) return log("an FIQ, which nobody has asked for");
  printClass(esr);
  if (entry % 4 === EXCEPTION_KIND.synchronous && hasAddress(esr)) printAccess(esr, far);
  printSyndrome(esr);
}

/** "in a handler; SP is in the stack of exceptions: 880 of 32768 bytes used" */
function printStack(frame: bigint, entry: number): void {
  const sp = interruptedStack(frame);
  const isHandler = entry >= EXCEPTION_SOURCE.handler && entry < EXCEPTION_SOURCE.el0;
  print(isHandler ? "in a handler; SP is in " : "SP is in ");
  printPlace(sp);
  const end = isHandler ? symbol("link/exception-stack-end") : symbol("link/stack-end");
  const begin = isHandler ? symbol("link/exception-stack") : symbol("link/stack");
  const bytes = minus(end, begin);
  const used = minus(end, sp);
  tell(used <= bytes ? ": # of # bytes used\n" : "\n", used, bytes, 0n);
}

function printSecond(frame: bigint): void {
  const esr = frameWord(frame, FRAME.esr);
  const elr = frameWord(frame, FRAME.elr);
  tell("\ncrashed again: ESR %, ELR %, FAR %\n", esr, elr, frameWord(frame, FRAME.far));
}
