// A computer as a file: the board's state, and what of the outside belongs to it. Disks and networks stay outside; what
// has been plugged in is written down, so that the same can be plugged in again.

import { UserFault } from "../../base/fault";
import type { Board, BoardState } from "../../machine/board/board";
import { decodeSnapshot, encodeSnapshot } from "../../machine/board/snapshot-file";
import { type Disk, OverlayDisk, type OverlayState } from "../../machine/devices/virtio/disk";

const KIND = "o2p boot";

/** A disk, and what has been written above it, if it is a snapshot's. */
interface SavedDisk {
  readonly bytes: number;
  readonly isReadOnly: boolean;
  readonly overlay?: OverlayState;
}

export interface SavedComputer {
  readonly kind: typeof KIND;
  readonly disks: readonly SavedDisk[];
  readonly macs: readonly Uint8Array[];
  readonly firmware?: Uint8Array;
  readonly board: BoardState;
}

/** What is plugged into a board from outside. */
export interface Plugged {
  readonly disks: readonly Disk[];
  readonly macs: readonly Uint8Array[];
  /** In flash, when it was new. */
  readonly firmware?: Uint8Array;
}

export function encodeComputer(board: Board, { disks, macs, firmware }: Plugged): Uint8Array {
  const saved: SavedComputer = {
    kind: KIND, macs, board: board.save(),
    disks: disks.map((disk) => ({
      bytes: disk.bytes, isReadOnly: disk.isReadOnly,
      ...(disk instanceof OverlayDisk && { overlay: disk.save() }),
    })),
    ...(firmware && { firmware }),
  };
  return encodeSnapshot(saved);
}

export function decodeComputer(file: Uint8Array): SavedComputer {
  const value = decodeSnapshot(file);
  const kind = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
  if (kind !== KIND) throw new UserFault("this snapshot is not of o2p boot; load it where it was taken");
  return value as SavedComputer; // Its checksum says that it is as we have written it.
}

/** Has `board`, which is new, go on from where the saved one was. */
export function resume(board: Board, saved: SavedComputer, plugged: Plugged): void {
  checkPlugged(saved, plugged);
  board.restore(saved.board);
  plugged.disks.forEach((disk, i) => {
    const { overlay } = saved.disks[i]!;
    if (overlay !== undefined && disk instanceof OverlayDisk) disk.restore(overlay);
  });
}

export function checkPlugged({ disks, macs }: SavedComputer, plugged: Plugged): void {
  const had = disks.map(diskText).join("; ");
  const has = plugged.disks.map((disk) => diskText({ bytes: disk.bytes, isReadOnly: disk.isReadOnly, ...(disk instanceof OverlayDisk && { overlay: [] }) })).join("; ");
  if (had !== has) throw new UserFault(`the machine had ${had || "no disk"}, and gets ${has || "none"}: give it the same with --disk`);
  if (macs.length !== plugged.macs.length) throw new UserFault(`the machine had ${macs.length} network cards, and gets ${plugged.macs.length}: give it as many with --net`);
  macs.map(addressText).forEach((address, card) => {
    const other = addressText(plugged.macs[card]!);
    if (other !== address) throw new UserFault(`the machine's network card ${card} has the address ${address}, and gets ${other}: add ,mac=${address} to its --net`);
  });
}

const addressText = (mac: Uint8Array): string => Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join(":");

const diskText = ({ bytes, isReadOnly, overlay }: SavedDisk): string =>
  `a disk of ${bytes} bytes${overlay === undefined ? isReadOnly ? ",readonly" : "" : ",snapshot"}`;
