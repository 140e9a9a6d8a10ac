// --gdb: the machine runs when GDB says so, forwards and backwards; the terminal is the machine's as ever.

import type { Computer } from "../../host/computer/computer";
import { debuggable } from "../../host/computer/debuggable";
import { listenForGdb } from "../../host/gdb/node-server";
import { Debugger } from "../../machine/cpu/stepping/debugger";
import type { Disk } from "../../machine/devices/virtio/disk";

export interface GdbOptions {
  readonly port: number;
  readonly disks: readonly Disk[];
  readonly mayBeWoken: () => boolean;
  readonly afterSlice: () => void;
  readonly say: (line: string) => void;
  /** Kept when the session is to end: Ctrl-A x, a signal. */
  readonly stopped: Promise<void>;
}

/** Serves GDB until the session is to end, or the machine is off and the client gone. */
export async function gdbSession(computer: Computer, { port, disks, mayBeWoken, afterSlice, say, stopped }: GdbOptions): Promise<void> {
  const { board } = computer;
  let over: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => { over = resolve; });
  const stepping = new Debugger(debuggable(board, disks));
  const server = await listenForGdb(stepping, port, {
    deliver: () => { computer.deliver((happen) => { stepping.receive(happen); }); },
    ran: () => {
      computer.ran();
      afterSlice();
    },
    rest: () => {
      if (board.isOff) return "off";
      return mayBeWoken() ? "asleep" : "stuck";
    },
    left: () => { if (board.isOff) over(); },
  });
  say(`waiting for GDB: target remote localhost:${server.port}`);
  try {
    await Promise.race([stopped, isOver]);
  } finally {
    server.close();
  }
}
