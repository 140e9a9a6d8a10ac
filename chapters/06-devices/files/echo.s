// A console that sleeps. Nobody asks whether a key has been pressed: the UART interrupts, and the
// handler reads all that has come, and prints it, letters as capitals. Between two keys the CPU
// executes nothing. Ctrl-D switches the machine off.

.equ GICD,       0x08000000     // the distributor
.equ GICC,       0x08010000     // the CPU interface
.equ UART,       0x09000000
.equ UARTFR,     0x018
.equ UARTCR,     0x030
.equ UARTIMSC,   0x038
.equ SERIAL,     33             // the UART's interrupt: SPI 1
.equ SYSTEM_OFF, 0x84000008

start:  ldr     x0, =stack_top
        mov     sp, x0
        adr     x0, vectors
        msr     VBAR_EL1, x0
        isb

        ldr     x20, =GICD
        mov     w0, #1
        str     w0, [x20]               // GICD_CTLR: on
        mov     w0, #0xa0
        strb    w0, [x20, #0x400 + SERIAL]      // GICD_IPRIORITYR
        mov     w0, #1
        strb    w0, [x20, #0x800 + SERIAL]      // GICD_ITARGETSR: CPU 0
        mov     w0, #2
        str     w0, [x20, #0x104]       // GICD_ISENABLER1: bit 1 is 33
        ldr     x21, =GICC
        mov     w0, #0xf0
        str     w0, [x21, #4]           // GICC_PMR: all but the least urgent
        mov     w0, #1
        str     w0, [x21]               // GICC_CTLR: on

        ldr     x22, =UART
        ldr     w0, =0x301              // transmit, receive, on
        str     w0, [x22, #UARTCR]
        mov     w0, #0x50               // the receive interrupts
        str     w0, [x22, #UARTIMSC]
        adr     x0, prompt
        bl      print
        msr     DAIFClr, #2

sleep:  wfi
        b       sleep

// An IRQ, on SP_EL1. What sleeps above has nothing in registers that it needs.
irq:    ldr     w23, [x21, #0x0c]       // GICC_IAR: who is it?
        cmp     w23, #SERIAL
        b.ne    over
again:  ldr     w0, [x22, #UARTFR]
        tbnz    w0, #4, served          // RXFE: nothing more has come
        ldr     w0, [x22]
        and     w0, w0, #0xff
        cmp     w0, #4                  // Ctrl-D
        b.eq    off
        cmp     w0, #'\r'
        b.ne    letter
        mov     w1, #'\n'
        str     w1, [x22]
letter: sub     w1, w0, #'a'
        cmp     w1, #25
        b.hi    plain
        sub     w0, w0, #32
plain:  str     w0, [x22]
        b       again
served: str     w23, [x21, #0x10]       // GICC_EOIR: it is over
over:   eret

off:    adr     x0, goodbye
        bl      print
        ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

print:  ldrb    w1, [x0], #1            // X0: text that ends with a zero
        cbz     w1, done
        str     w1, [x22]
        b       print
done:   ret

prompt:  .asciz "Type. Ctrl-D ends it.\r\n"
goodbye: .asciz "\r\nOff.\r\n"

.balign 2048
vectors:
.zero 0x280                             // to EL1's with its own stack: IRQ
        b       irq

.balign 16
.zero 1024
stack_top:
