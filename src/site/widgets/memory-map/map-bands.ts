/**
 * A map as two columns of bands, virtual and physical, the highest address first. What is mapped is cut where a known
 * part of the image begins or ends, and joined where nothing changes; what is not mapped is a gap. Pure.
 */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import { isDevice } from "../../../machine/mmu/memory-type";
import { rightsOf } from "../../../machine/mmu/permissions";
import { regimeOf, type Regime } from "../../../machine/mmu/regime";
import type { MappedRange, MapView } from "../computer/map-view";
import type { ImagePart } from "../service/service-record";

export type BandKind = "code" | "constants" | "variables" | "devices" | "wrong";

/** What one name and one set of rights hold for. */
export interface Band {
  readonly name: string;
  readonly kind: BandKind;
  /** "r-x": EL1's, and EL0's. */
  readonly EL1: string;
  readonly EL0: string;
  readonly va: VirtAddr;
  readonly pa: PhysAddr;
  readonly bytes: number;
  /** From its lowest address. */
  readonly pieces: readonly MappedRange[];
}

/** Addresses that nothing answers at. */
export interface Gap {
  readonly name: string;
  readonly from: bigint;
  readonly bytes: bigint;
}

export type VirtualRow = { readonly kind: "band"; readonly band: number } | { readonly kind: "gap"; readonly gap: Gap };
/** Where in RAM, or among the devices; `bands` are those that map some of it. */
export interface PhysicalRow {
  readonly name: string;
  readonly pa: PhysAddr;
  readonly bytes: number;
  readonly bands: readonly number[];
}

export interface MapPicture {
  /** From the lowest address. */
  readonly bands: readonly Band[];
  /** From the highest. */
  readonly virtual: readonly VirtualRow[];
  readonly physical: readonly PhysicalRow[];
  readonly regime: Regime;
}

const top = 1n << 64n;

export function pictureOf({ registers, ranges }: MapView, parts: readonly ImagePart[]): MapPicture {
  const regime = regimeOf(registers);
  const cuts = parts.flatMap(({ va, bytes }) => [va, va + BigInt(bytes)]);
  const bands: Band[] = [];
  for (const piece of ranges.flatMap((range) => cutAt(range, cuts))) {
    const band = bandOf(piece, regime, parts);
    const last = bands.at(-1);
    if (last !== undefined && isOne(last, band)) bands[bands.length - 1] = { ...last, bytes: last.bytes + band.bytes, pieces: [...last.pieces, piece] };
    else bands.push(band);
  }
  return { bands, regime, virtual: virtualRows(bands, parts, regime), physical: physicalRows(bands, parts) };
}

/** In pieces, none of which lies on both sides of a cut. An entry is never cut. */
function cutAt(range: MappedRange, cuts: readonly VirtAddr[]): readonly MappedRange[] {
  const entryBytes = range.bytes / range.entries;
  const offsets = cuts.map((cut) => Number(cut - range.va)).filter((offset) => offset > 0 && offset < range.bytes && offset % entryBytes === 0);
  const edges = [0, ...new Set(offsets.sort((a, b) => a - b)), range.bytes];
  return edges.slice(1).map((end, i) => {
    const begin = edges[i]!;
    return {
      ...range, va: range.va + BigInt(begin), pa: range.pa + begin, bytes: end - begin, entries: (end - begin) / entryBytes,
      bits: range.bits + BigInt(begin), at: range.at + (8 * begin) / entryBytes,
    };
  });
}

function bandOf(piece: MappedRange, regime: Regime, parts: readonly ImagePart[]): Band {
  const { WXN, attributes } = regime;
  const rights = (unprivileged: boolean): string => {
    const { read, write, fetch } = rightsOf(piece, { unprivileged, PAN: false, WXN });
    return (read ? "r" : "-") + (write ? "w" : "-") + (fetch ? "x" : "-");
  };
  const [EL1, EL0] = [rights(false), rights(true)];
  const isDevices = isDevice(attributes[piece.AttrIndx]!);
  const part = parts.find(({ va, bytes }) => piece.va >= va && piece.va < va + BigInt(bytes));
  return {
    name: part?.name ?? (isDevices ? "devices" : "RAM"), kind: kindOf([EL1, EL0], isDevices), EL1, EL0,
    va: piece.va, pa: piece.pa, bytes: piece.bytes, pieces: [piece],
  };
}

function kindOf(rights: readonly string[], isDevices: boolean): BandKind {
  if (rights.some((each) => each.endsWith("wx"))) return "wrong";
  if (rights.some((each) => each.endsWith("x"))) return "code";
  if (isDevices) return "devices";
  return rights.some((each) => each[1] === "w") ? "variables" : "constants";
}

const isOne = (last: Band, next: Band): boolean =>
  last.va + BigInt(last.bytes) === next.va && last.pa + last.bytes === next.pa && last.name === next.name && last.kind === next.kind && last.EL1 === next.EL1 && last.EL0 === next.EL0;

function virtualRows(bands: readonly Band[], parts: readonly ImagePart[], { lower, upper }: Regime): readonly VirtualRow[] {
  const lowerEnd = 1n << BigInt(lower.inputBits);
  const upperBegin = top - (1n << BigInt(upper.inputBits));
  const rows: VirtualRow[] = [];
  let at = 0n;
  const gapUntil = (end: bigint): void => {
    for (const edge of [lowerEnd, upperBegin, end]) {
      const to = edge < end ? edge : end;
      if (to > at) rows.push({ kind: "gap", gap: { name: gapName(at, to, lowerEnd, upperBegin, parts), from: at, bytes: to - at } });
      if (to > at) at = to;
    }
  };
  bands.forEach((band, i) => {
    gapUntil(band.va);
    rows.push({ kind: "band", band: i });
    at = band.va + BigInt(band.bytes);
  });
  gapUntil(top);
  return rows.reverse();
}

function gapName(from: bigint, to: bigint, lowerEnd: bigint, upperBegin: bigint, parts: readonly ImagePart[]): string {
  if (from >= lowerEnd && to <= upperBegin) return "no address";
  const part = parts.find(({ va, bytes }) => from === va && to === va + BigInt(bytes));
  if (part !== undefined) return part.name;
  return to <= lowerEnd && from === 0n && to === lowerEnd ? "the lower half: nothing" : "nothing";
}

/** Cut wherever something that maps it begins or ends. */
function physicalRows(bands: readonly Band[], parts: readonly ImagePart[]): readonly PhysicalRow[] {
  const spans = [...bands, ...parts].map(({ pa, bytes }) => ({ pa, end: pa + bytes }));
  const edges = [...new Set(spans.flatMap(({ pa, end }) => [pa, end]))].sort((a, b) => a - b);
  return edges.slice(1).flatMap((end, i) => {
    const pa = edges[i]!;
    if (!spans.some((span) => span.pa <= pa && span.end >= end)) return [];
    const mapping = bands.flatMap((band, index) => (band.pa <= pa && band.pa + band.bytes >= end ? [index] : []));
    const part = parts.find((each) => each.pa <= pa && each.pa + each.bytes >= end);
    return [{ name: part?.name ?? bands[mapping[0]!]!.name, pa, bytes: end - pa, bands: mapping }];
  }).reverse();
}

/** "56 KiB", "28 MiB", "1 GiB"; what is no whole number of anything is rounded. */
export function sizeText(bytes: number | bigint): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
  let size = Number(bytes);
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${Number.isInteger(size) ? size : size.toFixed(size < 10 ? 1 : 0)} ${units[unit]!}`;
}
