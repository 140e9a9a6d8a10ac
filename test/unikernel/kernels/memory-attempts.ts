// One access that may fault, and what the processor says of it: ESR_EL1, or 0. While it is made, the
// vectors are others, which go on behind the access whatever has come.
//
//   X9, X11, X12   VBAR_EL1, DAIF and X30, to be put back
//   X13            where to go on
//   X14            PSTATE for that, when the access was made at EL0

import { asm } from "../../../src/unikernel/metal/assembly";

/** ATTEMPT: an access of the kernel, of a program (LDTR at EL1), or a jump, the last one to EL0. */
export const ATTEMPT = {
  load: 0, store: 1, programLoad: 2, programStore: 3, execute: 4, programExecute: 5,
} as const;

/** @align 2048 */
function returningVectors(): never {
  return asm`
        mrs   x0, ESR_EL1
        msr   ELR_EL1, x13
        eret
        .balign 1024
        mrs   x0, ESR_EL1
        msr   SPSR_EL1, x14
        msr   ELR_EL1, x13
        eret
  `;
}

/**
 * X0 is one of ATTEMPT, X1 the address. What is executed there had better be RET, for the kernel, or
 * SVC, for a program.
 */
function attemptAt(_attempt: number, _address: bigint): bigint {
  return asm`
        mrs   x9, VBAR_EL1
        mrs   x11, DAIF
        mov   x12, x30
        msr   DAIFSet, #15
        adrp  x10, ${returningVectors}
        add   x10, x10, #(${returningVectors} & 0xfff)
        msr   VBAR_EL1, x10
        isb
        adr   x13, 9f
        mov   x30, x13
        cbz   x0, 1f
        cmp   x0, #2
        b.lo  2f
        b.eq  3f
        cmp   x0, #4
        b.lo  4f
        b.eq  5f
        mov   x14, #0x3c4                   // EL1t, all masked: what we are
        mov   x10, #0x3c0                   // EL0t
        msr   SPSR_EL1, x10
        msr   ELR_EL1, x1
        eret
1:      ldr   x1, [x1]
        b     8f
2:      str   xzr, [x1]
        b     8f
3:      ldtr  x1, [x1]
        b     8f
4:      sttr  xzr, [x1]
        b     8f
5:      mov   x0, #0
        br    x1
8:      mov   x0, #0
9:      msr   VBAR_EL1, x9
        isb
        mov   x30, x12
        msr   DAIF, x11
        ret
  `;
}

/** ESR_EL1 of the access, or 0n. */
export function attempt(kind: number, address: bigint): bigint {
  return attemptAt(kind, address);
}

/** What has been stored may be executed: no cache of instructions holds what was there before. */
export function synchronizeInstructions(_address: bigint): void {
  return asm`
        dc    cvau, x0
        dsb   ish
        ic    iallu
        dsb   ish
        isb
        ret
  `;
}
