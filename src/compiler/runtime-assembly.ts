// The functions that kernel TypeScript cannot say: before there is a stack, between two frames or
// two stacks, and where every register must be in memory. Each is assembly text with the symbols
// that it uses.

import { trapSymbol } from "./back/compile";
import { type Trap, TRAPS } from "./ir/operation";
import type { AssemblyFunction } from "./ir/program";

const RUNTIME = "src/unikernel/runtime";

/** What the compiler and the assembly texts call, so that it is always compiled along. */
export const RUNTIME_ROOTS = {
  prepare: `${RUNTIME}/start.ts#prepare`,
  finish:  `${RUNTIME}/start.ts#finish`,
  trap:    `${RUNTIME}/panic.ts#trap`,
  fault:   `${RUNTIME}/fault.ts#fault`,
  throw:   `${RUNTIME}/exceptions.ts#throwException`,
  allocate: `${RUNTIME}/allocate.ts#allocate`,
  collect: `${RUNTIME}/collect.ts#collectFrom`,
} as const;

const FILE = "src/compiler/runtime-assembly.ts";

/** Calls stop so far above the stack's end: a panic wants some of it too. */
const RESERVE_PAGES = 4;

/**
 * Where the machine starts, at EL1 or EL2 with the MMU off: a stack, zeros where the image says
 * nothing, the heap; then the program, and behind it the power goes off.
 */
const START = `
        mrs   x9, CurrentEL
        cmp   x9, #(2 << 2)
        b.ne  1f
        mov   x9, #(1 << 31)            // HCR_EL2.RW: EL1 is AArch64
        msr   HCR_EL2, x9
        msr   CNTVOFF_EL2, xzr
        mov   x9, #0x3c5                // EL1h, everything masked
        msr   SPSR_EL2, x9
        adr   x9, 1f
        msr   ELR_EL2, x9
        eret
1:      msr   DAIFSet, #15
        msr   SPSel, #1
        adrp  x9, vectors
        add   x9, x9, #(vectors & 0xfff)
        msr   VBAR_EL1, x9
        adrp  x9, stack_end
        add   x9, x9, #(stack_end & 0xfff)
        mov   sp, x9
        adrp  x18, stack
        add   x18, x18, #(stack & 0xfff)
        add   x18, x18, #${RESERVE_PAGES}, lsl #12     // calls stop here
        mov   x28, #(1 << 53)           // for the check that a number is a safe integer
        mov   x29, #0                   // the chain of frames ends here
        adrp  x9, bss
        add   x9, x9, #(bss & 0xfff)
        adrp  x10, bss_end
        add   x10, x10, #(bss_end & 0xfff)
2:      cmp   x9, x10
        b.hs  3f
        stp   xzr, xzr, [x9], #16
        b     2b
3:      bl    prepare
        bl    program
        bl    finish
        b     .
`;

/**
 * The vector table: 16 entries, 128 bytes each, and the first is for all. Nothing that brings the
 * machine here was meant: it is told, and the program ends. The stack may be the reason for it, so
 * SP goes to what a panic has in reserve.
 */
const VECTORS = `
        mrs   x0, ESR_EL1
        mrs   x1, ELR_EL1
        mrs   x2, FAR_EL1
        mov   x3, x29
        mov   x4, x30
        adrp  x9, stack
        add   x9, x9, #(stack & 0xfff)
        add   x9, x9, #${RESERVE_PAGES}, lsl #12
        mov   sp, x9
        mov   x18, #0
        mov   x28, #(1 << 53)
        mov   x29, #0
        bl    fault
${Array.from({ length: 15 }, (_, i) => `
        .balign 128
        b     .-${128 * (i + 1)}`).join("")}
`;

/** Not 0, or the chain of frames would seem to end before the program's start. */
const RESUME = `
        mov   x29, x1
        mov   sp, x1
        br    x2
`;

/** A caller's references are in X19 to X27 at most: they become a part of the stack. */
const COLLECT_WITH_REGISTERS = `
        stp   x29, x30, [sp, #-96]!
        mov   x29, sp
        stp   x19, x20, [sp, #16]
        stp   x21, x22, [sp, #32]
        stp   x23, x24, [sp, #48]
        stp   x25, x26, [sp, #64]
        stp   x27, x28, [sp, #80]
        mov   x0, sp
        bl    collect
        ldp   x29, x30, [sp], #96
        ret
`;

/**
 * Leaves this stack for another: what a call keeps goes onto this one, SP to [X0]; X1 is what was
 * put there when the other was left. X18 is how far down each may grow.
 */
const SWITCH_STACK = `
        stp   x29, x30, [sp, #-96]!
        stp   x19, x20, [sp, #16]
        stp   x21, x22, [sp, #32]
        stp   x23, x24, [sp, #48]
        stp   x25, x26, [sp, #64]
        stp   x27, x18, [sp, #80]
        mov   x9, sp
        str   x9, [x0]
        mov   sp, x1
        ldp   x27, x18, [sp, #80]
        ldp   x25, x26, [sp, #64]
        ldp   x23, x24, [sp, #48]
        ldp   x21, x22, [sp, #32]
        ldp   x19, x20, [sp, #16]
        ldp   x29, x30, [sp], #96
        ret
`;

/** Where a stack begins that was never left: X19 is a closure, which does not return. */
const BEGIN_CONTEXT = `
        mov   x0, x19
        ldr   x9, [x0, #8]
        blr   x9
`;

const HYPERVISOR_CALL = `
        hvc   #0
        ret
`;

const SECURE_MONITOR_CALL = `
        smc   #0
        ret
`;

/** What a stub of compiled code calls: the frame is the stub's, and says where from. */
const trapText = (trap: Trap): string => `
        mov   w0, #${TRAPS[trap][0]}
        b     trap
`;

/** The panic may go beyond the limit. */
const FULL_STACK = `
        mov   x18, #0
${trapText("stack")}`;

/** The entry first. `program` is the symbol of the program's own start. */
export function runtimeAssembly(program: string): readonly AssemblyFunction[] {
  const { prepare, finish, collect, fault, trap } = RUNTIME_ROOTS;
  const bounds = {
    stack: "link/stack", stack_end: "link/stack-end", bss: "link/bss", bss_end: "link/bss-end",
  };
  const start = { ...bounds, prepare, program, finish, vectors: "metal/vectors" };
  const vectors = { fault, stack: "link/stack" };
  return [
    text("_start", "_start", START, start, { isOutermost: true }),
    text("metal/resume", "resume", RESUME),
    text(
      "metal/collect-with-registers", "collectWithRegisters", COLLECT_WITH_REGISTERS, { collect }),
    text("metal/switch-stack", "switchStack", SWITCH_STACK),
    text("metal/begin-context", "beginContext", BEGIN_CONTEXT, {}, { isOutermost: true }),
    text("metal/hypervisor-call", "hypervisorCall", HYPERVISOR_CALL),
    text("metal/secure-monitor-call", "secureMonitorCall", SECURE_MONITOR_CALL),
    ...(Object.keys(TRAPS) as Trap[]).map((each) => text(
      trapSymbol(each), `trap ${each}`, each === "stack" ? FULL_STACK : trapText(each), { trap })),
    text("metal/vectors", "vectors", VECTORS, vectors, { isOutermost: true, alignment: 2048 }),
  ];
}

function text(
  symbol: string, title: string, lines: string, uses: AssemblyFunction["uses"] = {},
  more: Pick<AssemblyFunction, "isOutermost" | "alignment"> = {},
): AssemblyFunction {
  return { symbol, title, text: lines, uses, at: { file: FILE, line: 1, column: 1 }, ...more };
}
