import { begin } from "./pieces";

/** A kernel that has a program executed one instruction at a time. */
export const step = `${begin}        msr   OSLAR_EL1, xzr  // unlocks the debug registers
        mov   x0, #1
        msr   MDSCR_EL1, x0  // SS: software step
        adr   x0, program
        msr   ELR_EL1, x0
        mov   x0, #0x200000  // EL0, and SS: one, please
        msr   SPSR_EL1, x0
        eret

program: mov  x0, #1  // EL0 begins
        add   x0, x0, x0
        cmp   x0, #2
        b.eq  even
        mov   x0, #0
even:   svc   #0  // the end, please

        .balign 2048
vectors: .zero 0x400  // from EL1: none comes
        // + 0x400: synchronous, from EL0
        str   x1, [sp, #-16]!
        mrs   x1, ESR_EL1
        lsr   x1, x1, #26  // EC
        cmp   x1, #0x32  // a step of EL0?
        b.ne  end
        mrs   x1, SPSR_EL1
        orr   x1, x1, #0x200000  // SS: one more
        msr   SPSR_EL1, x1
        ldr   x1, [sp], #16
        eret
end:    wfi
        b     end
`;
