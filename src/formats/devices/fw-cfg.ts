// fw_cfg, through which a machine tells its firmware what it is made of: numbered items, and among
// them files with names (QEMU, "QEMU Firmware Configuration (fw_cfg) Device"). Its registers are
// big-endian; the data register gives bytes in the order in which memory would have them.
//
// A file's directory entry, big-endian:      A request for DMA, big-endian:
//      0  size of the file, 4 bytes               0  control, 4 bytes
//      4  its key, 2 bytes                        4  length, 4 bytes
//      6  reserved, 2 bytes                       8  address, 8 bytes
//      8  its name, 56 bytes, ends in 0

import type { DeviceRegisters } from "./register";

export const FW_CFG = {
  DATA:     { offset: 0x00, access: "RO", width: 8, title: "The selected item's next bytes" },
  SELECTOR: { offset: 0x08, access: "WO", width: 2, title: "Selects an item, from its first byte" },
  DMA: {
    offset: 0x10, access: "RW", width: 8,
    title: "Write: where a request lies, the lower half last; read: \"QEMU CFG\"",
  },
} as const satisfies DeviceRegisters;

/** Keys of items that have no name. Numbers in them are little-endian. */
export const FW_CFG_KEY = {
  SIGNATURE: 0x00, ID: 0x01, NB_CPUS: 0x05, KERNEL_SIZE: 0x08, INITRD_SIZE: 0x0b,
  KERNEL_DATA: 0x11, INITRD_DATA: 0x12, CMDLINE_SIZE: 0x14, CMDLINE_DATA: 0x15, FILE_DIR: 0x19,
  FILE_FIRST: 0x20,
} as const;

/** Keys from here on select nothing. Bits 14 and 15 of a key are not of its number. */
export const FW_CFG_KEYS = 0x40;
export const FW_CFG_KEY_MASK = 0x3fff;
/** Selects an item of the architecture's own. An Arm machine has none. */
export const FW_CFG_ARCH_LOCAL = 0x8000;

/** Bits of the item ID. */
export const FW_CFG_ID = { TRADITIONAL: 1, DMA: 2 } as const;

/** Bits of a request's control; bits 31:16 are SELECT's key. */
export const FW_CFG_DMA = { ERROR: 1, READ: 2, SKIP: 4, SELECT: 8, WRITE: 16 } as const;

export const FW_CFG_REQUEST_SIZE = 16;
export const FW_CFG_ENTRY_SIZE = 64;
/** The name's bytes, with the 0 behind it. */
export const FW_CFG_NAME_SIZE = 56;
