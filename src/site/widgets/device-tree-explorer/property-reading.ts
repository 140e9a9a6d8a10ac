/** What a property says, in words: texts, addresses, interrupts, and whom it points at. */
import { gicInterruptText } from "../../../formats/device-tree/gic-interrupt";
import type { DeviceTreeNode, DeviceTreeProperty } from "../../../formats/device-tree/node";
import {
  addressCellsOf, interruptParentOf, isCompatible, numberOf, physicalRangesOf, referredTo, registersOf, sizeCellsOf,
} from "../../../formats/device-tree/lookup";
import { cellsOf, stringsOf, windowsOf } from "../../../formats/device-tree/values";
import { pathOf } from "./blob";

/** Plain text, or a node that one can go to. */
export type Piece = string | { readonly text: string; readonly path: string };

type Way = readonly DeviceTreeNode[];
type Reader = (way: Way, value: Uint8Array) => readonly Piece[] | null;

/** `way` leads to the property's node. */
export function readingOf(way: Way, { name, value }: DeviceTreeProperty): readonly Piece[] {
  const reader = READERS.find(([names]) => names.test(name))?.[1];
  return reader?.(way, value) ?? guess(value);
}

const READERS: readonly (readonly [names: RegExp, reader: Reader])[] = [
  [/^reg$/,                       (way) => registers(way)],
  [/^ranges$/,                    (way, value) => ranges(way, value)],
  [/^interrupts$/,                (way, value) => interrupts(way, value)],
  [/^interrupt-parent$/,          (way, value) => pointers(way, value, undefined)],
  [/^cpu$/,                       (way, value) => pointers(way, value, undefined)],
  [/^(assigned-)?clocks$/,        (way, value) => pointers(way, value, "#clock-cells")],
  [/^((.*-)?gpios?)$/,            (way, value) => pointers(way, value, "#gpio-cells")],
  [/^interrupts-extended$/,       (way, value) => pointers(way, value, "#interrupt-cells")],
  [/^phandle$/,                   (_, value) => one(value, (number) => `${number}: by this number others point here`)],
  [/^#.*-cells$/,                 (_, value) => one(value, (count) => (count === 1 ? "1 cell" : `${count} cells`))],
  [/(^|-)frequency$/,             (_, value) => one(value, (hertz) => `${hertz.toLocaleString("en-US")} Hz`)],
  [/^(rng|kaslr)-seed$/,          (_, value) => [`${value.length} random bytes`]],
  [/^(bootargs|model|label)$/,    (_, value) => texts(value)],
];

function registers(way: Way): readonly Piece[] | null {
  const found = registersOf(way);
  if (found === null) return null;
  const physical = physicalRangesOf(way);
  return separated(found.map(({ address, size }, i) => {
    const place = size === 0n ? hex(address) : `${hex(address)}, ${bytesText(size)}`;
    const seen = physical?.[i]?.address;
    return [seen === undefined || seen === address ? place : `${place}: for the CPU ${hex(seen)}`];
  }), "; ");
}

function ranges(way: Way, value: Uint8Array): readonly Piece[] | null {
  const above = way.at(-2);
  if (value.length === 0) return ["an address here is the same address above"];
  if (above === undefined) return null;
  const bus = way.at(-1)!;
  const windows = windowsOf(value, addressCellsOf(bus), addressCellsOf(above), sizeCellsOf(bus));
  return windows === null ? null : [windows.map(({ child, parent, size }) => `${hex(child)} is ${hex(parent)} above, ${bytesText(size)}`).join("; ")];
}

function interrupts(way: Way, value: Uint8Array): readonly Piece[] | null {
  const parent = interruptParentOf(way);
  const cells = cellsOf(value);
  if (parent === null || cells === null) return null;
  const controller = parent.at(-1)!;
  const isGic = GICS.some((model) => isCompatible(controller, model)) && numberOf(controller, "#interrupt-cells", 0) === 3;
  if (!isGic || cells.length % 3 !== 0) return null;
  const each = Array.from({ length: cells.length / 3 }, (_, i) => gicInterruptText(cells[3 * i]!, cells[3 * i + 1]!, cells[3 * i + 2]!));
  return [`${each.join("; ")}: of `, linkTo(parent)];
}

const GICS = ["arm,cortex-a15-gic", "arm,gic-400", "arm,gic-v3", "arm,cortex-a9-gic", "arm,cortex-a7-gic"];

/** Phandles, each with as many cells behind it as its node has in `counted`. */
function pointers(way: Way, value: Uint8Array, counted: string | undefined): readonly Piece[] | null {
  const cells = cellsOf(value);
  if (cells === null) return null;
  const found: Piece[][] = [];
  for (let i = 0; i < cells.length;) {
    const target = referredTo(way[0]!, cells[i]!);
    if (target === null) return null;
    const count = counted === undefined ? 0 : numberOf(target.at(-1)!, counted, Infinity);
    if (i + 1 + count > cells.length) return null;
    const behind = cells.slice(i + 1, i + 1 + count);
    found.push([linkTo(target), ...(count === 0 ? [] : [counted === "#gpio-cells" && count === 2 ? lineText(behind) : ` ${behind.join(" ")}`])]);
    i += 1 + count;
  }
  return separated(found, ", ");
}

const lineText = ([line, flags]: readonly number[]): string => `, line ${line}, active ${(flags! & 1) === 0 ? "high" : "low"}`;

function one(value: Uint8Array, text: (number: number) => string): readonly Piece[] | null {
  const cells = cellsOf(value);
  return cells?.length === 1 ? [text(cells[0]!)] : null;
}

function texts(value: Uint8Array): readonly Piece[] | null {
  const found = stringsOf(value);
  return found === null ? null : [found.map((text) => JSON.stringify(text)).join(", ")];
}

/** As dtc does: text, if it looks so; else cells; else bytes. */
function guess(value: Uint8Array): readonly Piece[] {
  if (value.length === 0) return ["yes: it is there"];
  const found = stringsOf(value);
  if (found !== null && found.every((text) => /^[ -~]+$/.test(text))) return texts(value)!;
  const cells = cellsOf(value);
  if (cells !== null) return [shortened(cells.map(hex), 12)];
  return [shortened([...value].map((byte) => byte.toString(16).padStart(2, "0")), 24)];
}

const shortened = (words: readonly string[], most: number): string =>
  (words.length <= most ? words.join(" ") : `${words.slice(0, most).join(" ")} and ${words.length - most} more`);

const linkTo = (way: Way): Piece => ({ text: way.at(-1)!.name === "" ? "/" : way.at(-1)!.name, path: pathOf(way) });

function separated(lists: readonly (readonly Piece[])[], between: string): readonly Piece[] {
  return lists.flatMap((pieces, i) => (i === 0 ? pieces : [between, ...pieces]));
}

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

const UNITS = [[1n << 30n, "GiB"], [1n << 20n, "MiB"], [1n << 10n, "KiB"]] as const;

/** "64 MiB"; in bytes, if it is no whole number of anything. */
function bytesText(size: bigint): string {
  const unit = UNITS.find(([bytes]) => size >= bytes && size % bytes === 0n);
  return unit === undefined ? `${size} bytes` : `${size / unit[0]} ${unit[1]}`;
}
