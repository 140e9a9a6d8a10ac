// The registers of whoever was interrupted, three to a line, and PSTATE in letters: those of a bit
// that is set are capitals (Arm ARM, "SPSR_EL1").

import { symbol } from "../metal/linker";
import { load64 } from "../metal/memory";
import { plus } from "../metal/word";
import { print, put } from "../runtime/console";
import { FRAME } from "./frame";
import { tell } from "./tell";

const NEWLINE = 10;
const SPACE = 32;
const ZERO = 48;
/** From a capital to its small letter. */
const TO_SMALL = 32;

const GENERAL_REGISTERS = 31;
const A_LINE = 3;

/** N, Z, C and V are bits 31 to 28; D, A, I and F are 9 to 6. */
const FLAGS = "NZCV";
const MASKS = "DAIF";

/** How much of the exception stack is a crash's alone: the vectors go there when SP is lost. */
const CRASH_STACK = 8192n;

/** PSTATE.M: which stack pointer. */
const SPSEL = 1n;
const SS = 1n << 21n;
const IL = 1n << 20n;

/** A word of the frame. @noalloc */
export function frameWord(frame: bigint, offset: number): bigint {
  return load64(plus(frame, BigInt(offset)));
}

/** Sixteen digits. @noalloc */
export function printWord(value: bigint): void {
  print("0x");
  for (let i = 60; i >= 0; i -= 4) {
    const digit = Number((value >> BigInt(i)) & 15n);
    put(digit < 10 ? ZERO + digit : 87 + digit);
  }
}

/** SP of whoever was interrupted; which stack pointer that was, PSTATE says. @noalloc */
export function interruptedStack(frame: bigint): bigint {
  const isOwn = (frameWord(frame, FRAME.spsr) & SPSEL) === 0n;
  const behind = plus(frame, BigInt(FRAME.bytes));
  const isMoved = behind === plus(symbol("link/exception-stack"), CRASH_STACK);
  return isOwn || isMoved ? frameWord(frame, FRAME.sp) : behind;
}

/** @noalloc */
export function printRegisters(frame: bigint): void {
  for (let i = 0; i < GENERAL_REGISTERS; i++) {
    tell(i < 10 ? "X# " : "X#", BigInt(i), 0n, 0n);
    printCell(frameWord(frame, FRAME.x + 8 * i), i % A_LINE === A_LINE - 1);
  }
  print("SP ");
  printCell(interruptedStack(frame), false);
  print("PC ");
  printCell(frameWord(frame, FRAME.elr), true);
  printPstate(frameWord(frame, FRAME.spsr));
}

function printCell(value: bigint, isLast: boolean): void {
  put(SPACE);
  printWord(value);
  if (isLast) return put(NEWLINE);
  put(SPACE);
  put(SPACE);
}

function printPstate(spsr: bigint): void {
  tell("PSTATE %: ", spsr, 0n, 0n);
  printLetters(FLAGS, Number(spsr >> 28n));
  put(SPACE);
  printLetters(MASKS, Number((spsr >> 6n) & 15n));
  if ((spsr & SS) !== 0n) print(" SS");
  if ((spsr & IL) !== 0n) print(" IL");
  tell((spsr & SPSEL) === 0n ? " EL#t\n" : " EL#h\n", (spsr >> 2n) & 3n, 0n, 0n);
}

/** The first letter belongs to bit 3. */
function printLetters(letters: string, bits: number): void {
  for (let i = 0; i < 4; i++) {
    const isSet = (bits & (8 >>> i)) !== 0;
    put(letters.charCodeAt(i) + (isSet ? 0 : TO_SMALL));
  }
}
