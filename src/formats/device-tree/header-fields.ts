// The header of a flattened device tree, field by field (Devicetree Specification 0.4, 5.2), for
// whoever reads it from a file or from memory.

export const FDT_MAGIC = 0xd00d_feed;
export const FDT_VERSION = 17;
/** The oldest version that a reader of this layout may call itself. */
export const FDT_COMPATIBLE_VERSION = 16;

/** The header's fields, a word each, in order. */
export const HEADER_FIELDS = [
  "magic", "totalsize", "off_dt_struct", "off_dt_strings", "off_mem_rsvmap", "version",
  "last_comp_version", "boot_cpuid_phys", "size_dt_strings", "size_dt_struct",
] as const;
export const HEADER_SIZE = 4 * HEADER_FIELDS.length;
