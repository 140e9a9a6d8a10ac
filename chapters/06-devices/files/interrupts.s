// Interrupts of every kind, on a GICv2 or a GICv3: the image looks which one there is. "+33" is
// printed when interrupt 33 is acknowledged, "-33" when it ends; in between is what its handler did.
// What is printed is the same for both controllers.

.equ UART,       0x09000000
.equ GICD,       0x08000000
.equ GICC,       0x08010000     // GICv2's CPU interface
.equ GICR,       0x080a0000     // GICv3's redistributor of CPU 0, and behind it its private interrupts
.equ SGI_BASE,   0x080b0000
.equ UART_SPI,   33
.equ TIMER,      27
.equ SYSTEM_OFF, 0x84000008

start:  ldr     x0, =stack_top
        mov     sp, x0
        adr     x0, vectors
        msr     VBAR_EL1, x0
        isb
        ldr     x27, =UART
        ldr     x26, =GICD
        mov     x25, x26                // where the private interrupts' registers are
        mrs     x0, ID_AA64PFR0_EL1
        ubfx    x28, x0, #24, #4        // GIC: 0 is a GICv2, 1 a GICv3
        mov     w0, #3
        str     w0, [x26]               // GICD_CTLR: both groups
        cbnz    x28, three

        ldr     x24, =GICC
        mov     w0, #0xff
        str     w0, [x24, #4]           // GICC_PMR
        mov     w0, #1
        str     w0, [x24]               // GICC_CTLR: group 0, where everything is
        mov     w0, #1
        ldr     x1, =GICD + 0x800 + UART_SPI
        strb    w0, [x1]                // GICD_ITARGETSR: CPU 0
        b       both

three:  ldr     x0, =GICR
        str     wzr, [x0, #0x14]        // GICR_WAKER: up
        ldr     x25, =SGI_BASE
        mov     w0, #-1
        str     w0, [x25, #0x80]        // GICR_IGROUPR0: group 1
        str     w0, [x26, #0x84]        // GICD_IGROUPR1
        mov     x0, #0xff
        msr     ICC_PMR_EL1, x0
        mov     x0, #1
        msr     ICC_IGRPEN1_EL1, x0
        isb

both:   mov     w0, #0xffff
        orr     w0, w0, #1 << TIMER
        str     w0, [x25, #0x100]       // ISENABLER0
        mov     w0, #1 << (UART_SPI - 32)
        str     w0, [x26, #0x104]       // GICD_ISENABLER1
        // Priorities: SGI 1 and 4 alike, SGI 2 more urgent than both, SGI 3 most urgent of all.
        ldr     w0, =0x20408080
        str     w0, [x25, #0x400]       // SGI 3, 2, 1, 0
        mov     w0, #0x80
        str     w0, [x25, #0x404]       // SGI 4

        adr     x0, one
        bl      print
        msr     DAIFClr, #2
        mov     x0, #0
        bl      send
        bl      line

        adr     x0, two                 // Its handler sends 2, which preempts it, and 4, which waits.
        bl      print
        mov     x0, #1
        bl      send
        bl      line

        adr     x0, mask
        bl      print
        mov     x0, #0x40
        bl      set_mask
        mov     x0, #2
        bl      send                    // Of priority 0x40, which is not less than 0x40.
        mov     x0, #3
        bl      send                    // 0x20 is.
        mov     w0, #'.'
        str     w0, [x27]
        mov     x0, #0xff
        bl      set_mask
        bl      line

        adr     x0, uart                // UARTIMSC.TXIM: something was sent, and so it asks.
        bl      print
        mov     w0, #0x301
        str     w0, [x27, #0x30]
        mov     w0, #1 << 5
        str     w0, [x27, #0x38]
        bl      line

        adr     x0, level               // The count has passed 0, and so the timer asks.
        bl      print
        mov     x0, #1
        msr     CNTV_CVAL_EL0, xzr
        msr     CNTV_CTL_EL0, x0
        isb
        bl      line

        adr     x0, edge                // The same line, by its edge: it comes once.
        bl      print
        mov     w0, #0x800000
        str     w0, [x25, #0xc04]       // ICFGR1: interrupt 27
        mov     x0, #1
        msr     CNTV_CTL_EL0, x0
        isb
        bl      line
        msr     CNTV_CTL_EL0, xzr

        adr     x0, none
        bl      print
        bl      acknowledge
        bl      number
        bl      line
        ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

// X0: the INTID of an SGI, for this CPU.
send:   cbnz    x28, send_3
        orr     w0, w0, #0x2000000      // TargetListFilter: the writer itself
        str     w0, [x26, #0xf00]       // GICD_SGIR
        b       sent
send_3: lsl     x0, x0, #24
        orr     x0, x0, #1              // TargetList: Aff0 = 0
        msr     ICC_SGI1R_EL1, x0
sent:   dsb     sy
        isb
        ret

set_mask:
        cbnz    x28, mask_3
        str     w0, [x24, #4]           // GICC_PMR
        ret
mask_3: msr     ICC_PMR_EL1, x0
        isb
        ret

acknowledge:
        cbnz    x28, ack_3
        ldr     w0, [x24, #0xc]         // GICC_IAR
        ret
ack_3:  mrs     x0, ICC_IAR1_EL1
        ret

// X0: what acknowledge said.
finish: cbnz    x28, eoi_3
        str     w0, [x24, #0x10]        // GICC_EOIR
        ret
eoi_3:  msr     ICC_EOIR1_EL1, x0
        isb
        ret

irq:    stp     x0, x1, [sp, #-96]!
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x19, x30, [sp, #48]
        mrs     x0, ELR_EL1
        mrs     x1, SPSR_EL1
        stp     x0, x1, [sp, #64]
        bl      acknowledge
        mov     x19, x0
        mov     w1, #'+'
        str     w1, [x27]
        bl      number
        cmp     x19, #1
        b.eq    nests
        cmp     x19, #TIMER
        b.eq    fired
        cmp     x19, #UART_SPI
        b.eq    ready
over:   mov     w1, #'-'
        str     w1, [x27]
        mov     x0, x19
        bl      number
        mov     x0, x19
        bl      finish
        ldp     x0, x1, [sp, #64]
        msr     ELR_EL1, x0
        msr     SPSR_EL1, x1
        ldp     x19, x30, [sp, #48]
        ldp     x4, x5, [sp, #32]
        ldp     x2, x3, [sp, #16]
        ldp     x0, x1, [sp], #96
        eret

nests:  msr     DAIFClr, #2             // From here on it can be preempted.
        mov     x0, #4
        bl      send
        mov     x0, #2
        bl      send
        msr     DAIFSet, #2
        b       over

// The first time, and the third, its cause is left as it is: the line stays high.
fired:  adr     x0, times
        ldr     w1, [x0]
        add     w1, w1, #1
        str     w1, [x0]
        tbnz    w1, #0, over
        msr     CNTV_CTL_EL0, xzr       // The line goes down.
        isb
        b       over

ready:  str     wzr, [x27, #0x38]       // UARTIMSC: it asks no more.
        b       over

// X0: at most 1023, in decimal, and a space.
number: mov     x1, #1000
        mov     x2, #0                  // whether a digit has been printed
        mov     x5, #10
digit:  udiv    x3, x0, x1
        msub    x0, x3, x1, x0
        orr     x2, x2, x3
        cmp     x1, #1
        b.eq    put
        cbz     x2, skip
put:    add     w3, w3, #'0'
        str     w3, [x27]
skip:   udiv    x1, x1, x5
        cbnz    x1, digit
        mov     w3, #' '
        str     w3, [x27]
        ret

print:  ldrb    w1, [x0], #1
        cbz     w1, printed
        str     w1, [x27]
        b       print
printed: ret

line:   mov     w0, #'\r'
        str     w0, [x27]
        mov     w0, #'\n'
        str     w0, [x27]
        ret

one:    .asciz  "an SGI: "
two:    .asciz  "nested: "
mask:   .asciz  "masked: "
uart:   .asciz  "device: "
level:  .asciz  "level:  "
edge:   .asciz  "edge:   "
none:   .asciz  "none:   "
.balign 4
times:  .word   0

.balign 2048
vectors:
.zero 0x280
        b       irq
.balign 2048
.zero 2048
stack_top:
