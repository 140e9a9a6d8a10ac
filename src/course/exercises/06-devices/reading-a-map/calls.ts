// Accesses to the board of a variant.

import type { Draw } from "../../draw";
import type { MapVariant, Region } from "./variant";

export type Access = readonly [address: number, bytes: number];

const SIZES = [1, 2, 4, 8] as const;

/** One that a region takes, near an edge or anywhere. */
export function drawTaken(draw: Draw, { regions }: MapVariant, region = draw.pick(regions)): Access {
  const { base, bytes, copies, apart, widths } = region;
  const size = draw.pick(widths.length === 0 ? SIZES : widths);
  const offset = draw.pick([0, bytes - size, draw.below(Math.floor(bytes / size)) * size, widths.length === 0 ? draw.below(bytes - size + 1) : 0]);
  return [base + draw.below(copies) * apart + offset, size];
}

/** Of any size, anywhere around a region's copies: aligned or not, over an end, beside it. */
export function drawNear(draw: Draw, { regions }: MapVariant): Access {
  const { base, bytes, copies, apart, repeats } = draw.pick(regions);
  const edge = draw.pick([0, bytes, bytes, repeats * draw.below(Math.floor(bytes / repeats)), apart]);
  return [Math.max(0, base + draw.below(copies + 1) * apart + edge + draw.between(-9, 8)), draw.pick(SIZES)];
}

/** Right beside a copy, on its lower or its upper side, and otherwise as the region would have it: so too where one copy more would be. */
export function drawBeside(draw: Draw, { regions }: MapVariant): Access {
  const { base, bytes, copies, apart, widths } = draw.pick(regions);
  const size = draw.pick(widths.length === 0 ? SIZES : widths);
  const copy = draw.pick([0, copies - 1, draw.below(copies)]);
  return [Math.max(0, draw.pick([base + copies * apart, base + copy * apart + bytes, base + copy * apart - size])), size];
}

/** With address lines that the bus does not have. */
export function drawAbove(draw: Draw, variant: MapVariant): Access {
  const [address, bytes] = drawTaken(draw, variant);
  return [address + draw.between(1, 15) * 2 ** variant.lines, bytes];
}

/** Around the edges of what lies on something else. */
export function drawInner(draw: Draw, variant: MapVariant): Access {
  const { base, bytes }: Region = variant.regions.find(({ name }) => name === "pen")!;
  const size = draw.pick(SIZES);
  return [base + draw.pick([0, bytes, 4 * draw.below(bytes / 4)]) + draw.pick([0, 0, -1, 1, -size, 4, -4, -8]), size];
}
