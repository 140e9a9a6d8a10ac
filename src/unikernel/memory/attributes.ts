// What a leaf says of its memory besides where it is.

import {
  AF, AP_READ_ONLY, AP_USER, ATTRIBUTES, INNER_SHAREABLE, PAGE, PXN, UXN,
} from "./flags";

/** A descriptor without its address and type: bits 63 to 48 and 11 to 2. @noalloc */
export function attributesOf(flags: number): bigint {
  let bits = AF | UXN | PXN;
  if ((flags & PAGE.device) !== 0) bits = bits | ATTRIBUTES.device;
  else if ((flags & PAGE.uncached) !== 0) bits = bits | ATTRIBUTES.uncached | INNER_SHAREABLE;
  else bits = bits | ATTRIBUTES.normal | INNER_SHAREABLE;
  if ((flags & PAGE.user) !== 0) bits = bits | AP_USER;
  if ((flags & PAGE.writable) === 0) bits = bits | AP_READ_ONLY;
  if ((flags & PAGE.executable) !== 0) bits = bits ^ ((flags & PAGE.user) !== 0 ? UXN : PXN);
  return bits;
}
