// Addresses and tables for the MMU of a variant: along the way of one address each entry is drawn, and its other bits
// are anything.

import type { Draw } from "../../draw";
import type { ForeignAccess } from "../questions";
import type { ForeignMemory } from "./translate";
import { ACCESSES, addressBits, type Flag, lowestBit, type TablesVariant } from "./variant";

export type ForeignCall = readonly [va: bigint, access: ForeignAccess, root: bigint, memory: ForeignMemory];

/** What is to happen on the way. */
export interface Way {
  /** The level whose entry ends the walk. */
  readonly last: number;
  /** What is wrong, and at which level; undefined: nothing is. */
  readonly wrong?: { readonly what: "absent" | "refused" | "crooked" | "refused by a table"; readonly level: number };
  readonly access: ForeignAccess;
}

/** Any way there is. */
export function drawWay(draw: Draw, { widths }: TablesVariant): Way {
  const last = draw.below(3) === 0 ? draw.below(widths.length) : widths.length - 1;
  const access = draw.pick(ACCESSES);
  switch (draw.below(8)) {
    case 0: return { last, access, wrong: { what: "absent", level: draw.between(0, last) } };
    case 1: return { last, access, wrong: { what: "refused", level: last } };
    case 2: return { last, access, wrong: { what: "crooked", level: last } };
    case 3: return { last, access, wrong: { what: "refused by a table", level: draw.between(0, last) } };
    default: return { last, access };
  }
}

export function drawCall(draw: Draw, variant: TablesVariant, { last, wrong, access }: Way): ForeignCall {
  const { widths, entryBytes } = variant;
  const va = drawInside(draw, variant);
  const root = drawTable(draw, variant);
  const memory = new Map<bigint, bigint>();
  let table = root;
  for (let level = 0; level <= last; level++) {
    const isHere = wrong?.level === level ? wrong.what : undefined;
    const isLeaf = level === last;
    const next = isLeaf ? drawTarget(draw, variant, level, isHere === "crooked") : drawTable(draw, variant);
    const index = BigInt.asUintN(widths[level]!, va >> BigInt(lowestBit(variant, level)));
    const allowed: Partial<Record<ForeignAccess, boolean>> = {};
    if (isHere === "refused" || isHere === "refused by a table") allowed[access] = false;
    else if (isHere === undefined && (isLeaf || variant.tables === "limit")) allowed[access] = true;
    const at = table + index * BigInt(entryBytes);
    memory.set(at, drawEntry(draw, variant, { isPresent: isHere !== "absent", isLeaf: isLeaf && level < widths.length - 1, next, allowed }));
    // A neighbour that is as good as it, for whoever counts wrongly.
    const beside = at + BigInt(entryBytes);
    if (!memory.has(beside)) memory.set(beside, drawEntry(draw, variant, { isPresent: true, isLeaf, next: drawTarget(draw, variant, level, false), allowed: {} }));
    table = next;
  }
  return [va, access, root, draw.shuffle([...memory])];
}

/** An address that this MMU has. */
export function drawInside(draw: Draw, variant: TablesVariant): bigint {
  const bits = addressBits(variant);
  const low = draw.bigBits(bits);
  return variant.above === "sign" ? BigInt.asUintN(64, BigInt.asIntN(bits, low)) : low;
}

/** One that it has not, but only just. */
export function drawOutside(draw: Draw, variant: TablesVariant): bigint {
  const bits = addressBits(variant);
  const inside = drawInside(draw, variant);
  return inside ^ (1n << BigInt(draw.between(bits, 63)));
}

const drawTable = (draw: Draw, { offset, frame }: TablesVariant): bigint => draw.bigBits(frame.bits) << BigInt(offset);

/** Where a leaf of `level` leads: aligned to what it maps, unless it is to be crooked. */
function drawTarget(draw: Draw, variant: TablesVariant, level: number, isCrooked: boolean): bigint {
  const target = drawTable(draw, variant);
  const within = BigInt.asUintN(lowestBit(variant, level), target);
  return isCrooked ? target | (1n << BigInt(variant.offset)) : target - within;
}

interface EntryFields {
  readonly isPresent: boolean;
  /** At the last level the bit may be anything. */
  readonly isLeaf: boolean;
  readonly next: bigint;
  /** The other rights are anything. */
  readonly allowed: Partial<Record<ForeignAccess, boolean>>;
}

function drawEntry(draw: Draw, variant: TablesVariant, { isPresent, isLeaf, next, allowed }: EntryFields): bigint {
  const { frame, offset, present, leaf, rights } = variant;
  const width = BigInt(frame.bits);
  const mask = ((1n << width) - 1n) << BigInt(frame.low);
  let entry = (draw.bigBits(64) & ~mask) | ((next >> BigInt(offset)) << BigInt(frame.low));
  entry = withFlag(entry, { bit: present, yes: 1 }, isPresent);
  entry = withFlag(entry, leaf, isLeaf);
  for (const access of ACCESSES) if (allowed[access] !== undefined) entry = withFlag(entry, rights[access], allowed[access]);
  return entry;
}

function withFlag(entry: bigint, { bit, yes }: Flag, holds: boolean): bigint {
  const mask = 1n << BigInt(bit);
  return holds === (yes === 1) ? entry | mask : entry & ~mask;
}
