// The functions that kernel TypeScript cannot say: before there is a stack, between two frames, and
// where every register must be in memory. Each is assembly text with the symbols that it uses.

import type { AssemblyFunction } from "./link/assembly-function";

const RUNTIME = "src/unikernel/runtime";

/** What the compiler and the assembly texts call, so that it is always compiled along. */
export const RUNTIME_ROOTS = {
  prepare: `${RUNTIME}/start.ts#prepare`,
  finish:  `${RUNTIME}/start.ts#finish`,
  trap:    `${RUNTIME}/panic.ts#trap`,
  throw:   `${RUNTIME}/exceptions.ts#throwException`,
  allocate: `${RUNTIME}/allocate.ts#allocate`,
  collect: `${RUNTIME}/collect.ts#collectFrom`,
} as const;

const FILE = "src/compiler/runtime-assembly.ts";

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
        adrp  x9, stack_end
        add   x9, x9, #(stack_end & 0xfff)
        mov   sp, x9
        adrp  x18, stack
        add   x18, x18, #(stack & 0xfff)
        add   x18, x18, #4, lsl #12     // calls stop here: a panic wants some of it too
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

const HYPERVISOR_CALL = `
        hvc   #0
        ret
`;

const at = { file: FILE, line: 1, column: 1 };

/** The entry first. `program` is the symbol of the program's own start. */
export function runtimeAssembly(program: string): readonly AssemblyFunction[] {
  const { prepare, finish, collect } = RUNTIME_ROOTS;
  const bounds = {
    stack: "link/stack", stack_end: "link/stack-end", bss: "link/bss", bss_end: "link/bss-end",
  };
  const uses = { ...bounds, prepare, program, finish };
  return [
    { symbol: "_start", title: "_start", text: START, uses, at, isOutermost: true },
    { symbol: "metal/resume", title: "resume", text: RESUME, uses: {}, at },
    {
      symbol: "metal/collect-with-registers", title: "collectWithRegisters",
      text: COLLECT_WITH_REGISTERS, uses: { collect }, at,
    },
    {
      symbol: "metal/hypervisor-call", title: "hypervisorCall", text: HYPERVISOR_CALL, uses: {}, at,
    },
  ];
}
