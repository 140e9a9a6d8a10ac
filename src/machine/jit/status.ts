// Why compiled code comes back: what a region and the dispatcher answer, and the interpreter when
// compiled code has called it.

export const STATUS = {
  /** Go on at PC: a region says so to the dispatcher. */
  GO_ON: 0,
  /** The next block has more instructions than may still be executed. */
  LIMIT: 1,
  /** PC's page is not among the translations for fetches. */
  MISS: 2,
  /** Nothing is compiled for PC. */
  COLD: 3,
  /** Somebody must look up: an exception, an interrupt, code that has changed. */
  LEAVE: 4,
  /** The instruction at PC is the interpreter's this time. */
  SLOW: 5,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
