/* One of everything that the assembler's own grammar knows; the instructions are few on purpose. */
        .text
        .globl  table_end
        .equ    STDOUT, 1
        .set    SIZE, message_end - message   // a forward reference, resolved in the second pass
_start: mov     x0, #STDOUT
        adr     x1, message
        mov     x2, #13
        add     x3, x1, #(2 + 3) * 4 - 1
        and     x4, x3, #~0xf
        b.cs    1f
        cbnz    w5, _start
1:      b       1b
        tbz     x7, #63, done
        ldr     x6, =0x123456789abcdef0
        ldr     w7, =0xcafecafe
        ldr     x8, =0x123456789abcdef0
        ldr     x9, table
        adrp    x10, _start
done:   ret
        .ltorg
        .balign 16
table:  .xword  table_end - table, -1
        .word   'A', 0b101, 017, 0xffffffff
        .hword  1, 2, -3
        .byte   1, 2, 3, 255, -128
table_end:
        .align  2
message:
        .ascii  "hello, world\n"
message_end:
        .asciz  "tab\there", "\"quoted\"\\"
        .space  3, 0x7f
        .byte   1 << 4 | 1, 7 & ~2 ^ 1, 100 % 7
