// The virt board's first instructions: floating point and the MMU are switched on, then main() runs, then the power
// goes off. An address is what it says: the first GiB is devices, and 64 MiB of RAM are cached, in blocks of 2 MiB.

#define BLOCK           0x1
#define TABLE           0x3
#define ACCESSED        (1 << 10)
#define INNER_SHAREABLE (3 << 8)
#define NEVER_EXECUTED  (3 << 53)
// Indices into MAIR_EL1.
#define DEVICE          (0 << 2)
#define NORMAL          (1 << 2)

        .section .text.start, "ax"
        .globl  _start
_start: ldr     x0, =stack_end
        mov     sp, x0
        mov     x0, #(3 << 20)          // CPACR_EL1.FPEN: nothing is trapped.
        msr     cpacr_el1, x0

        ldr     x0, =0xff00             // Attribute 0 is Device-nGnRnE, attribute 1 write-back.
        msr     mair_el1, x0
        ldr     x0, =0x100803519        // 4 KiB granule, 39 bits by TTBR0 (T0SZ 25), cached walks, no TTBR1.
        msr     tcr_el1, x0
        adr     x0, level1
        msr     ttbr0_el1, x0
        tlbi    vmalle1
        dsb     ish
        isb
        mrs     x0, sctlr_el1
        orr     x0, x0, #(1 << 0)       // M: the MMU
        orr     x0, x0, #(1 << 2)       // C: data caches
        orr     x0, x0, #(1 << 12)      // I: instruction caches
        msr     sctlr_el1, x0
        isb

        bl      main
        ldr     x0, =0x84000008         // PSCI SYSTEM_OFF
        hvc     #0
1:      wfi
        b       1b

        // void print_byte(unsigned char): to the PL011, which is never full on either machine.
        .globl  print_byte
print_byte:
        mov     x1, #0x09000000
        strb    w0, [x1]
        ret
        .ltorg

        .section .data.tables, "aw"
        .balign 4096
level1: .quad   0x00000000 | BLOCK | ACCESSED | DEVICE | NEVER_EXECUTED
        .quad   level2 + TABLE
        .balign 4096
level2: .set    block, 0x40000000
        .rept   32
        .quad   block | BLOCK | ACCESSED | INNER_SHAREABLE | NORMAL
        .set    block, block + 0x200000
        .endr
        .balign 4096

        .section .bss.stack, "aw", %nobits
        .balign 16
        .skip   65536
stack_end:
