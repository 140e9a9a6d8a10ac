// Floating point: the logistic map with fused and plain arithmetic, divided, rooted and converted.
        fmov    d0, #0.5
        fmov    d1, #3.75
        fmov    d2, #1.0
        fmov    d5, #2.0
        mov     x0, #0
loop:   fsub    d3, d2, d0
        fmul    d4, d0, d1
        fmul    d0, d4, d3
        fmadd   d6, d0, d5, d2
        fdiv    d7, d6, d5
        fsqrt   d7, d7
        fcmp    d7, d2
        cinc    x0, x0, gt
        fcvtzs  x1, d6
        scvtf   d8, x1
        fadd    d9, d8, d7
        subs    x19, x19, #1
        b.ne    loop
        and     x0, x0, #0xff
        mov     x8, #93
        svc     #0
