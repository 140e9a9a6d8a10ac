// The exception vectors: sixteen entries of 128 bytes (Arm ARM, "Exception vectors"). Each notes
// its number and saves the whole frame (../crash/frame.ts); then compiled code takes over, on the
// exception stack. IncludeOS's AArch64 port saves neither SPSR nor the FP state; here the
// interrupted code has everything back.
//
// 1. The kernel's own code runs on SP_EL0, exceptions on SP_EL1: one that is caused by a stack that
//    is full, or by a wild SP, is taken all the same.
// 2. X19 to X28 of compiled code survive calls, but the frame holds them too: the collector and the
//    crash screen want them.
// 3. An exception within a handler has its frame below the handler's, and returns there too. If SP
//    is not in the handlers' part any more, or too near to its end, it is the crash's that is used:
//    whatever is on the stack stays there, to be told; SP goes where SP_EL0 is kept, since nobody
//    returns from there. TPIDR_EL1 is where X0 waits meanwhile: nothing else is kept there.
//
//      a crash's <--|          handlers' <-----------------|
//      0            8 KiB  |   |                           32 KiB
//      exception-stack     |   12 KiB: a new frame needs   exception-stack-end
//                          9 KiB: calls stop here

import { symbol } from "../metal/linker";
import { asm } from "../metal/assembly";
import { handleException } from "./exceptions";

/** @align 2048 */
export function vectors(): never {
  return asm`
        // region from-the-kernel
        // from the kernel: SP_EL0 was its stack
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #0
        b     ${saveAndHandle}
        // endregion
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #1
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #2
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #3
        b     ${saveAndHandle}
        // region from-a-handler
        // from a handler: SP_EL1 was its stack, or what is left of it
        .balign 128
        msr   TPIDR_EL1, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #3, lsl #12
        sub   x0, sp, x0
        cmp   x0, #5, lsl #12
        b.ls  1f
        mov   x0, sp
        msr   SP_EL0, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #2, lsl #12
        mov   sp, x0
1:      mrs   x0, TPIDR_EL1
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #4
        b     ${saveAndHandle}
        // endregion
        .balign 128
        msr   TPIDR_EL1, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #3, lsl #12
        sub   x0, sp, x0
        cmp   x0, #5, lsl #12
        b.ls  1f
        mov   x0, sp
        msr   SP_EL0, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #2, lsl #12
        mov   sp, x0
1:      mrs   x0, TPIDR_EL1
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #5
        b     ${saveAndHandle}
        .balign 128
        msr   TPIDR_EL1, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #3, lsl #12
        sub   x0, sp, x0
        cmp   x0, #5, lsl #12
        b.ls  1f
        mov   x0, sp
        msr   SP_EL0, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #2, lsl #12
        mov   sp, x0
1:      mrs   x0, TPIDR_EL1
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #6
        b     ${saveAndHandle}
        .balign 128
        msr   TPIDR_EL1, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #3, lsl #12
        sub   x0, sp, x0
        cmp   x0, #5, lsl #12
        b.ls  1f
        mov   x0, sp
        msr   SP_EL0, x0
        adrp  x0, ${symbol("link/exception-stack")}
        add   x0, x0, #2, lsl #12
        mov   sp, x0
1:      mrs   x0, TPIDR_EL1
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #7
        b     ${saveAndHandle}
        // from EL0
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #8
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #9
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #10
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #11
        b     ${saveAndHandle}
        // from EL0 in AArch32
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #12
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #13
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #14
        b     ${saveAndHandle}
        .balign 128
        sub   sp, sp, #832
        stp   x0, x1, [sp]
        mov   x0, #15
        b     ${saveAndHandle}
  `;
}

/** X0: the entry's number; the interrupted X0 and X1 are in the frame already. */
function saveAndHandle(): never {
  return asm`
        stp   x2, x3, [sp, #16]
        stp   x4, x5, [sp, #32]
        stp   x6, x7, [sp, #48]
        stp   x8, x9, [sp, #64]
        stp   x10, x11, [sp, #80]
        stp   x12, x13, [sp, #96]
        stp   x14, x15, [sp, #112]
        stp   x16, x17, [sp, #128]
        stp   x18, x19, [sp, #144]
        stp   x20, x21, [sp, #160]
        stp   x22, x23, [sp, #176]
        stp   x24, x25, [sp, #192]
        stp   x26, x27, [sp, #208]
        stp   x28, x29, [sp, #224]
        mrs   x1, SP_EL0
        stp   x30, x1, [sp, #240]
        mrs   x2, ELR_EL1
        mrs   x3, SPSR_EL1
        stp   x2, x3, [sp, #256]
        mrs   x4, ESR_EL1
        mrs   x5, FAR_EL1
        stp   x4, x5, [sp, #272]
        mrs   x4, FPCR
        mrs   x5, FPSR
        stp   x4, x5, [sp, #288]
        stp   q0, q1, [sp, #304]
        stp   q2, q3, [sp, #336]
        stp   q4, q5, [sp, #368]
        stp   q6, q7, [sp, #400]
        stp   q8, q9, [sp, #432]
        stp   q10, q11, [sp, #464]
        stp   q12, q13, [sp, #496]
        stp   q14, q15, [sp, #528]
        stp   q16, q17, [sp, #560]
        stp   q18, q19, [sp, #592]
        stp   q20, q21, [sp, #624]
        stp   q22, q23, [sp, #656]
        stp   q24, q25, [sp, #688]
        stp   q26, q27, [sp, #720]
        stp   q28, q29, [sp, #752]
        stp   q30, q31, [sp, #784]
        add   x6, sp, #816
        stp   x29, x2, [x6]
        mov   x29, x6
        mov   x1, x0
        mov   x0, sp
        adrp  x18, ${symbol("link/exception-stack")}
        add   x6, x18, #2, lsl #12
        cmp   sp, x6
        csel  x18, x18, x6, lo
        add   x18, x18, #1024               // calls stop here: a panic wants some of it too
        mov   x28, #(1 << 53)
        bl    ${handleException}
        b     ${restore}
  `;
}

/** SP: the frame. */
function restore(): never {
  return asm`
        ldp   q0, q1, [sp, #304]
        ldp   q2, q3, [sp, #336]
        ldp   q4, q5, [sp, #368]
        ldp   q6, q7, [sp, #400]
        ldp   q8, q9, [sp, #432]
        ldp   q10, q11, [sp, #464]
        ldp   q12, q13, [sp, #496]
        ldp   q14, q15, [sp, #528]
        ldp   q16, q17, [sp, #560]
        ldp   q18, q19, [sp, #592]
        ldp   q20, q21, [sp, #624]
        ldp   q22, q23, [sp, #656]
        ldp   q24, q25, [sp, #688]
        ldp   q26, q27, [sp, #720]
        ldp   q28, q29, [sp, #752]
        ldp   q30, q31, [sp, #784]
        ldp   x4, x5, [sp, #288]
        msr   FPCR, x4
        msr   FPSR, x5
        ldp   x2, x3, [sp, #256]
        msr   ELR_EL1, x2
        msr   SPSR_EL1, x3
        ldp   x30, x1, [sp, #240]
        msr   SP_EL0, x1
        ldp   x28, x29, [sp, #224]
        ldp   x26, x27, [sp, #208]
        ldp   x24, x25, [sp, #192]
        ldp   x22, x23, [sp, #176]
        ldp   x20, x21, [sp, #160]
        ldp   x18, x19, [sp, #144]
        ldp   x16, x17, [sp, #128]
        ldp   x14, x15, [sp, #112]
        ldp   x12, x13, [sp, #96]
        ldp   x10, x11, [sp, #80]
        ldp   x8, x9, [sp, #64]
        ldp   x6, x7, [sp, #48]
        ldp   x4, x5, [sp, #32]
        ldp   x2, x3, [sp, #16]
        ldp   x0, x1, [sp]
        add   sp, sp, #832
        eret
  `;
}
