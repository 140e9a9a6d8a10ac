import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * PSTATE and the flags behind an ERET, as { pstate, nzcv }; in nzcv, N is bit 3. `pstate` is PSTATE before it. `spsr` is
 * SPSR_EL1, a word of 32 bits, with NZCV in bits 31:28 and the rest of PSTATE where `pstate` has it:
 *
 *   23   22   21  20        9  8  7  6      4:0
 *   UAO  PAN  SS  IL        D  A  I  F      M: level in 3:2, SP in 0
 *
 * Behind a legal return, all of it is SPSR_EL1's, but SS is `ss`; bits that are not in the drawing are 0, whatever SPSR_EL1
 * says. A return is illegal if M is anything else than 0b00000, 0b00100 or 0b00101, where the level is not higher than
 * `pstate`'s. Then
 *
 *   NZCV, PAN, D, A, I, F   are SPSR_EL1's
 *   UAO, level, SP          are what they were
 *   IL                      is 1
 *   SS                      is `ss`
 */
export const exceptionReturn: ExceptionParts["exceptionReturn"] = (spsr, pstate, ss) => {
  const nzcv = spsr >>> 28;
  const step = ss << 21;
  if (isIllegal(spsr, pstate)) return { pstate: (spsr & MASKS) | (pstate & STAYS) | IL | step, nzcv };
  return { pstate: (spsr & ALL) | step, nzcv };
};

const UAO = 1 << 23;
const PAN = 1 << 22;
const IL = 1 << 20;
const DAIF = 0b1111 << 6;
const M = 0b11111;

const MASKS = PAN | DAIF;
const STAYS = UAO | M;
const ALL = UAO | PAN | IL | DAIF | M;

function isIllegal(spsr: number, pstate: number): boolean {
  if (![0b00000, 0b00100, 0b00101].includes(spsr & M)) return true;
  return (spsr & 0b1100) > (pstate & 0b1100);
}
