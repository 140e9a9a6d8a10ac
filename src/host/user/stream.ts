// What files that are no files on a disk have in common: bytes go in or out, and there are no positions.

import { refuse } from "./errors";
import { type Blocks, type FileStatus, type OpenFile, S_IFIFO } from "./files";

export abstract class Stream implements OpenFile {
  readonly path: string;
  readonly seekable = false;
  readonly terminal = false;
  readonly #inode: bigint;

  constructor(path: string, inode = 1n) {
    this.path = path;
    this.#inode = inode;
  }

  status(): FileStatus {
    return {
      dev: 13n, ino: this.#inode, mode: S_IFIFO | 0o600n, nlink: 1n, uid: 0n, gid: 0n, rdev: 0n, size: 0n,
      blksize: 4096n, blocks: 0n, atimeNs: 0n, mtimeNs: 0n, ctimeNs: 0n,
    };
  }

  read(_into: Uint8Array): number | Blocks {
    return refuse("EBADF");
  }

  write(_bytes: Uint8Array): number | Blocks {
    return refuse("EBADF");
  }

  entries(): never {
    return refuse("ENOTDIR");
  }

  truncate(): never {
    return refuse("EINVAL");
  }

  isReady(_purpose: "read" | "write"): boolean {
    return true;
  }

  close(): void {
    // Nothing is held.
  }
}
