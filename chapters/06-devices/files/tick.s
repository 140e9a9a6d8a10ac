// A clock. The generic timer interrupts twice a second; each time the handler sets it on to half a
// second later, and says how often it has come and what the real-time clock reads, in seconds since
// 1970. It switches the machine off behind the tenth.

.equ GICD,       0x08000000
.equ GICC,       0x08010000
.equ UART,       0x09000000
.equ RTCDR,      0x09010000
.equ TIMER,      27             // the virtual timer's private interrupt
.equ SYSTEM_OFF, 0x84000008

start:  ldr     x0, =stack_top
        mov     sp, x0
        adr     x0, vectors
        msr     VBAR_EL1, x0
        isb

        ldr     x20, =GICD
        mov     w0, #1
        str     w0, [x20]               // GICD_CTLR
        mov     w0, #0xa0
        strb    w0, [x20, #0x400 + TIMER]
        mov     w0, #1 << TIMER
        str     w0, [x20, #0x100]       // GICD_ISENABLER0
        ldr     x21, =GICC
        mov     w0, #0xf0
        str     w0, [x21, #4]           // GICC_PMR
        mov     w0, #1
        str     w0, [x21]               // GICC_CTLR

        ldr     x22, =UART
        ldr     x23, =RTCDR
        mrs     x24, CNTFRQ_EL0
        lsr     x24, x24, #1            // ticks of half a second
        mrs     x25, CNTVCT_EL0
        mov     x26, xzr                // how often it has come
        bl      later
        mov     x0, #1
        msr     CNTV_CTL_EL0, x0        // on, and not masked
        msr     DAIFClr, #2

sleep:  wfi
        b       sleep

// From when it should have fired, not from now: so it does not fall behind.
later:  add     x25, x25, x24
        msr     CNTV_CVAL_EL0, x25
        isb
        ret

irq:    ldr     w27, [x21, #0x0c]       // GICC_IAR
        cmp     w27, #TIMER
        b.ne    over
        bl      later                   // its line goes low
        add     x26, x26, #1
        mov     x0, x26
        bl      decimal
        mov     w0, #' '
        str     w0, [x22]
        ldr     w0, [x23]
        bl      decimal
        mov     w0, #'\r'
        str     w0, [x22]
        mov     w0, #'\n'
        str     w0, [x22]
        str     w27, [x21, #0x10]       // GICC_EOIR
        cmp     x26, #10
        b.eq    off
over:   eret

off:    ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

decimal:                                // X0, as digits
        adr     x1, digits_end
        mov     x2, #10
digit:  udiv    x3, x0, x2
        msub    x4, x3, x2, x0
        add     w4, w4, #'0'
        strb    w4, [x1, #-1]!
        mov     x0, x3
        cbnz    x0, digit
        adr     x2, digits_end
show:   ldrb    w0, [x1], #1
        str     w0, [x22]
        cmp     x1, x2
        b.ne    show
        ret

.balign 2048
vectors:
.zero 0x280
        b       irq

.balign 16
.zero 24
digits_end:
.balign 16
.zero 1024
stack_top:
