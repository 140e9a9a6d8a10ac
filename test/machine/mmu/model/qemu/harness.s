// Runs at EL2, with its own MMU off, so that EL1's translation regime may be anything: AT S1E... from here walks it.
// At DATA are the worlds, doublewords all: TCR_EL1, MAIR_EL1, SCTLR_EL1, TTBR0_EL1, TTBR1_EL1, PSTATE.PAN; how many
// doublewords of RAM are not zero, and for each its offset and value; how many addresses, and those. All ones end them.
// To the UART go, for each address, PAR_EL1 after each of the six instructions; or, where one is aborted, ESR_EL2 << 12.

start:
    msr spsel, #1
    adr x0, vectors
    msr vbar_el2, x0
    mov x0, #0x80000000         // HCR_EL2.RW: EL1 is AArch64
    msr hcr_el2, x0
    isb
    ldr x20, =DATA
    ldr x28, =UART

next_world:
    ldr x0, [x20], #8
    cmn x0, #1
    b.eq finish
    msr tcr_el1, x0
    ldr x0, [x20], #8
    msr mair_el1, x0
    ldr x0, [x20], #8
    msr sctlr_el1, x0
    ldr x0, [x20], #8
    msr ttbr0_el1, x0
    ldr x0, [x20], #8
    msr ttbr1_el1, x0
    ldr x0, [x20], #8
    msr pan, #0
    cbz x0, clear
    msr pan, #1

clear:
    ldr x3, =RAM
    ldr x4, =RAM_BYTES
clear_pair:
    stp xzr, xzr, [x3], #16
    subs x4, x4, #16
    b.ne clear_pair

    ldr x3, =RAM
    ldr x1, [x20], #8
fill:
    cbz x1, ask
    ldp x4, x5, [x20], #16
    str x5, [x3, x4]
    sub x1, x1, #1
    b fill

ask:
    dsb sy
    tlbi alle1
    dsb sy
    isb
    ldr x22, [x20], #8
next_address:
    cbz x22, next_world
    ldr x2, [x20], #8
    mov x10, #0
    at s1e1r, x2
    bl report
    at s1e1w, x2
    bl report
    at s1e0r, x2
    bl report
    at s1e0w, x2
    bl report
    at s1e1rp, x2
    bl report
    at s1e1wp, x2
    bl report
    sub x22, x22, #1
    b next_address

report:
    isb
    mrs x11, par_el1
    cmp x10, #0
    csel x11, x11, x10, eq
    mov x10, #0
    mov x12, #8
next_byte:
    strb w11, [x28]
    lsr x11, x11, #8
    subs x12, x12, #1
    b.ne next_byte
    ret

finish:
    ldr x0, =0x84000008         // PSCI SYSTEM_OFF
    smc #0
    b .
    .ltorg

    .align 11
vectors:
    .space 0x200
aborted:                        // from EL2 itself, synchronous
    mrs x10, esr_el2
    lsl x10, x10, #12
    mrs x13, elr_el2
    add x13, x13, #4
    msr elr_el2, x13
    eret
