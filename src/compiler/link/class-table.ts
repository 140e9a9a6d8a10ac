// The class table in memory, one row a class (../../formats/objects/layout.ts): what the collector
// knows of an object.

import { CLASS_ROW, SHAPES } from "../../formats/objects/layout";
import type { ClassInfo, DataRelocation, Datum } from "../ir/program";
import { nameDatum } from "./string-datum";

export const CLASS_TABLE = "link/classes";

const mapSymbol = (number: number): string => `class/${number}/references`;
const nameSymbol = (number: number): string => `class/${number}/name`;

export function classTable(classes: readonly ClassInfo[]): Datum[] {
  const bytes = new Uint8Array(CLASS_ROW.bytes * classes.length);
  const view = new DataView(bytes.buffer);
  const relocations: DataRelocation[] = [];
  const beside: Datum[] = [];
  classes.forEach(({ name, shape, size, lastHeir, references }, number) => {
    const at = CLASS_ROW.bytes * number;
    const map = referenceMap(references);
    view.setUint32(at + CLASS_ROW.shape, SHAPES.indexOf(shape), true);
    view.setUint32(at + CLASS_ROW.size, size, true);
    view.setUint32(at + CLASS_ROW.lastHeir, lastHeir, true);
    view.setUint32(at + CLASS_ROW.mapWords, map.length / 8, true);
    if (map.length > 0) {
      relocations.push({ offset: at + CLASS_ROW.map, symbol: mapSymbol(number), addend: 0 });
      beside.push({
        symbol: mapSymbol(number), section: ".rodata", alignment: 8, bytes: map, relocations: [],
      });
    }
    relocations.push({ offset: at + CLASS_ROW.name, symbol: nameSymbol(number), addend: 0 });
    beside.push(nameDatum(nameSymbol(number), name));
  });
  return [
    { symbol: CLASS_TABLE, section: ".rodata", alignment: 8, bytes, relocations }, ...beside,
  ];
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
