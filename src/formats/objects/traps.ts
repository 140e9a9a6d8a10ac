// Why a program stops for good (kernel TypeScript; read by compiler and runtime): the code is the
// text's index, which compiled code passes to the runtime's trap.

export const TRAP_TEXTS = [
  "no trap",
  "a number is no safe integer",
  "a division by zero",
  "an index is out of range",
  "a value is null",
  "a bigint is no unsigned word of 64 bits",
  "a string's code is not 0 to 255",
  "the heap is full",
  "the stack is full",
  "a length is out of range",
  "a key is not in the map",
  "control reached what it cannot reach",
  "an exception that nobody catches",
] as const;

/** Codes that the runtime itself stops with. */
export const TRAP_CODE = {
  unsafe: 1, divide: 2, index: 3, null: 4, word: 5, code: 6,
  memory: 7, stack: 8, length: 9, key: 10, unreachable: 11, thrown: 12,
} as const;
