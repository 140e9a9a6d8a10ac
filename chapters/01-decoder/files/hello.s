// hello: says so, and leaves with the number of ones in its own first instruction as its exit status.
// hello, the file beside this one, is what LLVM makes of it:
//
//   llvm-mc -triple=aarch64 -filetype=obj hello.s -o hello.o && ld.lld --no-relax -z max-page-size=4096 -o hello hello.o
        .text
        .globl  _start
_start: adrp    x1, message
        add     x1, x1, :lo12:message
        mov     x0, x1
        bl      length
        mov     x2, x0
        mov     x0, #1                          // standard output
        mov     x8, #64                         // write
        svc     #0
        adr     x0, _start
        ldr     w0, [x0]
        bl      ones
        mov     x8, #93                         // exit
        svc     #0

// length(x0: where a string starts) -> x0: how many bytes stand before its zero
        .globl  length
        .type   length, %function
length: mov     x1, x0
1:      ldrb    w2, [x0], #1
        cbnz    w2, 1b
        sub     x0, x0, x1
        sub     x0, x0, #1
        ret

// ones(x0) -> x0: how many of its bits are one. Neighbours are added up: bits, pairs, nibbles, bytes.
        .globl  ones
        .type   ones, %function
ones:   and     x1, x0, #0xaaaaaaaaaaaaaaaa
        sub     x0, x0, x1, lsr #1
        and     x1, x0, #0x3333333333333333
        lsr     x0, x0, #2
        and     x0, x0, #0x3333333333333333
        add     x0, x0, x1
        add     x0, x0, x0, lsr #4
        and     x0, x0, #0x0f0f0f0f0f0f0f0f
        mov     x1, #0x0101010101010101
        mul     x0, x0, x1
        lsr     x0, x0, #56
        ret

        .section .rodata
message:
        .asciz  "hello from the first opcode\n"
