// A board as a debugger has it: what its disks have been given goes back in time with it.

import type { Board } from "../../machine/board/board";
import type { Machine } from "../../machine/cpu/stepping/machine";
import { type Disk, OverlayDisk } from "../../machine/devices/virtio/disk";

/** `disks` are those of the board. One whose file is written to cannot go back. */
export function debuggable(board: Board, disks: readonly Disk[]): Machine {
  const overlays = disks.filter((disk) => disk instanceof OverlayDisk);
  return {
    cpus: board.cpus,
    physical: board.physical,
    parts: [...board.parts, ...overlays],
    get current() { return board.current; },
    get time() { return board.time; },
    run: (limit) => board.run(limit),
    restored: () => { board.restored(); },
  };
}
