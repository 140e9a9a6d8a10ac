/**
 * A collection, by the kernel's own collector, on a heap of eight pages: its accesses to memory are watched, and what they
 * do to marks, cells and pages is a step each. Nothing here decides what is garbage.
 */
import { bug } from "../../../base/bug";
import { BODY, builtInClass, BUILT_IN, CLASS_ROW, SHAPES } from "../../../formats/objects/layout";
import { hostMetal } from "../../../unikernel/metal/hosted";
import { store32, store64 } from "../../../unikernel/metal/memory";
import { allocate, allocateMany, initializeHeap } from "../../../unikernel/runtime/allocate";
import { collectFrom, usedAfterCollection } from "../../../unikernel/runtime/collect";
import { firstPage } from "../../../unikernel/runtime/heap";
import { HeapSteps } from "./heap-steps";
import { type SceneLink, type SceneObject, sceneObjects, sceneWords } from "./heap-scene";
import type { HeapStep } from "./heap-step";
import { WatchedMetal } from "./watched-metal";

export interface HeapRun {
  readonly steps: readonly HeapStep[];
  /** What lies on the stack. */
  readonly words: readonly bigint[];
  /** Where the first page is. */
  readonly begin: bigint;
}

const HEAP_PAGES = 8;
const PAGE = 4096;
const BASE = 0x4020_0000n;
const STACK = BASE + 8192n;
const HEAP = BASE + 12288n;
/** One more page, for the tables. */
const HEAP_END = HEAP + BigInt(PAGE * (HEAP_PAGES + 1));
const NODE = BUILT_IN.length;
const BYTES = builtInClass("bytes");

/** `links` are the references that there are; `words` says of each word of the stack whether it is there, or 0; `more` nodes are made at the end. */
export function runCollection(links: readonly SceneLink[], words: readonly boolean[], more: number): HeapRun {
  const metal = new WatchedMetal(BASE, Number(HEAP_END - BASE), Number(STACK - BASE));
  hostMetal(metal);
  try {
    placeClasses(metal);
    placeSymbols(metal);
    initializeHeap(HEAP, HEAP_END);
    const addresses = new Map(sceneObjects.map((object) => [object.name, make(object)]));
    const addressOf = (name: string): bigint => addresses.get(name) ?? bug(`no object ${name}`);
    link(links, addressOf);
    const stack = sceneWords.map(({ at, number = 0 }, i) => {
      if (words[i] !== true) return 0n;
      return at === undefined ? BigInt(number) : addressOf(at.object) + BigInt(at.offset);
    });
    stack.forEach((word, i) => store64(STACK + BigInt(8 * i), word));
    const steps = new HeapSteps(addresses, STACK, sceneWords.length);
    metal.watch((access) => steps.saw(access));
    collectFrom(STACK);
    metal.watch(undefined);
    steps.finish(Number(usedAfterCollection()));
    for (let n = 1; n <= more; n++) {
      const name = `N${n}`;
      addresses.set(name, allocate(NODE, 320));
      steps.allocated(name);
    }
    return { steps: steps.all, words: stack, begin: firstPage() };
  } finally {
    hostMetal(undefined);
  }
}

const make = ({ kind, size }: SceneObject): bigint => (kind === "node" ? allocate(NODE, size) : allocateMany(BYTES, size, 1));

/** An object's references are its first two fields. */
function link(links: readonly SceneLink[], addressOf: (name: string) => bigint): void {
  const used = new Map<string, number>();
  for (const { from, to } of links) {
    const field = used.get(from) ?? 0;
    used.set(from, field + 1);
    store64(addressOf(from) + BigInt(BODY + 8 * field), addressOf(to));
  }
}

/** The rows of the class table that a collector reads: of bytes, and of a class whose words 1 and 2 are references. */
function placeClasses(metal: WatchedMetal): void {
  const table = metal.reserve(CLASS_ROW.bytes * (NODE + 1));
  const map = metal.reserve(8);
  store64(map, 0b110n);
  const row = (number: number): bigint => table + BigInt(CLASS_ROW.bytes * number);
  store32(row(BYTES) + BigInt(CLASS_ROW.shape), SHAPES.indexOf("bytes"));
  store32(row(NODE) + BigInt(CLASS_ROW.shape), SHAPES.indexOf("instance"));
  store32(row(NODE) + BigInt(CLASS_ROW.mapWords), 1);
  store32(row(NODE) + BigInt(CLASS_ROW.map), Number(map - table));
  metal.symbols.set("link/classes", table);
}

/** The program has no variables; its stack has a few words. */
function placeSymbols({ symbols }: WatchedMetal): void {
  for (const name of ["link/data", "link/data-end", "link/bss", "link/bss-end"]) symbols.set(name, STACK);
  symbols.set("link/stack-end", STACK + BigInt(8 * sceneWords.length));
}
