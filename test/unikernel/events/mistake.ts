// A kernel with one instruction that is wrong, to see whether a test sees it. What the image says of itself is made right
// again: the boot would see a wrong checksum first.

import { UserFault } from "../../../src/base/fault";
import type { Built } from "../../../src/compiler/build";
import { crc32 } from "../../../src/compiler/link/crc32";
import { LINUX_IMAGE_HEADER_SIZE } from "../../../src/formats/linux-image/header";
import { CHECKSUMS } from "../../../src/formats/objects/tables";
import { assembleLine } from "../../../src/machine/decoder/assembler";
import { offsetIn } from "../boot/kernels";

/** The image with `wrong` in place of an instruction of a function: the only such word, or the first that `isRight`. */
export function withMistake(built: Built, symbol: string, right: string | ((word: number) => boolean), wrong: string): Uint8Array {
  const image = built.image.slice();
  const view = new DataView(image.buffer);
  const begin = offsetIn(built, symbol);
  const { size } = built.linked.symbols.find(({ name }) => name === symbol)!;
  const isRight = typeof right === "string" ? (word: number): boolean => word === assembleLine(right) : right;
  const found: number[] = [];
  for (let at = begin; at < begin + size; at += 4) if (isRight(view.getUint32(at, true))) found.push(at);
  const [at] = found;
  if (at === undefined || (typeof right === "string" && found.length > 1)) throw new UserFault(`${symbol} has it ${found.length} times`);
  view.setUint32(at, assembleLine(wrong), true);
  const text = built.linked.sections.find(({ name }) => name === ".text")!.bytes.length;
  view.setUint32(offsetIn(built, "link/checksums") + CHECKSUMS.text, crc32(image.subarray(LINUX_IMAGE_HEADER_SIZE, text)), true);
  return image;
}
