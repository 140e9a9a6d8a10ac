// Where the next instruction comes from: a page of decoded words, and a place in it. Leaving the
// page asks the translation again, or remembers what it said. A page that is not RAM, a flash
// memory, has no decoded words: each is fetched over the bus whenever it is executed.

import type { PhysAddr, VirtAddr } from "../../base/word";
import type { CodeCache, CodePage } from "./code-cache";
import { GuestException } from "./exception";
import { PAGE } from "./layout";
import type { PhysicalMemory } from "./physical-memory";
import type { Translation } from "./translation";

const SLOTS = 256;
const NONE = -1;
const NO_WORDS: CodePage = [];

export class Fetcher {
  readonly #physical: PhysicalMemory;
  readonly #translation: Translation;
  readonly #code: CodeCache;

  /** The page being executed, and the word of it. */
  page: CodePage = [];
  index = 0;
  /** Where the page is: virtually, and in RAM. */
  #baseLow = 0;
  #baseHigh = 0;
  #ram = 0;
  /** Where it is physically, if it is not in RAM. */
  #bus = NONE;

  /** Whether it is EL0 that executes. */
  #unprivileged = false;
  /** Where pages are in RAM, by their number modulo SLOTS; for EL0 behind those for EL1. */
  readonly #tags = new Float64Array(2 * SLOTS).fill(NONE);
  readonly #rams = new Float64Array(2 * SLOTS);
  readonly #whole = new BigUint64Array(1);
  readonly #halves = new Uint32Array(this.#whole.buffer);

  constructor(physical: PhysicalMemory, translation: Translation, code: CodeCache) {
    this.#physical = physical;
    this.#translation = translation;
    this.#code = code;
  }

  get pc(): VirtAddr {
    return this.#wordAt(this.index);
  }

  /** The address behind the page's last word. */
  get nextPage(): VirtAddr {
    return this.#wordAt(PAGE / 4);
  }

  /** Bits 31:0 and 63:32 of the page's address. */
  get pageAddress(): readonly [low: number, high: number] {
    return [this.#baseLow, this.#baseHigh];
  }

  /** Where the word is in RAM. */
  get offset(): number {
    return this.#ram + 4 * this.index;
  }

  get isInRam(): boolean {
    return this.#bus === NONE;
  }

  get word(): number {
    if (!this.isInRam) return this.#fetch(this.#bus + 4 * this.index);
    if (this.offset + 4 > this.#physical.size) return 0; // Behind RAM's last instruction.
    return this.#physical.view.getUint32(this.offset, true);
  }

  /** Whether to fetch with EL0's rights. */
  set unprivileged(unprivileged: boolean) {
    this.#unprivileged = unprivileged;
  }

  /** Forgets where pages are. */
  flush(): void {
    this.#tags.fill(NONE);
  }

  /** Forgets where one page is, and perhaps others. */
  forget(page: number): void {
    this.#tags[page % SLOTS] = NONE;
    this.#tags[(page % SLOTS) + SLOTS] = NONE;
  }

  /** Forgets where so many pages are, from one on. */
  forgetRange(first: number, pages: number): void {
    const tags = this.#tags;
    for (let slot = 0; slot < tags.length; slot++) {
      const page = tags[slot]! % 2 ** 44; // Bits 55:12 of the address: a tag may stand above.
      if (page >= first && page < first + pages) tags[slot] = NONE;
    }
  }

  /** Continues at `target` if that is in the same page. */
  jump(target: VirtAddr): boolean {
    this.#whole[0] = target;
    const low = this.#halves[0]!;
    if ((low & -PAGE) >>> 0 !== this.#baseLow || this.#halves[1] !== this.#baseHigh) return false;
    if ((low & 3) !== 0) return false;
    this.index = (low & (PAGE - 1)) >> 2;
    return true;
  }

  /** Finds the page that `address` lies in. */
  find(address: VirtAddr): void {
    this.#whole[0] = address;
    const [low, high] = [this.#halves[0]!, this.#halves[1]!];
    if ((low & 3) !== 0) throw new GuestException({ kind: "PC alignment", address });
    const slot = ((low >>> 12) % SLOTS) + (this.#unprivileged ? SLOTS : 0);
    const number = high * 0x10_0000 + (low >>> 12);
    if (this.#tags[slot] !== number) {
      this.#rams[slot] = this.#ramOf(address);
      this.#tags[slot] = number;
    }
    const ram = this.#rams[slot]!;
    this.#bus = ram < 0 ? -1 - ram : NONE;
    this.#ram = ram;
    this.page = ram < 0 ? NO_WORDS : this.#code.page(ram);
    this.index = (low & (PAGE - 1)) >> 2;
    this.#baseLow = (low & -PAGE) >>> 0;
    this.#baseHigh = high;
  }

  /**
   * Stands at a word of RAM whose virtual address is known already, in two halves: no translation
   * is asked.
   */
  place(low: number, high: number, offset: number): void {
    const ram = offset - (offset % PAGE);
    if (ram !== this.#ram || this.#bus !== NONE) {
      this.#ram = ram;
      this.#bus = NONE;
      this.page = this.#code.page(ram);
    }
    this.index = (low & (PAGE - 1)) >> 2;
    this.#baseLow = (low & -PAGE) >>> 0;
    this.#baseHigh = high;
  }

  /** Where the page of `address` is in RAM; if it is not, -1 minus where it is on the bus. */
  #ramOf(address: VirtAddr): number {
    const { page } = this.#translation.translate(address, "fetch", this.#unprivileged);
    const ram = this.#physical.offsetOf(page);
    return ram >= 0 ? ram : -1 - page;
  }

  /** The address of a word of the page, or of what is behind it. */
  #wordAt(index: number): VirtAddr {
    const low = this.#baseLow + 4 * index;
    this.#halves[0] = low; // Modulo 2^32, both.
    this.#halves[1] = low > 0xffff_ffff ? this.#baseHigh + 1 : this.#baseHigh;
    return this.#whole[0]!;
  }

  /** A word of a device's. */
  #fetch(at: PhysAddr): number {
    const word = this.#physical.bus.read(at, 4);
    if (word !== undefined) return Number(word);
    const fault = { kind: "external" } as const;
    throw new GuestException({ kind: "instruction abort", address: this.pc, fault });
  }
}
