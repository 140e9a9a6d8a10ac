/** What several programs begin with, and the tables of those that have the MMU on. */

/** The kernel's first instructions: its vectors and its stack. */
export const begin = `        adr   x0, vectors  // EL1 begins
        msr   VBAR_EL1, x0
        mov   x0, #0x20000  // the end of RAM
        mov   sp, x0
`;

/** And its last before the program: to EL0, with nothing masked. */
export const enter = `        adr   x0, program
        msr   ELR_EL1, x0
        msr   SPSR_EL1, xzr  // EL0, nothing masked
        eret
`;

/** 39 bits of address, pages of 4 KiB. */
export const mmuOn = `        mov   x0, #0xff00  // 1: normal memory
        msr   MAIR_EL1, x0
        ldr   x0, =0x803519  // TTBR0's half, 39 bits
        msr   TCR_EL1, x0
        adr   x0, level_1
        msr   TTBR0_EL1, x0
        isb
        mrs   x0, SCTLR_EL1
        orr   x0, x0, #1  // M: the MMU is on
        msr   SCTLR_EL1, x0
        isb
`;

/** RAM is from 0x10000 to 0x20000: entries 16 to 31 of the last table. Three of them are something. */
export const tables = `        .ltorg  // constants
        .balign 4096
level_1: .quad level_2 + 3
        .zero 4088
level_2: .quad level_3 + 3
        .zero 4088
level_3: .zero 16 * 8
        .quad 0x107c7  // code, for both levels
        .zero 2 * 8
        .quad level_3 + 0x60000000000707  // this table: EL1's
        .zero 11 * 8
        .quad 0x6000000001f707  // EL1's stack
        .zero 480 * 8
`;
