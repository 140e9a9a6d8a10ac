/** The trees that the figure has at hand: of our board, as two people might have ordered it. */
import { buildDeviceTree } from "../../../formats/device-tree/build";
import { DeviceTree } from "../../../formats/device-tree/node";
import { boardTree } from "../../../machine/board/device-tree";
import type { BoardDescription } from "../../../machine/board/description";

export interface KnownBoard {
  readonly title: string;
  readonly description: BoardDescription;
}

const MIB = 1024 * 1024;

export const BOARDS: readonly KnownBoard[] = [
  { title: "one CPU, GICv2", description: { ramBytes: 512 * MIB, cpus: 1, gic: 2, bootargs: "console=ttyAMA0" } },
  {
    title: "four CPUs, GICv3, a disk",
    description: { ramBytes: 1024 * MIB, cpus: 4, gic: 3, bootargs: "console=ttyAMA0 root=/dev/vda", initrd: { start: 0x4800_0000, end: 0x4814_2000 } },
  },
];

export const blobOf = ({ description }: KnownBoard): Uint8Array => buildDeviceTree(new DeviceTree(boardTree(description)));
