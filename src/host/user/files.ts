// What a program's files are made of, whoever keeps them: a disk's (node-files.ts) or a table of bytes.
// Paths are absolute, and one character a byte. What cannot be done is a SystemError.

/** The call cannot be finished now. It is made again when something has happened. */
export const BLOCKS = "blocks";
export type Blocks = typeof BLOCKS;

/** Flags of openat, fcntl and pipe2 (asm-generic/fcntl.h; arm64 has four of its own). */
export const O_ACCMODE = 3;
export const O_WRONLY = 1;
export const O_RDWR = 2;
export const O_CREAT = 0o100;
export const O_EXCL = 0o200;
export const O_TRUNC = 0o1000;
export const O_APPEND = 0o2000;
export const O_NONBLOCK = 0o4000;
export const O_DIRECTORY = 0o40000;
export const O_NOFOLLOW = 0o100000;
export const O_CLOEXEC = 0o2000000;

/** st_mode's upper bits. */
export const S_IFMT = 0o170000n;
export const S_IFIFO = 0o010000n;
export const S_IFCHR = 0o020000n;
export const S_IFDIR = 0o040000n;
export const S_IFREG = 0o100000n;
export const S_IFLNK = 0o120000n;

export interface FileStatus {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly mode: bigint;
  readonly nlink: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly rdev: bigint;
  readonly size: bigint;
  readonly blksize: bigint;
  readonly blocks: bigint;
  readonly atimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly ino: bigint;
  /** S_IFMT's bits, or 0 if nobody knows. */
  readonly type: bigint;
}

export interface OpenFile {
  readonly path: string;
  /** A regular file, which has positions. Others ignore them. */
  readonly seekable: boolean;
  readonly terminal: boolean;
  status(): FileStatus;
  /** Returns how many bytes there were; 0 at the end. */
  read(into: Uint8Array, position: number): number | Blocks;
  write(bytes: Uint8Array, position: number): number | Blocks;
  /** "." and ".." among them. */
  entries(): readonly DirectoryEntry[];
  truncate(size: number): void;
  isReady(purpose: "read" | "write"): boolean;
  close(): void;
}

export interface Files {
  open(path: string, flags: number, mode: number): OpenFile;
  /** A program's bytes. */
  readAll(path: string): Uint8Array;
  status(path: string, follow: boolean): FileStatus;
  /** Refuses with EACCES unless R, W, X (4, 2, 1) are allowed. */
  access(path: string, mode: number): void;
  readLink(path: string): string;
  /** Without symbolic links, "." and "..". */
  realPath(path: string): string;
  makeDirectory(path: string, mode: number): void;
  remove(path: string): void;
  removeDirectory(path: string): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  symlink(target: string, path: string): void;
  truncate(path: string, size: number): void;
  changeMode(path: string, mode: number): void;
  changeOwner(path: string, uid: number, gid: number, follow: boolean): void;
  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void;
}

export const isDirectory = (file: OpenFile): boolean => (file.status().mode & S_IFMT) === S_IFDIR;
