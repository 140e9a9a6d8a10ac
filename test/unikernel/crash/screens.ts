// What the kernel test/unikernel/kernels/crashes.ts ends with, by the word of the bootargs that asks for it. Syndromes
// are the Arm manual's (D17.2.37, "ESR_EL1"): EC in bits 31:26, IL in bit 25, of aborts WnR in bit 6 and the fault
// status in 5:0; descriptors are those of D8.3, "VMSAv8-64 translation table format descriptors".

import { readFileSync } from "node:fs";
import type { Built } from "../../../src/compiler/build";

export const KERNEL = "test/unikernel/kernels/crashes.ts";

export interface Screen {
  readonly word: string;
  /** "ours": QEMU 7.2 does not look whether SP or a device's address is aligned. */
  readonly on: "both" | "ours";
  /** What is printed in front of the calls. {name} is where the linker has put that. */
  readonly cause: readonly string[];
  /** The first calls: a function, and what stands in its line; of one in assembly the first line is told. */
  readonly calls: readonly (readonly [title: string, text: string])[];
  /** Lines that are behind them, in this order. {T} is a table's address. */
  readonly more?: readonly string[];
  /** Small and telling: `npm test` asks for it. */
  readonly isOften?: true;
}

const asked = (title: string, word: string): [string, string] => [title, `isAsked("${word}")`];
const memory = (word: string): [string, string] => asked("misuseMemory", word);
const processor = (word: string): [string, string] => asked("misuseProcessor", word);

const INVALID = "0x0000000000000000 invalid";
const READ_WRITE = "    AP 0, UXN 1, PXN 1, AttrIndx 1, AF 1: kernel rw-, programs ---";
const DEVICE = [
  "  level 1, entry 0: 0x0060000000000401 block", "    AP 0, UXN 1, PXN 1, AttrIndx 0, AF 1: kernel rw-, programs ---",
];
const TO_IMAGE = ["  level 1, entry 1: {T} table", "  level 2, entry 1: {T} table"];

export const SCREENS: readonly Screen[] = [
  { word: "null-read", on: "both", isOften: true, calls: [memory("null-read"), ["start", "misuseMemory();"]],
    cause: ["crash: data abort from EL1", "read of 0x0: translation fault, level 1", "there: the null page", "ESR_EL1 0x96000005: EC 0x25, IL 1, DFSC 5"],
    more: ["walk of 0x0, TTBR0_EL1 {R}", `  level 1, entry 0: ${INVALID}`] },
  { word: "null-write", on: "both", calls: [memory("null-write")],
    cause: ["crash: data abort from EL1", "write of 0x8: translation fault, level 1", "there: the null page", "ESR_EL1 0x96000045: EC 0x25, IL 1, WnR 1 (write), DFSC 5"] },
  { word: "null-call", on: "both", calls: [["0x0", ""], memory("null-call")],
    cause: ["crash: instruction abort from EL1", "execution of 0x0: translation fault, level 1", "there: the null page", "ESR_EL1 0x86000005: EC 0x21, IL 1, IFSC 5"] },
  { word: "no-half", on: "both", calls: [memory("no-half")],
    cause: ["crash: data abort from EL1", "read of 0x1000000000000: translation fault, level 0", "there: neither half", "ESR_EL1 0x96000004: EC 0x25, IL 1, DFSC 4"],
    more: ["walk of 0x1000000000000: bits 63 to 39 are not alike"] },
  { word: "no-page", on: "both", calls: [memory("no-page")],
    cause: ["crash: data abort from EL1", "read of 0xffffffc000000000: translation fault, level 1", "there: the upper half, unmapped", "ESR_EL1 0x96000005: EC 0x25, IL 1, DFSC 5"],
    more: ["walk of 0xffffffc000000000, TTBR1_EL1 {R}", `  level 1, entry 256: ${INVALID}`] },
  { word: "behind-ram", on: "both", calls: [memory("behind-ram")],
    cause: ["crash: data abort from EL1", "read of 0xffffff8044000000: translation fault, level 2", "there: the upper half, unmapped", "ESR_EL1 0x96000006: EC 0x25, IL 1, DFSC 6"],
    more: ["  level 1, entry 1: {T} table", `  level 2, entry 32: ${INVALID}`] },
  { word: "guard", on: "both", isOften: true, calls: [["pushIntoGuard", "function pushIntoGuard("], memory("guard")],
    cause: ["crash: data abort from EL1", "write of {stack - 16}: translation fault, level 3", "there: the guard below the stack", "ESR_EL1 0x96000047: EC 0x25, IL 1, WnR 1 (write), DFSC 7"],
    more: ["SP is in the guard below the stack", ...TO_IMAGE] },
  { word: "exception-guard", on: "both", calls: [memory("exception-guard")],
    cause: ["crash: data abort from EL1", "read of {exception-guard}: translation fault, level 3", "there: the guard below the stack of exceptions", "ESR_EL1 0x96000007: EC 0x25, IL 1, DFSC 7"] },
  { word: "write-text", on: "both", isOften: true, calls: [memory("write-text")],
    cause: ["crash: data abort from EL1", "write of 0xffffff8040200000: permission fault, level 3", "there: the kernel's .text (read, execute)", "ESR_EL1 0x9600004f: EC 0x25, IL 1, WnR 1 (write), DFSC 0xf"],
    more: ["walk of 0xffffff8040200000, TTBR1_EL1 {R}", ...TO_IMAGE, "  level 3, entry 0: 0x0040000040200787 page", "    AP 2, UXN 1, PXN 0, AttrIndx 1, AF 1: kernel r-x, programs ---"] },
  { word: "write-rodata", on: "both", calls: [memory("write-rodata")],
    cause: ["crash: data abort from EL1", "write of {rodata}: permission fault, level 3", "there: the kernel's .rodata (read)", "ESR_EL1 0x9600004f: EC 0x25, IL 1, WnR 1 (write), DFSC 0xf"],
    more: [...TO_IMAGE, "    AP 2, UXN 1, PXN 1, AttrIndx 1, AF 1: kernel r--, programs ---"] },
  { word: "execute-data", on: "both", calls: [["{data}", ""], memory("execute-data")],
    cause: ["crash: instruction abort from EL1", "execution of {data}: permission fault, level 3", "there: the kernel's variables (read, write)", "ESR_EL1 0x8600000f: EC 0x21, IL 1, IFSC 0xf"],
    more: [...TO_IMAGE, READ_WRITE] },
  { word: "execute-ram", on: "both", calls: [["0xffffff8043fff000", ""], memory("execute-ram")],
    cause: ["crash: instruction abort from EL1", "execution of 0xffffff8043fff000: permission fault, level 2", "there: RAM", "ESR_EL1 0x8600000e: EC 0x21, IL 1, IFSC 0xe"],
    more: ["  level 1, entry 1: {T} table", "  level 2, entry 31: 0x0060000043e00705 block", READ_WRITE] },
  { word: "execute-device", on: "both", calls: [["0xffffff8009000000", ""], memory("execute-device")],
    cause: ["crash: instruction abort from EL1", "execution of 0xffffff8009000000: permission fault, level 1", "there: a device", "ESR_EL1 0x8600000d: EC 0x21, IL 1, IFSC 0xd"],
    more: DEVICE },
  { word: "nobody", on: "both", calls: [memory("nobody")],
    cause: ["crash: data abort from EL1", "read of 0xffffff800f000000: external abort, not on a table", "there: a device", "ESR_EL1 0x96000010: EC 0x25, IL 1, DFSC 0x10"] },
  { word: "exclusive", on: "both", calls: [["loadExclusive", "function loadExclusive("], memory("exclusive")],
    cause: ["crash: data abort from EL1", "read of {data + 4}: alignment fault", "there: the kernel's variables (read, write)", "ESR_EL1 0x96000021: EC 0x25, IL 1, DFSC 0x21"] },
  { word: "device", on: "ours", calls: [memory("device")],
    cause: ["crash: data abort from EL1", "read of 0xffffff8009000002: alignment fault", "there: a device", "ESR_EL1 0x96000021: EC 0x25, IL 1, DFSC 0x21"],
    more: DEVICE },
  { word: "undefined", on: "both", isOften: true, calls: [["undefinedInstruction", "function undefinedInstruction("], processor("undefined")],
    cause: ["crash: unknown reason: an instruction that is Undefined here", "ESR_EL1 0x2000000: EC 0x0, IL 1"] },
  { word: "breakpoint", on: "both", calls: [["breakpoint", "function breakpoint("], processor("breakpoint")],
    cause: ["crash: BRK", "ESR_EL1 0xf2000005: EC 0x3c, IL 1, Comment 5"] },
  { word: "pc", on: "both", calls: [["0xffffff8040200002", ""], processor("pc")],
    cause: ["crash: PC is not aligned", "execution of 0xffffff8040200002", "there: the kernel's .text (read, execute)", "ESR_EL1 0x8a000000: EC 0x22, IL 1"] },
  { word: "sp", on: "ours", calls: [["misalignedStack", "function misalignedStack("], processor("sp")],
    cause: ["crash: SP is not aligned", "ESR_EL1 0x9a000000: EC 0x26, IL 1"] },
  { word: "illegal", on: "both", calls: [["illegalState", "function illegalState("], processor("illegal")],
    cause: ["crash: illegal execution state: PSTATE.IL was set", "ESR_EL1 0x3a000000: EC 0xe, IL 1"],
    more: ["PSTATE 0x100204: nzcv Daif IL EL1t"] },
  { word: "registers", on: "both", isOften: true, calls: [["knownRegisters", "function knownRegisters("]],
    cause: ["crash: unknown reason: an instruction that is Undefined here", "ESR_EL1 0x2000000: EC 0x0, IL 1"],
    more: [
      "X0  0x0000000000000000  X1  0x0000000000000101  X2  0x0000000000000202",
      "X3  0x0000000000000303  X4  0x0000000000000404  X5  0x0000000000000505",
      "X6  0x0000000000000606  X7  0x0000000000000707  X8  0x0000000000000808",
      "X9  0x0000000000000909  X10 0x0000000000000a0a  X11 0x0000000000000b0b",
      "X12 0x0000000000000c0c  X13 0x0000000000000d0d  X14 0x0000000000000e0e",
      "X15 0x0000000000000f0f  X16 0x0000000000001010  X17 0x0000000000001111",
      "X18 0x0000000000001212  X19 0x0000000000001313  X20 0x0000000000001414",
      "X21 0x0000000000001515  X22 0x0000000000001616  X23 0x0000000000001717",
      "X24 0x0000000000001818  X25 0x0000000000001919  X26 0x0000000000001a1a",
      "X27 0x0000000000001b1b  X28 0x0000000000001c1c  X29 0x0000000000001d1d",
      "PSTATE 0x90000204: NzcV Daif EL1t",
    ] },
  { word: "chain-nowhere", on: "both", calls: [["wildFrames", "function wildFrames("], processor("chain-nowhere")],
    cause: ["crash: unknown reason: an instruction that is Undefined here", "ESR_EL1 0x2000000: EC 0x0, IL 1"] },
  { word: "chain-loop", on: "both", calls: [["wildFrames", "function wildFrames("], processor("chain-loop")],
    cause: ["crash: unknown reason: an instruction that is Undefined here", "ESR_EL1 0x2000000: EC 0x0, IL 1"] },
  { word: "chain-out", on: "both", calls: [["wildFrames", "function wildFrames("], processor("chain-out")],
    cause: ["crash: unknown reason: an instruction that is Undefined here", "ESR_EL1 0x2000000: EC 0x0, IL 1"] },
  { word: "symbols", on: "both", isOften: true, calls: [],
    cause: ["crash: data abort from EL1", "read of 0x8: translation fault, level 1", "there: the null page", "ESR_EL1 0x96000005: EC 0x25, IL 1, DFSC 5", "", "crashed again: ESR 0x96000007, ELR {?}, FAR {trace}"] },
  { word: "handler-read", on: "both", isOften: true,
    calls: [["Reading.handle", "load32(4n)"], ["takeInterrupt", ""], ["handleException", ""], ["interrupted:", ""], ["interruptedBy", ""], processor("handler-read")],
    cause: ["crash: data abort from EL1", "read of 0x4: translation fault, level 1", "there: the null page", "ESR_EL1 0x96000005: EC 0x25, IL 1, DFSC 5"] },
  { word: "handler-panic", on: "both",
    calls: [["pick", "return list[index]!"], ["Failing.handle", "pick(LIST, LIST.length)"], ["takeInterrupt", ""], ["handleException", ""], ["interrupted:", ""], ["interruptedBy", ""], processor("handler-panic")],
    cause: ["trap: an index is out of range"] },
  { word: "index", on: "both", cause: ["trap: an index is out of range"], calls: [["pick", "return list[index]!"], asked("panic", "index"), ["start", "panic();"]] },
  { word: "recursion", on: "both", isOften: true, cause: ["trap: the stack is full"],
    calls: [["deeper", "function deeper(n: number)"], ["deeper", "return n + deeper(n + 1)"], ["more of the same", ""], asked("panic", "recursion"), ["start", "panic();"]],
    more: ["SP is in the kernel's stack: {?} of 262144 bytes used"] },
  { word: "context", on: "both", cause: ["trap: the stack is full"],
    calls: [["deeper", "function deeper(n: number)"], ["deeper", "return n + deeper(n + 1)"], ["more of the same", ""]], more: ["SP is in RAM"] },
  { word: "heap", on: "both", cause: ["trap: the heap is full"], calls: [["panic", "all.push(1)"], ["start", "panic();"]] },
  { word: "thrown", on: "both", cause: ["uncaught Error: nobody catches this"], calls: [asked("panic", "thrown"), ["start", "panic();"]] },
];

const SOURCE = readFileSync(KERNEL, "utf8");

function callLine(title: string, text: string): string {
  if (title === "interrupted:") return "  interrupted:";
  if (title === "more of the same") return "    ... {?} more of the same";
  if (/^\{|^0x/.test(title)) return `    at ${title} ({?})`;
  if (text === "") return `    at ${title} ({?})`;
  const at = SOURCE.indexOf(text);
  if (at < 0) throw new Error(`${KERNEL} has no ${text}`);
  return `    at ${title} (${KERNEL}:${SOURCE.slice(0, at).split("\n").length})`;
}

/** The lines as a pattern, in which they follow each other. */
export function patternOf({ cause, calls, more = [] }: Screen, built: Built): RegExp {
  const head = [...cause, ...calls.map(([title, text]) => callLine(title, text))].map((line) => escaped(line, built));
  return new RegExp(`^${head.join("\n")}\n${more.map((line) => `(.*\n)*?${escaped(line, built)}\n`).join("")}`);
}

function escaped(line: string, built: Built): string {
  return line.split(/(\{[^}]+\})/).map((part) => (part.startsWith("{") ? placed(part.slice(1, -1), built)
    : part.replace(/[.*+?^$()[\]\\|{}]/g, "\\$&"))).join("");
}

function placed(name: string, { linked }: Built): string {
  if (name === "?") return "\\S.*";
  if (name === "T") return "0x00000000400[0-9a-f]{2}003";
  if (name === "R") return "0x400[0-9a-f]{2}000";
  const [symbol, sign = "+", bytes = "0"] = name.split(" ");
  const found = linked.symbols.find((each) => each.name === `link/${symbol}`);
  if (found === undefined) throw new Error(`the linker has no ${name}`);
  return `0x${(found.address + BigInt(`${sign === "-" ? -Number(bytes) : bytes}`)).toString(16)}`;
}

/**
 * What both machines must print alike: all but where an interrupt came, and the general registers. Those hold what the counter said, what the
 * entropy device gave, and addresses in a heap whose begin depends on how large the device tree is.
 */
export function withoutRegisters(printed: string): string {
  return printed.split("\n").filter((line) => !/^X\d/.test(line)).map((line) => line.replace(/TTBR._EL1 0x\w+$/, "")
    .replace(/(level [12], entry \d+:) 0x\w+ table/, "$1 table").replace(/(at interruptedBy .*):\d+/, "$1")).join("\n");
}
