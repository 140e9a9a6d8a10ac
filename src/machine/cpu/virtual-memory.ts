// Loads and stores at virtual addresses: what stands between an instruction and RAM. It remembers
// the last translations (chapter 4's TLB stands behind it) and cuts accesses that cross a page.
//
// 1. The fast path is one tag compared: a page that is remembered, and all bytes within it.
//    Everything else is slow.
// 2. An access that crosses a page has translated both before it changes anything.
// 3. Whoever changes translations, or the rights they were made with, calls flush().
// 4. A page that a debugger watches is never remembered: its accesses are slow, all others as
//    before.

import type { PhysAddr, VirtAddr } from "../../base/word";
import type { Access } from "./access";
import { type Fault, GuestException } from "./exception";
import { PAGE, RAM_OFFSET } from "./layout";
import type { Size } from "./operations";
import type { PhysicalMemory } from "./physical-memory";
import { pieces } from "./pieces";
import { ALIGNED, ENTRY_WORDS, LOOK, SLOTS, SoftTlb } from "./soft-tlb";
import type { Purpose, Translated, Translation } from "./translation";

const NONE = -1;

/** Hears of an access to a watched page, behind it. */
export type AccessListener = (address: VirtAddr, bytes: number, write: boolean) => void;

/** Asked before each access that has been translated; throws a GuestException if it may not be. */
export type Guard = (
  address: VirtAddr, bytes: number, write: boolean, unprivileged: boolean,
) => void;

/** What is remembered for accesses with the same rights. */
class Rights {
  readonly reads: SoftTlb;
  readonly writes: SoftTlb;

  constructor(words: Uint32Array, at: number) {
    this.reads = new SoftTlb(words.subarray(at, at + TLB_WORDS));
    this.writes = new SoftTlb(words.subarray(at + TLB_WORDS, at + 2 * TLB_WORDS));
  }

  forget(page?: number): void {
    this.reads.forget(page);
    this.writes.forget(page);
  }

  forgetRange(first: number, pages: number): void {
    this.reads.forgetRange(first, pages);
    this.writes.forgetRange(first, pages);
  }
}

const TLB_WORDS = SLOTS * ENTRY_WORDS;
/** Of EL0's reads, its writes, and the same for EL1. */
export const REMEMBERED_WORDS = 4 * TLB_WORDS;

/** With whose rights memory is accessed. Chapter 3 says when that changes. */
export interface Privilege {
  /** The current exception level. */
  readonly level: 0 | 1;
  /** PSTATE.UAO: LDTR and STTR have EL1's rights too. */
  readonly uao: boolean;
  /** PSTATE.PAN: EL1 may not access what EL0 may. The translation sees to it. */
  readonly pan: boolean;
}

/** A piece of an access (pieces.ts), translated. */
interface Located {
  readonly at: PhysAddr;
  readonly length: number;
  readonly done: number;
}

export class VirtualMemory {
  readonly #physical: PhysicalMemory;
  readonly #translation: Translation;
  readonly #cut: typeof pieces;
  readonly #view: DataView;
  readonly #marks: Uint8Array;
  readonly #el0: Rights;
  readonly #el1: Rights;
  /** Whose rights an access has, and one that is unprivileged. */
  #normal: Rights;
  #unprivileged: Rights;
  #pan = false;
  // A bigint is taken apart by storing it and reading its halves, which allocates nothing.
  readonly #whole = new BigUint64Array(1);
  readonly #halves = new Uint32Array(this.#whole.buffer);

  #watchedPages: ReadonlySet<bigint> = new Set();
  #listener: AccessListener | undefined;
  #guard: Guard | undefined;

  /** SCTLR_EL1.A: every access must be aligned. Chapter 3 sets it. */
  checksAlignment = false;
  /** Hears that a device has been accessed, behind it: it may now ask for an interrupt. */
  onDevice: () => void = () => undefined;

  /** `cut` cuts accesses at the borders of pages; `words` are for what is remembered. */
  constructor(
    physical: PhysicalMemory, translation: Translation, cut = pieces,
    words: Uint32Array = new Uint32Array(REMEMBERED_WORDS),
  ) {
    this.#physical = physical;
    this.#translation = translation;
    this.#cut = cut;
    this.#view = physical.view;
    this.#marks = physical.marks;
    this.#el0 = this.#unprivileged = new Rights(words, 0);
    this.#el1 = this.#normal = new Rights(words, 2 * TLB_WORDS);
    physical.onMark((page) => {
      this.#el0.writes.lookAt(page);
      this.#el1.writes.lookAt(page);
    });
  }

  /** Forgets one page's translations, and perhaps others'. */
  forget(page: number): void {
    this.#el0.forget(page);
    this.#el1.forget(page);
  }

  /** Forgets so many pages' translations. */
  forgetRange(first: number, pages: number): void {
    this.#el0.forgetRange(first, pages);
    this.#el1.forgetRange(first, pages);
  }

  /** Forgets the remembered translations. */
  flush(): void {
    this.#el0.forget();
    this.#el1.forget();
  }

  /** Whether LDTR and STTR have EL1's rights at EL1. */
  get hasUao(): boolean {
    return this.#unprivileged === this.#el1;
  }

  set privilege({ level, uao, pan }: Privilege) {
    this.#normal = level === 0 ? this.#el0 : this.#el1;
    this.#unprivileged = level === 1 && uao ? this.#el1 : this.#el0;
    if (level === 1 && pan !== this.#pan) {
      this.#pan = pan;
      this.#el1.forget();
    }
  }

  /** While there is one, every access is slow. */
  set guard(guard: Guard | undefined) {
    this.#guard = guard;
    this.flush();
  }

  load(size: Size, address: VirtAddr, access: Access, aligned: Size = size): bigint {
    const at = this.#find(this.#rememberedFor(access, false), size >> 3, address, access);
    if (at < 0) return this.#slowLoad(size, address, access, aligned);
    const view = this.#view;
    switch (size) {
      case 8: return BigInt(view.getUint8(at));
      case 16: return BigInt(view.getUint16(at, true));
      case 32: return BigInt(view.getUint32(at, true));
      case 64: return view.getBigUint64(at, true);
      case 128: return view.getBigUint64(at, true) | (view.getBigUint64(at + 8, true) << 64n);
    }
  }

  store(size: Size, address: VirtAddr, value: bigint, access: Access, aligned: Size = size): void {
    const remembered = this.#rememberedFor(access, true);
    const at = this.#find(remembered, size >> 3, address, access);
    if (at < 0) return this.#slowStore(size, address, value, access, aligned);
    const isMarked = this.#marks[Math.floor(at / PAGE)] !== 0;
    if (isMarked || remembered.looks(this.#halves[0]!)) this.#unmark(remembered, at, size >> 3);
    const view = this.#view;
    switch (size) {
      case 8: view.setUint8(at, Number(BigInt.asUintN(8, value))); break;
      case 16: view.setUint16(at, Number(BigInt.asUintN(16, value)), true); break;
      case 32: view.setUint32(at, Number(BigInt.asUintN(32, value)), true); break;
      case 64: view.setBigUint64(at, value, true); break;
      case 128:
        view.setBigUint64(at, value, true); // Modulo 2^64.
        view.setBigUint64(at + 8, value >> 64n, true);
    }
  }

  /** `listener` hears of accesses to these pages, by number, and may hear of others. */
  watch(pages: ReadonlySet<bigint>, listener: AccessListener): void {
    this.#watchedPages = pages;
    this.#listener = pages.size === 0 ? undefined : listener;
    this.flush();
  }

  /**
   * Where a byte is in RAM, for who looks from outside: no fault, no watch; -1 if it is not
   * there.
   */
  offsetOf(address: VirtAddr): number {
    if (this.#translation.look !== undefined) {
      const at = this.#translation.look(address);
      return at === undefined ? NONE : this.#physical.offsetOf(at);
    }
    try {
      const { page } = this.#translation.translate(address, "read", false);
      return this.#physical.offsetOf(page + offsetInPage(address));
    } catch (thrown) {
      if (thrown instanceof GuestException) return NONE;
      throw thrown;
    }
  }

  /**
   * Where `bytes` bytes at `address` are in RAM, for an exclusive access. Aligned, so in one
   * page.
   */
  locate(bytes: number, address: VirtAddr, write: boolean): number {
    const at = this.#find(this.#rememberedFor("ordered", write), bytes, address, "ordered");
    if (at >= 0) return at;
    this.#checkAlignment(bytes, address, "ordered", write);
    const { page } = this.#translate(address, "ordered", write);
    this.#guard?.(address, bytes, write, this.#isUnprivileged("ordered"));
    const offset = this.#physical.offsetOf(page + offsetInPage(address));
    return offset < 0 ? this.#fault(address, write, { kind: "external" }) : offset;
  }

  /** DC ZVA: zeroes the block of `bytes` bytes that `address` lies in. */
  zero(address: VirtAddr, bytes: number): void {
    const { page, device } = this.#translate(address, "normal", true, false);
    if (device) this.#fault(address, true, { kind: "alignment" });
    this.#guard?.(address & -BigInt(bytes), bytes, true, this.#isUnprivileged("normal"));
    const start = page + Math.floor(offsetInPage(address) / bytes) * bytes;
    const offset = this.#physical.offsetOf(start);
    if (offset < 0) this.#fault(address, true, { kind: "external" });
    this.#physical.willChange(offset, bytes);
    this.#physical.bytes.fill(0, offset, offset + bytes);
    this.#listener?.(address & -BigInt(bytes), bytes, true);
  }

  /** What is good for an access: an atomic one writes what it reads. */
  #rememberedFor(access: Access, write: boolean): SoftTlb {
    const rights = access === "unprivileged" ? this.#unprivileged : this.#normal;
    return write || access === "atomic" ? rights.writes : rights.reads;
  }

  #isUnprivileged(access: Access): boolean {
    return (access === "unprivileged" ? this.#unprivileged : this.#normal) === this.#el0;
  }

  /** Where the access is in RAM if its page is remembered and nothing forbids it, else -1. */
  #find(remembered: SoftTlb, bytes: number, address: VirtAddr, access: Access): number {
    this.#whole[0] = address;
    const low = this.#halves[0]!;
    const entry = remembered.find(low, this.#halves[1]!);
    if (entry < 0) return NONE;
    const offset = low & (PAGE - 1);
    const { words } = remembered;
    const isFine = (offset & (bytes - 1)) === 0
      || (offset + bytes <= PAGE && (words[entry]! & ALIGNED) === 0
        && !this.#mustBeAligned(access));
    return isFine ? ((low + words[entry + 2]!) >>> 0) - RAM_OFFSET : NONE;
  }

  /** Whoever has marked a page hears of a store to it, and may want to hear of no other. */
  #unmark(remembered: SoftTlb, at: number, bytes: number): void {
    this.#physical.willChange(at, bytes);
    if (this.#marks[Math.floor(at / PAGE)] !== 0) return;
    const entry = remembered.find(this.#halves[0]!, this.#halves[1]!); // As #find() left them.
    if (entry >= 0) remembered.lookNoMore(entry);
  }

  #mustBeAligned(access: Access): boolean {
    return this.checksAlignment || access === "ordered" || access === "atomic";
  }

  #slowLoad(size: Size, address: VirtAddr, access: Access, aligned: Size): bigint {
    let value = 0n;
    for (const { at, length, done } of this.#pieces(size, address, access, aligned, false)) {
      const piece = this.#physical.load(at, length);
      if (piece === undefined) this.#nothingAt(address, done, false);
      if (this.#physical.offsetOf(at) < 0) this.onDevice();
      value |= piece << BigInt(8 * done);
    }
    this.#listener?.(address, size >> 3, false);
    return value;
  }

  #slowStore(size: Size, address: VirtAddr, value: bigint, access: Access, aligned: Size): void {
    for (const { at, length, done } of this.#pieces(size, address, access, aligned, true)) {
      const piece = BigInt.asUintN(8 * length, value >> BigInt(8 * done));
      const isThere = this.#physical.store(at, length, piece);
      if (!isThere) this.#nothingAt(address, done, true);
      if (this.#physical.offsetOf(at) < 0) this.onDevice();
    }
    this.#listener?.(address, size >> 3, true);
  }

  /** An access, found to be allowed: one piece for each page that it is in. */
  #pieces(size: Size, address: VirtAddr, access: Access, aligned: Size, write: boolean): Located[] {
    this.#checkAlignment(aligned >> 3, address, access, write);
    let isDevice = false;
    const isAligned = offsetInPage(address) % (aligned >> 3) === 0;
    const located: Located[] = [];
    for (const { address: at, bytes, done } of this.#cut(address, size >> 3)) {
      const { page, device } = this.#translate(at, access, write, isAligned);
      isDevice ||= device;
      located.push({ at: page + offsetInPage(at), length: bytes, done });
    }
    if (isDevice && !isAligned) this.#fault(address, write, { kind: "alignment" });
    this.#guard?.(address, size >> 3, write, this.#isUnprivileged(access));
    return located;
  }

  /** Translates, and remembers the page if it is RAM. */
  #translate(address: VirtAddr, access: Access, write: boolean, isAligned = true): Translated {
    const unprivileged = this.#isUnprivileged(access);
    const ask = this.#translation;
    const isAtomicLoad = access === "atomic" && !write;
    // It must not find out after its load that it may not store; but if it may not load, says so.
    if (isAtomicLoad) ask.translate(address, "read", unprivileged, isAligned);
    const purpose: Purpose = write || isAtomicLoad ? "write" : "read";
    const translated = ask.translate(address, purpose, unprivileged, isAligned);
    const base = this.#physical.offsetOf(translated.page);
    const isWatched = this.#guard !== undefined || this.#watchedPages.has(address >> 12n);
    if (base >= 0 && !isWatched) {
      this.#remember(this.#rememberedFor(access, write), address, base, translated.device);
    }
    return translated;
  }

  #remember(remembered: SoftTlb, address: VirtAddr, base: number, device: boolean): void {
    this.#whole[0] = address;
    const aligned = device || this.checksAlignment ? ALIGNED : 0;
    const isRead = remembered === this.#el0.reads || remembered === this.#el1.reads;
    const look = isRead || this.#marks[base / PAGE] === 0 ? 0 : LOOK;
    remembered.set(this.#halves[0]!, this.#halves[1]!, base, aligned | look);
  }

  #checkAlignment(bytes: number, address: VirtAddr, access: Access, write: boolean): void {
    if (!this.#mustBeAligned(access) || offsetInPage(address) % bytes === 0) return;
    this.#fault(address, write, { kind: "alignment" });
  }

  /** No device answers the piece of an access that has `done` bytes before it. */
  #nothingAt(address: VirtAddr, done: number, write: boolean): never {
    this.#fault(BigInt.asUintN(64, address + BigInt(done)), write, { kind: "external" });
  }

  #fault(address: VirtAddr, write: boolean, fault: Fault): never {
    throw new GuestException({ kind: "data abort", address, write, fault });
  }
}

const offsetInPage = (address: VirtAddr): number => Number(address & 0xfffn);
