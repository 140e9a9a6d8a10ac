// NOR flash with Intel's command set: read as memory, written by commands ("Intel StrataFlash
// Memory (J3)" datasheet; the query table is JEDEC's JESD68, "Common Flash Interface"). On this
// board two chips of 16 bits lie side by side and hear the same commands, so each command, status
// and answer stands in both halves of a 32-bit word.

/** Bytes of the board's chips together: of a word, of an erase block, of the write buffer. */
export const CFI_WORD = 4;
export const CFI_BLOCK = 0x4_0000;
export const CFI_BUFFER = 0x1000;

/** First and second write of a command; what else there is to it. */
export const CFI_COMMAND = {
  READ_ARRAY: 0xff,
  READ_IDENTIFIER: 0x90,
  READ_QUERY: 0x98,
  READ_STATUS: 0x70,
  CLEAR_STATUS: 0x50,
  PROGRAM: 0x40, // Then the word, at its address.
  PROGRAM_OTHER: 0x10, // The same.
  BUFFERED_PROGRAM: 0xe8, // Then how many words less one, the words, and CONFIRM.
  ERASE: 0x20, // Then CONFIRM.
  LOCK: 0x60, // Then LOCK_BLOCK, or CONFIRM to unlock.
  LOCK_BLOCK: 0x01,
  CONFIRM: 0xd0,
} as const;

/** Bits of the status register. Both errors together: the command was not one. */
export const CFI_STATUS = { READY: 0x80, ERASE_ERROR: 0x20, PROGRAM_ERROR: 0x10 } as const;

/** READ_IDENTIFIER: Intel, and the chip. Behind these, no block is locked. */
export const CFI_IDENTIFIER = [0x89, 0x18] as const;

/** READ_QUERY: bytes, from each word on. Words that are not here are 0. */
export const CFI_QUERY = [
  // word, bytes,                              meaning
  [0x10, [0x51, 0x52, 0x59],                   "The letters QRY"],
  [0x13, [0x01, 0x00],                         "Command set: Intel's extended"],
  [0x15, [0x31, 0x00],                         "Where its own table is"],
  [0x1b, [0x45, 0x55],                         "Supply, in volts: 4.5 to 5.5"],
  [0x1f, [0x07],                               "To program a word: at most 2^7 microseconds"],
  [0x20, [0x07],                               "To program a buffer: 2^7 microseconds"],
  [0x21, [0x0a],                               "To erase a block: 2^10 milliseconds"],
  [0x23, [0x04, 0x04, 0x04],                   "The slowest chip takes 2^4 times as long"],
  [0x27, [0x19],                               "A chip has 2^25 bytes"],
  [0x28, [0x02, 0x00],                         "It can be 8 or 16 bits wide"],
  [0x2a, [0x0b, 0x00],                         "Its write buffer has 2^11 bytes"],
  [0x2c, [0x01],                               "All blocks are of one size:"],
  [0x2d, [0xff, 0x00],                         "256 of them (less one)"],
  [0x2f, [0x00, 0x02],                         "of 512 times 256 bytes"],
  [0x31, [0x50, 0x52, 0x49, 0x31, 0x30],       "The letters PRI, version 1.0: Intel's own table"],
  [0x3f, [0x01],                               "One protection register"],
] as const;
