// What a property's bytes mean, if one knows which kind they are (Devicetree Specification 0.4,
// "Property values"). A value that is too short, or ends in the middle of something, is damaged:
// the answer is null, or what the caller wants instead.

import { readDoubleWord, readWord } from "./big-endian";

/** `<u32>` */
export function wordOf(value: Uint8Array, otherwise: number): number {
  return value.length === 4 ? readWord(value, 0) : otherwise;
}

/** `<prop-encoded-array>`: cells of 32 bits. */
export function cellsOf(value: Uint8Array): number[] | null {
  if (value.length % 4 !== 0) return null;
  const cells: number[] = [];
  for (let at = 0; at < value.length; at += 4) cells.push(readWord(value, at));
  return cells;
}

/** `<stringlist>`: each with a NUL behind it. One character a byte. */
export function stringsOf(value: Uint8Array): string[] | null {
  const found: string[] = [];
  let text = "";
  for (const byte of value) {
    if (byte === 0) {
      found.push(text);
      text = "";
    } else {
      text += String.fromCharCode(byte);
    }
  }
  return text === "" ? found : null;
}

/** `<string>` */
export function stringOf(value: Uint8Array, otherwise: string): string {
  const found = stringsOf(value);
  return found !== null && found.length === 1 ? found[0]! : otherwise;
}

/** A number of `count` cells at `at`, the highest first: 0, 1 or 2 of them. */
function numberAt(value: Uint8Array, at: number, count: number): bigint {
  switch (count) {
    case 0: return 0n;
    case 1: return BigInt(readWord(value, at));
    default: return readDoubleWord(value, at);
  }
}

export class AddressRange {
  readonly address: bigint;
  readonly size: bigint;

  constructor(address: bigint, size: bigint) {
    this.address = address;
    this.size = size;
  }
}

/** `reg`: addresses and sizes, of as many cells as the parent's #address-cells and #size-cells. */
export function rangesOf(
  value: Uint8Array, addressCells: number, sizeCells: number,
): AddressRange[] | null {
  const stride = 4 * (addressCells + sizeCells);
  if (addressCells > 2 || sizeCells > 2 || stride === 0 || value.length % stride !== 0) return null;
  const found: AddressRange[] = [];
  for (let at = 0; at < value.length; at += stride) {
    const size = numberAt(value, at + 4 * addressCells, sizeCells);
    found.push(new AddressRange(numberAt(value, at, addressCells), size));
  }
  return found;
}

/** A row of `ranges`: `size` bytes of the bus, from `child` on, are from `parent` on above it. */
export class Window {
  readonly child: bigint;
  readonly parent: bigint;
  readonly size: bigint;

  constructor(child: bigint, parent: bigint, size: bigint) {
    this.child = child;
    this.parent = parent;
    this.size = size;
  }
}

/** `ranges` of a bus, for the cells that its children and its parent count addresses in. */
export function windowsOf(
  value: Uint8Array, childCells: number, parentCells: number, sizeCells: number,
): Window[] | null {
  const stride = 4 * (childCells + parentCells + sizeCells);
  if (childCells > 2 || parentCells > 2 || sizeCells > 2) return null;
  if (stride === 0 || value.length % stride !== 0) return null;
  const found: Window[] = [];
  for (let at = 0; at < value.length; at += stride) {
    const parentAt = at + 4 * childCells;
    found.push(new Window(
      numberAt(value, at, childCells),
      numberAt(value, parentAt, parentCells),
      numberAt(value, parentAt + 4 * parentCells, sizeCells),
    ));
  }
  return found;
}

/** Where `range` of a bus is one level up: in one window, whole. No windows: where it was. */
export function translated(range: AddressRange, windows: readonly Window[]): AddressRange | null {
  if (windows.length === 0) return range;
  const { address, size } = range;
  for (const { child, parent, size: room } of windows) {
    const offset = BigInt.asUintN(64, address - child);
    const left = BigInt.asUintN(64, room - offset);
    if (address >= child && offset <= room && size <= left) {
      return new AddressRange(BigInt.asUintN(64, parent + offset), size);
    }
  }
  return null;
}
