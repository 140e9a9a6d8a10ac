// What a command reads: files by name, standard input for "-".

import { readFileSync, statSync } from "node:fs";
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

/** The bytes of a file, or of standard input for "-". */
export function readInput(name: string): Uint8Array {
  return withReasons(name, () => readFileSync(name === "-" ? 0 : name));
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
