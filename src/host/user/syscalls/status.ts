// What is known of a file: stat and its relatives, directories' entries, links.

import { refuse } from "../errors";
import { type FileStatus, isDirectory } from "../files";
import { AT_FDCWD, ownDescriptor, ownLink, pathAt } from "../path-at";
import type { Process } from "../process";
import { DIRENT64, DIRENT64_NAME, pack, STAT, STAT_SIZE, STATFS, STATFS_SIZE, STATX, STATX_SIZE } from "../structures";
import { bytesOf } from "../user-memory";
import { type Host, type SystemCall, systemCall } from "./system-call";

export const AT_SYMLINK_NOFOLLOW = 0x100;
const AT_EMPTY_PATH = 0x1000;
const SECOND = 1_000_000_000n;

export const status: readonly SystemCall[] = [
  systemCall(43, "statfs", ["path", "address"], ({ files }, process, path, address) => {
    files.status(pathAt(process, AT_FDCWD, path), true);
    process.memory.write(address, FILE_SYSTEM());
    return 0;
  }),
  systemCall(44, "fstatfs", ["fd", "address"], (_host, { files, memory }, fd, address) => {
    files.get(fd);
    memory.write(address, FILE_SYSTEM());
    return 0;
  }),
  systemCall(48, "faccessat", ["dir", "path", "int"], (host, process, directory, path, mode) =>
    access(host, process, directory, path, mode)),
  systemCall(439, "faccessat2", ["dir", "path", "int", "flags"], (host, process, directory, path, mode) =>
    access(host, process, directory, path, mode)),
  systemCall(61, "getdents64", ["fd", "address", "size"], (_host, process, fd, address, size) =>
    listDirectory(process, fd, address, size)),
  systemCall(78, "readlinkat", ["dir", "path", "address", "size"], (host, process, directory, path, address, size) => {
    const target = ownLink(process, path) ?? host.files.readLink(pathAt(process, directory, path));
    const bytes = bytesOf(target).subarray(0, size);
    process.memory.write(address, bytes);
    return bytes.length;
  }),
  systemCall(79, "newfstatat", ["dir", "path", "address", "flags"], (host, process, directory, path, address, flags) => {
    process.memory.write(address, packStat(statusAt(host, process, directory, path, flags)));
    return 0;
  }),
  systemCall(80, "fstat", ["fd", "address"], (_host, { files, memory }, fd, address) => {
    memory.write(address, packStat(files.get(fd).file.status()));
    return 0;
  }),
  systemCall(291, "statx", ["dir", "path", "flags", "flags", "address"], (host, process, directory, path, flags, _mask, address) => {
    process.memory.write(address, packStatx(statusAt(host, process, directory, path, flags)));
    return 0;
  }),
];

function access({ files }: Host, process: Process, directory: number, path: string, mode: number): number {
  files.access(pathAt(process, directory, path), mode);
  return 0;
}

/** With AT_EMPTY_PATH, an empty path means the file that is open as `directory`. */
function statusAt({ files }: Host, process: Process, directory: number, path: string, flags: number): FileStatus {
  if (path === "" && (flags & AT_EMPTY_PATH) !== 0 && directory !== AT_FDCWD) return process.files.get(directory).file.status();
  const own = ownDescriptor(path);
  if (own !== undefined) return process.files.get(own).file.status();
  return files.status(pathAt(process, directory, path), (flags & AT_SYMLINK_NOFOLLOW) === 0);
}

function packStat(status: FileStatus): Uint8Array {
  return pack(STAT, STAT_SIZE, {
    st_dev: status.dev, st_ino: status.ino, st_mode: status.mode, st_nlink: status.nlink, st_uid: status.uid, st_gid: status.gid,
    st_rdev: status.rdev, st_size: status.size, st_blksize: status.blksize, st_blocks: status.blocks,
    st_atime: status.atimeNs / SECOND, st_atime_nsec: status.atimeNs % SECOND,
    st_mtime: status.mtimeNs / SECOND, st_mtime_nsec: status.mtimeNs % SECOND,
    st_ctime: status.ctimeNs / SECOND, st_ctime_nsec: status.ctimeNs % SECOND,
  });
}

const STATX_BASIC_STATS = 0x7ff;

function packStatx(status: FileStatus): Uint8Array {
  return pack(STATX, STATX_SIZE, {
    stx_mask: STATX_BASIC_STATS, stx_blksize: status.blksize, stx_nlink: status.nlink, stx_uid: status.uid, stx_gid: status.gid,
    stx_mode: status.mode, stx_ino: status.ino, stx_size: status.size, stx_blocks: status.blocks,
    stx_atime: status.atimeNs / SECOND, stx_atime_nsec: status.atimeNs % SECOND,
    stx_mtime: status.mtimeNs / SECOND, stx_mtime_nsec: status.mtimeNs % SECOND,
    stx_ctime: status.ctimeNs / SECOND, stx_ctime_nsec: status.ctimeNs % SECOND,
    stx_rdev_major: major(status.rdev), stx_rdev_minor: minor(status.rdev),
    stx_dev_major: major(status.dev), stx_dev_minor: minor(status.dev),
  });
}

// A device number, as include/linux/kdev_t.h encodes it.
const major = (device: bigint): bigint => (device >> 8n) & 0xfffn;
const minor = (device: bigint): bigint => (device & 0xffn) | ((device >> 12n) & 0xfff00n);

const EXT4_SUPER_MAGIC = 0xef53;
const FREE_BLOCKS = 1 << 20;

/** Some file system with some room. */
const FILE_SYSTEM = (): Uint8Array => pack(STATFS, STATFS_SIZE, {
  f_type: EXT4_SUPER_MAGIC, f_bsize: 4096, f_blocks: 2 * FREE_BLOCKS, f_bfree: FREE_BLOCKS, f_bavail: FREE_BLOCKS,
  f_files: FREE_BLOCKS, f_ffree: FREE_BLOCKS, f_namelen: 255, f_frsize: 4096,
});

/** As many entries as fit, from where the last call came to. */
function listDirectory({ files, memory }: Process, fd: number, address: bigint, size: number): number {
  const description = files.get(fd);
  if (!isDirectory(description.file)) refuse("ENOTDIR");
  const listing = (description.listing ??= description.file.entries());
  let done = 0;
  for (; description.position < listing.length; description.position++) {
    const { name, ino, type } = listing[description.position]!;
    const bytes = bytesOf(`${name}\0`);
    const length = (DIRENT64_NAME + bytes.length + 7) & -8;
    if (done + length > size) {
      if (done === 0) refuse("EINVAL");
      break;
    }
    const entry = pack(DIRENT64, length, { d_ino: ino, d_off: description.position + 1, d_reclen: length, d_type: type >> 12n });
    entry.set(bytes, DIRENT64_NAME);
    memory.write(address + BigInt(done), entry);
    done += length;
  }
  return done;
}
