// Code and data in turn: the assembler marks where each begins with mapping symbols, $x and $d.
.text
.globl foo
foo:
 nop
 adr x0, foo
 adrp x0, foo
 b foo
 bl bar
bar:
 nop
bar2:
 ldr x0, .+8
 .word 0x12345678
 nop
 .short 0x1234
 .byte 1
 .byte 0x41
 .ascii "hello world, this is data\n"
 .balign 4
 adrp x1, .+0x3000
 .fill 16, 1, 0
 .inst 0xffffffff
 b.eq .+0x1000
 ldrsw x0, .+16
 prfm pldl1keep, .+16
 ldr q0, .+16
 ldr s0, .-16
