// What both machines run: a bare-metal program that finds cases in RAM, behind each other, and reports each over the
// PL011. A case is a state of the machine and some instructions, which always end with an exception; the report is
// what the exception found and left. harness.ts puts the rest of the source in front: the places, the offsets of a
// record, and the registers that are set (settings.ts).
//
// A record is doublewords (case.ts): SIZE (0: no more cases), its number, BASE, what to add to a physical address to
// reach data while the case's state is set up, the counts; the state (41 of them); the settings; then code, pokes
// (address, value) and peeks (address, count).
//
// A report is bytes: 0xa5, the case's number (4), what differs from the state before as index (1) and value (8),
// the peeks' doublewords with index 0xc0, and 0xff.
//
// X28 is the case. Between two cases the MMU is off, and nothing is left of the case before.

start:
    msr     spsel, #1
    msr     daifset, #15
    msr     oslar_el1, xzr
    ldr     x28, =CASES

next_case:
    ldr     x0, [x28, #SIZE_AT]
    cbz     x0, finish
    ldr     x0, =current
    str     x28, [x0]

    // The pattern, on both sides of the borders of DATA's pages.
    ldr     x0, =DATA
    ldr     x1, =DATA + DATA_SIZE
    ldr     x2, =PATTERN
next_border:
    sub     x3, x0, #64
    add     x4, x0, #64
fill:
    eor     x5, x3, x2
    str     x5, [x3], #8
    cmp     x3, x4
    b.ne    fill
    add     x0, x0, #1, lsl #12
    cmp     x0, x1
    b.ls    next_border

    // The code, with zeros behind it: UDF #0.
    add     x27, x28, #RECORD_SIZE
    ldr     x0, [x28, #CODE_COUNT_AT]       // in doublewords
    ldr     x1, =CODE
place_code:
    cbz     x0, code_is_placed
    ldr     x2, [x27], #8
    str     x2, [x1], #8
    sub     x0, x0, #1
    b       place_code
code_is_placed:
    stp     xzr, xzr, [x1]

    ldr     x0, [x28, #POKE_COUNT_AT]
poke:
    cbz     x0, poked
    ldp     x1, x2, [x27], #16
    str     x2, [x1]
    sub     x0, x0, #1
    b       poke
poked:
    dsb     sy
    ic      iallu
    dsb     sy
    isb

    ldr     x0, [x28, #FLAGS_AT]
    tbz     x0, #0, no_interrupt
    bl      raise_interrupt
no_interrupt:
    bl      set_registers

    // Into the half of the addresses that is the harness's: with its own tables in both, first.
    adr     x0, safe_table
    msr     ttbr0_el1, x0
    msr     ttbr1_el1, x0
    ldr     x0, =SAFE_TCR
    msr     tcr_el1, x0
    ldr     x0, =SAFE_MAIR
    msr     mair_el1, x0
    isb
    tlbi    vmalle1
    dsb     sy
    isb
    ldr     x1, [x28, #BASE_AT]
    ldr     x2, [x28, #OFFSET_AT]
    ldr     x3, =KERNEL_DATA
    add     x3, x3, x1
    add     x3, x3, x28
    adr     x4, in_half
    add     x4, x4, x1
    ldr     x0, =SAFE_SCTLR + 1
    msr     sctlr_el1, x0
    isb
    br      x4
in_half:
    ldr     x5, [x3, #TTBR0_EL1_AT]
    ldr     x6, [x3, #TTBR1_EL1_AT]
    ldr     x7, [x3, #TCR_EL1_AT]
    ldr     x8, [x3, #MAIR_EL1_AT]
    ldr     x9, [x3, #SCTLR_EL1_AT]
    msr     ttbr0_el1, x5
    msr     ttbr1_el1, x6
    msr     tcr_el1, x7
    msr     mair_el1, x8
    isb
    tlbi    vmalle1
    dsb     sy
    isb
    msr     sctlr_el1, x9
    isb
    add     x30, x28, x2
    ldr     x0, [x30, #ESR_AT]
    msr     esr_el1, x0
    ldr     x0, [x30, #FAR_AT]
    msr     far_el1, x0
    ldr     x0, [x30, #ELR_AT]
    msr     elr_el1, x0
    ldr     x0, [x30, #SPSR_AT]
    msr     spsr_el1, x0
    ldr     x0, [x30, #PAR_AT]
    msr     par_el1, x0
    ldr     x0, [x30, #SP_EL0_AT]
    msr     sp_el0, x0
    ldr     x0, [x30, #SP_EL1_AT]
    mov     sp, x0
    ldp     x0, x1, [x30, #X_AT]
    ldp     x2, x3, [x30, #X_AT + 16]
    ldp     x4, x5, [x30, #X_AT + 32]
    ldp     x6, x7, [x30, #X_AT + 48]
    ldp     x8, x9, [x30, #X_AT + 64]
    ldp     x10, x11, [x30, #X_AT + 80]
    ldp     x12, x13, [x30, #X_AT + 96]
    ldp     x14, x15, [x30, #X_AT + 112]
    ldp     x16, x17, [x30, #X_AT + 128]
    ldp     x18, x19, [x30, #X_AT + 144]
    ldp     x20, x21, [x30, #X_AT + 160]
    ldp     x22, x23, [x30, #X_AT + 176]
    ldp     x24, x25, [x30, #X_AT + 192]
    ldp     x26, x27, [x30, #X_AT + 208]
    ldp     x28, x29, [x30, #X_AT + 224]
    ldr     x30, [x30, #X_AT + 240]
    eret

// Every vector ends here, with its own address in X30; X30 is in TPIDR_EL1. No memory may be used until the MMU is off:
// whatever the case has done to the other half, this one is as it was.
common:
    msr     tpidrro_el0, x29
    adr     x29, safe_table
    and     x29, x29, #0x7fffffff
    msr     ttbr0_el1, x29
    msr     ttbr1_el1, x29
    movz    x29, #SAFE_TCR & 0xffff
    movk    x29, #SAFE_TCR >> 16, lsl #16
    msr     tcr_el1, x29
    isb
    tlbi    vmalle1
    dsb     sy
    isb
    adr     x29, in_low_half
    and     x29, x29, #0x7fffffff
    br      x29
in_low_half:
    movz    x29, #SAFE_SCTLR & 0xffff
    movk    x29, #SAFE_SCTLR >> 16, lsl #16
    msr     sctlr_el1, x29
    isb

    ldr     x29, =saved
    stp     x0, x1, [x29]
    stp     x2, x3, [x29, #16]
    stp     x4, x5, [x29, #32]
    stp     x6, x7, [x29, #48]
    stp     x8, x9, [x29, #64]
    stp     x10, x11, [x29, #80]
    stp     x12, x13, [x29, #96]
    stp     x14, x15, [x29, #112]
    stp     x16, x17, [x29, #128]
    stp     x18, x19, [x29, #144]
    stp     x20, x21, [x29, #160]
    stp     x22, x23, [x29, #176]
    stp     x24, x25, [x29, #192]
    stp     x26, x27, [x29, #208]
    mrs     x0, tpidrro_el0
    mrs     x1, tpidr_el1
    stp     x28, x0, [x29, #224]
    mrs     x0, sp_el0
    stp     x1, x0, [x29, #240]
    mov     x0, sp
    stp     x0, x30, [x29, #256]
    mrs     x0, esr_el1
    mrs     x1, far_el1
    stp     x0, x1, [x29, #272]
    mrs     x0, elr_el1
    mrs     x1, spsr_el1
    stp     x0, x1, [x29, #288]
    mrs     x0, daif
    mrs     x1, currentel
    orr     x0, x0, x1
    mrs     x1, spsel
    orr     x0, x0, x1
    mrs     x1, S3_0_C4_C2_3        // PAN
    orr     x0, x0, x1
    mrs     x1, S3_0_C4_C2_4        // UAO
    orr     x0, x0, x1
    mrs     x1, par_el1
    stp     x1, x0, [x29, #304]
    mrs     x0, isr_el1
    str     x0, [x29, #320]

    // Nothing may step, watch or interrupt the harness.
    msr     mdscr_el1, xzr
    msr     oslar_el1, xzr
    msr     cntv_ctl_el0, xzr
    msr     cntp_ctl_el0, xzr
    msr     pmcr_el0, xzr
    isb
    ldr     x28, =current
    ldr     x28, [x28]
    ldr     x0, [x28, #FLAGS_AT]
    tbz     x0, #0, report
    bl      end_interrupt

report:
    ldr     x20, =UART
    mov     w0, #0xa5
    str     w0, [x20]
    ldr     x0, [x28, #NUMBER_AT]
    mov     x1, #4
    bl      put
    mov     x21, #0                         // index
    add     x22, x28, #X_AT
    ldr     x23, =saved
next_state:
    ldr     x24, [x22], #8
    ldr     x25, [x23], #8
    cmp     x24, x25
    b.eq    is_same
    str     w21, [x20]
    mov     x0, x25
    mov     x1, #8
    bl      put
is_same:
    add     x21, x21, #1
    cmp     x21, #STATE_SIZE
    b.ne    next_state

    add     x27, x28, #RECORD_SIZE
    ldr     x0, [x28, #CODE_COUNT_AT]
    add     x27, x27, x0, lsl #3
    mov     x26, x27                        // the pokes
    ldr     x19, [x28, #POKE_COUNT_AT]
    add     x27, x27, x19, lsl #4
    ldr     x18, [x28, #PEEK_COUNT_AT]
next_peek:
    cbz     x18, peeked
    ldp     x16, x17, [x27], #16
next_dword:
    cbz     x17, end_of_peek
    mov     w0, #0xc0
    str     w0, [x20]
    ldr     x0, [x16], #8
    mov     x1, #8
    bl      put
    sub     x17, x17, #1
    b       next_dword
end_of_peek:
    sub     x18, x18, #1
    b       next_peek
peeked:
    mov     w0, #0xff
    str     w0, [x20]

    // What was poked is zero again: the next case's tables begin empty.
unpoke:
    cbz     x19, unpoked
    ldr     x0, [x26], #16
    str     xzr, [x0]
    sub     x19, x19, #1
    b       unpoke
unpoked:
    ldr     x0, [x28, #SIZE_AT]
    add     x28, x28, x0
    b       next_case

// The low X1 bytes of X0, the lowest first.
put:
    str     w0, [x20]
    lsr     x0, x0, #8
    subs    x1, x1, #1
    b.ne    put
    ret

finish:
    ldr     x0, =0x84000008                 // PSCI SYSTEM_OFF
    hvc     #0
    b       finish

.equ GICD, 0x08000000
.equ GICC, 0x08010000

// An interrupt that the processor sends itself. Bit 1 of the flags X0: in group 0, which is signalled as FIQ.
raise_interrupt:
    ldr     x1, =GICD
    ldr     x2, =GICC
    ubfx    x3, x0, #1, #1
    eor     w4, w3, #1
    lsl     w4, w4, #1                      // SGI 1 in group 1 unless it is to be an FIQ
    str     w4, [x1, #0x80]                 // GICD_IGROUPR0
    mov     w4, #3
    str     w4, [x1]                        // GICD_CTLR: both groups
    mov     w4, #0xff
    str     w4, [x2, #4]                    // GICC_PMR
    mov     w4, #0xb                        // GICC_CTLR: both groups, FIQEn
    str     w4, [x2]
    mov     w4, #2
    str     w4, [x1, #0x100]                // GICD_ISENABLER0
    ldr     w4, =0x02000001                 // SGI 1, to ourselves
    tbnz    x3, #0, raise
    orr     w4, w4, #0x8000                 // NSATT
raise:
    str     w4, [x1, #0xf00]                // GICD_SGIR
    dsb     sy
    ret

end_interrupt:
    ldr     x1, =GICD
    ldr     x2, =GICC
    mov     w4, #0x200
    str     w4, [x1, #0xf10]                // GICD_CPENDSGIR0: SGI 1
    str     wzr, [x2]
    str     wzr, [x1]
    dsb     sy
    ret
.ltorg
