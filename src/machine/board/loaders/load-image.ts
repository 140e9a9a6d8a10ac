// Which format a file is in, and its loader. The formats are those that QEMU's `-kernel` takes for
// this board, and `-bios`.

import { UserFault } from "../../../base/fault";
import { hex } from "../../../base/word";
import { readLinuxImageHeader } from "../../../formats/linux-image/header";
import { MEMORY_MAP } from "../memory-map";
import { loadElf } from "./elf-image";
import { foreignFormat } from "./foreign-formats";
import { gunzip, isGzip } from "./gzip";
import type { LoadedImage } from "./image";
import { loadFlat, loadLinuxImage } from "./linux-image";

const isElf = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;

/** An ELF file, an Image or a flat binary, packed by gzip or not, for a board with `ramBytes`. */
export function loadImage(file: Uint8Array, ramBytes: number): LoadedImage {
  if (file.length === 0) throw new UserFault("the image is empty");
  const bytes = isGzip(file) ? gunzip(file) : file;
  if (isElf(bytes)) return loadElf(bytes, ramBytes);
  const header = readLinuxImageHeader(bytes);
  if (header !== null) return loadLinuxImage(bytes, header, ramBytes);
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw new UserFault(`unknown format: it is ${foreign}`);
  return loadFlat(bytes, ramBytes);
}

/** What is in flash, and is entered at its first byte. */
export function loadFlash(file: Uint8Array): LoadedImage {
  const { base, size } = MEMORY_MAP.flash;
  if (file.length === 0) throw new UserFault("the firmware is empty");
  if (file.length > size) {
    const room = `the flash has ${hex(size)}`;
    throw new UserFault(`the firmware is too large: ${hex(file.length)} bytes, but ${room}`);
  }
  const foreign = isElf(file) ? "an ELF file: boot it as an image" : foreignFormat(file);
  if (foreign !== undefined) throw new UserFault(`unknown format of firmware: it is ${foreign}`);
  const segments = [{ address: base, bytes: file }];
  return { kind: "flash", segments, zero: [], entry: base, start: base, end: base };
}
