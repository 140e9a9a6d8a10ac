// A process's open files: small numbers, each for a description that dup and fork share.

import { refuse } from "./errors";
import type { DirectoryEntry, OpenFile } from "./files";

/** What open made, and how far reading and writing have come. */
export class Description {
  readonly file: OpenFile;
  /** O_ bits. */
  flags: number;
  /** In bytes; in a directory, in entries. */
  position = 0;
  /** A directory as it was when reading it began, so that what is removed meanwhile moves nothing. */
  listing: readonly DirectoryEntry[] | undefined;
  /** How many numbers stand for it, in all processes. */
  uses = 0;

  constructor(file: OpenFile, flags: number) {
    this.file = file;
    this.flags = flags;
  }

  close(): void {
    this.uses--;
    if (this.uses === 0) this.file.close();
  }
}

interface Entry {
  readonly description: Description;
  closesOnExec: boolean;
}

export class FileTable {
  readonly #entries = new Map<number, Entry>();
  /** RLIMIT_NOFILE. */
  limit = 1024;

  get(fd: number): Description {
    return this.entry(fd).description;
  }

  entry(fd: number): Entry {
    return this.#entries.get(fd) ?? refuse("EBADF");
  }

  /** The lowest number, from `from` on, that is free. */
  add(description: Description, closesOnExec = false, from = 0): number {
    let fd = from;
    while (this.#entries.has(fd)) fd++;
    this.put(fd, description, closesOnExec);
    return fd;
  }

  /** What had the number before is closed. */
  put(fd: number, description: Description, closesOnExec = false): void {
    if (fd < 0 || fd >= this.limit) refuse("EMFILE");
    description.uses++;
    this.#entries.get(fd)?.description.close();
    this.#entries.set(fd, { description, closesOnExec });
  }

  close(fd: number): void {
    const { description } = this.entry(fd);
    this.#entries.delete(fd);
    description.close();
  }

  closeAll(which: (entry: Entry) => boolean = () => true): void {
    for (const [fd, entry] of [...this.#entries]) if (which(entry)) this.close(fd);
  }

  fork(): FileTable {
    const child = new FileTable();
    child.limit = this.limit;
    for (const [fd, { description, closesOnExec }] of this.#entries) child.put(fd, description, closesOnExec);
    return child;
  }

  numbers(): number[] {
    return [...this.#entries.keys()].sort((a, b) => a - b);
  }
}
