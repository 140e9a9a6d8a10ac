// Files, by Node: the host's own, or under a root what is there (as a program's libraries).

import * as fs from "node:fs";
import { isatty } from "node:tty";
import { ERRORS, type ErrorName, refuse, SystemError } from "./errors";
import {
  type DirectoryEntry, type Files, type FileStatus, O_ACCMODE, O_APPEND, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK,
  O_TRUNC, type OpenFile, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFREG,
} from "./files";

const SECOND = 1e9;
/** How long to wait for a terminal or pipe that has nothing yet. */
const RETRY_MS = 2;

/** A guest's paths are bytes. */
const hostPath = (path: string): Buffer => Buffer.from(path, "latin1");

export class NodeFiles implements Files {
  readonly #root: string | undefined;

  /** With a root, an absolute path that is there is that file, and any other the host's. */
  constructor(root?: string) {
    this.#root = root;
  }

  open(path: string, flags: number, mode: number): OpenFile {
    return attempt(() => new NodeFile(fs.openSync(this.#at(path), hostFlags(flags), mode), path));
  }

  readAll(path: string): Uint8Array {
    return attempt(() => fs.readFileSync(this.#at(path)));
  }

  status(path: string, follow: boolean): FileStatus {
    const at = this.#at(path);
    return attempt(() => statusOf(follow ? fs.statSync(at, { bigint: true }) : fs.lstatSync(at, { bigint: true })));
  }

  access(path: string, mode: number): void {
    attempt(() => { fs.accessSync(this.#at(path), mode); });
  }

  readLink(path: string): string {
    return attempt(() => fs.readlinkSync(this.#at(path), { encoding: "latin1" }));
  }

  /** As the program sees it: without the root in front. */
  realPath(path: string): string {
    const real = attempt(() => fs.realpathSync.native(this.#at(path), { encoding: "latin1" }));
    const root = this.#root;
    return root !== undefined && real.startsWith(`${root}/`) ? real.slice(root.length) : real;
  }

  makeDirectory(path: string, mode: number): void {
    attempt(() => { fs.mkdirSync(this.#at(path), { mode }); });
  }

  remove(path: string): void {
    attempt(() => { fs.unlinkSync(this.#at(path)); });
  }

  removeDirectory(path: string): void {
    attempt(() => { fs.rmdirSync(this.#at(path)); });
  }

  rename(from: string, to: string): void {
    attempt(() => { fs.renameSync(this.#at(from), this.#at(to)); });
  }

  link(from: string, to: string): void {
    attempt(() => { fs.linkSync(this.#at(from), this.#at(to)); });
  }

  symlink(target: string, path: string): void {
    attempt(() => { fs.symlinkSync(hostPath(target), this.#at(path)); });
  }

  truncate(path: string, size: number): void {
    attempt(() => { fs.truncateSync(this.#at(path), size); });
  }

  changeMode(path: string, mode: number): void {
    attempt(() => { fs.chmodSync(this.#at(path), mode); });
  }

  changeOwner(path: string, uid: number, gid: number, follow: boolean): void {
    attempt(() => { (follow ? fs.chownSync : fs.lchownSync)(this.#at(path), uid, gid); });
  }

  setTimes(path: string, atimeNs: bigint, mtimeNs: bigint, follow: boolean): void {
    const [atime, mtime] = [Number(atimeNs) / SECOND, Number(mtimeNs) / SECOND];
    attempt(() => { (follow ? fs.utimesSync : fs.lutimesSync)(this.#at(path), atime, mtime); });
  }

  #at(path: string): Buffer {
    const root = this.#root;
    if (root === undefined || !path.startsWith("/")) return hostPath(path);
    const under = hostPath(root + path);
    return fs.lstatSync(under, { throwIfNoEntry: false }) === undefined ? hostPath(path) : under;
  }
}

/** A file that the host has open: a regular one, a directory, a terminal, a pipe. */
export class NodeFile implements OpenFile {
  readonly path: string;
  readonly seekable: boolean;
  readonly terminal: boolean;
  readonly #fd: number;

  /** `isInherited`: others read and write it too, each where the last one stopped. */
  constructor(fd: number, path: string, isInherited = false) {
    this.#fd = fd;
    this.path = path;
    this.seekable = !isInherited && fs.fstatSync(fd).isFile();
    this.terminal = isatty(fd);
  }

  status(): FileStatus {
    return attempt(() => statusOf(fs.fstatSync(this.#fd, { bigint: true })));
  }

  /** A terminal or pipe of the host's has everybody wait. */
  read(into: Uint8Array, position: number): number {
    return patiently(() => fs.readSync(this.#fd, into, 0, into.length, this.seekable ? position : null));
  }

  write(bytes: Uint8Array, position: number): number {
    return patiently(() => fs.writeSync(this.#fd, bytes, 0, bytes.length, this.seekable ? position : null));
  }

  entries(): readonly DirectoryEntry[] {
    const own = this.status();
    const special = [".", ".."].map((name) => ({ name, ino: own.ino, type: S_IFDIR }));
    const entries = attempt(() => fs.readdirSync(hostPath(`/proc/self/fd/${this.#fd}`), { withFileTypes: true, encoding: "buffer" }));
    return [...special, ...entries.map((entry) => ({ name: entry.name.toString("latin1"), ino: 1n, type: typeOf(entry) }))];
  }

  truncate(size: number): void {
    attempt(() => { fs.ftruncateSync(this.#fd, size); });
  }

  isReady(): boolean {
    return true;
  }

  close(): void {
    if (this.#fd > 2) fs.closeSync(this.#fd);
  }
}

/** Runs `work`; what the host's system refuses, the guest is refused. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code !== undefined && code in ERRORS) throw new SystemError(code as ErrorName);
    if (name === "TypeError" && code?.startsWith("ERR_INVALID_ARG") === true) refuse("EINVAL");
    throw error;
  }
}

/** As attempt(), and waits for what would block. */
function patiently(work: () => number): number {
  for (;;) {
    try {
      return attempt(work);
    } catch (error) {
      if (!(error instanceof SystemError) || error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

/** arm64's flags, in the host's numbers. */
function hostFlags(flags: number): number {
  const { constants } = fs;
  const pairs = [
    [O_CREAT, constants.O_CREAT], [O_EXCL, constants.O_EXCL], [O_TRUNC, constants.O_TRUNC], [O_APPEND, constants.O_APPEND],
    [O_NONBLOCK, constants.O_NONBLOCK], [O_DIRECTORY, constants.O_DIRECTORY], [O_NOFOLLOW, constants.O_NOFOLLOW],
  ] as const;
  const others = pairs.filter(([ours]) => (flags & ours) !== 0).reduce((sum, [, theirs]) => sum | theirs, 0);
  return (flags & O_ACCMODE) | others | constants.O_NOCTTY;
}

function statusOf(stats: fs.BigIntStats): FileStatus {
  const { dev, ino, mode, nlink, uid, gid, rdev, size, blksize, blocks, atimeNs, mtimeNs, ctimeNs } = stats;
  return { dev, ino, mode, nlink, uid, gid, rdev, size, blksize, blocks, atimeNs, mtimeNs, ctimeNs };
}

function typeOf(entry: fs.Dirent<Buffer>): bigint {
  if (entry.isFile()) return S_IFREG;
  if (entry.isDirectory()) return S_IFDIR;
  if (entry.isSymbolicLink()) return S_IFLNK;
  if (entry.isFIFO()) return S_IFIFO;
  return entry.isCharacterDevice() ? S_IFCHR : 0n;
}
