import { begin, enter } from "./pieces";

/** A program that counts, a kernel that it calls, and a device that wants something now and then. */
export const interrupt = `        .equ  DEVICE, 0x9000000  // a store there answers it
${begin}${enter}
program: mov  x0, #0  // EL0 begins
count:  add   x0, x0, #1
        tst   x0, #3
        b.ne  count
        svc   #0  // every fourth time
        b     count

        .balign 2048
vectors: .zero 0x400  // from EL1: none comes
        // + 0x400: synchronous, from EL0
        stp   x1, x2, [sp, #-16]!
        adr   x1, calls
        ldr   x2, [x1]
        add   x2, x2, #1
        str   x2, [x1]
        ldp   x1, x2, [sp], #16
        eret

        .balign 128
        // + 0x480: IRQ, from EL0
        stp   x1, x2, [sp, #-16]!
        mov   x1, #DEVICE
        str   wzr, [x1]  // it lets go of the line
        adr   x1, presses
        ldr   x2, [x1]
        add   x2, x2, #1
        str   x2, [x1]
        ldp   x1, x2, [sp], #16
        eret

        .balign 8
calls:  .quad 0
presses: .quad 0
`;
