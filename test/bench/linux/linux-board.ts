// Debian's kernel and the initramfs on our board, as `o2p boot` starts them.

import { readFileSync } from "node:fs";
import { imagesFolder } from "../../../src/course/root";
import { ImageCache } from "../../../src/host/images/cache";
import { imagePath } from "../../../src/host/images/images";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { KernelMap } from "./kernel-map";

export interface LinuxBoard {
  readonly board: Board;
  readonly map: KernelMap;
}

const MIB = 2 ** 20;

/** `serial` hears what the kernel prints. */
export function linuxBoard(serial: (byte: number) => void): LinuxBoard {
  const cache = new ImageCache(imagesFolder());
  const kernel = readFileSync(imagePath(cache, "linux"));
  const description = { ramBytes: 512 * MIB, cpus: 1, gic: 2, bootargs: "console=ttyAMA0", rngSeed: new Uint8Array(64).fill(7) } as const;
  const boot = prepareBoot(loadImage(kernel, description.ramBytes), description, readFileSync(imagePath(cache, "initramfs")));
  const board = new Board({ description, outside: { serial } });
  board.start(boot);
  return { board, map: new KernelMap(kernel, Number(boot.entry)) };
}
