// Eleven bytes for a console. The program asks before each whether there is room, prints it, and has
// the machine switched off. A flat binary for QEMU's `virt` board, and for ours.

.equ UARTDR,     0x09000000     // the PL011's data register
.equ UARTFR,     0x018          // its flags, from there
.equ TXFF,       5              // the transmit FIFO is full
.equ SYSTEM_OFF, 0x84000008

        adr     x1, text
        ldr     x2, =UARTDR
next:   ldrb    w0, [x1], #1
        cbz     w0, off
full:   ldr     w3, [x2, #UARTFR]
        tbnz    w3, #TXFF, full
        str     w0, [x2]
        b       next
off:    ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

text:   .asciz  "Hello, bus\n"
