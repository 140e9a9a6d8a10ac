// What stands for the kernel's image on the simulated board: pages of its own, where an image would
// be, that hold single instructions, a vector table and a translation table.
//
//   image + 0      vectors: each entry is a branch to itself, so that PC says which one it was
//         + 4096   instructions, each followed by a NOP
//         + 8192   the translation table of the boot, as src/unikernel/boot/entry.ts fills it
//         + 12288  the end

import { bug } from "../../base/bug";
import { assembleLine } from "../../machine/decoder/assembler";
import type { PhysicalMemory } from "../../machine/cpu/physical-memory";
import { RAM_BASE } from "../../machine/board/memory-map";
import { UPPER_HALF } from "../../unikernel/memory/layout";

const PAGE = 4096;
const VECTOR_BYTES = 0x80;
const VECTORS = 16;

/** Where an Image goes: 2 MiB above the beginning of RAM. */
export const TWIN_IMAGE = RAM_BASE + 0x20_0000;
const CODE = TWIN_IMAGE + PAGE;
export const TWIN_TABLE = TWIN_IMAGE + 2 * PAGE;
const END = TWIN_IMAGE + 3 * PAGE;

/** A branch to itself, wherever it stands. */
export const STAY = "b 0";

/** Bytes of an instruction and the NOP behind it. */
export const SLOT_BYTES = 8;

/** A block of 1 GiB: of devices (UXN, PXN, AF, Device) and of RAM (AF, inner shareable, Normal). */
const DEVICES = 0x0060_0000_0000_0401n;
const RAM = 0x705n;
const GIB = 2 ** 30;

export class TwinImage {
  readonly #physical: PhysicalMemory;
  readonly #places = new Map<string, number>();

  constructor(physical: PhysicalMemory) {
    this.#physical = physical;
    for (let n = 0; n < VECTORS; n++) this.#put(TWIN_IMAGE + VECTOR_BYTES * n, [STAY]);
    const table = new BigUint64Array(PAGE / 8);
    table[0] = DEVICES;
    for (let at = RAM_BASE; at < RAM_BASE + physical.size; at += GIB) {
      table[at / GIB] = RAM | BigInt(at);
    }
    physical.write(TWIN_TABLE, new Uint8Array(table.buffer));
  }

  /** The physical address of an instruction: assembled when it is asked for first. */
  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = CODE + SLOT_BYTES * this.#places.size;
    if (place + SLOT_BYTES > CODE + PAGE) bug("too many different instructions");
    this.#put(place, [text, "nop"]);
    this.#places.set(text, place);
    return place;
  }

  #put(address: number, lines: readonly string[]): void {
    const words = Uint32Array.from(lines, (line) => assembleLine(line));
    this.#physical.write(address, new Uint8Array(words.buffer));
  }
}

/** Which of the sixteen vectors a physical address is; undefined: none. */
export function vectorAt(physical: number): number | undefined {
  const offset = physical - TWIN_IMAGE;
  const isOne = offset >= 0 && offset < VECTORS * VECTOR_BYTES && offset % VECTOR_BYTES === 0;
  return isOne ? offset / VECTOR_BYTES : undefined;
}

/** What a linker would say of it. */
export function twinSymbol(name: string): bigint {
  const places: Readonly<Record<string, number>> = {
    "link/image": TWIN_IMAGE, "link/text-end": TWIN_TABLE,
    "link/boot-table": TWIN_TABLE, "link/stack-end": END,
  };
  return UPPER_HALF + BigInt(places[name] ?? bug(`the twin of an image has no ${name}`));
}
