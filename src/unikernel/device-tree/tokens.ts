// Tokens as a load finds them, their bytes in the other order: most of a tree is passed over, and
// need not be turned round.

import {
  FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_NOP, FDT_PROP, PROP_SIZE,
} from "../../formats/device-tree/structure";
import { plus, reversed32, roundUp } from "../metal/word";
import { bigEndian32 } from "./big-endian";

export const BEGIN_NODE = reversed32(FDT_BEGIN_NODE);
export const END_NODE = reversed32(FDT_END_NODE);
export const PROP = reversed32(FDT_PROP);
export const NOP = reversed32(FDT_NOP);
export const END = reversed32(FDT_END);

/** Where the FDT_PROP ends that begins here. @noalloc */
export function behindProperty(at: bigint): bigint {
  const length = bigEndian32(plus(at, 4n));
  return roundUp(plus(at, BigInt(PROP_SIZE + length)), 4n);
}
