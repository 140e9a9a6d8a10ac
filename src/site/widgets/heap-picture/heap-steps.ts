/** Accesses of the collector become steps: what was read, marked, put aside, freed. */
import { FIRST, FREE, FREE_CLASS, firstPage, isMarked, kindOf, objectAround, PAGE, pagesEnd, REST, workBegin, workEnd } from "../../../unikernel/runtime/heap";
import { builtInClass } from "../../../formats/objects/layout";
import { load32 } from "../../../unikernel/metal/memory";
import { withCommas } from "../machine/numbers";
import type { CellView, HeapStep, PageView } from "./heap-step";
import type { Access } from "./watched-metal";

const BYTES = builtInClass("bytes");

/** A reference that was read and has not led to a mark yet. */
interface Reading {
  readonly says: string;
  readonly to: string | undefined;
}

export class HeapSteps {
  readonly all: HeapStep[] = [];
  readonly #addresses: Map<string, bigint>;
  readonly #stack: bigint;
  readonly #words: number;
  #phase: HeapStep["phase"] = "begin";
  #waiting: string[] = [];
  #looking: string | undefined;
  #word: number | undefined;
  #reading: Reading | undefined;
  #freed: string[] = [];

  /** `stack` is where the words of the stack begin. */
  constructor(addresses: Map<string, bigint>, stack: bigint, words: number) {
    this.#addresses = addresses;
    this.#stack = stack;
    this.#words = words;
    this.#step("Before: no object has a mark. What can be reached from the words of the stack?");
  }

  saw({ isStore, address, bytes, value, before }: Access): void {
    if (bytes === 8 && address >= workBegin() && address < workEnd()) {
      if (!isStore) this.#takes(value);
      else if (this.#reading !== undefined) this.#marked(value);
    } else if (!isStore && bytes === 8 && this.#isStack(address)) {
      this.#readsWord(Number(address - this.#stack) / 8, value);
    } else if (!isStore && bytes === 8 && this.#isHeap(address) && this.#looking !== undefined && this.#phase === "mark") {
      this.#readsField(value);
    } else if (isStore && bytes === 4 && value === BigInt(FREE_CLASS) && before !== value) {
      this.#frees(address);
    } else if (isStore && bytes === 4 && address < firstPage() && value === BigInt(FREE) && before !== value) {
      this.#freesPage(before);
    }
  }

  finish(usedBytes: number): void {
    this.#closeReading();
    this.#endPage();
    this.#phase = "end";
    this.#step(`After: ${withCommas(usedBytes)} bytes of cells and pages are in use. Whoever allocates next gets what was freed.`);
  }

  allocated(name: string): void {
    this.#step(`${name} gets the first free cell of its size. No page had to be searched: the cells are on a list.`);
  }

  // ---- marking

  #readsWord(word: number, value: bigint): void {
    this.#closeReading();
    this.#phase = "roots";
    this.#word = word;
    const around = objectAround(value);
    const to = around === 0n ? undefined : this.#nameAt(around);
    const hex = `0x${value.toString(16)}`;
    if (to === undefined) this.#reading = { says: `Word ${word} is ${value < 0x1000n ? value : hex}: no address of the heap, so it is no root.`, to };
    else if (around === value) this.#reading = { says: `Word ${word} is ${hex}, where ${to} begins.`, to };
    else this.#reading = { says: `Word ${word} is ${hex}, which is inside of ${to}: the page says how large its cells are, so ${to}'s beginning is found.`, to };
  }

  /** The next of those that wait. */
  #takes(object: bigint): void {
    this.#closeReading();
    this.#phase = "mark";
    this.#word = undefined;
    this.#looking = this.#nameAt(object);
    this.#waiting.pop();
    const isBytes = load32(object) === BYTES;
    this.#step(`${this.#looking} is looked into: ${isBytes ? "it is bytes, among which there are no references" : "its class says which of its words are references"}.`);
  }

  #readsField(value: bigint): void {
    this.#closeReading();
    if (value === 0n) return;
    const to = this.#nameAt(value);
    this.#reading = { says: `${this.#looking} refers to ${to}.`, to };
  }

  #marked(object: bigint): void {
    const name = this.#nameAt(object) ?? "";
    this.#waiting.push(name);
    this.#step(`${this.#reading?.says ?? ""} ${name} gets its mark, and waits to be looked into.`, name);
    this.#reading = undefined;
  }

  /** What was read led to no mark. */
  #closeReading(): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading !== undefined) this.#step(reading.to === undefined ? reading.says : `${reading.says} It has its mark already.`, reading.to);
  }

  // ---- sweeping

  #frees(cell: bigint): void {
    this.#beginSweep();
    const name = this.#nameAt(cell);
    if (name === undefined) return;
    const [first] = this.#freed;
    if (first !== undefined && pageOf(this.#addresses.get(first)!) !== pageOf(cell)) this.#endPage();
    this.#freed.push(name);
  }

  #freesPage(kind: bigint): void {
    this.#beginSweep();
    this.#endPage();
    const isCells = Number(kind) < REST;
    const names = this.#unmarkedNowhere();
    if (names.length === 0) return;
    for (const name of names) this.#addresses.delete(name);
    this.#step(isCells ? `Nothing on this page is marked: with ${names.join(" and ")} the whole page is free, for cells of any size.` : `${names.join(" and ")} is not marked: its pages are free.`);
  }

  #beginSweep(): void {
    if (this.#phase === "sweep") return;
    this.#closeReading();
    this.#phase = "sweep";
    this.#looking = undefined;
    this.#step("Nobody waits any more: what has no mark cannot be reached. The sweep goes over the pages, from behind.");
  }

  #endPage(): void {
    if (this.#freed.length === 0) return;
    const names = this.#freed.toReversed();
    this.#freed = [];
    for (const name of names) this.#addresses.delete(name);
    this.#step(names.length === 1
      ? `${names[0]} has no mark: its cell is free, and on the list of free cells of its size.`
      : `${names.join(" and ")} have no mark: their cells are free, and on the list of free cells of their size.`);
  }

  /** Objects whose page holds nothing any more. */
  #unmarkedNowhere(): string[] {
    return [...this.#addresses].filter(([, address]) => kindOf(pageOf(address)) === FREE).map(([name]) => name);
  }

  // ---- what is there

  #isStack(address: bigint): boolean {
    return address >= this.#stack && address < this.#stack + BigInt(8 * this.#words);
  }

  #isHeap(address: bigint): boolean {
    return address >= firstPage() && address < pagesEnd();
  }

  #nameAt(address: bigint): string | undefined {
    return [...this.#addresses].find(([, at]) => at === address)?.[0];
  }

  #step(says: string, to?: string): void {
    this.all.push({
      phase: this.#phase, says, pages: this.#pages(), waiting: [...this.#waiting],
      ...(this.#word !== undefined && this.#phase === "roots" && { word: this.#word }),
      ...(this.#looking !== undefined && { looking: this.#looking }),
      ...(to !== undefined && { to }),
    });
  }

  #pages(): PageView[] {
    const pages: PageView[] = [];
    for (let page = firstPage(); page < pagesEnd(); page += PAGE) pages.push(this.#page(page));
    return pages;
  }

  #page(page: bigint): PageView {
    const kind = kindOf(page);
    if (kind === FREE) return { kind: "free" };
    if (kind >= REST) {
      const first = kind >= FIRST ? page : page - BigInt(kind - REST) * PAGE;
      return { kind: "large", cell: this.#cell(first), isFirst: first === page };
    }
    const cells = Array.from({ length: Math.floor(Number(PAGE) / kind) }, (_, i) => this.#cell(page + BigInt(i * kind)));
    return { kind: "cells", size: kind, cells };
  }

  #cell(address: bigint): CellView {
    const name = this.#nameAt(address);
    return name === undefined ? { kind: "free" } : { kind: "object", name, isMarked: isMarked(address) };
  }
}

const pageOf = (address: bigint): bigint => address - ((address - firstPage()) % PAGE);
