// What may be done with a page, and how its descriptor says so (Arm ARM, "VMSAv8-64 translation
// table format descriptors").
//
//     63    55 54  53  52 50 49 48 47            12 11 10 9  8 7  6 5  4   2 1  0
//   +---------+---+---+-----+-----+----------------+--+--+----+----+--+-----+----+
//   | ignored |UXN|PXN|     |     | output address |  |AF| SH | AP |NS| Attr|type|
//   +---------+---+---+-----+-----+----------------+--+--+----+----+--+-----+----+
//
// 1. Nothing is writable and executable. What a program may execute, the kernel may not.

/** Sums of these. */
export const PAGE = {
  readable:   1,
  writable:   2,
  executable: 4,
  /** For programs; else for the kernel. */
  user:       8,
  /** Device-nGnRE: each access is made, in order, once. */
  device:     16,
  /** Normal memory that no cache holds. */
  uncached:   32,
} as const;

const ALL_FLAGS = 63;

/** Indices into MAIR_EL1, as ../boot/entry.ts has filled it. */
export const ATTRIBUTES = { device: 0n << 2n, normal: 1n << 2n, uncached: 2n << 2n } as const;
const ATTRIBUTES_MASK = 7n << 2n;

export const AP_USER = 1n << 6n;
export const AP_READ_ONLY = 1n << 7n;
export const INNER_SHAREABLE = 3n << 8n;
export const AF = 1n << 10n;
export const PXN = 1n << 53n;
export const UXN = 1n << 54n;

/** Why no page may have these flags; "" if one may. @noalloc */
export function flawOf(flags: number): "" | "no such flags" | "writable and executable" {
  if (flags < 0 || flags > ALL_FLAGS || (flags & PAGE.readable) === 0) return "no such flags";
  const isDevice = (flags & PAGE.device) !== 0;
  if (isDevice && (flags & (PAGE.executable | PAGE.uncached)) !== 0) return "no such flags";
  const both = PAGE.writable | PAGE.executable;
  return (flags & both) === both ? "writable and executable" : "";
}

/** The flags that a page's or a block's descriptor was made of. @noalloc */
export function flagsOf(descriptor: bigint): number {
  let flags: number = PAGE.readable;
  if ((descriptor & AP_READ_ONLY) === 0n) flags += PAGE.writable;
  if ((descriptor & UXN) === 0n || (descriptor & PXN) === 0n) flags += PAGE.executable;
  if ((descriptor & AP_USER) !== 0n) flags += PAGE.user;
  const attributes = descriptor & ATTRIBUTES_MASK;
  if (attributes === ATTRIBUTES.device) flags += PAGE.device;
  if (attributes === ATTRIBUTES.uncached) flags += PAGE.uncached;
  return flags;
}

/** Whether a change of one into the other is a change of the memory's type. @noalloc */
export function isOtherMemory(descriptor: bigint, attributes: bigint): boolean {
  return ((descriptor ^ attributes) & ATTRIBUTES_MASK) !== 0n;
}
