// Which file a path means, to a process.

import { refuse } from "./errors";
import type { Process } from "./process";

export const AT_FDCWD = -100;

/** The path that a call with a directory means. */
export function pathAt(process: Process, directory: number, path: string): string {
  if (path === "") refuse("ENOENT");
  if (path.startsWith("/")) return ownPath(process, path);
  const base = directory === AT_FDCWD ? process.cwd : process.files.get(directory).file.path;
  return `${base === "/" ? "" : base}/${path}`;
}

/** /proc/self is the program's, not the host's. */
function ownPath(process: Process, path: string): string {
  const link = ownLink(process, path);
  return link ?? (/^\/proc\/(?:self|thread-self|\d+)\//.test(path) ? refuse("ENOENT") : path);
}

/** Where a link of /proc/self leads; undefined if `path` is none. */
export function ownLink(process: Process, path: string): string | undefined {
  const fd = ownDescriptor(path);
  if (fd !== undefined) return process.files.get(fd).file.path;
  const [, name] = /^\/proc\/(?:self|thread-self)\/(exe|cwd)$/.exec(path) ?? [];
  if (name === undefined) return undefined;
  return name === "exe" ? process.image.path : process.cwd;
}

const STANDARD = ["/dev/stdin", "/dev/stdout", "/dev/stderr"];

/** The number of the open file that `path` names: /dev/fd/3, /dev/stdout. */
export function ownDescriptor(path: string): number | undefined {
  const [, fd] = /^(?:\/proc\/self|\/dev)\/fd\/(\d+)$/.exec(path) ?? [];
  if (fd !== undefined) return Number(fd);
  return STANDARD.includes(path) ? STANDARD.indexOf(path) : undefined;
}
