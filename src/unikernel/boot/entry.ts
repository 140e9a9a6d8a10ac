// The first instructions. Whoever loads the image leaves the MMU and the caches off, the address of
// the device tree in X0, and the processor at EL1 or EL2 (Linux's Documentation/arm64/booting.rst).
//
//   _start         exceptions masked, EL1, floating point on
//   __arch_start   physical memory in the upper half, MMU on, stacks
//
// 1. The image is linked for the upper half and starts in the lower: until the jump, every address
//    is relative to the PC.

import { symbol } from "../metal/linker";
import { asm } from "../metal/assembly";
import { kernel_start } from "./kernel-start";
import { earlyVectors } from "./early-vectors";

export function _start(): never {
  return asm`
        msr   DAIFSet, #15
        mov   x20, x0                       // the device tree
        mrs   x21, CNTVCT_EL0               // when it began
        adr   x9, ${earlyVectors}
        msr   VBAR_EL1, x9
        msr   TPIDR_EL1, xzr                // there has been no fault yet
        mrs   x9, CurrentEL
        cmp   x9, #(2 << 2)
        b.ne  2f

        // EL2 has nothing to do here: it lets EL1 have the counter, FP and the GIC's registers.
        msr   CNTVOFF_EL2, xzr              // the virtual counter is the physical one
        mrs   x21, CNTVCT_EL0               // what it said before was anything
        mov   x9, #(1 << 31)                // HCR_EL2.RW: EL1 is AArch64
        msr   HCR_EL2, x9
        mov   x9, #3                        // EL1PCTEN, EL1PCEN; what is newer traps nothing
        msr   CNTHCTL_EL2, x9
        mov   x9, #0x33ff                   // CPTR_EL2: RES1 bits; FP is not trapped
        msr   CPTR_EL2, x9
        mrs   x9, MIDR_EL1
        msr   VPIDR_EL2, x9
        mrs   x9, MPIDR_EL1
        msr   VMPIDR_EL2, x9
        mrs   x9, ID_AA64PFR0_EL1
        ubfx  x9, x9, #24, #4               // GIC: has it system registers?
        cbz   x9, 1f
        mrs   x9, ICC_SRE_EL2
        orr   x9, x9, #1                    // SRE
        orr   x9, x9, #8                    // Enable
        msr   ICC_SRE_EL2, x9
1:      movz  x9, #0x0800
        movk  x9, #0x30d0, lsl #16          // SCTLR_EL1: RES1 bits alone
        msr   SCTLR_EL1, x9
        mov   x9, #0x3c5                    // EL1h, everything masked
        msr   SPSR_EL2, x9
        adr   x9, 2f
        msr   ELR_EL2, x9
        eret

2:      mov   x9, #(3 << 20)                // CPACR_EL1.FPEN
        msr   CPACR_EL1, x9
        isb
        b     ${__arch_start}
  `;
}

/**
 * One table serves both halves: bits 38 to 30 of a physical address choose the same entry in the
 * lower half, where we are, and in the upper one, where we are going. Devices and the GiB of RAM
 * that holds the image: two blocks of 1 GiB. X20: the device tree.
 */
export function __arch_start(): never {
  return asm`
        mrs   x22, CNTVCT_EL0
        adrp  x10, ${symbol("link/boot-table")}
        mov   x11, x10
        add   x12, x10, #1, lsl #12
1:      dc    ivac, x11                     // nothing stale may hide what is written past the cache
        stp   xzr, xzr, [x11], #16
        cmp   x11, x12
        b.lo  1b
        mov   x9, #0x401                    // a block: AF; Device memory, AttrIndx 0
        movk  x9, #0x60, lsl #48            // UXN, PXN
        str   x9, [x10]
        adr   x11, .
        lsr   x11, x11, #30
        lsl   x12, x11, #30
        movz  x9, #0x705                    // a block: AF, inner shareable, AttrIndx 1
        orr   x9, x9, x12
        str   x9, [x10, x11, lsl #3]
        dsb   sy

        movz  x9, #0xff04                   // MAIR: Device-nGnRE; Normal, write-back
        movk  x9, #0x44, lsl #16            // Normal, non-cacheable
        msr   MAIR_EL1, x9
        mrs   x11, ID_AA64MMFR0_EL1
        and   x11, x11, #7                  // PARange, as TCR.IPS wants it
        movz  x9, #0x3519                   // T0SZ 25: 39 bits; write-back, inner shareable, 4 KiB
        movk  x9, #0xb519, lsl #16          // T1SZ likewise
        orr   x9, x9, x11, lsl #32
        msr   TCR_EL1, x9
        msr   TTBR0_EL1, x10
        msr   TTBR1_EL1, x10
        tlbi  vmalle1
        ic    iallu
        dsb   nsh
        isb
        movz  x9, #0x181d                   // SCTLR_EL1: M, C, SA, SA0, I
        movk  x9, #0x30d0, lsl #16
        msr   SCTLR_EL1, x9
        isb

        adr   x9, 2f
        mov   x10, #0xffffff8000000000
        add   x9, x9, x10
        br    x9
2:      adrp  x9, ${earlyVectors}
        add   x9, x9, #(${earlyVectors} & 0xfff)
        msr   VBAR_EL1, x9
        msr   SPSel, #1                     // exceptions have a stack of their own: SP_EL1
        adrp  x9, ${symbol("link/exception-stack-end")}
        mov   sp, x9
        msr   SPSel, #0
        adrp  x9, ${symbol("link/stack-end")}
        mov   sp, x9
        adrp  x18, ${symbol("link/stack")}
        add   x18, x18, #4, lsl #12         // calls stop here: a panic wants some of it too
        mov   x28, #(1 << 53)               // for the check that a number is a safe integer
        mov   x29, #0                       // the chain of frames ends here
        isb
        mov   x0, x20
        mov   x1, x21
        mov   x2, x22
        bl    ${kernel_start}
        b     .
  `;
}
