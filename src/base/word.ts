// Machine words. A 64-bit value is a bigint; anything that provably fits in 53 bits is a number.

/** A virtual address: 64 bits, tag and all. */
export type VirtAddr = bigint;

/**
 * A physical address: at most 48 bits. A number, so that forgetting to translate does not compile.
 */
export type PhysAddr = number;

/** 0x in front, and as many digits as it takes. */
export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** `word` as eight hexadecimal digits, 0x in front. */
export const hex32 = (word: number): string => `0x${(word >>> 0).toString(16).padStart(8, "0")}`;
