/** Blocks that show what compiling is about, one thing each. */
export interface BlockSample {
  readonly name: string;
  readonly title: string;
  /** What to look for. */
  readonly tells: string;
  readonly source: string;
  /** The line that is pointed at when the figure opens. */
  readonly points: number;
}

const loop = `// The sum of x2 numbers at x1
        mov   x0, #0
next:   ldr   x3, [x1], #8
        add   x0, x0, x3
        subs  x2, x2, #1
        b.ne  next
        ret
`;

const largest = `// The largest of x2 numbers at x1
        ldr   w0, [x1]
next:   subs  x2, x2, #1
        b.eq  done
        ldr   w3, [x1, #4]!
        cmp   w3, w0
        csel  w0, w3, w0, hi
        b     next
done:   ret
`;

const carry = `// 192 bits + 192 bits, one carry after another
        adds  x0, x0, x3
        adcs  x1, x1, x4
        adc   x2, x2, x5
        cset  x6, cs
        ret
`;

const across = `// Flags that come from another block
        cmp   x0, x1
        cbz   x2, skip
        add   x3, x3, #1
skip:   b.lt  less
        mov   x0, x1
less:   ret
`;

const floats = `// y = a * x + y, for x2 numbers
next:   ldr   d1, [x0], #8
        ldr   d2, [x1]
        fmul  d1, d0, d1
        fadd  d2, d1, d2
        str   d2, [x1], #8
        sub   x2, x2, #1
        cbnz  x2, next
        ret
`;

export const blockSamples: readonly BlockSample[] = [
  { name: "loop",   title: "a loop",         points: 5, source: loop,    tells: "Point at subs: nobody computes NZCV. Then at b.ne behind it: what has become of the flag it asks for? Open the lookup of ldr." },
  { name: "memory", title: "the largest",    points: 6, source: largest, tells: "Point at cmp and at csel: a comparison, and the select that asks for it. Change hi to gt, and see what changes." },
  { name: "carry",  title: "a carry chain",  points: 3, source: carry,   tells: "WebAssembly has no carry. Point at adds, then at adcs: how is a carry found out without one?" },
  { name: "across", title: "two blocks",     points: 5, source: across,  tells: "Two ways lead to b.lt. Point at it: here the flags must be made after all, by whatever the locals say made them." },
  { name: "floats", title: "floating point", points: 4, source: floats,  tells: "Point at fmul: the sum is one instruction. What stands around it is what IEEE 754 and FPSR ask for." },
];
