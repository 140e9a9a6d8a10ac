// A multiboot kernel's first instructions on a PC: SSE2 and paging are switched on, then main() runs, then the processor
// sleeps. An address is what it says: 4 GiB in pages of 4 MiB.

#define MAGIC       0x1badb002
#define CR0_MP      (1 << 1)
#define CR0_PG      (1 << 31)
#define CR4_PSE     (1 << 4)
#define CR4_OSFXSR  (1 << 9)
// Of a page directory's entry.
#define PRESENT     0x1
#define WRITABLE    0x2
#define ACCESSED    0x20
#define DIRTY       0x40
#define LARGE       0x80

        .section .text.start, "ax"
        .balign 4
        .long   MAGIC, 0, -MAGIC        // Flags: none; and what makes the sum 0.
        .globl  _start
_start: mov     $stack_end, %esp
        mov     $directory, %eax
        mov     %eax, %cr3
        mov     %cr4, %eax
        or      $(CR4_PSE | CR4_OSFXSR), %eax
        mov     %eax, %cr4
        mov     %cr0, %eax
        or      $(CR0_PG | CR0_MP), %eax
        mov     %eax, %cr0
        call    main
1:      hlt
        jmp     1b

        // void print_byte(unsigned char): to COM1, which is never full on an emulator.
        .globl  print_byte
print_byte:
        mov     4(%esp), %al
        mov     $0x3f8, %dx
        out     %al, %dx
        ret

        .section .data.tables, "aw"
        .balign 4096
directory:
        .set    page, 0
        .rept   1024
        .long   page | PRESENT | WRITABLE | ACCESSED | DIRTY | LARGE
        .set    page, page + 0x400000
        .endr

        .section .bss.stack, "aw", %nobits
        .balign 16
        .skip   65536
stack_end:
