// A program with a mistake on its fifth line.
start:  mov     x0, #0
loop:   add     x0, x0, #1
        cmp     x0, #10
        b.net   loop
        ret
