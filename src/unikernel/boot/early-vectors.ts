// The vectors of the first steps, with the MMU off and on: whatever comes is told in one line, and
// the power goes off. Nothing here needs a stack, a variable or a device tree; the real vectors
// come with the step idt_initialize_for_cpu (./idt-initialize.ts).

import { asm } from "../metal/assembly";

/**
 * Of the sixteen entries, those two that are not masked: a synchronous exception, on either stack.
 * @align 2048
 */
export function earlyVectors(): never {
  return asm`
        b     ${tellEarlyFault}
        .balign 512
        b     ${tellEarlyFault}
  `;
}

/**
 * X1 is where the UART is: in the half of the addresses that this code runs in. The power goes off
 * by SMC where there is an EL2, which was ours, and by HVC otherwise. A second fault says nothing:
 * there may be no UART. TPIDR_EL1, which nobody else uses, says that there has been a first. X6 is
 * how often to look for room in all: what is there need not be a UART.
 */
export function tellEarlyFault(): never {
  return asm`
        mrs   x9, TPIDR_EL1
        cbnz  x9, 2f
        mov   x9, #1
        msr   TPIDR_EL1, x9
        adr   x9, .
        and   x1, x9, #0xffffff8000000000
        mov   x2, #0x09000000
        orr   x1, x1, x2
        mov   w2, #0x301                    // UARTCR: UARTEN, TXE, RXE
        str   w2, [x1, #0x30]
        mov   x6, #(1 << 20)
        adr   x2, 10f
        bl    ${putEarlyText}
        mrs   x2, ESR_EL1
        bl    ${putEarlyHex}
        adr   x2, 11f
        bl    ${putEarlyText}
        mrs   x2, ELR_EL1
        bl    ${putEarlyHex}
        adr   x2, 12f
        bl    ${putEarlyText}
        mrs   x2, FAR_EL1
        bl    ${putEarlyHex}
        mov   w3, #10
        str   w3, [x1]
2:      movz  w0, #0x0008
        movk  w0, #0x8400, lsl #16          // SYSTEM_OFF
        mov   x1, #0
        mov   x2, #0
        mov   x3, #0
        mrs   x9, ID_AA64PFR0_EL1
        ubfx  x9, x9, #8, #4
        cbnz  x9, 1f
        hvc   #0
        b     .
1:      smc   #0
        b     .
10:     .asciz "early fault: ESR_EL1 0x"
        .balign 4
11:     .asciz ", ELR_EL1 0x"
        .balign 4
12:     .asciz ", FAR_EL1 0x"
        .balign 4
  `;
}

/** What is at X2, up to a zero byte. */
function putEarlyText(): never {
  return asm`
1:      ldrb  w3, [x2], #1
        cbz   w3, 4f
2:      ldr   w4, [x1, #0x18]
        tbz   w4, #5, 3f                    // UARTFR.TXFF
        cbz   x6, 3f
        sub   x6, x6, #1
        b     2b
3:      str   w3, [x1]
        b     1b
4:      ret
  `;
}

/** X2, in sixteen digits. */
function putEarlyHex(): never {
  return asm`
        mov   w5, #16
1:      ror   x2, x2, #60
        and   x3, x2, #15
        add   w4, w3, #(97 - 10)
        add   w3, w3, #48
        cmp   w3, #58
        csel  w3, w3, w4, lo
2:      ldr   w4, [x1, #0x18]
        tbz   w4, #5, 3f
        cbz   x6, 3f
        sub   x6, x6, #1
        b     2b
3:      str   w3, [x1]
        subs  w5, w5, #1
        b.ne  1b
        ret
  `;
}
