// Calls: Fibonacci numbers, the slow way. Each call has a frame.
again:  mov     x0, #12
        bl      fib
        subs    x19, x19, #1
        b.ne    again
        and     x0, x0, #0xff
        mov     x8, #93
        svc     #0
fib:    cmp     x0, #2
        b.lt    leaf
        stp     x29, x30, [sp, #-32]!
        mov     x29, sp
        stp     x20, x21, [sp, #16]
        mov     x20, x0
        sub     x0, x0, #1
        bl      fib
        mov     x21, x0
        sub     x0, x20, #2
        bl      fib
        add     x0, x0, x21
        ldp     x20, x21, [sp, #16]
        ldp     x29, x30, [sp], #32
leaf:   ret
