// What a handler may do to registers, all of it: whoever was interrupted must not see it. It has an exception of its own,
// so that ELR_EL1 and SPSR_EL1 say something else afterwards; a system call that nobody knows.

import { asm } from "../../../src/unikernel/metal/assembly";

/** @noalloc */
export function spoilRegisters(): void {
  return asm`
        mov x0, #0x4000000
        msr FPCR, x0
        mov x0, #0x9f
        msr FPSR, x0
        msr NZCV, xzr
        movi v0.16b, #0xa5
        movi v1.16b, #0xa5
        movi v2.16b, #0xa5
        movi v3.16b, #0xa5
        movi v4.16b, #0xa5
        movi v5.16b, #0xa5
        movi v6.16b, #0xa5
        movi v7.16b, #0xa5
        movi v8.16b, #0xa5
        movi v9.16b, #0xa5
        movi v10.16b, #0xa5
        movi v11.16b, #0xa5
        movi v12.16b, #0xa5
        movi v13.16b, #0xa5
        movi v14.16b, #0xa5
        movi v15.16b, #0xa5
        movi v16.16b, #0xa5
        movi v17.16b, #0xa5
        movi v18.16b, #0xa5
        movi v19.16b, #0xa5
        movi v20.16b, #0xa5
        movi v21.16b, #0xa5
        movi v22.16b, #0xa5
        movi v23.16b, #0xa5
        movi v24.16b, #0xa5
        movi v25.16b, #0xa5
        movi v26.16b, #0xa5
        movi v27.16b, #0xa5
        movi v28.16b, #0xa5
        movi v29.16b, #0xa5
        movi v30.16b, #0xa5
        movi v31.16b, #0xa5
        mov x1, #0xbad
        mov x2, #0xbad
        mov x3, #0xbad
        mov x4, #0xbad
        mov x5, #0xbad
        mov x6, #0xbad
        mov x7, #0xbad
        mov x8, #0xbad
        mov x9, #0xbad
        mov x10, #0xbad
        mov x11, #0xbad
        mov x12, #0xbad
        mov x13, #0xbad
        mov x14, #0xbad
        mov x15, #0xbad
        mov x16, #0xbad
        mov x17, #0xbad
        mov x8, #0xbad
        svc #0
        ret
  `;
}

/** @noalloc */
export function stackPointer(): bigint {
  return asm`
        mov x0, sp
        ret
  `;
}
