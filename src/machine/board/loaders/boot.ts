// All that is in RAM when the first instruction runs: image, initial RAM disk, device tree.

import type { VirtAddr } from "../../../base/word";
import { buildDeviceTree } from "../../../formats/device-tree/build";
import { DeviceTree } from "../../../formats/device-tree/node";
import type { DeviceTreeParts } from "../../../formats/device-tree/parts";
import type { BoardDescription } from "../description";
import { boardTree } from "../device-tree";
import type { ImageSegment, LoadedImage, ZeroRange } from "./image";
import { placeDeviceTree, placeInitrd } from "./placement";

export interface PreparedBoot {
  readonly segments: readonly ImageSegment[];
  readonly entry: VirtAddr;
  /** Where the device tree is: Linux's protocol has it in X0. */
  readonly x0: bigint;
}

/** `initrd`, if there is one, goes into RAM; `board` need not say where. */
export function prepareBoot(
  image: LoadedImage, board: BoardDescription, initrd?: Uint8Array, parts?: DeviceTreeParts,
): PreparedBoot {
  const { ramBytes } = board;
  const disk = initrd && placeInitrd(image, ramBytes, initrd.length);
  const root = boardTree({ ...board, ...(disk && { initrd: disk }) });
  const blob = buildDeviceTree(new DeviceTree(root), parts);
  const tree = placeDeviceTree(image, ramBytes, blob.length, disk?.end);
  return {
    segments: [
      ...image.kind === "flash" ? [] : image.segments, // The board has been given its firmware.
      ...image.zero.flatMap(zeros),
      ...(disk && initrd ? [{ address: disk.start, bytes: initrd }] : []),
      { address: tree, bytes: blob },
    ],
    entry: BigInt(image.entry),
    x0: BigInt(tree),
  };
}

const ZEROS = new Uint8Array(0x10_0000);

/** A range of zeros in pieces that share their bytes. */
function zeros({ address, size }: ZeroRange): ImageSegment[] {
  const pieces: ImageSegment[] = [];
  for (let done = 0; done < size; done += ZEROS.length) {
    pieces.push({ address: address + done, bytes: ZEROS.subarray(0, size - done) });
  }
  return pieces;
}
