import { begin, enter, mmuOn, tables } from "./pieces";

/** A load from a page that is not there; the kernel maps it, and the load is executed again. */
export const pageFault = `        .equ  PAGE, 0x1c000  // nothing is there
${begin}${mmuOn}${enter}
program: mov  x1, #PAGE  // EL0 begins
        mov   x2, #1
        ldr   x0, [x1]  // executed twice
        add   x0, x0, x2
        svc   #0  // the end, please

        .balign 2048
vectors: .zero 0x400  // from EL1: none comes
        // + 0x400: synchronous, from EL0
        stp   x0, x1, [sp, #-16]!
        mrs   x0, ESR_EL1
        lsr   x0, x0, #26  // EC
        cmp   x0, #0x24  // a data abort from EL0?
        b.ne  end
        mrs   x0, FAR_EL1
        lsr   x0, x0, #12  // the page's number
        adr   x1, level_3
        add   x0, x1, x0, lsl #3  // its entry
        ldr   x1, =frame + 0x60000000000747
        str   x1, [x0]  // EL0's, to read and write
        dsb   ishst  // before anybody walks
        isb
        ldp   x0, x1, [sp], #16
        eret  // to the load
end:    wfi
        b     end

${tables}frame:  .quad 41
`;
