// What the boot has made of what it was given, printed line by line. Words of the bootargs ask for more: `pages`
// for every page that the kernel gives away, `reset` for two resets before anything is said.

import "../../../src/unikernel/boot/entry";
import { argc, argv } from "../../../src/unikernel/boot/kernel-main";
import { commandLineWords } from "../../../src/unikernel/boot/command-line";
import { kernelBinary } from "../../../src/unikernel/boot/init-elf-parser";
import { unansweredSystemCalls } from "../../../src/unikernel/boot/init-syscalls";
import { reset } from "../../../src/unikernel/drivers/psci";
import { hasClock, secondsNow } from "../../../src/unikernel/drivers/pl031";
import type { ElfBinary } from "../../../src/unikernel/elf/elf-binary";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { memoryEnd } from "../../../src/unikernel/memory/memory-map";
import { freePages, takePages } from "../../../src/unikernel/memory/page-allocator";
import { asm } from "../../../src/unikernel/metal/assembly";
import { load64, load8, store64 } from "../../../src/unikernel/metal/memory";
import { plus } from "../../../src/unikernel/metal/word";
import { random } from "../../../src/unikernel/random/generator";

const PAGE = 4096;
const LONGEST_RUN = 1 << 18;
/** In front of how often the machine has been reset: RAM holds anything when it is switched on. */
const MAGIC = 0x7265_7365_7421_2121n;
const RESETS = 2n;

/** A system call that nobody has registered: X0 as it comes back. X1 to X7 and X19 must too. */
function unknownCall(_number: bigint): bigint {
  return asm`
        mov   x8, x0
        mov   x1, #11
        mov   x7, #7
        svc   #0
        cmp   x1, #11
        ccmp  x7, #7, #0, eq
        csel  x0, x0, xzr, eq
        ret
  `;
}

function textAt(address: bigint): string {
  let text = "";
  for (let at = address; load8(at) !== 0; at = plus(at, 1n)) text += String.fromCharCode(load8(at));
  return text;
}

/** The texts from a word of argv on, up to the word that is 0; and the index behind that. */
function textsFrom(index: number, texts: string[]): number {
  let at = index;
  for (;; at++) {
    const address = load64(plus(argv(), BigInt(8 * at)));
    if (address === 0n) return at + 1;
    texts.push(textAt(address));
  }
}

function sayArguments(): void {
  const given: string[] = [];
  const environment: string[] = [];
  const auxiliary = textsFrom(textsFrom(0, given), environment);
  console.log(`arguments ${argc()}: ${given.join(" ")}`);
  console.log(`environment: ${environment.join(" ")}`);
  for (let at = auxiliary; ; at += 2) {
    const type = load64(plus(argv(), BigInt(8 * at)));
    const value = load64(plus(argv(), BigInt(8 * at + 8)));
    console.log(`auxiliary ${type}: ${value.toString(16)}`);
    if (type === 0n) return;
  }
}

function sayHeaders(elf: ElfBinary): void {
  console.log(`entry ${elf.entry.toString(16)}`);
  for (let i = 0; i < elf.segmentCount; i++) {
    const segment = elf.segment(i);
    const range = `${segment.begin.toString(16)} ${segment.bytes.toString(16)}`;
    const file = `${segment.fileOffset.toString(16)} ${segment.fileBytes.toString(16)}`;
    console.log(`segment ${segment.isLoaded} ${segment.flags} ${range} ${file}`);
  }
}

function sayRandom(): void {
  const bytes = new Uint8Array(8);
  random().fill(bytes);
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  console.log(`random ${text}`);
}

/** All that there is, in runs: first the longest. */
function sayPages(): void {
  const count = freePages();
  for (let run = LONGEST_RUN; run >= 1; run = run >>> 1) {
    for (let begin = takePages(run, 1); begin >= 0; begin = takePages(run, 1)) {
      console.log(`pages ${begin.toString(16)} ${(begin + PAGE * run).toString(16)}`);
    }
  }
  console.log(`${count} pages were free, ${freePages()} are`);
}

/** The count is in the last page of RAM, which a reset leaves as it is. */
function resetTwice(): void {
  const at = virtualOf(memoryEnd() - PAGE);
  const count = load64(at) === MAGIC ? load64(plus(at, 8n)) : 0n;
  console.log(`resets: ${count}`);
  if (count === RESETS) return;
  store64(at, MAGIC);
  store64(plus(at, 8n), BigInt.asUintN(64, count + 1n));
  reset();
}

// Variables of .bss, which nobody writes to unless he is asked.
let count = 0;
let isNoted = false;
let noted: Uint8Array | null = null;

function sayUntouched(isAsked: boolean): void {
  if (isAsked) {
    count++;
    isNoted = true;
    noted = new Uint8Array(1);
  }
  console.log(`untouched: ${count} ${isNoted} ${noted === null}`);
}

export function start(): void {
  const words = commandLineWords();
  sayUntouched(words.includes("touch"));
  if (words.includes("reset")) resetTwice();
  sayArguments();
  const elf = kernelBinary();
  if (elf !== null) sayHeaders(elf);
  sayRandom();
  console.log(`call 9999: ${BigInt.asUintN(64, 0n - unknownCall(9999n))}, unanswered ${unansweredSystemCalls()}`);
  console.log(`clock ${hasClock()}: ${secondsNow()}`);
  if (words.includes("pages")) sayPages();
}
