// Programs that have something to look back at.

import { Debugger, type DebuggerOptions } from "../../../../src/machine/cpu/stepping/debugger";
import { machineOf } from "../../../../src/machine/cpu/stepping/machine";
import { Machine } from "../machine";

/** Sorts sixteen words at 0x2000, which it has made from a linear congruential generator; for ever. */
export const SORT = `
start:  mov   x0, #0x2000
        add   x5, x5, #1            // Rounds.
        mov   w1, w5
        mov   x2, #0
fill:   mov   w3, #0x660d
        movk  w3, #0x19, lsl #16
        mul   w1, w1, w3
        add   w1, w1, #0x5d
        str   w1, [x0, x2, lsl #2]
        add   x2, x2, #1
        cmp   x2, #16
        b.ne  fill
        mov   x2, #1
outer:  ldr   w3, [x0, x2, lsl #2]
        mov   x4, x2
inner:  sub   x6, x4, #1
        ldr   w7, [x0, x6, lsl #2]
        cmp   w7, w3
        b.ls  place
        str   w7, [x0, x4, lsl #2]
        mov   x4, x6
        cbnz  x4, inner
place:  str   w3, [x0, x4, lsl #2]
        add   x2, x2, #1
        cmp   x2, #16
        b.ne  outer
        b     start
`;

/** Changes an instruction of its own, back and forth. */
export const SELF_MODIFYING = `
start:  adr   x0, target
        ldr   w1, [x0]
        eor   w1, w1, #0x400        // add x3, x3, #1 or #0 ...
        str   w1, [x0]
target: add   x3, x3, #1
        add   x2, x2, x3
        b     start
`;

/** Stores exclusively, and each other time spoils that with a store of its own. */
export const EXCLUSIVE = `
start:  mov   x0, #0x2000
        mov   x5, #0
again:  ldxr  x1, [x0]
        add   x5, x5, #1
        tbz   x5, #0, even
        str   x5, [x0, #8]          // Elsewhere in the page.
        b     store
even:   str   x5, [x0]
store:  add   x1, x1, #3
        stxr  w2, x1, [x0]
        add   x3, x3, x2
        b     again
`;

/** Counts at 0x2008 what an operating system gives it; it ends at 20. */
export const ASKING = `
start:  mov   x2, #0x2000
again:  svc   #1
        str   x0, [x2]
        ldr   x1, [x2, #8]
        add   x1, x1, x0
        str   x1, [x2, #8]
        cmp   x1, #20
        b.lo  again
        svc   #2
`;

export function debuggerOf(program: string, options: DebuggerOptions = {}): Debugger {
  return new Debugger(machineOf(new Machine(program).cpu), options);
}
