// A disk that is a file of this computer's: block n is its bytes from 512 n on.

import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { UserFault } from "../../base/fault";
import { type Disk, DiskError, OverlayDisk } from "../../machine/devices/virtio/disk";
import { parseDiskOption } from "./disk-option";
import { lockFile } from "./file-lock";

const SECTOR = 512;

export class FileDisk implements Disk {
  readonly bytes: number;
  readonly isReadOnly: boolean;
  readonly #file: number;
  readonly #unlock: () => void;

  /** A file that nobody else writes to, unless `isReadOnly`. Throws UserFault. */
  constructor(path: string, isReadOnly: boolean) {
    this.isReadOnly = isReadOnly;
    this.#file = opened(path, isReadOnly);
    try {
      const status = fstatSync(this.#file);
      if (!status.isFile()) throw new UserFault(`${path}: is no file; a disk is one`);
      if (status.size === 0) throw new UserFault(`${path}: is empty; give the disk a size, with truncate -s 64M for example`);
      if (status.size % SECTOR !== 0) throw new UserFault(`${path}: has ${status.size} bytes, which are no blocks of ${SECTOR}; make it larger with truncate -s %${SECTOR}`);
      this.bytes = status.size;
      const lock = isReadOnly ? (): void => undefined : lockFile(status);
      if (typeof lock === "number") throw new UserFault(`${path}: process ${lock} writes to it; end that, or add ,snapshot or ,readonly`);
      this.#unlock = lock;
    } catch (error) {
      closeSync(this.#file);
      throw error;
    }
  }

  read(offset: number, into: Uint8Array): void {
    for (let done = 0; done < into.length;) {
      const read = tried(() => readSync(this.#file, into, done, into.length - done, offset + done));
      if (read === 0) throw new DiskError("the file has become shorter");
      done += read;
    }
  }

  write(offset: number, from: Uint8Array): void {
    for (let done = 0; done < from.length;) {
      done += tried(() => writeSync(this.#file, from, done, from.length - done, offset + done));
    }
  }

  flush(): void {
    tried(() => { fsyncSync(this.#file); });
  }

  discard(): void {
    // What is discarded may stay as it is.
  }

  close(): void {
    closeSync(this.#file);
    this.#unlock();
  }
}

export interface OpenDisk {
  readonly disk: Disk;
  close(): void;
}

/** What --disk asks for. */
export function openDisk(option: string): OpenDisk {
  const { file, mode } = parseDiskOption(option);
  const disk = new FileDisk(file, mode !== "read-write");
  return { disk: mode === "snapshot" ? new OverlayDisk(disk) : disk, close: () => { disk.close(); } };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file", ENOTDIR: "no such file", EISDIR: "is a directory", EACCES: "permission denied",
  EROFS: "may only be read; add ,readonly or ,snapshot",
};

function opened(path: string, isReadOnly: boolean): number {
  try {
    // A pipe, which is no disk, would wait for its other end.
    return openSync(path, (isReadOnly ? constants.O_RDONLY : constants.O_RDWR) | constants.O_NONBLOCK);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new UserFault(`${path}: ${REASONS[code] ?? `cannot be opened (${code})`}`);
  }
}

/** The system's refusal is the disk's error: the guest hears of it. */
function tried<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DiskError((error as Error).message);
  }
}
