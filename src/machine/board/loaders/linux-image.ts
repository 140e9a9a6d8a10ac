// The two formats without segments: a kernel's Image, whose header says where it belongs, and a
// flat binary, which says nothing.

import { UserFault } from "../../../base/fault";
import {
  BIG_ENDIAN, LINUX_IMAGE_ALIGNMENT, type LinuxImageHeader,
} from "../../../formats/linux-image/header";
import { RAM_BASE } from "../memory-map";
import { checkInRam, type LoadedImage } from "./image";

/** Where what has no header of its own begins, as with QEMU's -kernel. */
export const FLAT_OFFSET = 0x8_0000;

/** QEMU keeps its first instructions here; an Image that would lie on them goes 2 MiB higher. */
const LOADER_SIZE = 0x1000;

export function loadLinuxImage(
  file: Uint8Array, header: LinuxImageHeader, ramBytes: number,
): LoadedImage {
  if ((header.flags & BIG_ENDIAN) !== 0n) {
    throw new UserFault("the kernel is big-endian (flags at 0x18); this board is little-endian");
  }
  // Kernels before 3.17 say nothing of their size, and their text_offset may be wrong.
  if (header.image_size === 0n) return { ...loadFlat(file, ramBytes), kind: "linux" };
  const wanted = Number(header.text_offset);
  const offset = wanted < LOADER_SIZE ? wanted + LINUX_IMAGE_ALIGNMENT : wanted;
  return at(RAM_BASE + offset, file, Number(header.image_size), "linux", ramBytes);
}

export function loadFlat(file: Uint8Array, ramBytes: number): LoadedImage {
  return at(RAM_BASE + FLAT_OFFSET, file, file.length, "flat", ramBytes);
}

/** The file at `address`, which needs `size` bytes there, and is entered at its first. */
function at(
  address: number, file: Uint8Array, size: number, kind: "linux" | "flat", ramBytes: number,
): LoadedImage {
  const whole = Math.max(size, file.length);
  checkInRam(kind === "linux" ? "the kernel" : "the image", address, whole, ramBytes);
  const end = address + whole;
  const behind = address + file.length;
  return {
    kind, entry: address, start: address, end,
    segments: [{ address, bytes: file }],
    zero: end > behind ? [{ address: behind, size: end - behind }] : [],
  };
}
