// Why there was an exception: ESR_EL1, by the tables of src/formats/syndromes, and FAR_EL1 where
// the class says that there is an address.
//
//   crash: data abort from EL1
//   write of 0x18: translation fault, level 1
//   there: the null page
//   ESR_EL1 0x96000045: EC 0x25, IL 1, WnR 1 (write), DFSC 5

import { print, put } from "../runtime/console";
import { printPlace } from "./place";
import {
  CLASS_DIGIT, CLASS_TEXTS, FIELDS, findMeaning, findText, printCounted, printMeaning,
  STATUS_DIGIT, STATUS_TEXTS,
} from "./syndrome-texts";
import { tell } from "./tell";

const NEWLINE = 10;

/** Classes that an address belongs to: without the lowest bit, which says from where. */
const ABORTED = { instruction: 0x20, pc: 0x22, data: 0x24, watchpoint: 0x34 } as const;

/** Of a data abort and a watchpoint: the access was a write. */
const WnR = 1 << 6;
/** Of aborts: FAR_EL1 holds nothing of use. */
const FnV = 1 << 10;
const STATUS = 0x3f;

/** EC. @noalloc */
export function classOf(esr: bigint): number {
  return Number((esr >> 26n) & 0x3fn);
}

function issOf(esr: bigint): number {
  return Number(esr & 0x1ff_ffffn);
}

/** Whether FAR_EL1 is the address that could not be used. @noalloc */
export function hasAddress(esr: bigint): boolean {
  const pair = classOf(esr) & 0x3e;
  if (pair === ABORTED.pc) return true;
  const isAbort = pair === ABORTED.instruction || pair === ABORTED.data;
  return (isAbort || pair === ABORTED.watchpoint) && (issOf(esr) & FnV) === 0;
}

/** Whether it was the tables that would not have it. @noalloc */
export function isTranslated(esr: bigint): boolean {
  const pair = classOf(esr) & 0x3e;
  return hasAddress(esr) && (pair === ABORTED.instruction || pair === ABORTED.data);
}

/** What has happened, in a line. @noalloc */
export function printClass(esr: bigint): void {
  printMeaning(CLASS_TEXTS, classOf(esr), CLASS_DIGIT, "an unknown class");
  put(NEWLINE);
}

/** Which access to which address, and why not. @noalloc */
export function printAccess(esr: bigint, far: bigint): void {
  const pair = classOf(esr) & 0x3e;
  const isExecution = pair === ABORTED.instruction || pair === ABORTED.pc;
  print(isExecution ? "execution" : (issOf(esr) & WnR) !== 0 ? "write" : "read");
  tell(pair === ABORTED.pc ? " of %" : " of %: ", far, 0n, 0n);
  const status = issOf(esr) & STATUS;
  if (pair !== ABORTED.pc) printMeaning(STATUS_TEXTS, status, STATUS_DIGIT, "reserved");
  print("\nthere: ");
  printPlace(far);
  put(NEWLINE);
}

/** The register, and its fields that are not 0. @noalloc */
export function printSyndrome(esr: bigint): void {
  tell("ESR_EL1 %: EC %, IL #", esr, BigInt(classOf(esr)), (esr >> 25n) & 1n);
  const at = findMeaning(FIELDS, classOf(esr));
  if (at >= 0) printFields(issOf(esr), at, at + FIELDS.charCodeAt(at - 1));
  put(NEWLINE);
}

function printFields(iss: number, begin: number, end: number): void {
  let at = begin;
  while (at < end) {
    const high = FIELDS.charCodeAt(at);
    const low = FIELDS.charCodeAt(at + 1);
    const name = at + 3;
    const values = name + FIELDS.charCodeAt(at + 2) + 1;
    const behind = values + FIELDS.charCodeAt(values - 1);
    const value = (iss >>> low) & ((1 << (high - low + 1)) - 1);
    if (value !== 0) printField(name, value, findText(FIELDS, values, behind, value));
    at = behind;
  }
}

function printField(name: number, value: number, meaning: number): void {
  print(", ");
  printCounted(FIELDS, name);
  tell(value < 10 ? " #" : " %", BigInt(value), 0n, 0n);
  if (meaning < 0) return;
  print(" (");
  printCounted(FIELDS, meaning);
  print(")");
}
