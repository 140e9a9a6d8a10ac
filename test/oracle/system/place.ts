// Where everything lies in RAM, which begins at 0x4000_0000 on QEMU's virt board and on ours. All are physical addresses.
//
//   0x4008_0000  IMAGE    the harness: where QEMU's -kernel puts a flat image
//   0x4020_0000  CODE     the instructions of a case
//   0x4030_0000  DATA     four pages whose borders hold a pattern
//   0x4040_0000  TABLES   a case's translation tables; zero but for what the case puts there
//   0x4100_0000  CASES    the cases, one behind another
//
// While a case has the MMU on, one half of the addresses is the harness's own, and maps this RAM four times. BASE is
// where that half begins: 0, or HIGH.
//
//   BASE + 0x0000_0000    devices     EL1 may read and write
//   BASE + 0x4000_0000    RAM         everyone may read and execute: the code
//   BASE + 0x8000_0000    RAM         everyone may read and write: USER_DATA
//   BASE + 0xc000_0000    RAM         EL1 may read and write: KERNEL_DATA

export const RAM = 0x4000_0000;
export const RAM_SIZE = 0x0400_0000;
export const IMAGE = 0x4008_0000;
/** In it: the vectors, whose second copy, OTHER_VECTORS further, is another VBAR_EL1; and its own translation table. */
export const VECTORS = IMAGE + 0x1000;
export const OTHER_VECTORS = 0x800;
export const SAFE_TABLE = IMAGE + 0x2000;
export const CODE = 0x4020_0000;
export const DATA = 0x4030_0000;
export const DATA_SIZE = 0x4000;
export const TABLES = 0x4040_0000;
export const TABLES_SIZE = 0x40_0000;
export const CASES = 0x4100_0000;

export const HIGH = 0xffff_ff80_0000_0000n;
/** What to add to an address in RAM. */
export const USER_DATA = 0x4000_0000n;
export const KERNEL_DATA = 0x8000_0000n;

export const UART = 0x0900_0000;

/** The doubleword that the harness puts at `address`: within 64 bytes of a border of DATA's pages. */
export const PATTERN = 0x0123_4567_89ab_cdefn;
export const patternAt = (address: number): bigint => BigInt(address) ^ PATTERN;
