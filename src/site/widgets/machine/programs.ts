/** The programs of the figures, by the name that a page calls them by. */
export interface NamedProgram {
  readonly name: string;
  /** What it is, in a few words. */
  readonly title: string;
  readonly source: string;
  /** Where a figure starts: behind this many instructions, so that there is something to see and to go back to. */
  readonly startsAt: number;
}

const sum = `        // The sum of four numbers
        adr   x1, numbers
        mov   x2, #4
        mov   x0, #0
loop:   ldr   x3, [x1], #8
        add   x0, x0, x3
        subs  x2, x2, #1
        b.ne  loop
        adr   x1, total
        str   x0, [x1]
        brk   #0

        .balign 8
numbers: .quad 3, 1, 4, 15
total:  .quad 0
`;

const strlen = `        // How long is a string?
        adr   x0, text
        mov   x1, x0
next:   ldrb  w2, [x1], #1
        cbnz  w2, next
        sub   x0, x1, x0
        sub   x0, x0, #1
        brk   #0

text:   .asciz "opcode to packet"
`;

const call = `        // A function that calls another: lengths of two strings
        mov   x29, sp
        adr   x0, one
        adr   x1, two
        bl    both
        brk   #0

both:   stp   x29, x30, [sp, #-32]!
        mov   x29, sp
        str   x1, [sp, #16]
        bl    length
        ldr   x1, [sp, #16]
        str   x0, [sp, #24]
        mov   x0, x1
        bl    length
        ldr   x1, [sp, #24]
        add   x0, x0, x1
        ldp   x29, x30, [sp], #32
        ret

length: mov   x2, x0
1:      ldrb  w3, [x2], #1
        cbnz  w3, 1b
        sub   x0, x2, x0
        sub   x0, x0, #1
        ret

one:    .asciz "to and"
two:    .asciz "fro"
`;

const factorial = `        // n! as a function that calls itself
        mov   x0, #5
        bl    fact
        brk   #0

fact:   cmp   x0, #1
        b.ls  one
        stp   x0, x30, [sp, #-16]!
        sub   x0, x0, #1
        bl    fact
        ldp   x1, x30, [sp], #16
        mul   x0, x0, x1
        ret
one:    mov   x0, #1
        ret
`;

const root = `        // The square root of 2, by Newton: x = (x + 2/x) / 2
        fmov  d0, #2.0
        fmov  d1, #1.0
        fmov  d2, #0.5
        mov   x0, #5
again:  fdiv  d3, d0, d1
        fadd  d1, d1, d3
        fmul  d1, d1, d2
        subs  x0, x0, #1
        b.ne  again
        fsqrt d4, d0
        brk   #0
`;

const vector = `        // Two arrays of eight 32-bit numbers, four at a time
        adr   x1, these
        adr   x2, those
        mov   x3, #2
loop:   ldr   q0, [x1]
        ldr   q1, [x2], #16
        add   v0.4s, v0.4s, v1.4s
        str   q0, [x1], #16
        subs  x3, x3, #1
        b.ne  loop
        brk   #0

        .balign 16
these:  .word 1, 2, 3, 4, 5, 6, 7, 8
those:  .word 10, 20, 30, 40, 50, 60, 70, 80
`;

export const programs: readonly NamedProgram[] = [
  { name: "sum",       title: "a sum",                 source: sum,       startsAt: 9 },
  { name: "strlen",    title: "the length of a string", source: strlen,   startsAt: 5 },
  { name: "call",      title: "calls and a stack",     source: call,      startsAt: 8 },
  { name: "factorial", title: "a function in itself",  source: factorial, startsAt: 12 },
  { name: "root",      title: "a square root",         source: root,      startsAt: 7 },
  { name: "vector",    title: "four sums at a time",   source: vector,    startsAt: 6 },
];
