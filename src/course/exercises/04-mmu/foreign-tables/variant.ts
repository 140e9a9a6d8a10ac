// An MMU that was never built: a tree of tables like A64's, with every choice that its designers made open again.

import type { Draw } from "../../draw";
import type { ForeignAccess } from "../questions";

export const ACCESSES = ["read", "write", "execute"] as const satisfies readonly ForeignAccess[];

/** What can be wrong, in the order of the handout. */
export const FAULTS = ["outside", "absent", "refused", "crooked"] as const;
export type ForeignFault = (typeof FAULTS)[number];

/** A bit of an entry, and the value at which it says yes. */
export type Flag = { readonly bit: number; readonly yes: 0 | 1 };

// A type, not an interface: only a type is Plain.
export type TablesVariant = {
  readonly computer: string;
  /** Bits of an address that are the offset in a page. */
  readonly offset: number;
  /** Bits that the table of each level resolves, the first level's first. */
  readonly widths: readonly number[];
  readonly entryBytes: 8 | 16;
  /** The frame number: its lowest bit, and how many. */
  readonly frame: { readonly low: number; readonly bits: number };
  readonly present: number;
  readonly leaf: Flag;
  readonly rights: Readonly<Record<ForeignAccess, Flag>>;
  /** What the bits above the address have to be. */
  readonly above: "zero" | "sign";
  /** Whether entries that lead to tables have rights too. */
  readonly tables: "limit" | "do not limit";
  /** What the lower bits of a large leaf's frame number are. */
  readonly crooked: "a fault" | "not looked at";
  readonly codes: Readonly<Record<ForeignFault, number>>;
  /** What is added to a code for each level further down. */
  readonly step: number;
};

const COMPUTERS = ["Agate", "Beryl", "Cinnabar", "Diorite", "Felspar", "Gabbro", "Obsidian", "Tuff"] as const;
const ENTRY_BITS = 64;

export function drawTablesVariant(draw: Draw): TablesVariant {
  const offset = draw.between(9, 15);
  const widths = draw.times(draw.pick([3, 3, 4]), () => draw.between(4, 10));
  const frame = draw.between(22, 28);
  const places = drawPlaces(draw, [frame, 1, 1, 1, 1, 1]);
  const flag = (i: number): Flag => ({ bit: places[i]!, yes: draw.bits(1) as 0 | 1 });
  const step = draw.pick([1, 2, 3, 5]);
  // Codes of one kind are apart by `step`; families are apart by 24.
  const families = draw.shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9]).map((n) => 24 * n + draw.below(8));
  return {
    computer: draw.pick(COMPUTERS),
    offset, widths,
    entryBytes: draw.pick([8, 16] as const),
    frame: { low: places[0]!, bits: frame },
    present: places[1]!,
    leaf: flag(2),
    rights: { read: flag(3), write: flag(4), execute: flag(5) },
    above: draw.pick(["zero", "sign"] as const),
    tables: draw.pick(["limit", "do not limit"] as const),
    crooked: draw.pick(["a fault", "not looked at"] as const),
    codes: Object.fromEntries(FAULTS.map((fault, i) => [fault, families[i]!])) as Record<ForeignFault, number>,
    step,
  };
}

/** The lowest bits of fields of these widths, put into an entry in any order, with gaps. */
function drawPlaces(draw: Draw, widths: readonly number[]): number[] {
  const places: number[] = [];
  let gaps = ENTRY_BITS - widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  for (const i of draw.shuffle(widths.map((_, index) => index))) {
    const gap = Math.min(gaps, draw.below(12));
    gaps -= gap;
    places[i] = at + gap;
    at += gap + widths[i]!;
  }
  return places;
}

/** Bits of a virtual address that count. */
export const addressBits = ({ offset, widths }: TablesVariant): number => offset + widths.reduce((sum, width) => sum + width, 0);

/** The lowest bit that the table of `level` resolves: log2 of what a leaf there maps. */
export const lowestBit = ({ offset, widths }: TablesVariant, level: number): number =>
  offset + widths.slice(level + 1).reduce((sum, width) => sum + width, 0);
