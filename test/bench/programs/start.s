// Stands before each program: x19 is the decimal number in its first argument, how often to go round.
        ldr     x1, [sp, #16]
        mov     x19, #0
        mov     x3, #10
1:      ldrb    w2, [x1], #1
        cbz     w2, 2f
        sub     w2, w2, #'0'
        madd    x19, x19, x3, x2
        b       1b
2:
