// What a block device keeps its sectors on. A disk is synchronous: when a call returns, it is done.
//
// The block device asks only for bytes that are on it, and writes only if it can be written.

import type { Stateful } from "../../cpu/stepping/machine";

export interface Disk {
  /** How many; whole sectors of 512. */
  readonly bytes: number;
  readonly isReadOnly: boolean;
  /** Fills `into` with what is at `offset`. Throws DiskError. */
  read(offset: number, into: Uint8Array): void;
  /** Throws DiskError. */
  write(offset: number, from: Uint8Array): void;
  /** What has been written is safe from now on. Throws DiskError. */
  flush(): void;
  /** Nobody needs these bytes any more. What they read as from now on is open. */
  discard(offset: number, length: number): void;
}

/** The disk cannot do it: the file went away, there is no room. The guest sees an I/O error. */
export class DiskError extends Error {
  override readonly name = "DiskError";
}

/** A disk that is an array. */
export class MemoryDisk implements Disk, Stateful<Uint8Array> {
  readonly isReadOnly: boolean;
  readonly #content: Uint8Array;

  constructor(content: Uint8Array, isReadOnly = false) {
    this.#content = content;
    this.isReadOnly = isReadOnly;
  }

  get bytes(): number {
    return this.#content.length;
  }

  read(offset: number, into: Uint8Array): void {
    into.set(this.#content.subarray(offset, offset + into.length));
  }

  write(offset: number, from: Uint8Array): void {
    this.#content.set(from, offset);
  }

  flush(): void {
    return undefined; // It is as safe as it gets.
  }

  discard(offset: number, length: number): void {
    this.#content.fill(0, offset, offset + length);
  }

  save(): Uint8Array {
    return this.#content.slice();
  }

  restore(content: Uint8Array): void {
    this.#content.set(content);
  }
}

/** What is copied at once. */
const PAGE = 4096;

/** Bytes that an overlay keeps, unless it is told: no guest fills its host's memory. */
const MOST_KEPT = 2 ** 30;

/** Pages by their numbers. */
export type OverlayState = readonly (readonly [page: number, content: Uint8Array])[];

/**
 * A disk over a disk: what is written stays above, in memory, and the disk below is never changed.
 * A page is copied up when it is first written, until then it is read through. A page that save()
 * has given away is not written again: the next write copies it.
 */
export class OverlayDisk implements Disk, Stateful<OverlayState> {
  readonly isReadOnly = false;
  readonly #below: Disk;
  readonly #mostPages: number;
  readonly #above = new Map<number, Uint8Array>();
  /** Pages above that nobody has been given. */
  readonly #ours = new Set<number>();

  /** What is written beyond `mostKept` bytes is a DiskError. */
  constructor(below: Disk, mostKept: number = MOST_KEPT) {
    this.#below = below;
    this.#mostPages = mostKept / PAGE;
  }

  get bytes(): number {
    return this.#below.bytes;
  }

  read(offset: number, into: Uint8Array): void {
    this.#below.read(offset, into);
    if (this.#above.size === 0) return;
    eachPage(offset, into.length, ({ page, from, to, done }) => {
      const copy = this.#above.get(page);
      if (copy !== undefined) into.set(copy.subarray(from, to), done);
    });
  }

  write(offset: number, bytes: Uint8Array): void {
    eachPage(offset, bytes.length, ({ page, from, to, done }) => {
      this.#toWrite(page).set(bytes.subarray(done, done + to - from), from);
    });
  }

  flush(): void {
    return undefined; // Nothing of it is meant to last.
  }

  /** A page that is discarded whole reads as what is below, and costs nothing any more. */
  discard(offset: number, length: number): void {
    eachPage(offset, length, ({ page, from, to }) => {
      if (to - from < PAGE) return;
      this.#above.delete(page);
      this.#ours.delete(page);
    });
  }

  save(): OverlayState {
    this.#ours.clear();
    return [...this.#above];
  }

  restore(state: OverlayState): void {
    this.#ours.clear();
    this.#above.clear();
    for (const [page, copy] of state) this.#above.set(page, copy);
  }

  #toWrite(page: number): Uint8Array {
    const known = this.#above.get(page);
    if (known !== undefined && this.#ours.has(page)) return known;
    const copy = known?.slice() ?? this.#copyOfBelow(page);
    this.#above.set(page, copy);
    this.#ours.add(page);
    return copy;
  }

  #copyOfBelow(page: number): Uint8Array {
    if (this.#above.size >= this.#mostPages) throw new DiskError("more is written than is kept");
    const copy = new Uint8Array(PAGE);
    const at = page * PAGE;
    this.#below.read(at, copy.subarray(0, Math.min(PAGE, this.bytes - at)));
    return copy;
  }
}

/** Which bytes of a page; `done` bytes come before them. */
interface PagePart {
  readonly page: number;
  readonly from: number;
  readonly to: number;
  readonly done: number;
}

function eachPage(offset: number, length: number, visit: (part: PagePart) => void): void {
  for (let done = 0; done < length;) {
    const page = Math.floor((offset + done) / PAGE);
    const from = (offset + done) % PAGE;
    const to = Math.min(PAGE, from + length - done);
    visit({ page, from, to, done });
    done += to - from;
  }
}
