// x.img: the program as memory will hold it, from its first byte to the last that is not zero for
// sure, behind the header of an arm64 kernel image. What boots Linux boots it.

import { bug } from "../../base/bug";
import {
  LINUX_IMAGE_ALIGNMENT, LINUX_IMAGE_HEADER_SIZE, LINUX_IMAGE_MAGIC, LINUX_IMAGE_OFFSETS,
} from "../../formats/linux-image/header";
import type { Linked } from "./linked";

/** flags: little-endian, pages of 4 KiB. */
const FLAGS = 2n;

/** B, over the header. */
const BRANCH_OVER_HEADER = 0x1400_0000 | (LINUX_IMAGE_HEADER_SIZE / 4);

export function flatImage({ base, sections, overlay, end }: Linked): Uint8Array {
  const pieces = [
    ...sections.filter(({ name }) => name !== ".bss")
      .map(({ address, bytes }) => ({ offset: Number(address - base), bytes })),
    ...overlay,
  ].filter(({ bytes }) => bytes.length > 0);
  const ends = pieces.map(({ offset, bytes }) => offset + bytes.length);
  const image = new Uint8Array(Math.max(...ends));
  for (const { offset, bytes } of pieces) image.set(bytes, offset);
  writeHeader(image, base, end);
  return image;
}

function writeHeader(image: Uint8Array, base: bigint, end: bigint): void {
  if (image.length < LINUX_IMAGE_HEADER_SIZE) bug("an image without its header");
  const view = new DataView(image.buffer);
  const { code0, text_offset, image_size, flags, magic } = LINUX_IMAGE_OFFSETS;
  view.setUint32(code0, BRANCH_OVER_HEADER, true);
  view.setBigUint64(text_offset, textOffset(base), true);
  view.setBigUint64(image_size, end - base, true);
  view.setBigUint64(flags, FLAGS, true);
  view.setUint32(magic, LINUX_IMAGE_MAGIC, true);
}

/** RAM starts at a multiple of 1 GiB, and the loader counts from there. */
const textOffset = (base: bigint): bigint => {
  const offset = base % 0x4000_0000n;
  if (offset % BigInt(LINUX_IMAGE_ALIGNMENT) !== 0n) bug("an image starts on a multiple of 2 MiB");
  return offset;
};
