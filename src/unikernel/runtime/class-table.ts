// What the class table says of an object (src/formats/objects/layout.ts).

import { CLASS_ROW, HEADER } from "../../formats/objects/layout";
import { load32 } from "../metal/memory";
import { symbol } from "../metal/linker";
import { plus, times } from "../metal/word";

export function classOf(object: bigint): number {
  return load32(plus(object, BigInt(HEADER.class)));
}

export function lengthOf(object: bigint): number {
  return load32(plus(object, BigInt(HEADER.length)));
}

/** The row of a class. */
export function rowOf(classNumber: number): bigint {
  return plus(symbol("link/classes"), times(BigInt(classNumber), BigInt(CLASS_ROW.bytes)));
}

/** Where the map of a row is: as many words as the row says. */
export function mapOf(row: bigint): bigint {
  return placeIn(plus(row, BigInt(CLASS_ROW.map)));
}

/** The address of the name of the object's class, a string. */
export function classNameOf(object: bigint): bigint {
  return placeIn(plus(rowOf(classOf(object)), BigInt(CLASS_ROW.name)));
}

function placeIn(field: bigint): bigint {
  return plus(symbol("link/classes"), BigInt(load32(field)));
}
