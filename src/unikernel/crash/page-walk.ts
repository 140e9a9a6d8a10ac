// The translation tables, as the processor has gone through them for an address: each level's
// descriptor, and what it says (Arm ARM, "VMSAv8-64 translation table format descriptors").
//
//   walk of 0xffffff8040200000, TTBR1_EL1 0x47ffe000
//     level 1, entry 1: 0x0000000047ffd003 table
//     level 2, entry 1: 0x0000000047ffc003 table
//     level 3, entry 0: 0x0040000040200787 page
//       AP 2, UXN 1, PXN 0, AttrIndx 1, AF 1: kernel r-x, programs ---
//
// 1. A table that is in no memory is not read: its descriptor may be what is wrong.

import { readSystemRegister } from "../metal/system-register";
import { load64 } from "../metal/memory";
import {
  bytesOf, entryAt, FIRST_LEVEL, HALF_BYTES, isMapped, isTable, LAST_LEVEL, outputOf,
  TABLE_ENTRIES,
} from "../memory/descriptor";
import { UPPER_HALF } from "../memory/layout";
import { minus } from "../metal/word";
import { log, print } from "../runtime/console";
import { isMemory } from "./readable";
import { printWord } from "./registers";
import { tell } from "./tell";

/** @noalloc */
export function printWalk(address: bigint): void {
  if (address >= UPPER_HALF) {
    const root = readSystemRegister("TTBR1_EL1");
    tell("walk of %, TTBR1_EL1 %\n", address, root, 0n);
    printLevels(root, Number(minus(address, UPPER_HALF)));
  } else if (address < BigInt(HALF_BYTES)) {
    const root = readSystemRegister("TTBR0_EL1");
    tell("walk of %, TTBR0_EL1 %\n", address, root, 0n);
    printLevels(root, Number(address));
  } else {
    tell("walk of %: bits 63 to 39 are not alike\n", address, 0n, 0n);
  }
}

function printLevels(root: bigint, offset: number): void {
  let table = outputOf(root);
  for (let level: number = FIRST_LEVEL; level <= LAST_LEVEL; level++) {
    const entry = entryAt(table, level, offset);
    if (!isMemory(entry)) return log("  its table is in no memory");
    const descriptor = load64(entry);
    const index = Math.trunc(offset / bytesOf(level)) % TABLE_ENTRIES;
    tell("  level #, entry #: ", BigInt(level), BigInt(index), 0n);
    printWord(descriptor);
    if (!isTable(descriptor, level)) return printLeaf(descriptor, level);
    log(" table");
    table = outputOf(descriptor);
  }
}

function printLeaf(descriptor: bigint, level: number): void {
  if (!isMapped(descriptor)) return log(" invalid");
  if (level === LAST_LEVEL && (descriptor & 2n) === 0n) return log(" reserved");
  log(level === LAST_LEVEL ? " page" : " block");
  const AP = Number((descriptor >> 6n) & 3n);
  const UXN = (descriptor >> 54n) & 1n;
  const PXN = (descriptor >> 53n) & 1n;
  tell("    AP #, UXN #, PXN #", BigInt(AP), UXN, PXN);
  tell(", AttrIndx #, AF #: kernel ", (descriptor >> 2n) & 7n, (descriptor >> 10n) & 1n, 0n);
  printRights(true, AP < 2, PXN === 0n);
  print(", programs ");
  printRights(AP % 2 === 1, AP === 1, UXN === 0n);
  log("");
}

function printRights(mayRead: boolean, mayWrite: boolean, mayExecute: boolean): void {
  print(mayRead ? "r" : "-");
  print(mayWrite ? "w" : "-");
  print(mayExecute ? "x" : "-");
}
