// Where an array's elements are: in a block, which has room for as many as its own length says. An
// array that grows gets another block.

import { ARRAY, BODY, HEADER } from "../../formats/objects/layout";
import { load64, store32, store64 } from "../metal/memory";
import { plus } from "../metal/word";
import { allocateMany } from "./allocate";
import { classOf, lengthOf } from "./class-table";
import { copyBytes } from "./copy";

export function blockOf(array: bigint): bigint {
  return load64(plus(array, BigInt(ARRAY.block)));
}

export function elementAddress(array: bigint, index: number): bigint {
  return plus(blockOf(array), BigInt(BODY + 8 * index));
}

export function setLength(array: bigint, length: number): void {
  store32(plus(array, BigInt(HEADER.length)), length);
}

/** Makes room for so many elements: for twice as many as there were, so that it is seldom done. */
export function reserve(array: bigint, length: number): void {
  const block = blockOf(array);
  const capacity = lengthOf(block);
  if (length <= capacity) return;
  const larger = allocateMany(classOf(block), Math.max(length, Math.max(2 * capacity, 4)), 8);
  const body = BigInt(BODY);
  copyBytes(plus(block, body), plus(larger, body), BigInt(8 * lengthOf(array)));
  store64(plus(array, BigInt(ARRAY.block)), larger);
}
