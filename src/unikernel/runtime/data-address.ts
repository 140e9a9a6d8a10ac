// Where an array's bytes are: for drivers, whose devices read and write them without the processor.
// They stay there; but only who holds the array keeps them.

import { VIEW } from "../../formats/objects/layout";
import { load64 } from "../metal/memory";
import { addressOf } from "../metal/object";
import { plus } from "../metal/word";

/** Of the first byte. */
export function dataAddress(bytes: Uint8Array): bigint {
  return load64(plus(addressOf(bytes), BigInt(VIEW.data)));
}
