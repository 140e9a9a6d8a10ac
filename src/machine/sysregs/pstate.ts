// PSTATE, the state of the process, without its flags: which exception level, which stack pointer,
// what is masked. It is kept in the format in which SPSR_EL1 saves it (Arm ARM, "Saved Program
// Status Register (EL1)"), so that an exception saves and restores it by copying.
//
//   23   22   21  20        9  8  7  6      3:2   1  0
//   UAO  PAN  SS  IL        D  A  I  F      EL    0  SP

/** A PSTATE, without NZCV: 24 bits. */
export type Pstate = number;

export const UAO = 1 << 23;
export const PAN = 1 << 22;
export const SS = 1 << 21;
export const IL = 1 << 20;
export const D = 1 << 9;
export const A = 1 << 8;
export const I = 1 << 7;
export const F = 1 << 6;
export const SP_ELX = 1 << 0;

export const DAIF = D | A | I | F;
/** N, Z, C and V are elsewhere: in SPSR_EL1 they stand in bits 31 to 28. */
export const NZCV_SHIFT = 28;

export type Level = 0 | 1;

export const levelOf = (pstate: Pstate): Level => ((pstate >> 2) & 1) as Level;

/** EL1 with its own stack pointer and everything masked: how a CPU wakes up. */
export const RESET_PSTATE: Pstate = DAIF | (1 << 2) | SP_ELX;

/** Whose stack pointer is in use. EL1 may borrow EL0's; EL0 has only its own. */
export const stackPointerOf = (pstate: Pstate): Level =>
  levelOf(pstate) === 1 && (pstate & SP_ELX) !== 0 ? 1 : 0;
