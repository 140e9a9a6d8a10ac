// Integer arithmetic in a loop: a linear congruential generator, its bits folded, its parity counted.
        mov     x0, #0
        mov     x1, #1
        ldr     x2, =6364136223846793005
        ldr     x3, =1442695040888963407
loop:   madd    x1, x1, x2, x3
        eor     x4, x1, x1, lsr #32
        ror     x4, x4, #7
        add     x4, x4, x1, lsl #3
        ubfx    x5, x4, #5, #12
        tst     x5, #1
        cinc    x0, x0, ne
        subs    x19, x19, #1
        b.ne    loop
        and     x0, x0, #0xff
        mov     x8, #93
        svc     #0
