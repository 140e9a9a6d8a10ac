// An image with something else in it, and if asked for, with checksums that do not show it.

import { crc32 } from "node:zlib";
import type { Built } from "../../../src/compiler/build";
import { LINUX_IMAGE_HEADER_SIZE } from "../../../src/formats/linux-image/header";
import { CHECKSUMS } from "../../../src/formats/objects/tables";
import { offsetIn } from "./kernels";

/** BRK #0x42, and the ESR_EL1 that it leaves: EC 0x3c, IL, the immediate (Arm ARM, D17.2.37). */
const BRK_42 = 0xd420_0840;
export const BRK_42_SYNDROME = "f2000042";

export function withByteChanged({ image }: Built, at: number): Uint8Array {
  const changed = image.slice();
  changed[at]! ^= 0x10;
  return changed;
}

/** BRK in place of the instruction at an offset. */
export function withBreak(built: Built, at: number): Uint8Array {
  const changed = built.image.slice();
  const view = new DataView(changed.buffer);
  view.setUint32(at, BRK_42, true);
  const text = changed.subarray(LINUX_IMAGE_HEADER_SIZE, offsetIn(built, "link/text-end"));
  view.setUint32(offsetIn(built, "link/checksums") + CHECKSUMS.text, crc32(text), true);
  return changed;
}

/** The first instruction, as an offset into the image, that was compiled from a file's text. */
export function firstOf({ linked }: Built, file: string): number {
  for (const { address, compiled: { lines } } of linked.functions) {
    const line = lines.find(({ at }) => at.file === file);
    if (line !== undefined) return Number(address - linked.base) + line.offset;
  }
  throw new Error(`nothing of ${file} is in the image`);
}
