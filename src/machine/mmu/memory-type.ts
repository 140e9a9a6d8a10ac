// What kind of memory a page is: a byte of MAIR_EL1 (Arm ARM, "MAIR_EL1, Memory Attribute
// Indirection Register"). To this machine, which has no cache, one thing matters: accesses to
// Device memory must be aligned.
//
//   0000 dd00   Device: dd = 00 nGnRnE, 01 nGnRE, 10 nGRE, 11 GRE
//   oooo iiii   Normal: outer and inner cache, neither of them 0000
//
// A reserved encoding is taken for Device memory if its upper half is 0, else for Normal memory.

export const DEVICE_nGnRnE = 0b0000_0000;
const NON_CACHEABLE = 0b0100_0100;

const OUTER_SHAREABLE = 0b10;

export const isDevice = (attributes: number): boolean => (attributes & 0xf0) === 0;

/**
 * The shareability that memory has, whatever its descriptor's SH says: Device memory and
 * Non-cacheable memory are always outer shareable.
 */
export const shareabilityOf = (attributes: number, SH: number): number =>
  isDevice(attributes) || attributes === NON_CACHEABLE ? OUTER_SHAREABLE : SH;

const DEVICES = ["Device-nGnRnE", "Device-nGnRE", "Device-nGRE", "Device-GRE"] as const;

/** "Device-nGnRE"; "Normal, write-back, allocates on read and write"; "reserved". */
export function memoryTypeName(attributes: number): string {
  const [outer, inner] = [attributes >> 4, attributes & 0xf];
  if (outer === 0) return (inner & 0b11) === 0 ? DEVICES[inner >> 2]! : "reserved";
  if (inner === 0) return "reserved";
  if (outer === inner) return `Normal, ${cachingName(inner)}`;
  return `Normal, outer ${cachingName(outer)}, inner ${cachingName(inner)}`;
}

/** Half of a Normal byte: 01RW write-back, 00RW and 10RW write-through, both transient or not. */
function cachingName(half: number): string {
  if (half === 0b0100) return "non-cacheable";
  const policy = (half & 0b0100) !== 0 ? "write-back" : "write-through";
  const transient = (half & 0b1000) === 0 ? " transient" : "";
  const allocates = ["never", "on write", "on read", "on read and write"][half & 0b11]!;
  return `${policy}${transient}, allocates ${allocates}`;
}
