// What a program believes to be its memory: areas with rights, and behind those of their pages that
// have been touched, a frame of RAM. It stands where chapter 4 puts an MMU.
//
//   areas    [ text r-x ][ data rw- ]      [ heap rw- ]          [ mmap ]     [ stack rw- ]
//   pages      7  7  7     7  7  7           7  .  .               .  .          .  .  7
//
// 1. Areas are in order, and none overlaps another. A page outside every area faults.
// 2. A page of an area that is not shared() may have a frame that others have too (after a fork);
//    the first write makes it a copy of its own.
// 3. Whenever a page means something else than before, changed() is called, so that nobody goes on
//    using what translate() said.

import type { PhysAddr, VirtAddr } from "../../base/word";
import { type Fault, GuestException } from "../../machine/cpu/exception";
import type { Purpose, Translated, Translation } from "../../machine/cpu/translation";
import type { Frames } from "./frames";

export const PROT_READ = 1;
export const PROT_WRITE = 2;
export const PROT_EXEC = 4;

/** Pages `start` to `end` - 1. */
export interface Area {
  readonly start: number;
  readonly end: number;
  /** PROT_ bits. */
  readonly rights: number;
  /** A fork sees what the other writes. */
  readonly shared: boolean;
}

const PAGE_BITS = 12n;
/** Programs live in 39 bits, as under a Linux with three levels of tables. */
export const TOP_PAGE = 2 ** (39 - 12);
const LOWEST_PAGE = 16;

/** The top byte of an address is the program's own (TBI). */
export const pageOf = (address: VirtAddr): number => Number(BigInt.asUintN(56, address) >> PAGE_BITS);
export const addressOf = (page: number): VirtAddr => BigInt(page) << PAGE_BITS;

export class AddressSpace implements Translation {
  readonly #frames: Frames;
  readonly #changed: () => void;
  readonly #pages = new Map<number, PhysAddr>();
  #areas: readonly Area[] = [];

  constructor(frames: Frames, changed: () => void) {
    this.#frames = frames;
    this.#changed = changed;
  }

  get areas(): readonly Area[] {
    return this.#areas;
  }

  translate(address: VirtAddr, purpose: Purpose): Translated {
    const number = pageOf(address);
    const area = this.areaOf(number);
    if (area === undefined) return abort(address, purpose, { kind: "translation", level: 3 });
    if ((area.rights & NEEDED[purpose]) === 0) return abort(address, purpose, { kind: "permission", level: 3 });
    return { page: this.#frame(number, purpose === "write" && !area.shared), device: false };
  }

  areaOf(page: number): Area | undefined {
    return this.#areas.find(({ start, end }) => start <= page && page < end);
  }

  /** What was there is gone. */
  map(start: number, pages: number, rights: number, shared = false): void {
    this.unmap(start, pages);
    this.#areas = inOrder([...this.#areas, { start, end: start + pages, rights, shared }]);
    // Whoever forks must find the same frames on both sides.
    if (shared) for (let page = start; page < start + pages; page++) this.#frame(page, false);
  }

  unmap(start: number, pages: number): void {
    const end = start + pages;
    this.#areas = this.#areas.flatMap((area) => outside(area, start, end));
    this.forget(start, pages);
  }

  /** False, and nothing has changed, if a page is in no area. */
  protect(start: number, pages: number, rights: number): boolean {
    const end = start + pages;
    const inside = this.#areas.filter((area) => area.start < end && area.end > start)
      .map((area) => ({ ...area, start: Math.max(area.start, start), end: Math.min(area.end, end), rights }));
    if (inside.reduce((sum, area) => sum + area.end - area.start, 0) !== pages) return false;
    this.#areas = inOrder([...this.#areas.flatMap((area) => outside(area, start, end)), ...inside]);
    this.#changed();
    return true;
  }

  /** Pages are zero again. */
  forget(start: number, pages: number): void {
    for (const page of this.#touched(start, start + pages)) {
      this.#frames.release(this.#pages.get(page)!);
      this.#pages.delete(page);
    }
    this.#changed();
  }

  /** Moves pages with what is in them; `to` must be free. */
  move(from: number, pages: number, to: number): void {
    const { rights, shared } = this.areaOf(from)!;
    const moved = this.#touched(from, from + pages).map((page) => [page, this.#pages.get(page)!] as const);
    for (const [page] of moved) this.#pages.delete(page);
    this.unmap(from, pages);
    this.#areas = inOrder([...this.#areas, { start: to, end: to + pages, rights, shared }]);
    for (const [page, frame] of moved) this.#pages.set(page - from + to, frame);
  }

  /** The highest place below `below` with so many free pages; undefined if there is none. */
  findFree(pages: number, below: number): number | undefined {
    let end = below;
    for (const area of this.#areas.toReversed()) {
      if (area.start >= end) continue;
      if (end - area.end >= pages) break;
      end = area.start;
    }
    return end - pages >= LOWEST_PAGE ? end - pages : undefined;
  }

  isFree(start: number, pages: number): boolean {
    return this.#areas.every((area) => area.end <= start || area.start >= start + pages);
  }

  /** The same memory for another process: shared where areas are, else until one of the two writes. */
  fork(): AddressSpace {
    const child = new AddressSpace(this.#frames, this.#changed);
    child.#areas = this.#areas;
    for (const [page, frame] of this.#pages) child.#pages.set(page, this.#frames.share(frame));
    this.#changed();
    return child;
  }

  /** Gives every frame back. */
  release(): void {
    this.unmap(0, TOP_PAGE);
  }

  #frame(number: number, toWrite: boolean): PhysAddr {
    const frame = this.#pages.get(number);
    if (frame !== undefined && !(toWrite && this.#frames.isShared(frame))) return frame;
    const own = frame === undefined ? this.#frames.allocate() : this.#frames.copy(frame);
    this.#pages.set(number, own);
    if (frame !== undefined) {
      this.#frames.release(frame);
      this.#changed();
    }
    return own;
  }

  /** Pages that have a frame. */
  #touched(start: number, end: number): number[] {
    const pages = end - start < this.#pages.size ? Array.from({ length: end - start }, (_, i) => start + i) : [...this.#pages.keys()];
    return pages.filter((page) => page >= start && page < end && this.#pages.has(page));
  }
}

/** Any of these: what may be written or executed may be read. */
const NEEDED: Readonly<Record<Purpose, number>> = {
  read: PROT_READ | PROT_WRITE | PROT_EXEC, write: PROT_WRITE, fetch: PROT_EXEC,
};

/** Neighbours that are alike are one area. */
function inOrder(areas: readonly Area[]): Area[] {
  const ordered: Area[] = [];
  for (const area of areas.toSorted((a, b) => a.start - b.start)) {
    const last = ordered.at(-1);
    const isAlike = last?.end === area.start && last.rights === area.rights && last.shared === area.shared;
    if (isAlike) ordered[ordered.length - 1] = { ...last, end: area.end };
    else ordered.push(area);
  }
  return ordered;
}

/** What of `area` lies before `start` and behind `end`. */
const outside = (area: Area, start: number, end: number): Area[] =>
  [{ ...area, end: Math.min(area.end, start) }, { ...area, start: Math.max(area.start, end) }]
    .filter((part) => part.start < part.end);

function abort(address: VirtAddr, purpose: Purpose, fault: Fault): never {
  if (purpose === "fetch") throw new GuestException({ kind: "instruction abort", address, fault });
  throw new GuestException({ kind: "data abort", address, write: purpose === "write", fault });
}
