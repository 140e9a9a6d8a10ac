// The structures that system calls pass through memory (Linux, arm64), one row a field.
//
//   offset of the field within its structure, size in bytes

import { bug } from "../../base/bug";

export type Layout = Readonly<Record<string, readonly [offset: number, size: 1 | 2 | 4 | 8]>>;

/** include/uapi/asm-generic/stat.h */
export const STAT = {
  st_dev: [0, 8], st_ino: [8, 8], st_mode: [16, 4], st_nlink: [20, 4], st_uid: [24, 4], st_gid: [28, 4],
  st_rdev: [32, 8], st_size: [48, 8], st_blksize: [56, 4], st_blocks: [64, 8],
  st_atime: [72, 8], st_atime_nsec: [80, 8], st_mtime: [88, 8], st_mtime_nsec: [96, 8],
  st_ctime: [104, 8], st_ctime_nsec: [112, 8],
} as const satisfies Layout;
export const STAT_SIZE = 128;

/** include/uapi/linux/stat.h */
export const STATX = {
  stx_mask: [0, 4], stx_blksize: [4, 4], stx_nlink: [16, 4], stx_uid: [20, 4], stx_gid: [24, 4],
  stx_mode: [28, 2], stx_ino: [32, 8], stx_size: [40, 8], stx_blocks: [48, 8],
  stx_atime: [64, 8], stx_atime_nsec: [72, 4], stx_ctime: [96, 8], stx_ctime_nsec: [104, 4],
  stx_mtime: [112, 8], stx_mtime_nsec: [120, 4],
  stx_rdev_major: [128, 4], stx_rdev_minor: [132, 4], stx_dev_major: [136, 4], stx_dev_minor: [140, 4],
} as const satisfies Layout;
export const STATX_SIZE = 256;

/** include/uapi/asm-generic/statfs.h */
export const STATFS = {
  f_type: [0, 8], f_bsize: [8, 8], f_blocks: [16, 8], f_bfree: [24, 8], f_bavail: [32, 8],
  f_files: [40, 8], f_ffree: [48, 8], f_namelen: [64, 8], f_frsize: [72, 8],
} as const satisfies Layout;
export const STATFS_SIZE = 120;

/** include/uapi/linux/sysinfo.h */
export const SYSINFO = {
  uptime: [0, 8], totalram: [32, 8], freeram: [40, 8], procs: [80, 2], mem_unit: [104, 4],
} as const satisfies Layout;
export const SYSINFO_SIZE = 112;

/** include/uapi/linux/resource.h: the first of its two times; the rest stays zero. */
export const RUSAGE = { ru_utime: [0, 8], ru_utime_usec: [8, 8] } as const satisfies Layout;
export const RUSAGE_SIZE = 144;

/** struct termios of the kernel, as include/uapi/asm-generic/termbits.h has it. */
export const TERMIOS = { c_iflag: [0, 4], c_oflag: [4, 4], c_cflag: [8, 4], c_lflag: [12, 4] } as const satisfies Layout;
export const TERMIOS_SIZE = 36;

export const WINSIZE = { ws_row: [0, 2], ws_col: [2, 2] } as const satisfies Layout;
export const WINSIZE_SIZE = 8;

/** In front of a name in what getdents64 answers. */
export const DIRENT64 = { d_ino: [0, 8], d_off: [8, 8], d_reclen: [16, 2], d_type: [18, 1] } as const satisfies Layout;
export const DIRENT64_NAME = 19;

/** `size` bytes with the fields that `values` names; the others are zero. */
export function pack<L extends Layout>(layout: L, size: number, values: { readonly [Name in keyof L]?: number | bigint }): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [name, value] of Object.entries<number | bigint>(values as Record<string, number | bigint>)) {
    const [at, length] = layout[name] ?? bug(`no field ${name}`);
    switch (length) {
      case 1: view.setUint8(at, Number(value)); break;
      case 2: view.setUint16(at, Number(value), true); break;
      case 4: view.setUint32(at, Number(value), true); break;
      case 8: view.setBigUint64(at, BigInt.asUintN(64, BigInt(value)), true);
    }
  }
  return bytes;
}
