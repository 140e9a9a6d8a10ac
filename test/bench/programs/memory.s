// Memory: 4 KiB are copied by pairs of registers, then summed byte by byte backwards.
        ldr     x20, =data
        add     x21, x20, #1, lsl #12
again:  mov     x0, x20
        mov     x1, x21
        mov     x2, #128
copy:   ldp     x3, x4, [x0], #32
        ldp     x5, x6, [x0, #-16]
        add     x3, x3, #1
        stp     x4, x3, [x1], #32
        stp     x6, x5, [x1, #-16]
        subs    x2, x2, #1
        b.ne    copy
        mov     x2, #256
        mov     x0, #0
bytes:  sub     x2, x2, #1
        ldrb    w3, [x21, x2]
        add     x0, x0, x3
        strb    w3, [x20, x2]
        cbnz    x2, bytes
        subs    x19, x19, #1
        b.ne    again
        and     x0, x0, #0xff
        mov     x8, #93
        svc     #0
