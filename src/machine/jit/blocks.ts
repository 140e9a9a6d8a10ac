// Straight pieces of code, and which leads to which: found in a page that the interpreter has
// executed, so that only what has been executed at least once is looked at.
//
// 1. A block ends at a branch, at the page's end, before another block's beginning, before a word
//    that nobody has executed, or when it is long.
// 2. A place in a region is named by its distance in bytes from the region's page.

import { bug } from "../../base/bug";
import { PAGE } from "../cpu/layout";
import type { CodePage, Instruction } from "../cpu/code-cache";
import type { Footprint } from "./footprint";
import type { Exit, JitParts, Way } from "./parts";

export interface Step {
  readonly instruction: Instruction;
  readonly footprint: Footprint;
}

export interface Block {
  readonly place: number;
  readonly steps: readonly Step[];
  readonly exit: Exit;
}

export type FootprintOf = (instruction: Instruction) => Footprint;

const LONGEST = 64;
/** X30. */
const LR = 1 << 30;

/** The places in this page that a block may go on at. */
export function successors({ exit }: Block): readonly number[] {
  const places = exit.kind === "to" ? [exit.place]
    : exit.kind === "either" ? [exit.taken, exit.next] : [];
  return places.filter(isInPage);
}

/** Where a call that ends a block comes back to. */
export function behindCall({ place, steps }: Block): readonly number[] {
  const last = steps.at(-1)?.footprint;
  const isCall = last?.flow === "branch" && (last.writes & LR) !== 0;
  return isCall ? [place + 4 * steps.length] : [];
}

/** Whether a block ends with a return: a branch to where the link register says. */
export function isReturn({ steps, exit }: Block): boolean {
  return exit.kind === "computed" && steps.at(-1)?.footprint.reads === LR;
}

export const isInPage = (place: number): boolean => place >= 0 && place < PAGE && place % 4 === 0;

/**
 * The blocks that can be reached from `heads`, `most` of them at most, those nearest to the heads
 * first. Behind a call stands what will be executed when it returns; it is a head too.
 */
export function findBlocks(
  page: CodePage, heads: readonly number[], most: number, footprintOf: FootprintOf,
  endOf: JitParts["blockEnd"] = blockEnd,
): Block[] {
  const cut: Cut = (place, starts) => blockAt(page, place, starts, footprintOf, endOf);
  const starts = reachable(page, heads, most, cut);
  return [...starts].sort((a, b) => a - b).map((place) => cut(place, starts));
}

type Cut = (place: number, starts: ReadonlySet<number>) => Block;

/** Where blocks begin. */
function reachable(
  page: CodePage, heads: readonly number[], most: number, cut: Cut,
): ReadonlySet<number> {
  const starts = new Set<number>();
  const waiting = [...heads];
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const isNew = !starts.has(place) && page[place / 4] !== undefined;
    if (!isNew) continue;
    starts.add(place);
    if (starts.size === most) break;
    const block = cut(place, NOWHERE);
    waiting.push(...successors(block), ...behindCall(block).filter(isInPage));
  }
  return starts;
}

const NOWHERE: ReadonlySet<number> = new Set();

function blockAt(
  page: CodePage, place: number, starts: ReadonlySet<number>, footprintOf: FootprintOf,
  endOf: JitParts["blockEnd"],
): Block {
  const wayAt = (at: number): Way | undefined => {
    const instruction = page[at / 4];
    return instruction === undefined ? undefined : footprintOf(instruction);
  };
  const { count, exit } = endOf(place, wayAt, (at) => starts.has(at), LONGEST);
  const steps = page.slice(place / 4, place / 4 + count).map((instruction): Step => {
    const known = instruction ?? bug(`nobody has executed all of the block at ${place}`);
    return { instruction: known, footprint: footprintOf(known) };
  });
  return { place, steps, exit };
}

/** Where the block at `place` ends, by rule 1. */
export const blockEnd: JitParts["blockEnd"] = (place, wayAt, isStart, most) => {
  for (let count = 0; ; count++) {
    const here = place + 4 * count;
    const isEnd = here === PAGE || count === most || (count > 0 && isStart(here));
    const way = isEnd ? undefined : wayAt(here);
    if (way === undefined) return { count, exit: to(here) };
    const exit = exitOf(way, here);
    if (exit !== undefined) return { count: count + 1, exit };
  }
};

const to = (place: number): Exit => ({ kind: "to", place });

/** How a block ends at an instruction; undefined: it does not. */
function exitOf({ flow, distance }: Way, here: number): Exit | undefined {
  switch (flow) {
    case "next": return undefined;
    case "leave": return { kind: "leave" };
    case "branch": return distance === undefined ? { kind: "computed" } : to(here + distance);
    case "branch if":
      return distance === undefined ? { kind: "computed" }
        : { kind: "either", taken: here + distance, next: here + 4 };
  }
}
