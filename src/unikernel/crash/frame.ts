// What an exception leaves on the exception stack: everything that the interrupted code had, so
// that it goes on as if nothing had happened. ../boot/vectors.ts writes and reads it, at these
// offsets; the crash screen tells what is in it.

/** In bytes, from the frame's address. */
export const FRAME = {
  /** X0 to X30, a word each. */
  x:     0,
  /** The interrupted code's stack, if that was SP_EL0: its SP. */
  sp:    248,
  elr:   256,
  spsr:  264,
  esr:   272,
  far:   280,
  fpcr:  288,
  fpsr:  296,
  /** V0 to V31, 16 bytes each. */
  v:     304,
  /** X29 and ELR again: a link in the chain of frames, through the exception. */
  chain: 816,
  bytes: 832,
} as const;

/** Entries of the vector table, by their number: what, and from where (Arm ARM, "Vector table"). */
export const EXCEPTION_KIND = { synchronous: 0, irq: 1, fiq: 2, serror: 3 } as const;
export const EXCEPTION_SOURCE = { thread: 0, handler: 4, el0: 8, el0AArch32: 12 } as const;
