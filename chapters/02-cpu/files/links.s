// A list of three numbers, linked; and a loop that clears an array beside it, once too often.

        .global _start
_start: adr   x0, array
        mov   x1, #5            // the array has four
clear:  str   xzr, [x0], #8
        subs  x1, x1, #1
        b.ne  clear

        adr   x0, first         // now add the numbers up
        mov   x2, #0
add:    ldr   x3, [x0, #8]
        add   x2, x2, x3
        ldr   x0, [x0]          // to the next
        tbnz  x0, #0, done      // an odd address ends the list
        b     add
done:   brk   #0

        .balign 16
array:  .xword 9, 9, 9, 9
first:  .xword second, 1
second: .xword third, 20
third:  .xword 1, 300
