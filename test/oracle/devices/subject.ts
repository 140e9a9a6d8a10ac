// A device that is compared: where it is on QEMU's board, what is done to it, and ours.

import type { Device, GuestMemory } from "../../../src/machine/devices/device";
import type { Random } from "../words";
import type { ErratumName } from "./errata";
import type { Step } from "./step";

/** Our device, with whatever it is joined to. */
export interface Ours {
  readonly device: Device;
  readonly memory?: GuestMemory;
  isHigh?(): boolean;
  setPin?(pin: number, isHigh: boolean): void;
  receive?(words: readonly number[]): void;
  /** What it has sent since it was last asked. */
  takeSent?(): readonly number[];
}

/** A step, and what is to be known of QEMU's answer. */
export interface Drawn {
  readonly step: Step;
  /** Why QEMU is asked or heard in another way. */
  readonly erratum?: ErratumName;
  /** What QEMU is asked in the step's place; the last one's answer counts. */
  readonly asked?: readonly Step[];
  /** What the manual has, if QEMU answers so. */
  readonly correct?: (answer: bigint) => bigint;
  /** Bits that are not compared. */
  readonly spared?: bigint;
}

export interface Subject {
  readonly name: string;
  /** What QEMU is to have besides. */
  readonly options: readonly string[];
  readonly base: number;
  /** Of QEMU's object tree: whose inputs are watched, and which one. */
  readonly line?: readonly [path: string, input: number];
  /** And whose inputs are the pins. */
  readonly pins?: string;
  draw(random: Random): Drawn[];
  ours(): Ours;
}

/** QEMU's board in its object tree. */
export const QEMU_OBJECT = {
  CPU: "/machine/unattached/device[0]",
  GIC: "/machine/unattached/device[1]",
  GPIO: "/machine/unattached/device[6]",
} as const;
