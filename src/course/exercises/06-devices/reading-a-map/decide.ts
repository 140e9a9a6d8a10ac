// What an access reaches on the board of a variant: the reference, byte by byte.

import type { Reached } from "../board-questions";
import type { MapVariant, Region } from "./variant";

interface Place {
  readonly region: Region;
  readonly copy: number;
  readonly repetition: number;
  readonly offset: number;
}

export function reached(variant: MapVariant, address: number, bytes: number): Reached | undefined {
  const first = placeOf(variant, address);
  const last = placeOf(variant, address + bytes - 1);
  if (first === undefined || last === undefined) return undefined;
  const isWhole = first.region === last.region && first.copy === last.copy && first.repetition === last.repetition;
  return isWhole && takes(first, bytes) ? { name: first.region.name, copy: first.copy, offset: first.offset } : undefined;
}

function takes({ region: { widths }, offset }: Place, bytes: number): boolean {
  return widths.length === 0 || (widths.includes(bytes) && offset % bytes === 0);
}

/** Where a byte is. */
function placeOf({ lines, wins, regions }: MapVariant, address: number): Place | undefined {
  const found = regions.map((region) => placeIn(region, address % 2 ** lines)).filter((place) => place !== undefined);
  return wins === "upper" ? found[0] : found.at(-1);
}

function placeIn(region: Region, address: number): Place | undefined {
  const { base, bytes, copies, apart, repeats } = region;
  for (let copy = 0; copy < copies; copy++) {
    const from = address - base - copy * apart;
    if (from >= 0 && from < bytes) return { region, copy, repetition: Math.floor(from / repeats), offset: from % repeats };
  }
  return undefined;
}
