// The class table in memory (../../formats/objects/layout.ts): what the collector knows of an
// object, and what an exception is called. A row for each class; behind the rows, what they lead
// to: maps of where references are, one for all classes that have the same, and names.

import { CLASS_ROW, SHAPES } from "../../formats/objects/layout";
import type { ClassInfo, Datum } from "../ir/program";
import { stringBytes } from "./string-datum";

export function classTable(classes: readonly ClassInfo[]): Datum[] {
  const behind = new Behind(CLASS_ROW.bytes * classes.length);
  const rows = new DataView(new ArrayBuffer(behind.offset));
  classes.forEach(({ name, shape, references, isThrown }, number) => {
    const at = CLASS_ROW.bytes * number;
    const map = referenceMap(references);
    const put = (field: number, value: number): void => {
      rows.setUint32(at + field, value, true);
    };
    put(CLASS_ROW.shape, SHAPES.indexOf(shape));
    put(CLASS_ROW.mapWords, map.length / 8);
    if (map.length > 0) put(CLASS_ROW.map, behind.add(map));
    // Nobody asks for another's.
    if (isThrown !== false) put(CLASS_ROW.name, behind.add(nameBytes(name)));
  });
  const bytes = Uint8Array.from([...new Uint8Array(rows.buffer), ...behind.bytes]);
  return [{ symbol: "link/classes", section: ".rodata", alignment: 8, bytes, relocations: [] }];
}

/** In UTF-8: a name from the source may have any characters. */
const nameBytes = (name: string): Uint8Array =>
  stringBytes(String.fromCharCode(...new TextEncoder().encode(name)));

/** What stands behind the rows, each piece of it once; all of them are whole words. */
class Behind {
  readonly bytes: number[] = [];
  readonly #known = new Map<string, number>();
  offset: number;

  constructor(offset: number) {
    this.offset = offset;
  }

  /** How many bytes from the table's begin it is. */
  add(piece: Uint8Array): number {
    const key = piece.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const offset = this.offset;
    this.#known.set(key, offset);
    this.bytes.push(...piece);
    this.offset += piece.length;
    return offset;
  }
}

/** Bit n of the words: the word at 8 * n of an instance is a reference. Empty if none is. */
function referenceMap(references: readonly boolean[]): Uint8Array {
  if (!references.includes(true)) return new Uint8Array(0);
  const map = new Uint8Array(8 * Math.ceil(references.length / 64));
  references.forEach((is, n) => {
    if (is) map[n >> 3]! |= 1 << (n & 7);
  });
  return map;
}
