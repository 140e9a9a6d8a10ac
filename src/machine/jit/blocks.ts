// Straight pieces of code, and which leads to which: found in a page that the interpreter has
// executed, so that only what has been executed at least once is looked at.
//
// 1. A block ends at a branch, at the page's end, before another block's beginning, before a word
//    that nobody has executed, or when it is long.
// 2. A place in a region is named by its distance in bytes from the region's page.

import { PAGE } from "../cpu/layout";
import type { CodePage, Instruction } from "../cpu/code-cache";
import type { Footprint } from "./footprint";

export interface Step {
  readonly instruction: Instruction;
  readonly footprint: Footprint;
}

/** How a block ends. */
export type Exit =
  /** Goes on at a place. */
  | { readonly kind: "to"; readonly place: number }
  /** The branch's place if its condition holds, else the next. */
  | { readonly kind: "either"; readonly taken: number; readonly next: number }
  /** Wherever a register says. */
  | { readonly kind: "computed" }
  /** The interpreter takes it from here. */
  | { readonly kind: "leave" };

export interface Block {
  readonly place: number;
  readonly steps: readonly Step[];
  readonly exit: Exit;
}

export type FootprintOf = (instruction: Instruction) => Footprint;

const WORDS = PAGE / 4;
const LONGEST = 64;

/** The places in this page that a block may go on at. */
export function successors({ exit }: Block): readonly number[] {
  const places = exit.kind === "to" ? [exit.place]
    : exit.kind === "either" ? [exit.taken, exit.next] : [];
  return places.filter(isInPage);
}

export const isInPage = (place: number): boolean => place >= 0 && place < PAGE && place % 4 === 0;

/**
 * The blocks that can be reached from `heads`, `most` of them at most, those nearest to the heads
 * first. Behind a call stands what will be executed when it returns; it is a head too.
 */
export function findBlocks(
  page: CodePage, heads: readonly number[], most: number, footprintOf: FootprintOf,
): Block[] {
  const starts = reachable(page, heads, most, footprintOf);
  return [...starts].sort((a, b) => a - b)
    .map((place) => blockAt(page, place, starts, footprintOf));
}

/** Where blocks begin. */
function reachable(
  page: CodePage, heads: readonly number[], most: number, footprintOf: FootprintOf,
): ReadonlySet<number> {
  const starts = new Set<number>();
  const waiting = [...heads];
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const isNew = !starts.has(place) && page[place / 4] !== undefined;
    if (!isNew) continue;
    starts.add(place);
    if (starts.size === most) break;
    waiting.push(...successors(blockAt(page, place, NOWHERE, footprintOf)));
  }
  return starts;
}

const NOWHERE: ReadonlySet<number> = new Set();

function blockAt(
  page: CodePage, place: number, starts: ReadonlySet<number>, footprintOf: FootprintOf,
): Block {
  const steps: Step[] = [];
  for (let index = place / 4; index < WORDS; index++) {
    const here = 4 * index;
    const instruction = page[index];
    const isEnd = steps.length === LONGEST || (steps.length > 0 && starts.has(here));
    if (instruction === undefined || isEnd) return { place, steps, exit: to(here) };
    const footprint = footprintOf(instruction);
    steps.push({ instruction, footprint });
    const exit = exitOf(footprint, here);
    if (exit !== undefined) return { place, steps, exit };
  }
  return { place, steps, exit: to(PAGE) };
}

const to = (place: number): Exit => ({ kind: "to", place });

/** How a block ends at an instruction; undefined: it does not. */
function exitOf({ flow, distance }: Footprint, here: number): Exit | undefined {
  switch (flow) {
    case "next": return undefined;
    case "leave": return { kind: "leave" };
    case "branch": return distance === undefined ? { kind: "computed" } : to(here + distance);
    case "branch if":
      return distance === undefined ? { kind: "computed" }
        : { kind: "either", taken: here + distance, next: here + 4 };
  }
}
