// Two machines that write to one disk destroy what is on it. So whoever writes to a file leaves a note of its process,
// among the temporary files and by the file's number, so that it is found under any of the file's names.

import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../base/fault";

export interface FileNumber {
  readonly dev: number;
  readonly ino: number;
}

/** Locks the file for this process, and returns what unlocks it; or the process that has locked it. Throws UserFault. */
export function lockFile({ dev, ino }: FileNumber): (() => void) | number {
  const note = join(tmpdir(), `o2p-disk-${dev}-${ino}.lock`);
  try {
    return lockBy(note);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserFault(`${note}: cannot be kept (${code}): it says who writes to a disk; remove it, or add ,snapshot or ,readonly`);
  }
}

function lockBy(note: string): (() => void) | number {
  const owner = ownerOf(note);
  if (owner !== undefined && isAlive(owner)) return owner;
  rmSync(note, { force: true }); // Its process was killed.
  if (!leaveNote(note)) return ownerOf(note) ?? 0;
  const unlock = (): void => {
    process.off("exit", unlock);
    rmSync(note, { force: true });
  };
  process.on("exit", unlock);
  return unlock;
}

/** False: somebody else has been faster. The note is there only when it has been written: nobody finds it empty. */
function leaveNote(note: string): boolean {
  const draft = `${note}.${process.pid}`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, String(process.pid), { flag: "wx" });
    linkSync(draft, note);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function ownerOf(note: string): number | undefined {
  try {
    return Number(readFileSync(note, "latin1"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // It is another user's.
  }
}
