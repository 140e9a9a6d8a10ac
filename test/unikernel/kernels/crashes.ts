// Everything that ends on the crash screen. Which of it happens, a word of the bootargs says.

import "../../../src/unikernel/boot/entry";
import { isAsked } from "../../../src/unikernel/boot/bootargs";
import { handleInterrupt, type InterruptHandler } from "../../../src/unikernel/events/interrupts";
import { asm } from "../../../src/unikernel/metal/assembly";
import { symbol } from "../../../src/unikernel/metal/linker";
import { load32, load64, store32, store64 } from "../../../src/unikernel/metal/memory";
import { plus } from "../../../src/unikernel/metal/word";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { unmap } from "../../../src/unikernel/memory/mem";
import { memoryEnd } from "../../../src/unikernel/memory/memory-map";
import { type Context, newContext, runningContext, switchTo } from "../../../src/unikernel/runtime/contexts";

const UART = 0x0900_0000;
/** No device answers there. */
const NOBODY = 0x0f00_0000;

/** GICD_ISPENDR of interrupts 32 to 63, and one of them that no device has: 32 + 29. */
const GICD_ISPENDR1 = 0x0800_0204;
const SPARE = 61;

function call(_address: bigint): void {
  return asm`br x0`;
}

function undefinedInstruction(): void {
  return asm`
        udf   #7
        ret
  `;
}

function breakpoint(): void {
  return asm`
        brk   #5
        ret
  `;
}

/** An exclusive load wants its address aligned, whatever the memory is. */
function loadExclusive(_address: bigint): void {
  return asm`
        ldaxr x0, [x0]
        ret
  `;
}

function misalignedStack(): void {
  return asm`
        sub   sp, sp, #8
        ldr   x0, [sp]
        add   sp, sp, #8
        ret
  `;
}

function pushIntoGuard(): void {
  return asm`
        mov   x9, sp
        adrp  x10, ${symbol("link/stack")}
        sub   x10, x10, #16
        mov   sp, x10
        str   x9, [sp]
        mov   sp, x9
        ret
  `;
}

/** PSTATE.IL cannot be written; what comes back by ERET may bring it along. */
function illegalState(): void {
  return asm`
        mrs   x9, DAIF
        movz  x10, #0x10, lsl #16
        orr   x9, x9, x10
        orr   x9, x9, #4
        msr   SPSR_EL1, x9
        adr   x9, 1f
        msr   ELR_EL1, x9
        eret
1:      ret
  `;
}

function wildFrames(_chain: bigint): void {
  return asm`
        stp   x29, x30, [sp, #-16]!
        mov   x29, x0
        udf   #0
        ldp   x29, x30, [sp], #16
        ret
  `;
}

/** What each register holds is told by its number. */
function knownRegisters(): void {
  return asm`
        movz  x0, #0x9000, lsl #16          // N and V
        msr   NZCV, x0
        mov   x0, #0x0
        mov   x1, #0x101
        mov   x2, #0x202
        mov   x3, #0x303
        mov   x4, #0x404
        mov   x5, #0x505
        mov   x6, #0x606
        mov   x7, #0x707
        mov   x8, #0x808
        mov   x9, #0x909
        mov   x10, #0xa0a
        mov   x11, #0xb0b
        mov   x12, #0xc0c
        mov   x13, #0xd0d
        mov   x14, #0xe0e
        mov   x15, #0xf0f
        mov   x16, #0x1010
        mov   x17, #0x1111
        mov   x18, #0x1212
        mov   x19, #0x1313
        mov   x20, #0x1414
        mov   x21, #0x1515
        mov   x22, #0x1616
        mov   x23, #0x1717
        mov   x24, #0x1818
        mov   x25, #0x1919
        mov   x26, #0x1a1a
        mov   x27, #0x1b1b
        mov   x28, #0x1c1c
        mov   x29, #0x1d1d
        mov   x30, #0x1e1e
        udf   #0
  `;
}

function deeper(n: number): number {
  return n + deeper(n + 1);
}

function pick(list: readonly number[], index: number): number {
  return list[index]!;
}

class Reading implements InterruptHandler {
  /** @noalloc */
  handle(): void {
    load32(4n);
  }
}

class Failing implements InterruptHandler {
  /** @noalloc */
  handle(): void {
    store32(0n, pick(LIST, LIST.length));
  }
}

const LIST: readonly number[] = [1, 2, 3];

function interruptedBy(handler: InterruptHandler): void {
  handleInterrupt(SPARE, "edge", handler);
  store32(virtualOf(GICD_ISPENDR1), 1 << (SPARE - 32));
  for (let i = 0; i < 1000; i++) load32(virtualOf(UART + 0x18));
}

function onAnotherStack(): void {
  const main = runningContext();
  switchTo(newContext(16_384, (): Context => {
    console.log(`${deeper(0)}`);
    return main;
  }));
}

/** A link that leads to itself, and one that leads out of memory. */
function chainOf(next: bigint): bigint {
  const at = plus(symbol("link/stack"), 64n);
  store64(at, next === 1n ? at : next);
  store64(plus(at, 8n), symbol("link/image"));
  return at;
}

function withoutSymbols(): void {
  unmap(symbol("link/trace"), 4096);
  load64(8n);
}

function misuseMemory(): void {
  if (isAsked("null-read")) load32(0n);
  if (isAsked("null-write")) store64(8n, 1n);
  if (isAsked("null-call")) call(0n);
  if (isAsked("no-half")) load64(0x0001_0000_0000_0000n);
  if (isAsked("no-page")) load64(0xffff_ffc0_0000_0000n);
  if (isAsked("behind-ram")) load64(virtualOf(memoryEnd()));
  if (isAsked("guard")) pushIntoGuard();
  if (isAsked("exception-guard")) load64(symbol("link/exception-guard"));
  if (isAsked("write-text")) store64(symbol("link/image"), 1n);
  if (isAsked("write-rodata")) store64(symbol("link/rodata"), 1n);
  if (isAsked("execute-data")) call(symbol("link/data"));
  if (isAsked("execute-ram")) call(virtualOf(memoryEnd() - 4096));
  if (isAsked("execute-device")) call(virtualOf(UART));
  if (isAsked("nobody")) load32(virtualOf(NOBODY));
  if (isAsked("exclusive")) loadExclusive(plus(symbol("link/data"), 4n));
  if (isAsked("device")) load32(virtualOf(UART + 2));
}

function misuseProcessor(): void {
  if (isAsked("undefined")) undefinedInstruction();
  if (isAsked("breakpoint")) breakpoint();
  if (isAsked("pc")) call(plus(symbol("link/image"), 2n));
  if (isAsked("sp")) misalignedStack();
  if (isAsked("illegal")) illegalState();
  if (isAsked("chain-nowhere")) wildFrames(0x1234_5678n);
  if (isAsked("chain-loop")) wildFrames(chainOf(1n));
  if (isAsked("chain-out")) wildFrames(chainOf(0xffff_ffff_ffff_fff0n));
  if (isAsked("registers")) knownRegisters();
  if (isAsked("symbols")) withoutSymbols();
  if (isAsked("handler-read")) interruptedBy(new Reading());
  if (isAsked("handler-panic")) interruptedBy(new Failing());
}

function panic(): void {
  if (isAsked("index")) console.log(`${pick(LIST, 3)}`);
  if (isAsked("recursion")) console.log(`${deeper(0)}`);
  if (isAsked("context")) onAnotherStack();
  if (isAsked("heap")) {
    const all: number[] = [];
    for (;;) all.push(1);
  }
  if (isAsked("thrown")) throw new Error("nobody catches this");
}

export function start(): void {
  misuseMemory();
  misuseProcessor();
  panic();
  console.log("waiting");
  for (let i = 0; i < 100_000; i++) load32(virtualOf(UART + 0x18));
  console.log("nothing has happened");
}
