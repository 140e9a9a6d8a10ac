// Exceptions of nearly every synchronous kind on a machine of two levels, made at EL1 and at EL0,
// caught, and printed: an image for the bare metal of QEMU's `virt` board, and of ours. Each line is
// a case, the vector that it came to, ESR_EL1, ELR_EL1, SPSR_EL1, and FAR_EL1 where it has been
// written.
//
// The image is a flat binary at 0x4008_0000, entered at EL1 with the MMU off. RAM's first 2 MiB are
// mapped three times: for EL1 where they are; at +2 MiB for EL0, to be read and executed; at +4 MiB
// for EL0, to be read and written. At +8 MiB there is a page that is read-only for all, and one whose
// access flag is clear; at +10 MiB there is nothing.

.equ UARTDR,    0x09000000
.equ SYSTEM_OFF, 0x84000008
.equ EL0_CODE,  0x200000
.equ EL0_DATA,  0x400000
.equ READ_ONLY, 0x40800000
.equ UNUSED,    0x40801000
.equ NOWHERE,   0x40a00000

start:
        ldr     x0, =stack_top
        mov     sp, x0
        adr     x0, vectors
        msr     VBAR_EL1, x0
        mov     x0, #0x300000           // CPACR_EL1.FPEN: no trap
        msr     CPACR_EL1, x0
        adr     x0, greeting
        bl      print

        // The MMU: 4 KiB granule, 39 bits, TTBR0 only.
        ldr     x0, =0xff00             // Attribute 0: Device-nGnRnE; 1: Normal, write-back
        msr     MAIR_EL1, x0
        ldr     x0, =0x100803519        // T0SZ 25, EPD1, inner shareable, write-back, IPS 36 bits
        msr     TCR_EL1, x0
        adr     x0, level_1
        msr     TTBR0_EL1, x0
        isb
        tlbi    vmalle1
        dsb     sy
        mrs     x0, SCTLR_EL1
        orr     x0, x0, #1              // M
        mov     x1, #0x18               // SA, SA0
        orr     x0, x0, x1
        mov     x1, #0x50000            // nTWI, nTWE: do not trap
        bic     x0, x0, x1
        msr     SCTLR_EL1, x0
        isb

// The cases, one after the other. X19 is the next.
        adr     x19, cases
next:
        ldr     x0, [x19]
        cbz     x0, done
        // A case is a name, an address, a SPSR, and what X0 is.
        bl      print
        msr     FAR_EL1, xzr
        ldp     x1, x2, [x19, #8]
        ldr     x0, [x19, #24]
        add     x19, x19, #32
        ldr     x3, =stack_top + EL0_DATA
        msr     SP_EL0, x3
        msr     ELR_EL1, x1
        msr     SPSR_EL1, x2
        eret

done:
        adr     x0, goodbye
        bl      print
        ldr     x0, =SYSTEM_OFF
        hvc     #0
        b       .

// An exception: X30 says by which vector. What a case leaves in other registers does not matter.
caught:
        mrs     x0, ESR_EL1
        lsr     x1, x0, #26
        cmp     x1, #0x15               // SVC #1 is answered: X0 is negated, and it goes on.
        b.ne    report
        and     x1, x0, #0xffff
        cmp     x1, #1
        b.ne    report
        neg     x18, x18
        eret

report:
        ldr     x1, =stack_top
        mov     sp, x1
        adr     x1, vectors
        sub     x0, x30, x1
        and     x0, x0, #0x780
        bl      print_hex
        adr     x0, esr_text
        bl      print
        mrs     x0, ESR_EL1
        bl      print_hex
        adr     x0, elr_text
        bl      print
        mrs     x0, ELR_EL1
        bl      print_hex
        adr     x0, spsr_text
        bl      print
        mrs     x0, SPSR_EL1
        bl      print_hex
        mrs     x0, FAR_EL1
        cbz     x0, no_far
        adr     x0, far_text
        bl      print
        mrs     x0, FAR_EL1
        bl      print_hex
no_far:
        adr     x0, x18_text
        cbz     x18, no_x18
        bl      print
        mov     x0, x18
        bl      print_hex
no_x18:
        mov     x18, xzr
        msr     PAN, #0
        msr     MDSCR_EL1, xzr
        msr     DBGBCR0_EL1, xzr
        msr     DBGWCR0_EL1, xzr
        mov     w0, #'\n'
        bl      print_byte
        // What a case may have switched on is switched off.
        mrs     x0, SCTLR_EL1
        mov     x1, #0x2                // A
        bic     x0, x0, x1
        msr     SCTLR_EL1, x0
        mov     x0, #0x300000
        msr     CPACR_EL1, x0
        isb
        b       next

print_byte:
        ldr     x1, =UARTDR
        str     w0, [x1]
        ret

print:                                  // X0: text that ends with a zero
        ldr     x1, =UARTDR
print_next:
        ldrb    w2, [x0], #1
        cbz     w2, printed
        str     w2, [x1]
        b       print_next
printed:
        ret

print_hex:                              // X0, without leading zeros
        ldr     x1, =UARTDR
        mov     w2, #'0'
        str     w2, [x1]
        mov     w2, #'x'
        str     w2, [x1]
        mov     x3, #60
        mov     x5, xzr
hex_next:
        lsr     x2, x0, x3
        and     x2, x2, #15
        orr     x5, x5, x2
        cbz     x3, hex_digit
        cbz     x5, hex_skip
hex_digit:
        cmp     x2, #10
        add     x4, x2, #'0'
        add     x2, x2, #('a' - 10)
        csel    x2, x4, x2, lo
        str     w2, [x1]
hex_skip:
        subs    x3, x3, #4
        b.pl    hex_next
        ret

// What the cases do. Those for EL0 are executed where it sees them, at EL0_CODE from here.
c_svc:          svc     #42
c_answered:     mov     x18, #5
                svc     #1
                svc     #2
c_brk:          brk     #7
c_hvc:          hvc     #0x77
c_smc:          smc     #1
c_undefined:    udf     #0
c_gate:         mrs     x5, CNTVCT_EL0
                brk     #0x100
c_clean:        dc      cvau, x0
                brk     #0x101
c_daif:         mrs     x5, DAIF
                brk     #0x102
c_kernels:      mrs     x5, SCTLR_EL1
                brk     #0x103
c_fp_off:       msr     CPACR_EL1, xzr
                isb
c_fp:           fmov    d0, x0
                brk     #0x104
c_load:         ldr     x5, [x0]
                brk     #0x105
c_store:        str     x5, [x0]
                brk     #0x106
c_atomic:       ldadd   x5, x6, [x0]
                brk     #0x107
c_jump:         br      x0
c_unaligned:    mrs     x5, SCTLR_EL1
                orr     x5, x5, #2
                msr     SCTLR_EL1, x5
                isb
                ldr     x5, [x0]
                brk     #0x108
c_ordered:      ldar    x5, [x0]
                brk     #0x109
c_pan:          msr     PAN, #1
                ldr     x5, [x0]
                brk     #0x10b
c_as_el0:       sttr    x5, [x0]
                brk     #0x10c
c_return:       msr     SPSR_EL1, x0
                adr     x5, c_brk
                msr     ELR_EL1, x5
                eret
c_step:         mov     x5, #1                  // MDSCR_EL1.SS
                msr     OSLAR_EL1, xzr
                msr     MDSCR_EL1, x5
                mov     x5, #0x200000
                msr     SPSR_EL1, x5
                ldr     x5, =c_two + EL0_CODE
                msr     ELR_EL1, x5
                eret
c_break:        msr     OSLAR_EL1, xzr
                ldr     x5, =c_two + EL0_CODE + 4
                msr     DBGBVR0_EL1, x5
                mov     x5, #0x1e5              // E, PMC: EL0, BAS: a word
                msr     DBGBCR0_EL1, x5
                b       c_monitored
c_watch:        msr     OSLAR_EL1, xzr
                msr     DBGWVR0_EL1, x0
                mov     x5, #0x1ffd             // E, PAC: EL0, LSC: both, BAS: eight bytes
                msr     DBGWCR0_EL1, x5
c_monitored:    mov     x5, #0x8000             // MDSCR_EL1.MDE
                msr     MDSCR_EL1, x5
                msr     SPSR_EL1, xzr
                ldr     x5, =c_two + EL0_CODE
                msr     ELR_EL1, x5
                isb
                eret
c_two:          mov     x18, #1
                mov     x18, #2
                ldr     x5, [x0]
                brk     #0x10d
c_t:            msr     SPSel, #0
                svc     #3

.balign 8
cases:
// name            where                       SPSR_EL1   X0
.xword n_svc,       c_svc,                      0x3c5, 0
.xword n_svc0,      c_svc + EL0_CODE,           0x000, 0
.xword n_answered,  c_answered,                 0x3c5, 0
.xword n_answered0, c_answered + EL0_CODE,      0x3c0, 0
.xword n_t,         c_t,                        0x3c5, 0
.xword n_brk,       c_brk,                      0x3c5, 0
.xword n_brk0,      c_brk + EL0_CODE,           0xa00003c0, 0
.xword n_hvc0,      c_hvc + EL0_CODE,           0x000, 0
.xword n_smc,       c_smc,                      0x3c5, 0
.xword n_udf,       c_undefined,                0x3c5, 0
.xword n_udf0,      c_undefined + EL0_CODE,     0x3c0, 0
.xword n_gate0,     c_gate + EL0_CODE,          0x3c0, 0
.xword n_clean0,    c_clean + EL0_CODE,         0x3c0, 0x40080000 + EL0_DATA
.xword n_daif0,     c_daif + EL0_CODE,          0x3c0, 0
.xword n_kernels0,  c_kernels + EL0_CODE,       0x3c0, 0
.xword n_fp,        c_fp_off,                   0x3c5, 0
.xword n_nowhere,   c_load,                     0x3c5, NOWHERE
.xword n_nowhere0,  c_load + EL0_CODE,          0x3c0, NOWHERE
.xword n_beyond0,   c_store + EL0_CODE,         0x3c0, 0x8000000000
.xword n_kernel0,   c_load + EL0_CODE,          0x3c0, 0x40080000
.xword n_code0,     c_store + EL0_CODE,         0x3c0, 0x40080000 + EL0_CODE
.xword n_ro,        c_store,                    0x3c5, READ_ONLY
.xword n_ro_atomic, c_atomic,                   0x3c5, READ_ONLY
.xword n_unused,    c_load,                     0x3c5, UNUSED
.xword n_pan,       c_pan,                      0x3c5, 0x40080000 + EL0_DATA
.xword n_as_el0,    c_as_el0,                   0x3c5, 0x40080000
.xword n_jump,      c_jump,                     0x3c5, NOWHERE
.xword n_jump_data, c_jump,                     0x3c5, 0x40080000 + EL0_DATA
.xword n_jump0,     c_jump + EL0_CODE,          0x3c0, 0x40080000 + EL0_DATA
.xword n_odd,       c_jump,                     0x3c5, 0x40080002
.xword n_odd0,      c_jump + EL0_CODE,          0x3c0, 0x40080002 + EL0_CODE
.xword n_unaligned, c_unaligned,                0x3c5, 0x40080001
.xword n_ordered0,  c_ordered + EL0_CODE,       0x3c0, 0x40080004 + EL0_DATA
.xword n_illegal,   c_return,                   0x3c5, 0x3c9
.xword n_step0,     c_step,                     0x3c5, 0
.xword n_break0,    c_break,                    0x3c5, 0
.xword n_watch0,    c_watch,                    0x3c5, 0x40080000 + EL0_DATA
.xword 0

greeting:       .asciz  "case                       vector\n"
goodbye:        .asciz  "power off\n"
esr_text:       .asciz  "  ESR "
elr_text:       .asciz  "  ELR "
spsr_text:      .asciz  "  SPSR "
far_text:       .asciz  "  FAR "
x18_text:       .asciz  "  X18 "
n_svc:          .asciz  "EL1  svc                   "
n_svc0:         .asciz  "EL0  svc                   "
n_answered:     .asciz  "EL1  svc, answered         "
n_answered0:    .asciz  "EL0  svc, answered         "
n_t:            .asciz  "EL1t svc                   "
n_brk:          .asciz  "EL1  brk                   "
n_brk0:         .asciz  "EL0  brk, flags set        "
n_hvc0:         .asciz  "EL0  hvc                   "
n_smc:          .asciz  "EL1  smc                   "
n_udf:          .asciz  "EL1  undefined             "
n_udf0:         .asciz  "EL0  undefined             "
n_gate0:        .asciz  "EL0  CNTVCT_EL0            "
n_clean0:       .asciz  "EL0  dc cvau               "
n_daif0:        .asciz  "EL0  DAIF                  "
n_kernels0:     .asciz  "EL0  SCTLR_EL1             "
n_fp:           .asciz  "EL1  floating point        "
n_nowhere:      .asciz  "EL1  load from nowhere     "
n_nowhere0:     .asciz  "EL0  load from nowhere     "
n_beyond0:      .asciz  "EL0  store, out of range   "
n_kernel0:      .asciz  "EL0  load, the kernel's    "
n_code0:        .asciz  "EL0  store into code       "
n_ro:           .asciz  "EL1  store, read-only      "
n_ro_atomic:    .asciz  "EL1  atomic, read-only     "
n_unused:       .asciz  "EL1  access flag           "
n_pan:          .asciz  "EL1  PAN                   "
n_as_el0:       .asciz  "EL1  sttr                  "
n_jump:         .asciz  "EL1  jump nowhere          "
n_jump_data:    .asciz  "EL1  jump to EL0's data    "
n_jump0:        .asciz  "EL0  jump to data          "
n_odd:          .asciz  "EL1  jump, PC odd          "
n_odd0:         .asciz  "EL0  jump, PC odd          "
n_unaligned:    .asciz  "EL1  unaligned load        "
n_ordered0:     .asciz  "EL0  unaligned ldar        "
n_illegal:      .asciz  "EL1  eret to EL2           "
n_step0:        .asciz  "EL0  software step         "
n_break0:       .asciz  "EL0  breakpoint            "
n_watch0:       .asciz  "EL0  watchpoint            "

// Sixteen vectors: each leaves its own address in X30.
.balign 2048
vectors:
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught
.balign 128
        bl      caught

// The tables. Page and block descriptors: AF 0x400, inner shareable 0x300, Normal 0x4; AP in 0xc0.
.balign 4096
level_1:
.xword 0x0060000000000401               // 0: a block of 1 GiB, Device, not to be executed
.xword level_2 + 3                      // 0x4000_0000
.zero 4080
level_2:
.xword 0x0040000040000705               // EL1: read, write, execute; EL0: nothing
.xword 0x00200000400007c5               // EL0: read and execute; EL1: read
.xword 0x0060000040000745               // EL0: read and write, as EL1
.xword 0
.xword level_3 + 3                      // 0x4080_0000
.zero 4056
level_3:
.xword 0x0060000040100787               // EL1: read
.xword 0x0060000040100307               // The access flag is clear.
.zero 4080

.zero 4096
stack_top:
