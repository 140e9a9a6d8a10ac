// map, unmap and protect, at random, against a model: after each, the processor is asked what it
// makes of addresses within, at the edges and elsewhere. Few pages are free for tables, sometimes
// hardly any; now and then all tables are read.

import "../../../src/unikernel/boot/entry";
import { minus, plus } from "../../../src/unikernel/metal/word";
import { PAGE } from "../../../src/unikernel/memory/flags";
import { virtualOf } from "../../../src/unikernel/memory/layout";
import { map, pageBytes, protect, unmap } from "../../../src/unikernel/memory/mem";
import {
  freePages, giveBackPages, takePage, takePages,
} from "../../../src/unikernel/memory/page-allocator";
import { Draws } from "./memory-draws";
import { MemoryModel, MOST_SPLITS, mostTables, type Piece } from "./memory-model";
import { probe, probeNothing, touch, usePool } from "./memory-probe";
import { TableWalk } from "./memory-walk";

/** How many, and the first random number. */
let operations = 300;
let seed = 2463534242;

const KIB4 = 0x1000;
const POOL_PAGES = 512;
const PAGES_FOR_TABLES = 64;
const MOST_PIECES = 32;
const MOST_REPORTS = 5;
const PER_WALK = 100;

class Run {
  readonly #model = new MemoryModel();
  readonly #draws: Draws;
  /** Pages that are free or tables: always as many. */
  readonly #pages = new TableWalk().tables + freePages();
  mismatches = 0;
  refusals = 0;
  digest = 0;

  constructor(first: number, pool: number) {
    this.#draws = new Draws(first, this.#model, pool);
  }

  operate(): void {
    const { pieces } = this.#model;
    const draws = this.#draws;
    if (pieces.length > MOST_PIECES) {
      this.#withFewPages(draws.piece(), "unmap");
    } else if (pieces.length === 0 || draws.isOneIn(2)) {
      this.#withFewPages(draws.mapping(), "map");
    } else {
      this.#withFewPages(draws.change(), draws.isOneIn(2) ? "unmap" : "protect");
    }
  }

  unmapAll(): void {
    for (const { first, bytes } of this.#model.pieces) this.check("done", unmap(first, bytes));
    this.#model.pieces = [];
  }

  /** All tables: nothing writable and executable, none empty, no page of them lost. */
  walk(): void {
    const { tables, emptyTables, dangerous } = new TableWalk();
    this.check("0 0", `${dangerous} ${emptyTables}`);
    this.check(`${this.#pages}`, `${tables + freePages()}`);
  }

  check(expected: string, got: string): void {
    for (let i = 0; i < got.length; i++) {
      this.digest = Math.imul(this.digest ^ got.charCodeAt(i), 16777619);
    }
    if (got === expected) return;
    this.mismatches++;
    if (this.mismatches <= MOST_REPORTS) console.log(`"${got}" for "${expected}"`);
  }

  /** Now and then all free pages but a few are somebody else's. */
  #withFewPages(range: Piece, what: "map" | "unmap" | "protect"): void {
    const held: number[] = [];
    if (this.#draws.isOneIn(what === "map" ? 8 : 4)) {
      const left = this.#draws.number(4);
      while (freePages() > left) held.push(takePage());
    }
    const places = this.#places(range);
    for (const place of places) touch(place, this.#physicalAt(place));
    if (what === "map") this.#map(range);
    else this.#change(range, what);
    for (const page of held) giveBackPages(page, 1);
    for (const place of places) this.#checkAt(place);
  }

  /** Within, at both edges, and where something else is. */
  #places({ first, last }: Piece): bigint[] {
    const places = [first, minus(last, 7n), plus(last, 1n), minus(first, 8n)];
    const { pieces } = this.#model;
    const within = this.#model.at(first);
    if (within !== null) places.push(this.#draws.addressIn(within));
    if (pieces.length > 0) places.push(this.#draws.addressIn(this.#draws.piece()));
    return places;
  }

  #physicalAt(virtual: bigint): number {
    const piece = this.#model.at(virtual);
    return piece === null ? -1 : piece.physicalOf(virtual);
  }

  #checkAt(virtual: bigint): void {
    const piece = this.#model.at(virtual);
    const flaw = piece === null
      ? probeNothing(virtual) : probe(virtual, piece.physicalOf(virtual), piece.flags);
    this.check("", flaw === "" ? "" : `${virtual.toString(16)}: ${flaw}`);
  }

  #map(wanted: Piece): void {
    const draws = this.#draws;
    const wrong = draws.isOneIn(10) ? draws.number(4) : -1;
    const virtual = wrong === 0 ? draws.noAddress() : wanted.first;
    const physical = wrong === 1 ? draws.noMemory() : wanted.physical;
    const bytes = wrong === 2 ? draws.noBytes() : wanted.bytes;
    const flags = wrong === 3 ? draws.noFlags() : wanted.flags;
    const expected = this.#model.mapAnswer(virtual, physical, bytes, flags);
    const free = freePages();
    const got = map(virtual, physical, bytes, flags);
    if (this.#isRefused(expected, got, free, expected === "done"
      ? mostTables(virtual, physical, bytes) : 0)) return;
    this.check(expected, got);
    if (expected !== "done") return;
    this.#model.add(virtual, physical, bytes, flags);
    const place = draws.addressIn(wanted);
    this.check(`${wanted.largestPageAt(place)}`, `${pageBytes(place)}`);
    this.#checkAt(place);
  }

  #change(wanted: Piece, what: "unmap" | "protect"): void {
    const draws = this.#draws;
    const wrong = draws.isOneIn(10) ? draws.number(3) : -1;
    const virtual = wrong === 0 ? draws.noAddress() : wanted.first;
    const bytes = wrong === 1 ? draws.noBytes() : wanted.bytes;
    let flags = wrong === 2 ? draws.noFlags() : wanted.flags;
    if (what === "unmap") flags = 0;
    const expected = what === "unmap"
      ? this.#model.unmapAnswer(virtual, bytes)
      : this.#model.protectAnswer(virtual, bytes, flags);
    const free = freePages();
    const got = what === "unmap" ? unmap(virtual, bytes) : protect(virtual, bytes, flags);
    if (this.#isRefused(expected, got, free, MOST_SPLITS)) return;
    this.check(expected, got);
    if (expected === "done") this.#model.cut(virtual, bytes, flags);
  }

  /** For want of pages, and rightly so: then none has been taken. */
  #isRefused(expected: string, got: string, free: number, most: number): boolean {
    if (expected !== "done" || got !== "no page left" || free >= most) return false;
    this.refusals++;
    this.check(`${free}`, `${freePages()}`);
    return true;
  }
}

/** Nearly all of memory is somebody's; returns who has it. */
function takeMost(): Map<number, number> {
  const taken = new Map<number, number>();
  for (let run = 4096; run >= 1; run = Math.trunc(run / 2)) {
    while (freePages() - run >= PAGES_FOR_TABLES) {
      const first = takePages(run, 1);
      if (first < 0) break;
      taken.set(first, run);
    }
  }
  return taken;
}

export function start(): void {
  const before = freePages();
  const pool = takePages(POOL_PAGES, POOL_PAGES);
  usePool(pool, pool + POOL_PAGES * KIB4);
  const taken = takeMost();
  const run = new Run(seed, pool);
  const todo = operations;
  operations = 0; // A variable, then, which the test can write into the image.
  seed = 0;
  for (let i = 0; i < todo; i++) {
    if (i % PER_WALK === 0) run.walk();
    run.operate();
  }
  run.unmapAll();
  run.walk();
  for (const [page, pages] of taken) giveBackPages(page, pages);
  giveBackPages(pool, POOL_PAGES);
  console.log(`${todo} operations, ${run.mismatches} mismatches, digest ${run.digest >>> 0}`);
  console.log(`${run.refusals} without a page for a table, ${before - freePages()} pages lost`);
  console.log(`the pool again: ${probe(virtualOf(pool), pool, PAGE.readable | PAGE.writable)}`);
}
