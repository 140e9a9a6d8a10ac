import { PAGE } from "../../src/unikernel/memory/flags";
import { broken } from "../../src/unikernel/runtime/broken";

/**
 * The attributes of a page or a block, for a sum of PAGE's flags: bits 63:48 and 11:2 of its descriptor, all others 0.
 *
 *     63    55 54  53  52 50 49 48 47            12 11 10 9  8 7  6 5  4   2 1  0
 *   +---------+---+---+-----+-----+----------------+--+--+----+----+--+-----+----+
 *   | 0       |UXN|PXN| 0   | 0   | 0              | 0|AF| SH | AP | 0| Attr| 0  |
 *   +---------+---+---+-----+-----+----------------+--+--+----+----+--+-----+----+
 *
 * AF is always set: no page is waiting for its first access. SH is 3, inner shareable, but for devices, where it is 0. AP's
 * bit 6 lets programs in, its bit 7 keeps writes out. Attr is an index into MAIR_EL1: 0 for a device, 1 for memory, 2 for
 * memory that no cache holds. UXN and PXN forbid to execute, programs the one and the kernel the other: what is executable is
 * so for programs if it is theirs, for the kernel if it is not, and never for both.
 *
 * The sum is one that mem.map() has let pass: PAGE.readable is in it, PAGE.writable and PAGE.executable are not both in it,
 * and a device is neither executable nor called uncached.
 *
 * @noalloc
 */
export function attributesOf(flags: number): bigint {
  if (flags === 0) return 0n;
  return broken((flags & PAGE.writable) !== 0 ? "Put the bits together: AF, SH, AP, Attr, UXN and PXN." : "Put the bits together: here, AP says that nothing is written.");
}
