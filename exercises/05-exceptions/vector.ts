import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * Where the handler begins, of an exception of one of four kinds: "synchronous", "IRQ", "FIQ" or "SError". `vbar` is VBAR_EL1, of
 * which the low eleven bits count as 0; `pstate` is what the exception finds, the level in bits 3:2 and SP in bit 0.
 *
 *   VBAR_EL1 +      synchronous   IRQ     FIQ     SError
 *   EL1, on SP_EL0        0x000   0x080   0x100   0x180
 *   EL1, on SP_EL1        0x200   0x280   0x300   0x380
 *   EL0                   0x400   0x480   0x500   0x580
 */
export const vectorOf: ExceptionParts["vectorOf"] = (vbar, pstate, kind) => {
  throw new Error(`Return the address of the vector: ${kind}, PSTATE 0x${pstate.toString(16)}, VBAR_EL1 0x${vbar.toString(16)}.`);
};
