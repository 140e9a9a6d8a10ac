import { begin, enter, mmuOn, tables } from "./pieces";

/** A program hands the kernel a pointer to nowhere; the kernel faults in its handler, and survives. */
export const nestedFault = `        .equ  NOWHERE, 0x1c000
${begin}${mmuOn}${enter}
program: mov  x0, #NOWHERE  // EL0 begins
        svc   #0  // x0 = [x0], please
        mov   x4, x0
        svc   #1  // the end, please

        .balign 2048
vectors: .zero 0x200
        // + 0x200: synchronous, from EL1 itself
        adr   x1, failed
        msr   ELR_EL1, x1  // not back to the load
        eret

        .balign 128
        .zero 0x180
        // + 0x400: synchronous, from EL0
        mrs   x1, ESR_EL1
        tbnz  x1, #0, end  // SVC #1
        mrs   x2, ELR_EL1  // a second exception
        mrs   x3, SPSR_EL1  // overwrites both
        stp   x2, x3, [sp, #-16]!
        ldtr  x0, [x0]  // with EL0's rights
back:   ldp   x2, x3, [sp], #16
        msr   ELR_EL1, x2
        msr   SPSR_EL1, x3
        eret
failed: mov   x0, #-14  // EFAULT
        b     back
end:    wfi
        b     end

${tables}`;
