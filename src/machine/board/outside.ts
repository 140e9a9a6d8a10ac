// What the board is connected to: the ends of its wires. Each is a function or a small object that
// src/host makes of a terminal, a file or a socket, and a test of an array. None of them waits.

import type { Disk } from "../devices/virtio/disk";
import type { HostClock } from "./clock";

export interface NetworkCard {
  /** Six bytes. */
  readonly mac: Uint8Array;
  /** Takes a frame that the guest sends: Ethernet, from the destination address on, without FCS. */
  readonly send: (frame: Uint8Array) => void;
}

export interface Outside {
  /** Takes a byte that the PL011 sends. */
  readonly serial: (byte: number) => void;
  /** Takes bytes that the virtio console sends; without it, there is no such console. */
  readonly console?: (bytes: Uint8Array) => void;
  readonly disks?: readonly Disk[];
  readonly networks?: readonly NetworkCard[];
  /** Fills `bytes` with what nobody can guess; without it, with numbers from a fixed seed. */
  readonly random?: (bytes: Uint8Array) => void;
  /** Seconds since 1970 when the machine is switched on; without it, a fixed date. */
  readonly date?: () => number;
  /** The host's time in the place of virtual time. */
  readonly clock?: HostClock;
}
