// What a command reads: files by name, standard input for "-".

import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { UserFault } from "../base/fault";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "is a directory",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "too many symbolic links",
  ENAMETOOLONG: "no such file",
  ERR_FS_FILE_TOO_LARGE: "larger than 2 GiB",
};

/** What to call standard input in a fault. */
export const STANDARD_INPUT = "standard input";

/** What comes from a pipe or a device may never end; this much of it is read. */
const STREAM_LIMIT = 256 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** The bytes of a file, or of standard input for "-". */
export function readInput(name: string): Uint8Array {
  return withReasons(name, () => (isFile(name) ? readFileSync(name) : readStream(name)));
}

/** All bytes of something that does not know its size. */
function readStream(name: string): Uint8Array {
  const file = name === "-" ? 0 : openSync(name, "r");
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; ;) {
      const chunk = Buffer.alloc(CHUNK);
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      size += read;
      if (size > STREAM_LIMIT) throw new UserFault(`${name === "-" ? STANDARD_INPUT : name}: does not end: ${STREAM_LIMIT >> 20} MiB were read`);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    if (file !== 0) closeSync(file);
  }
}

export function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Runs `work`, which opens or writes `name`; what the system refuses is a UserFault. */
export function withReasons<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw new UserFault(`${name === "-" ? STANDARD_INPUT : name}: ${reason}`);
  }
}

/** What the system said, as "no space left on device"; undefined if the error is not the system's. */
export function systemReason(error: unknown): string | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return undefined;
  return REASONS[code] ?? new RegExp(`^${code}: ([^,]+)`).exec(message)?.[1];
}

/** Runs `work` on something out of `name`; a fault that it finds says so in front. */
export function blaming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserFault) throw new UserFault(`${name}: ${error.message}`);
    throw error;
  }
}
