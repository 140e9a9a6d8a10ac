// Changes to the tree of files, and where in it a process stands.

import { refuse, SystemError } from "../errors";
import { type FileStatus, type Files, isDirectory, S_IFDIR, S_IFMT } from "../files";
import { AT_FDCWD, pathAt } from "../path-at";
import type { Process } from "../process";
import { bytesOf } from "../user-memory";
import { AT_SYMLINK_NOFOLLOW } from "./status";
import { type Host, type Result, type SystemCall, systemCall } from "./system-call";

const AT_REMOVEDIR = 0x200;
const RENAME_NOREPLACE = 1;

export const paths: readonly SystemCall[] = [
  systemCall(17, "getcwd", ["address", "size"], (_host, { cwd, memory }, address, size) => {
    const bytes = bytesOf(`${cwd}\0`);
    if (bytes.length > size) refuse("ERANGE");
    memory.write(address, bytes);
    return bytes.length;
  }),
  systemCall(34, "mkdirat", ["dir", "path", "mode"], changing((files, process, directory, path, mode) =>
    files.makeDirectory(pathAt(process, directory, path), mode & ~process.umask))),
  systemCall(35, "unlinkat", ["dir", "path", "flags"], changing((files, process, directory, path, flags) => {
    const at = pathAt(process, directory, path);
    if ((flags & AT_REMOVEDIR) === 0) files.remove(at);
    else files.removeDirectory(at);
  })),
  systemCall(36, "symlinkat", ["path", "dir", "path"], changing((files, process, target, directory, path) =>
    files.symlink(target, pathAt(process, directory, path)))),
  systemCall(37, "linkat", ["dir", "path", "dir", "path", "flags"], changing((files, process, from, path, to, newPath) =>
    files.link(pathAt(process, from, path), pathAt(process, to, newPath)))),
  systemCall(38, "renameat", ["dir", "path", "dir", "path"], changing((files, process, from, path, to, newPath) =>
    files.rename(pathAt(process, from, path), pathAt(process, to, newPath)))),
  systemCall(45, "truncate", ["path", "long"], changing((files, process, path, size) =>
    files.truncate(pathAt(process, AT_FDCWD, path), Number(size)))),
  systemCall(46, "ftruncate", ["fd", "long"], changing((_files, process, fd, size) =>
    process.files.get(fd).file.truncate(Number(size)))),
  systemCall(49, "chdir", ["path"], changing((files, process, path) => {
    const at = files.realPath(pathAt(process, AT_FDCWD, path));
    if ((files.status(at, true).mode & S_IFMT) !== S_IFDIR) refuse("ENOTDIR");
    process.cwd = at;
  })),
  systemCall(50, "fchdir", ["fd"], changing((files, process, fd) => {
    const { file } = process.files.get(fd);
    if (!isDirectory(file)) refuse("ENOTDIR");
    process.cwd = files.realPath(file.path);
  })),
  systemCall(52, "fchmod", ["fd", "mode"], changing((files, process, fd, mode) =>
    files.changeMode(process.files.get(fd).file.path, mode))),
  systemCall(53, "fchmodat", ["dir", "path", "mode"], changing((files, process, directory, path, mode) =>
    files.changeMode(pathAt(process, directory, path), mode))),
  systemCall(54, "fchownat", ["dir", "path", "int", "int", "flags"], changing((files, process, directory, path, uid, gid, flags) =>
    files.changeOwner(pathAt(process, directory, path), uid, gid, follows(flags)))),
  systemCall(55, "fchown", ["fd", "int", "int"], changing((files, process, fd, uid, gid) =>
    files.changeOwner(process.files.get(fd).file.path, uid, gid, true))),
  systemCall(88, "utimensat", ["dir", "address", "address", "flags"], (host, process, directory, path, times, flags) => {
    const at = path === 0n ? process.files.get(directory).file.path : pathAt(process, directory, process.memory.readString(path));
    const [atime, mtime] = timesOf(host, process, times, host.files.status(at, follows(flags)));
    host.files.setTimes(at, atime, mtime, follows(flags));
    return 0;
  }),
  systemCall(276, "renameat2", ["dir", "path", "dir", "path", "flags"], changing((files, process, from, path, to, newPath, flags) => {
    const target = pathAt(process, to, newPath);
    if ((flags & ~RENAME_NOREPLACE) !== 0) refuse("EINVAL");
    if (flags === RENAME_NOREPLACE && exists(files, target)) refuse("EEXIST");
    files.rename(pathAt(process, from, path), target);
  })),
];

/** A call that answers 0 when it has been done. */
function changing<Values extends readonly unknown[]>(
  change: (files: Files, process: Process, ...values: Values) => void,
): (host: Host, process: Process, ...values: Values) => Result {
  return ({ files }, process, ...values) => {
    change(files, process, ...values);
    return 0;
  };
}

const follows = (flags: number): boolean => (flags & AT_SYMLINK_NOFOLLOW) === 0;

function exists(files: Files, path: string): boolean {
  try {
    files.status(path, false);
    return true;
  } catch (error) {
    if (error instanceof SystemError && error.code === "ENOENT") return false;
    throw error;
  }
}

const SECOND = 1_000_000_000n;
const UTIME_NOW = 0x3fff_ffffn;
const UTIME_OMIT = 0x3fff_fffen;

/** Two struct timespecs; none means now. */
function timesOf({ clock }: Host, { memory }: Process, address: bigint, before: FileStatus): [atime: bigint, mtime: bigint] {
  const now = clock.realtime();
  if (address === 0n) return [now, now];
  const timeAt = (at: bigint, old: bigint): bigint => {
    const nanoseconds = memory.readU64(at + 8n);
    if (nanoseconds === UTIME_NOW) return now;
    return nanoseconds === UTIME_OMIT ? old : memory.readU64(at) * SECOND + nanoseconds;
  };
  return [timeAt(address, before.atimeNs), timeAt(address + 16n, before.mtimeNs)];
}
