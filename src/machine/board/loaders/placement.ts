// Where the initial RAM disk and the device tree go, beside an image. The rules are QEMU's
// (hw/arm/boot.c), so that a guest finds on both what it found on one:
//
// - the disk: behind the image, 128 MiB into RAM at least, so that a kernel has room to grow; in
//   the middle of a RAM that is smaller than 256 MiB;
// - the tree: behind the disk, at a multiple of 2 MiB, since kernels map it by blocks of that size;
//   for an ELF file, as for firmware, at the beginning of RAM if there is room below the image.

import { UserFault } from "../../../base/fault";
import { hex, type PhysAddr } from "../../../base/word";
import { RAM_BASE } from "../memory-map";
import { checkInRam, type LoadedImage } from "./image";

const DISK_OFFSET = 128 * 1024 * 1024;
const PAGE = 0x1000;
const TREE_ALIGNMENT = 0x20_0000;
/** Linux maps no larger one (Documentation/arm64/booting.rst). */
const MOST_TREE = 0x20_0000;

const alignedTo = (alignment: number, address: number): number =>
  Math.ceil(address / alignment) * alignment;

export function placeInitrd(
  image: LoadedImage, ramBytes: number, size: number,
): { readonly start: PhysAddr; readonly end: PhysAddr } {
  const start = initrdStart(image, ramBytes);
  checkInRam("the initial RAM disk", start, size, ramBytes);
  return { start, end: start + size };
}

function initrdStart({ end }: LoadedImage, ramBytes: number): PhysAddr {
  const wanted = RAM_BASE + Math.min(Math.floor(ramBytes / 2), DISK_OFFSET);
  return alignedTo(PAGE, Math.max(wanted, end));
}

/** `initrdEnd`: the first byte behind the disk, if there is one. */
export function placeDeviceTree(
  image: LoadedImage, ramBytes: number, size: number, initrdEnd?: PhysAddr,
): PhysAddr {
  if (size > MOST_TREE) {
    const most = `a kernel maps ${hex(MOST_TREE)}: shorten the command line`;
    throw new UserFault(`the device tree is too large: ${hex(size)} bytes, but ${most}`);
  }
  if (image.kind === "flash" || (image.kind === "elf" && RAM_BASE + size <= image.start)) {
    return RAM_BASE;
  }
  const start = alignedTo(TREE_ALIGNMENT, initrdEnd ?? initrdStart(image, ramBytes));
  checkInRam("the device tree", start, size, ramBytes);
  return start;
}
