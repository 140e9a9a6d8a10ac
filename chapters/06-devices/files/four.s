// Four CPUs, one after the other, by a message each. The first has the firmware switch the others on
// (PSCI's CPU_ON). Each sets up its own CPU interface and sleeps; CPU 0 sends a software generated
// interrupt to CPU 1, which says so and sends one to CPU 2, and so around, three times.

.equ GICD,       0x08000000
.equ GICC,       0x08010000
.equ UART,       0x09000000
.equ GICD_SGIR,  0xf00
.equ CPU_ON,     0xc4000003
.equ SYSTEM_OFF, 0x84000008
.equ CPUS,       4
.equ ROUNDS,     3

start:  ldr     x20, =GICD
        mov     w0, #1
        str     w0, [x20]               // GICD_CTLR, once for all
        mov     x19, #1
on:     ldr     x0, =CPU_ON
        mov     x1, x19                 // who: the affinity in its MPIDR_EL1
        adr     x2, begin               // where
        mov     x3, x19                 // its X0
        hvc     #0
        add     x19, x19, #1
        cmp     x19, #CPUS
        b.ne    on
        mov     x0, xzr

begin:  mov     x28, x0                 // who am I?
        adr     x0, vectors
        msr     VBAR_EL1, x0
        isb
        ldr     x20, =GICD
        ldr     x21, =GICC
        ldr     x22, =UART
        mov     w0, #1
        str     w0, [x20, #0x100]       // GICD_ISENABLER0, this CPU's: SGI 0
        mov     w0, #0xf0
        str     w0, [x21, #4]           // GICC_PMR
        mov     w0, #1
        str     w0, [x21]               // GICC_CTLR
        // One more is ready. CPU 0 waits for all of them, and begins.
        adr     x0, ready
more:   ldaxr   w1, [x0]
        add     w1, w1, #1
        stlxr   w2, w1, [x0]
        cbnz    w2, more
        cbnz    x28, sleeps
all:    ldar    w1, [x0]
        cmp     w1, #CPUS
        b.ne    all
        mov     x27, #ROUNDS
        bl      pass

sleeps: msr     DAIFClr, #2
sleep:  wfi
        b       sleep

// To the next: bits 23 to 16 of GICD_SGIR say which CPUs, bits 3 to 0 which of the sixteen.
pass:   add     x0, x28, #1
        and     x0, x0, #(CPUS - 1)
        mov     w1, #0x10000
        lsl     w1, w1, w0
        str     w1, [x20, #GICD_SGIR]
        ret

irq:    ldr     w26, [x21, #0x0c]       // GICC_IAR: bits 12 to 10 are who sent it
        and     w0, w26, #0x3ff
        cbnz    w0, over
        adr     x1, heard
        lsr     w25, w26, #10
        add     w0, w28, #'0'
        strb    w0, [x1, #4]
        add     w0, w25, #'0'
        strb    w0, [x1, #19]
say:    ldrb    w0, [x1], #1
        cbz     w0, said
        str     w0, [x22]
        b       say
said:   str     w26, [x21, #0x10]       // GICC_EOIR, with the sender, as it was read
        cbnz    x28, on_it
        subs    x27, x27, #1
        b.eq    off
on_it:  bl      pass
over:   eret

off:    ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

.balign 4
ready:  .word   0
heard:  .asciz  "CPU ? hears of CPU ?\r\n"

.balign 2048
vectors:
.zero 0x280
        b       irq
