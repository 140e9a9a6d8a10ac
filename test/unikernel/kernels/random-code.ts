// A random piece of code (test/unikernel/events/random-code.ts, seed 1): it takes every register from memory at X0,
// computes with all of them, and leaves them in memory behind it.

import { asm } from "../../../src/unikernel/metal/assembly";

/** How many instructions there are, and how many in front of them take the registers from memory. */
export const RANDOM_INSTRUCTIONS = 1000;
export const LOADING_INSTRUCTIONS = 51;

export function runRandomCode(_memory: bigint): void {
  return asm`
        add x9, x0, #1600
        stp x18, x19, [x9, #0]
        stp x20, x21, [x9, #16]
        stp x22, x23, [x9, #32]
        stp x24, x25, [x9, #48]
        stp x26, x27, [x9, #64]
        stp x28, x29, [x9, #80]
        mov x10, sp
        stp x30, x10, [x9, #96]
        msr TPIDRRO_EL0, x0
        ldr x9, [x0, #248]
        mov sp, x9
        ldr x9, [x0, #256]
        msr NZCV, x9
        ldr x9, [x0, #264]
        msr FPCR, x9
        ldr x9, [x0, #272]
        msr FPSR, x9
        add x9, x0, #288
        ldp q0, q1, [x9, #0]
        ldp q2, q3, [x9, #32]
        ldp q4, q5, [x9, #64]
        ldp q6, q7, [x9, #96]
        ldp q8, q9, [x9, #128]
        ldp q10, q11, [x9, #160]
        ldp q12, q13, [x9, #192]
        ldp q14, q15, [x9, #224]
        ldp q16, q17, [x9, #256]
        ldp q18, q19, [x9, #288]
        ldp q20, q21, [x9, #320]
        ldp q22, q23, [x9, #352]
        ldp q24, q25, [x9, #384]
        ldp q26, q27, [x9, #416]
        ldp q28, q29, [x9, #448]
        ldp q30, q31, [x9, #480]
        ldp x2, x3, [x0, #16]
        ldp x4, x5, [x0, #32]
        ldp x6, x7, [x0, #48]
        ldp x8, x9, [x0, #64]
        ldp x10, x11, [x0, #80]
        ldp x12, x13, [x0, #96]
        ldp x14, x15, [x0, #112]
        ldp x16, x17, [x0, #128]
        ldp x18, x19, [x0, #144]
        ldp x20, x21, [x0, #160]
        ldp x22, x23, [x0, #176]
        ldp x24, x25, [x0, #192]
        ldp x26, x27, [x0, #208]
        ldp x28, x29, [x0, #224]
        ldr x30, [x0, #240]
        ldp x0, x1, [x0]
        umov x5, v5.d[1]
        fmul v17.4s, v16.4s, v26.4s
        madd x15, x15, x25, x15
        mul v14.4s, v21.4s, v17.4s
        csinc w6, w26, w24, hi
        rev x28, x3
        sqadd v18.8h, v9.8h, v5.8h
        uaddlv s27, v30.8h
1:
        adcs x14, x30, x5
        fmul s20, s26, s2
        fmov d7, x8
        csinc w5, w26, w8, hi
        eor v5.16b, v20.16b, v13.16b
        ror w9, w9, w10
        tbnz x12, #9, 1f
        orr w29, w29, w12
1:
        zip1 v13.2d, v6.2d, v0.2d
        mov sp, x3
        fsub d20, d10, d13
        add v14.16b, v17.16b, v16.16b
        rev x13, x22
        adds x8, x20, x23
        fsqrt d20, d6
        fdiv s4, s12, s7
1:
        orr w24, w30, w28
        fcvtzs x25, d9
        add x8, sp, #40
        lsl x29, x26, x1
        eor x10, x23, x16
        add x3, x15, x17
        scvtf d24, x2
        eor v25.16b, v17.16b, v17.16b
1:
        csinc w0, w1, w15, hi
        sub sp, sp, x4, lsl #2
        umov x14, v0.d[1]
        b.ge 1f
        madd x13, x25, x15, x20
        scvtf d13, x28
        sdiv w1, w6, w11
        fadd d18, d20, d28
1:
        ccmp x26, x20, #5, ne
        b.cs 1f
        b.ge 1f
        add v10.16b, v25.16b, v29.16b
        subs w19, w11, w17
        adds x26, x5, x24
        tbnz x16, #9, 1f
        fsub d2, d4, d31
1:
        fmadd d10, d6, d18, d7
        fcvtzs x24, d22
        fmov x6, d15
        fsub d14, d5, d30
        fmul s1, s25, s19
        sub x5, x14, x8, lsl #3
        csinc w20, w20, w13, hi
        ubfx x5, x17, #5, #20
1:
        adds x28, x4, x11
        fcsel d19, d5, d20, ge
        sdiv w25, w9, w28
        add v16.16b, v24.16b, v14.16b
        csel x13, x28, x25, lt
        zip1 v16.2d, v21.2d, v22.2d
        sdiv w7, w26, w22
        csinc w23, w24, w18, hi
1:
        ext v14.16b, v23.16b, v21.16b, #3
        sub x15, x25, x2, lsl #3
        sdiv w0, w0, w19
        rbit x18, x4
        tbnz x20, #9, 1f
        scvtf d11, x16
        sbcs x0, x20, x4
        fmul s7, s27, s6
1:
        subs w4, w5, w22
        fmadd d10, d3, d18, d30
        fcmp d19, d21
        ands x0, x8, x22
        csinc w24, w0, w8, hi
        ror w8, w20, w3
        tbl v6.16b, {v20.16b}, v23.16b
        fmul s31, s7, s28
1:
        fcmp d16, d16
        orr w7, w0, w16
        adds x0, x0, x15
        umulh x9, x3, x20
        rbit x15, x21
        ror w5, w21, w15
        clz x6, x6
        sbcs x12, x13, x22
1:
        fcmp d29, d0
        sub x8, x8, x7, lsl #3
        mul v3.4s, v23.4s, v30.4s
        tbnz x29, #9, 1f
        ccmp x0, x28, #5, ne
        b.cs 1f
        tbnz x6, #9, 1f
        adds x5, x14, x0
1:
        fadd d27, d31, d6
        sub x1, x20, x20, lsl #3
        eor v5.16b, v8.16b, v26.16b
        fmadd d6, d15, d5, d11
        mov sp, x15
        umulh x0, x27, x5
        madd x4, x26, x26, x4
        madd x15, x9, x3, x15
1:
        extr x4, x25, x25, #13
        b.cs 1f
        mul v14.4s, v5.4s, v28.4s
        fmadd d20, d21, d0, d5
        add x10, x4, x19
        mul v0.4s, v1.4s, v24.4s
        csinc w22, w15, w25, hi
        ror w24, w13, w18
1:
        mul v14.4s, v28.4s, v22.4s
        tbl v30.16b, {v28.16b}, v0.16b
        sub x9, x3, x14, lsl #3
        eor x11, x21, x1
        cmhi v1.4s, v19.4s, v24.4s
        ands x9, x9, x7
        umov x22, v15.d[1]
        umov x15, v19.d[1]
1:
        ccmp x30, x3, #5, ne
        clz x7, x12
        cbz w28, 1f
        subs w17, w13, w19
        sbcs x5, x0, x19
        fsqrt d7, d15
        fcsel d12, d9, d2, ge
        zip1 v26.2d, v2.2d, v26.2d
1:
        add x22, x4, x8
        bic x11, x7, x7, lsr #7
        umulh x17, x25, x10
        add v1.16b, v2.16b, v24.16b
        ands x18, x20, x3
        b.ge 1f
        fmul s27, s25, s11
        fcmp d25, d24
1:
        mul v9.4s, v27.4s, v4.4s
        tbl v21.16b, {v10.16b}, v17.16b
        b.cs 1f
        sqadd v13.8h, v24.8h, v23.8h
        ror w24, w14, w17
        extr x26, x0, x0, #13
        eor x9, x26, x5
        add v17.16b, v19.16b, v10.16b
1:
        bic x30, x23, x9, lsr #7
        orr w25, w2, w24
        rbit x26, x11
        tbl v29.16b, {v29.16b}, v6.16b
        ror w28, w7, w8
        udiv x13, x26, x1
        ccmp x29, x25, #5, ne
        umulh x11, x9, x2
1:
        ror w8, w21, w16
        fsub d29, d28, d17
        fmov d25, x29
        eor v29.16b, v4.16b, v31.16b
        add x29, sp, #40
        fcvtzs x6, d1
        subs w28, w8, w9
        zip1 v9.2d, v27.2d, v29.2d
1:
        adds x20, x7, x5
        tbnz x4, #9, 1f
        fadd d3, d29, d4
        b.cs 1f
        fmadd d1, d8, d0, d3
        fadd d11, d4, d18
        tbnz x25, #9, 1f
        bic x0, x11, x18, lsr #7
1:
        add x15, sp, #40
        madd x20, x5, x13, x12
        sub sp, sp, x14, lsl #2
        adds x21, x0, x11
        b.cs 1f
        orr w19, w6, w21
        lsl x5, x19, x5
        umov x7, v4.d[1]
1:
        csinc w4, w11, w23, hi
        sub sp, sp, x27, lsl #2
        mov sp, x25
        b.ge 1f
        sdiv w29, w26, w26
        csinc w22, w2, w26, hi
        fcsel d23, d5, d23, ge
        fmov x11, d7
1:
        eor x8, x5, x27
        ands x28, x5, x24
        fsqrt d9, d3
        sub x23, x20, x12, lsl #3
        csinc w28, w15, w22, hi
        madd x1, x28, x16, x3
        fmov x28, d10
        zip1 v26.2d, v15.2d, v23.2d
1:
        ccmp x2, x15, #5, ne
        rbit x4, x28
        ext v29.16b, v14.16b, v4.16b, #3
        fsub d30, d5, d22
        sub sp, sp, x0, lsl #2
        sqadd v20.8h, v26.8h, v3.8h
        add x9, sp, #40
        ror w4, w3, w1
1:
        add x1, x15, x25
        fcvtzs x12, d26
        madd x28, x12, x22, x13
        fmul s0, s5, s31
        umulh x24, x29, x29
        ror w17, w14, w25
        sdiv w7, w12, w9
        ext v3.16b, v17.16b, v30.16b, #3
1:
        ands x26, x22, x23
        ror w0, w3, w1
        clz x13, x12
        extr x6, x13, x18, #13
        madd x18, x23, x17, x15
        fsqrt d9, d28
        clz x2, x20
        add v13.16b, v0.16b, v27.16b
1:
        ccmp x23, x9, #5, ne
        csel x1, x15, x18, lt
        sub x29, x0, x2, lsl #3
        clz x0, x1
        scvtf d17, x0
        ext v16.16b, v31.16b, v0.16b, #3
        fmov x2, d16
        sub x2, x17, x6, lsl #3
1:
        eor v0.16b, v1.16b, v11.16b
        fcmp d15, d4
        clz x14, x19
        cmhi v18.4s, v30.4s, v7.4s
        fcsel d16, d9, d22, ge
        tbl v6.16b, {v9.16b}, v23.16b
        sub sp, sp, x2, lsl #2
        add v15.16b, v10.16b, v0.16b
1:
        tbl v14.16b, {v9.16b}, v20.16b
        fsub d29, d26, d6
        adcs x9, x23, x24
        eor v0.16b, v22.16b, v31.16b
        adds x6, x30, x16
        fmadd d23, d17, d5, d17
        eor x3, x12, x15
        mul v22.4s, v24.4s, v23.4s
1:
        eor v0.16b, v24.16b, v23.16b
        subs w9, w27, w3
        fsqrt d0, d13
        cbz w10, 1f
        ccmp x8, x24, #5, ne
        orr w16, w12, w24
        sbcs x1, x13, x2
        sub x6, x6, x11, lsl #3
1:
        clz x24, x22
        eor x28, x15, x27
        mov sp, x21
        ins v11.d[1], x5
        fadd d23, d16, d22
        ands x9, x30, x27
        ins v2.d[1], x27
        fsqrt d5, d22
1:
        mov sp, x28
        subs w21, w6, w15
        udiv x26, x30, x20
        fcvtzs x16, d11
        add v29.16b, v7.16b, v26.16b
        uaddlv s25, v2.8h
        fmul s23, s10, s19
        fcmp d30, d10
1:
        sqadd v24.8h, v25.8h, v30.8h
        eor v10.16b, v29.16b, v30.16b
        ccmp x18, x16, #5, ne
        b.ge 1f
        scvtf d7, x8
        fcvtzs x14, d0
        ins v30.d[1], x17
        fsqrt d0, d19
1:
        sub sp, sp, x2, lsl #2
        ext v28.16b, v19.16b, v16.16b, #3
        fmul v18.4s, v6.4s, v8.4s
        udiv x5, x12, x13
        fmadd d25, d30, d1, d3
        sqadd v2.8h, v16.8h, v25.8h
        mul v30.4s, v0.4s, v17.4s
        uaddlv s15, v20.8h
1:
        orr w29, w20, w9
        extr x8, x21, x4, #13
        fmov x6, d31
        add x7, sp, #40
        fsub d27, d28, d8
        tbl v11.16b, {v17.16b}, v6.16b
        fmadd d29, d11, d21, d6
        sqadd v1.8h, v0.8h, v2.8h
1:
        cmhi v14.4s, v2.4s, v25.4s
        fsub d15, d7, d30
        eor v27.16b, v29.16b, v18.16b
        extr x11, x27, x7, #13
        ubfx x0, x27, #5, #20
        udiv x23, x29, x5
        sub sp, sp, x12, lsl #2
        fmov x9, d4
1:
        fmul s1, s24, s3
        cbz w7, 1f
        umov x1, v16.d[1]
        fsub d16, d17, d6
        b.ge 1f
        csel x3, x8, x1, lt
        umulh x5, x29, x0
        ext v22.16b, v10.16b, v18.16b, #3
1:
        add x23, x3, x4
        lsl x28, x6, x11
        fcsel d14, d5, d16, ge
        fcmp d13, d18
        scvtf d30, x12
        sub x3, x10, x19, lsl #3
        eor v6.16b, v19.16b, v8.16b
        fmul s24, s5, s1
1:
        b.cs 1f
        csel x7, x30, x13, lt
        fcsel d14, d0, d16, ge
        tbnz x8, #9, 1f
        bic x12, x23, x7, lsr #7
        fmov d28, x27
        cbz w29, 1f
        sub sp, sp, x4, lsl #2
1:
        add v19.16b, v13.16b, v12.16b
        fcsel d19, d8, d21, ge
        sub sp, sp, x12, lsl #2
        fcmp d24, d30
        extr x19, x7, x22, #13
        adcs x13, x10, x0
        ext v8.16b, v23.16b, v11.16b, #3
        mul v26.4s, v27.4s, v26.4s
1:
        rbit x1, x20
        ands x0, x14, x23
        ubfx x12, x16, #5, #20
        ext v25.16b, v31.16b, v0.16b, #3
        ccmp x20, x30, #5, ne
        rev x27, x29
        clz x5, x4
        fadd d21, d16, d7
1:
        fmul v11.4s, v15.4s, v13.4s
        tbnz x21, #9, 1f
        add x24, sp, #40
        fdiv s23, s21, s4
        rev x14, x21
        mov sp, x28
        fsqrt d3, d5
        zip1 v30.2d, v12.2d, v0.2d
1:
        cmhi v28.4s, v13.4s, v7.4s
        scvtf d30, x0
        ands x13, x23, x10
        fsqrt d10, d5
        tbl v20.16b, {v5.16b}, v3.16b
        sub x22, x28, x21, lsl #3
        clz x24, x5
        cmhi v17.4s, v11.4s, v28.4s
1:
        ccmp x30, x27, #5, ne
        add x9, x20, x21
        adds x27, x21, x23
        fcmp d8, d22
        ubfx x28, x3, #5, #20
        umov x20, v23.d[1]
        extr x0, x28, x15, #13
        sbcs x13, x28, x13
1:
        eor x29, x24, x24
        eor x9, x25, x24
        fdiv s31, s9, s17
        zip1 v21.2d, v29.2d, v24.2d
        orr w19, w21, w9
        ext v11.16b, v5.16b, v12.16b, #3
        adds x22, x19, x28
        ands x19, x21, x17
1:
        mul v7.4s, v24.4s, v24.4s
        b.ge 1f
        b.ge 1f
        tbnz x4, #9, 1f
        lsl x0, x19, x17
        add x18, sp, #40
        fmul s15, s14, s1
        add x18, x22, x9
1:
        sub sp, sp, x7, lsl #2
        add x21, x0, x21
        umov x30, v0.d[1]
        rev x25, x25
        fmul v11.4s, v22.4s, v9.4s
        b.ge 1f
        fadd d22, d19, d24
        clz x22, x27
1:
        ror w4, w7, w15
        fmadd d17, d19, d6, d31
        subs w16, w12, w22
        sbcs x21, x24, x21
        ccmp x23, x1, #5, ne
        fmul v17.4s, v18.4s, v11.4s
        tbl v23.16b, {v17.16b}, v28.16b
        extr x12, x27, x25, #13
1:
        tbnz x11, #9, 1f
        fsqrt d21, d22
        madd x12, x4, x21, x4
        tbnz x30, #9, 1f
        cmhi v28.4s, v3.4s, v0.4s
        adcs x25, x25, x24
        madd x2, x8, x25, x23
        eor v17.16b, v17.16b, v3.16b
1:
        add x17, x22, x8
        bic x10, x12, x6, lsr #7
        ccmp x11, x9, #5, ne
        mov sp, x24
        fmul v21.4s, v25.4s, v18.4s
        add x12, sp, #40
        fmul v25.4s, v24.4s, v7.4s
        umov x9, v10.d[1]
1:
        fadd d5, d8, d19
        sub sp, sp, x1, lsl #2
        zip1 v20.2d, v24.2d, v14.2d
        ext v26.16b, v5.16b, v24.16b, #3
        add x2, x21, x4
        fmadd d17, d20, d12, d26
        cbz w7, 1f
        madd x1, x21, x12, x10
1:
        sdiv w15, w19, w17
        fmov d29, x21
        ror w17, w29, w9
        udiv x21, x14, x19
        csinc w28, w13, w21, hi
        lsl x10, x26, x24
        add v20.16b, v30.16b, v5.16b
        sub x14, x14, x8, lsl #3
1:
        sqadd v9.8h, v20.8h, v13.8h
        extr x19, x30, x17, #13
        rbit x20, x3
        eor v0.16b, v7.16b, v24.16b
        fcvtzs x10, d16
        scvtf d27, x11
        sqadd v16.8h, v13.8h, v23.8h
        b.ge 1f
1:
        sbcs x0, x17, x9
        adds x18, x11, x10
        fmul s18, s16, s22
        lsl x24, x2, x14
        sub x29, x12, x25, lsl #3
        fmov x25, d6
        madd x18, x28, x18, x6
        add v17.16b, v3.16b, v5.16b
1:
        rbit x23, x3
        fdiv s22, s24, s4
        ands x2, x9, x3
        fmadd d20, d13, d23, d30
        udiv x18, x19, x19
        add v28.16b, v9.16b, v27.16b
        fmul s17, s15, s12
        ext v0.16b, v2.16b, v27.16b, #3
1:
        add x0, x23, x21
        b.ge 1f
        mov sp, x5
        fmov d23, x17
        rbit x14, x14
        sdiv w23, w2, w25
        fmov d31, x27
        sub sp, sp, x16, lsl #2
1:
        fmul v31.4s, v22.4s, v31.4s
        mul v15.4s, v10.4s, v20.4s
        ext v7.16b, v29.16b, v3.16b, #3
        b.cs 1f
        fmul s6, s25, s19
        orr w0, w28, w5
        adcs x11, x18, x24
        ror w22, w9, w11
1:
        ccmp x29, x5, #5, ne
        cmhi v7.4s, v8.4s, v10.4s
        adcs x29, x7, x2
        ror w18, w28, w8
        eor x23, x24, x3
        zip1 v12.2d, v3.2d, v19.2d
        umulh x24, x23, x22
        fcmp d7, d29
1:
        b.ge 1f
        adcs x0, x28, x22
        subs w6, w7, w29
        cmhi v21.4s, v6.4s, v27.4s
        ands x23, x27, x9
        umulh x3, x25, x21
        fcsel d10, d21, d13, ge
        scvtf d8, x2
1:
        fcvtzs x29, d11
        bic x2, x29, x10, lsr #7
        mov sp, x21
        tbl v0.16b, {v19.16b}, v1.16b
        fmul s2, s19, s8
        lsl x1, x9, x2
        bic x12, x8, x5, lsr #7
        ins v4.d[1], x22
1:
        extr x17, x18, x27, #13
        fmov d20, x22
        rev x22, x15
        fmadd d23, d29, d10, d19
        mov sp, x22
        ror w22, w14, w30
        clz x10, x8
        add x10, sp, #40
1:
        add x3, sp, #40
        umulh x2, x12, x20
        add x29, sp, #40
        clz x6, x27
        sub sp, sp, x5, lsl #2
        sub sp, sp, x18, lsl #2
        fsqrt d16, d31
        fmadd d22, d27, d18, d20
1:
        ext v28.16b, v2.16b, v29.16b, #3
        fmov x5, d27
        b.cs 1f
        sdiv w8, w13, w19
        sqadd v20.8h, v30.8h, v7.8h
        fcmp d15, d29
        zip1 v13.2d, v5.2d, v16.2d
        eor v2.16b, v7.16b, v4.16b
1:
        ccmp x28, x17, #5, ne
        ccmp x27, x17, #5, ne
        lsl x24, x20, x17
        fmadd d28, d14, d17, d30
        scvtf d29, x5
        sbcs x17, x21, x13
        uaddlv s5, v24.8h
        adds x2, x22, x28
1:
        fdiv s28, s6, s10
        eor v27.16b, v26.16b, v2.16b
        orr w30, w9, w28
        eor v1.16b, v22.16b, v20.16b
        uaddlv s5, v17.8h
        umulh x19, x23, x30
        cbz w1, 1f
        fcsel d4, d9, d15, ge
1:
        ccmp x4, x22, #5, ne
        bic x16, x19, x26, lsr #7
        sqadd v0.8h, v9.8h, v8.8h
        fcvtzs x16, d16
        b.ge 1f
        sub sp, sp, x16, lsl #2
        madd x21, x26, x14, x6
        fmul v3.4s, v22.4s, v17.4s
1:
        cbz w26, 1f
        madd x23, x8, x17, x29
        fcmp d24, d13
        rbit x11, x17
        mov sp, x7
        fmul s2, s5, s22
        b.ge 1f
        mul v17.4s, v27.4s, v13.4s
1:
        add v0.16b, v5.16b, v27.16b
        fsqrt d8, d27
        ubfx x28, x19, #5, #20
        add x27, x29, x25
        ext v13.16b, v25.16b, v7.16b, #3
        eor v18.16b, v23.16b, v26.16b
        fadd d28, d28, d2
        b.ge 1f
1:
        extr x25, x3, x10, #13
        adcs x7, x10, x26
        bic x19, x25, x27, lsr #7
        orr w27, w19, w1
        fadd d11, d23, d22
        fmov x24, d23
        clz x15, x17
        cmhi v27.4s, v21.4s, v0.4s
1:
        sub sp, sp, x24, lsl #2
        clz x19, x26
        fmul v7.4s, v1.4s, v2.4s
        sub x13, x6, x5, lsl #3
        scvtf d16, x27
        eor x18, x2, x11
        add x8, sp, #40
        adcs x5, x29, x6
1:
        ins v30.d[1], x23
        fdiv s2, s29, s21
        orr w30, w23, w8
        orr w22, w17, w24
        adds x16, x6, x23
        rev x28, x15
        fmul s30, s12, s2
        sqadd v4.8h, v19.8h, v15.8h
1:
        fmov d9, x0
        umulh x22, x30, x29
        b.cs 1f
        fmov d7, x20
        b.ge 1f
        cbz w1, 1f
        fmul v25.4s, v26.4s, v16.4s
        fsub d27, d2, d13
1:
        sdiv w2, w6, w15
        cmhi v24.4s, v29.4s, v12.4s
        sbcs x11, x7, x22
        fmul v15.4s, v28.4s, v5.4s
        ccmp x22, x23, #5, ne
        tbl v22.16b, {v22.16b}, v18.16b
        adcs x16, x11, x26
        fcvtzs x20, d12
1:
        fmul s16, s8, s8
        add x10, x26, x27
        rbit x16, x21
        b.ge 1f
        sbcs x27, x26, x28
        rbit x8, x12
        ubfx x25, x1, #5, #20
        umulh x8, x0, x25
1:
        scvtf d26, x24
        ror w13, w21, w16
        eor v7.16b, v21.16b, v30.16b
        bic x4, x17, x0, lsr #7
        clz x9, x5
        bic x10, x26, x16, lsr #7
        ins v6.d[1], x27
        fcsel d17, d7, d11, ge
1:
        add x24, sp, #40
        sqadd v15.8h, v30.8h, v10.8h
        add x9, sp, #40
        mov sp, x19
        fdiv s28, s7, s6
        tbl v28.16b, {v18.16b}, v23.16b
        ror w26, w5, w7
        zip1 v27.2d, v2.2d, v17.2d
1:
        eor x5, x16, x18
        fmul v31.4s, v0.4s, v8.4s
        adds x0, x30, x19
        csel x16, x23, x26, lt
        mul v22.4s, v19.4s, v27.4s
        cmhi v23.4s, v22.4s, v3.4s
        fadd d15, d16, d18
        fcmp d5, d7
1:
        rbit x25, x18
        extr x19, x29, x21, #13
        fmov d11, x6
        csinc w13, w24, w14, hi
        fmov x9, d29
        ubfx x1, x30, #5, #20
        add x13, x29, x21
        orr w21, w4, w23
1:
        ror w27, w9, w1
        fmul s22, s31, s26
        sqadd v25.8h, v15.8h, v1.8h
        uaddlv s14, v19.8h
        add v7.16b, v13.16b, v4.16b
        fcvtzs x3, d18
        add v28.16b, v24.16b, v22.16b
        fsqrt d30, d7
1:
        mov sp, x20
        umulh x6, x19, x1
        lsl x14, x25, x29
        csel x30, x11, x10, lt
        sdiv w17, w27, w15
        ccmp x26, x28, #5, ne
        clz x6, x16
        adds x17, x3, x26
1:
        sbcs x17, x18, x1
        fcvtzs x30, d6
        ccmp x4, x5, #5, ne
        add x17, sp, #40
        ccmp x10, x27, #5, ne
        eor v19.16b, v10.16b, v5.16b
        fdiv s0, s28, s0
        fcsel d2, d1, d21, ge
1:
        umov x14, v22.d[1]
        umov x13, v19.d[1]
        tbl v31.16b, {v27.16b}, v22.16b
        sbcs x19, x5, x10
        ubfx x23, x19, #5, #20
        umov x10, v14.d[1]
        tbl v29.16b, {v21.16b}, v26.16b
        rev x4, x0
1:
        adds x17, x3, x19
        fmov d28, x2
        subs w1, w12, w1
        b.ge 1f
        clz x4, x17
        ext v31.16b, v16.16b, v12.16b, #3
        ands x11, x7, x19
        ubfx x26, x21, #5, #20
1:
        umulh x29, x21, x6
        adcs x17, x6, x14
        fdiv s28, s25, s17
        tbl v13.16b, {v5.16b}, v31.16b
        clz x28, x28
        mov sp, x24
        fmul s21, s7, s21
        bic x17, x13, x14, lsr #7
1:
        fdiv s5, s9, s1
        ands x22, x7, x12
        fsqrt d8, d14
        lsl x28, x10, x9
        orr w24, w28, w22
        sub sp, sp, x16, lsl #2
        ands x30, x18, x5
        rbit x6, x10
1:
        clz x10, x25
        fcmp d25, d0
        uaddlv s11, v20.8h
        fcvtzs x13, d21
        sub x15, x7, x2, lsl #3
        bic x4, x13, x27, lsr #7
        bic x6, x21, x1, lsr #7
        lsl x11, x4, x22
1:
        umulh x0, x26, x1
        ubfx x14, x26, #5, #20
        add x22, sp, #40
        tbl v28.16b, {v3.16b}, v23.16b
        umov x25, v0.d[1]
        tbl v9.16b, {v17.16b}, v9.16b
        mul v22.4s, v17.4s, v21.4s
        umov x18, v2.d[1]
1:
        fcvtzs x6, d29
        orr w4, w7, w7
        fmul v15.4s, v14.4s, v9.4s
        fdiv s17, s7, s29
        tbnz x30, #9, 1f
        ror w12, w9, w3
        fmadd d28, d28, d9, d20
        fcsel d24, d11, d16, ge
1:
        uaddlv s27, v20.8h
        fmul s25, s11, s27
        fmadd d15, d0, d28, d1
        ccmp x21, x1, #5, ne
        zip1 v28.2d, v2.2d, v11.2d
        clz x23, x29
        fdiv s26, s9, s29
        rev x10, x4
1:
        scvtf d22, x30
        fmadd d25, d9, d26, d16
        fmul v14.4s, v15.4s, v15.4s
        ext v0.16b, v11.16b, v3.16b, #3
        fmov d10, x0
        sub x19, x5, x22, lsl #3
        ins v22.d[1], x17
        ror w20, w29, w23
1:
        umov x3, v15.d[1]
        csel x5, x27, x7, lt
        mul v18.4s, v19.4s, v31.4s
        umov x21, v26.d[1]
        fsub d25, d4, d6
        mov sp, x29
        ands x5, x18, x17
        fcvtzs x27, d0
1:
        rbit x16, x0
        orr w12, w10, w14
        extr x8, x23, x0, #13
        zip1 v11.2d, v13.2d, v1.2d
        add x8, sp, #40
        tbnz x12, #9, 1f
        fmov d29, x4
        lsl x28, x22, x5
1:
        adds x28, x3, x26
        fcsel d30, d31, d6, ge
        ins v17.d[1], x5
        rev x2, x22
        fadd d17, d23, d14
        ins v22.d[1], x24
        rbit x26, x9
        fadd d16, d11, d28
1:
        subs w6, w10, w8
        tbl v31.16b, {v17.16b}, v3.16b
        extr x1, x22, x14, #13
        fmov d6, x16
        umulh x1, x22, x6
        cbz w30, 1f
        adds x25, x25, x13
        fmul s23, s15, s7
1:
        ror w14, w14, w16
        adcs x4, x23, x24
        fmadd d1, d13, d26, d22
        fmadd d13, d7, d28, d0
        mov sp, x0
        cmhi v23.4s, v15.4s, v19.4s
        uaddlv s9, v10.8h
        clz x7, x9
1:
        ubfx x6, x13, #5, #20
        csinc w6, w14, w24, hi
        sqadd v23.8h, v30.8h, v23.8h
        mov sp, x2
        rev x23, x0
        rbit x4, x16
        fsqrt d11, d13
        ccmp x14, x0, #5, ne
1:
        fmov x22, d26
        ands x22, x8, x26
        csel x8, x10, x2, lt
        mov sp, x22
        scvtf d7, x22
        tbnz x1, #9, 1f
        scvtf d25, x21
        eor x26, x9, x12
1:
        udiv x23, x30, x30
        umulh x5, x22, x3
        bic x13, x28, x16, lsr #7
        adcs x6, x0, x12
        fdiv s1, s13, s4
        fmul v13.4s, v18.4s, v20.4s
        bic x12, x29, x7, lsr #7
        udiv x23, x2, x5
1:
        ror w1, w11, w11
        add x12, x2, x3
        fmov d2, x7
        add x17, sp, #40
        add x25, sp, #40
        udiv x17, x29, x7
        sub x30, x12, x8, lsl #3
        extr x21, x28, x15, #13
1:
        add v11.16b, v17.16b, v19.16b
        mul v22.4s, v2.4s, v6.4s
        fmul v26.4s, v14.4s, v19.4s
        subs w14, w9, w4
        add x19, x9, x23
        clz x13, x20
        sub sp, sp, x7, lsl #2
        clz x2, x16
1:
        b.cs 1f
        eor x2, x17, x26
        ext v29.16b, v26.16b, v25.16b, #3
        bic x9, x19, x3, lsr #7
        add v1.16b, v27.16b, v9.16b
        fadd d9, d16, d17
        clz x11, x29
        fmov x27, d22
1:
        subs w0, w10, w16
        sub sp, sp, x30, lsl #2
        tbnz x12, #9, 1f
        umov x2, v0.d[1]
        sdiv w8, w6, w12
        fmul s11, s31, s26
        csinc w23, w5, w9, hi
        umulh x15, x23, x18
1:
        adds x11, x24, x23
        add x13, sp, #40
        clz x18, x0
        fsub d30, d15, d11
        fdiv s0, s14, s17
        umov x16, v6.d[1]
        fadd d29, d15, d2
        fcmp d26, d28
1:
        umulh x1, x12, x23
        fcvtzs x4, d0
        rbit x12, x12
        adcs x22, x21, x30
        fcvtzs x21, d11
        fcsel d9, d18, d2, ge
        subs w5, w4, w19
        fmadd d19, d30, d0, d2
1:
        umulh x18, x3, x29
        rbit x21, x18
        sqadd v13.8h, v21.8h, v14.8h
        ror w3, w30, w25
        sub sp, sp, x15, lsl #2
        tbl v1.16b, {v28.16b}, v29.16b
        ands x20, x4, x2
        ins v5.d[1], x22
1:
        orr w24, w29, w6
        b.cs 1f
        madd x23, x28, x11, x0
        udiv x2, x8, x18
        tbl v8.16b, {v2.16b}, v10.16b
        zip1 v19.2d, v15.2d, v3.2d
        mul v3.4s, v4.4s, v26.4s
        fmov x22, d7
1:
        sbcs x6, x26, x30
        add x18, sp, #40
        csinc w21, w16, w20, hi
        lsl x4, x27, x10
        fmov x27, d23
        fsub d22, d25, d26
        sub sp, sp, x23, lsl #2
        mul v18.4s, v26.4s, v30.4s
1:
        fdiv s21, s9, s14
        adds x29, x22, x23
        fadd d22, d7, d5
        fmov x0, d17
        ubfx x14, x11, #5, #20
        sdiv w26, w7, w27
        fmov x23, d2
        sub x17, x12, x20, lsl #3
1:
        sbcs x28, x29, x12
        fcmp d12, d26
        udiv x25, x16, x15
        clz x26, x15
        b.cs 1f
        fmov d19, x9
        tbnz x19, #9, 1f
        ands x23, x24, x25
1:
        ext v7.16b, v19.16b, v27.16b, #3
        scvtf d22, x9
        lsl x28, x4, x10
        ror w12, w23, w19
        fadd d18, d1, d29
        fsqrt d25, d16
        sub sp, sp, x27, lsl #2
        cmhi v5.4s, v10.4s, v31.4s
1:
        fsqrt d16, d23
        add x9, x25, x2
        add v6.16b, v17.16b, v3.16b
        add x7, x29, x12
        rbit x29, x19
        fsqrt d2, d15
        fmul s5, s20, s30
        madd x28, x19, x15, x9
1:
        scvtf d4, x10
        sdiv w6, w18, w4
        sbcs x25, x24, x26
        clz x14, x18
        rbit x28, x17
        fmul v17.4s, v8.4s, v20.4s
        adds x28, x19, x23
        scvtf d5, x10
1:
        ror w19, w23, w26
        fdiv s26, s8, s1
        ands x16, x20, x11
        zip1 v28.2d, v12.2d, v2.2d
        subs w7, w27, w9
        zip1 v14.2d, v7.2d, v10.2d
        lsl x8, x16, x2
        tbl v9.16b, {v7.16b}, v9.16b
1:
        scvtf d26, x2
        subs w23, w30, w18
        sbcs x20, x27, x22
        add x28, x5, x5
        adds x30, x24, x12
        csinc w28, w17, w11, hi
        fmov x9, d8
        tbnz x26, #9, 1f
1:
        sqadd v18.8h, v26.8h, v4.8h
        fcmp d21, d14
        fadd d28, d6, d15
        clz x9, x15
        adds x17, x29, x14
        mul v26.4s, v4.4s, v3.4s
        fmul v25.4s, v18.4s, v15.4s
        zip1 v5.2d, v21.2d, v11.2d
1:
        orr w15, w8, w13
        fmul v20.4s, v20.4s, v13.4s
        adds x9, x17, x13
        sbcs x2, x18, x19
        scvtf d10, x3
        fcvtzs x22, d22
        sbcs x10, x25, x24
        add x21, x16, x17
1:
        sdiv w25, w28, w6
        scvtf d23, x10
        rev x27, x10
        ins v25.d[1], x17
        mul v14.4s, v22.4s, v9.4s
        bic x10, x29, x16, lsr #7
        rbit x25, x15
        adcs x30, x23, x0
1:
        madd x9, x19, x27, x13
        uaddlv s12, v16.8h
        fmadd d26, d14, d4, d20
        umulh x30, x6, x27
        tbl v31.16b, {v4.16b}, v23.16b
        tbnz x13, #9, 1f
        ins v1.d[1], x19
        clz x13, x29
1:
        sqadd v6.8h, v17.8h, v18.8h
        fdiv s27, s14, s27
        bic x30, x13, x24, lsr #7
        fmadd d7, d26, d18, d26
        ins v12.d[1], x16
        tbl v30.16b, {v25.16b}, v8.16b
        fdiv s20, s9, s9
        eor v11.16b, v8.16b, v7.16b
1:
        tbnz x6, #9, 1f
        ands x26, x28, x23
        sdiv w18, w10, w18
        fcsel d30, d30, d30, ge
        sdiv w15, w30, w19
        ands x0, x3, x25
        fsqrt d0, d27
        add x9, sp, #40
1:
        sqadd v21.8h, v23.8h, v22.8h
        orr w21, w8, w17
        fsqrt d23, d27
        fdiv s6, s6, s24
        tbnz x16, #9, 1f
        ands x0, x9, x4
        fmul v20.4s, v15.4s, v28.4s
        orr w1, w25, w23
1:
        fcsel d31, d26, d28, ge
        adds x18, x9, x5
        fmov x7, d10
        fcvtzs x16, d1
        fcmp d11, d27
        adcs x28, x23, x17
        sqadd v14.8h, v7.8h, v7.8h
        fdiv s9, s18, s7
1:
        umov x23, v14.d[1]
        cmhi v11.4s, v3.4s, v31.4s
        fmul s18, s25, s22
        fcmp d5, d18
        lsl x8, x4, x0
        sbcs x25, x13, x11
        fmov x20, d5
        ror w26, w0, w15
1:
        add v25.16b, v20.16b, v27.16b
        orr w12, w1, w10
        adcs x10, x5, x14
        tbnz x12, #9, 1f
        sub sp, sp, x28, lsl #2
        extr x19, x3, x17, #13
        adds x3, x30, x29
        cbz w13, 1f
1:
        1:  msr TPIDR_EL0, x0
        mrs x0, TPIDRRO_EL0
        add x0, x0, #800
        stp x2, x3, [x0, #16]
        stp x4, x5, [x0, #32]
        stp x6, x7, [x0, #48]
        stp x8, x9, [x0, #64]
        stp x10, x11, [x0, #80]
        stp x12, x13, [x0, #96]
        stp x14, x15, [x0, #112]
        stp x16, x17, [x0, #128]
        stp x18, x19, [x0, #144]
        stp x20, x21, [x0, #160]
        stp x22, x23, [x0, #176]
        stp x24, x25, [x0, #192]
        stp x26, x27, [x0, #208]
        stp x28, x29, [x0, #224]
        str x30, [x0, #240]
        mrs x2, TPIDR_EL0
        stp x2, x1, [x0]
        mov x2, sp
        str x2, [x0, #248]
        mrs x2, NZCV
        str x2, [x0, #256]
        mrs x2, FPCR
        str x2, [x0, #264]
        mrs x2, FPSR
        str x2, [x0, #272]
        add x2, x0, #288
        stp q0, q1, [x2, #0]
        stp q2, q3, [x2, #32]
        stp q4, q5, [x2, #64]
        stp q6, q7, [x2, #96]
        stp q8, q9, [x2, #128]
        stp q10, q11, [x2, #160]
        stp q12, q13, [x2, #192]
        stp q14, q15, [x2, #224]
        stp q16, q17, [x2, #256]
        stp q18, q19, [x2, #288]
        stp q20, q21, [x2, #320]
        stp q22, q23, [x2, #352]
        stp q24, q25, [x2, #384]
        stp q26, q27, [x2, #416]
        stp q28, q29, [x2, #448]
        stp q30, q31, [x2, #480]
        add x9, x0, #800
        ldp x30, x10, [x9, #96]
        mov sp, x10
        ldp x18, x19, [x9, #0]
        ldp x20, x21, [x9, #16]
        ldp x22, x23, [x9, #32]
        ldp x24, x25, [x9, #48]
        ldp x26, x27, [x9, #64]
        ldp x28, x29, [x9, #80]
        msr FPCR, xzr
        ret
  `;
}

/** Where its first instruction is. */
export function randomCodeBegin(): bigint {
  return asm`
        adrp x0, ${runRandomCode}
        add x0, x0, #(${runRandomCode} & 0xfff)
        ret
  `;
}
