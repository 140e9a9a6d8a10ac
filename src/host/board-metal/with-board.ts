// Kernel code under Node, on a board of Part I with its devices: a driver, a page-table builder or
// an event loop runs as it is, with breakpoints, against what it would find on the machine.
//
//   withBoard({ disks: [new MemoryDisk(bytes)] }, (twin) => {
//     startDrivers();                 // the kernel's own modules, unchanged
//     expect(claimBlockDevice()!.readNow(0, sector)).to.equal("done");
//     expect(twin.printed).to.equal("");
//   });
//
// The CPU is where the kernel's _start leaves it: at EL1, MMU on, interrupts masked.

import { buildDeviceTree } from "../../formats/device-tree/build";
import { DeviceTree } from "../../formats/device-tree/node";
import { Board } from "../../machine/board/board";
import type { BoardDescription } from "../../machine/board/description";
import { boardTree } from "../../machine/board/device-tree";
import { MEMORY_MAP, RAM_BASE } from "../../machine/board/memory-map";
import type { Outside } from "../../machine/board/outside";
import type { Device, GuestMemory } from "../../machine/devices/device";
import { GuestRam } from "../../machine/devices/guest-ram";
import type { VirtioMmio } from "../../machine/devices/virtio/mmio";
import { TIMER_HZ } from "../../machine/sysregs/clock";
import { takeInterrupt } from "../../unikernel/events/interrupts";
import { UPPER_HALF } from "../../unikernel/memory/layout";
import { hostMetal } from "../../unikernel/metal/hosted";
import { useConsole } from "../../unikernel/runtime/console";
import { ArrayMemory } from "./array-memory";
import { BoardMetal } from "./board-metal";
import { STAY, TwinImage } from "./twin-image";

export interface TwinOptions extends Omit<Outside, "serial" | "clock"> {
  readonly ramBytes?: number;
  readonly gic?: 2 | 3;
  /** All but the first are off, as on the machine. */
  readonly cpus?: number;
  readonly bootargs?: string;
  readonly rngSeed?: Uint8Array;
  /** What the vectors call for an interrupt: takeInterrupt(), unless it is said. */
  readonly interrupt?: () => void;
  /** Called when the machine sleeps and no timer will wake it. */
  readonly asleep?: (twin: Twin) => void;
  /** Stands between the kernel and the virtio device in a slot. Null: leaves it as it is. */
  readonly inFrontOf?: (device: VirtioMmio) => Device | null;
  /** How much longer each instruction takes, so that waiting in vain is over soon. */
  readonly extraCycles?: number;
}

const MIB = 2 ** 20;
const DEFAULT_RAM = 64 * MIB;
/** Where the console is that nobody has set up: the lower half shows it too. */
const UART = BigInt(MEMORY_MAP.pl011.base);
const SPI = 32;

/** Where a virtio device is: the physical address of its window, and its interrupt. */
export interface Slot {
  readonly physical: number;
  readonly interrupt: number;
}

/** The board that kernel code runs on, seen from outside. */
export class Twin {
  readonly board: Board;
  /** The device tree's address, in the upper half. */
  readonly tree: bigint;
  readonly metal: BoardMetal;
  /** What devices see at physical addresses: RAM, and JavaScript's arrays. */
  readonly memory: GuestMemory;
  #printed = "";

  constructor(options: TwinOptions) {
    const { asleep = () => undefined, interrupt = takeInterrupt, extraCycles = 0 } = options;
    const { ramBytes = DEFAULT_RAM, gic = 2, cpus = 1, bootargs, rngSeed, ...rest } = options;
    const description: BoardDescription = {
      ramBytes, gic, cpus, ...(bootargs !== undefined && { bootargs }),
      ...(rngSeed && { rngSeed }),
    };
    const arrays = new ArrayMemory();
    const serial = (byte: number): void => { this.#printed += String.fromCharCode(byte); };
    this.board = new Board({
      description, outside: { ...rest, serial },
      parts: { devices: { memory: (ram) => arrays.behind(ram) } },
    });
    this.memory = arrays.behind(new GuestRam(this.board.physical));
    const image = new TwinImage(this.board.physical);
    const blob = buildDeviceTree(new DeviceTree(boardTree(description)));
    const entry = BigInt(image.placeOf(STAY));
    this.board.start({ segments: [{ address: RAM_BASE, bytes: blob }], entry, x0: 0n });
    this.tree = UPPER_HALF + BigInt(RAM_BASE);
    const fronts = this.#frontsOf(options.inFrontOf ?? (() => null));
    this.metal = new BoardMetal({
      board: this.board, image, arrays, interrupt, extraCycles,
      asleep: () => { asleep(this); },
      standsAt: (physical) => {
        const offset = physical % MEMORY_MAP.virtioMmio.size;
        const device = fronts.get(physical - offset);
        return device && { device, offset };
      },
    });
  }

  /** What has been sent to the UART. */
  get printed(): string {
    return this.#printed;
  }

  /** Of virtual time, since the machine was switched on. */
  get milliseconds(): number {
    return Number(this.board.clock.count) / (TIMER_HZ / 1000);
  }

  /** The cards' slots: disks, network cards, the console, and the source of entropy. */
  get slots(): readonly Slot[] {
    const { base, size, count, spi } = MEMORY_MAP.virtioMmio;
    return this.board.devices.virtio.map((_, n) => {
      const slot = count - 1 - n;
      return { physical: base + slot * size, interrupt: SPI + spi + slot };
    });
  }

  /** Somebody types at the UART. */
  type(text: string): void {
    this.board.type(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  }

  #frontsOf(inFrontOf: (device: VirtioMmio) => Device | null): ReadonlyMap<number, Device> {
    const fronts = new Map<number, Device>();
    this.board.devices.virtio.forEach((device, n) => {
      const front = inFrontOf(device);
      if (front !== null) fronts.set(this.slots[n]!.physical, front);
    });
    return fronts;
  }
}

/** Kernel code runs on a new board from now on, until leaveBoard(). */
export function hostBoard(options: TwinOptions = {}): Twin {
  const twin = new Twin(options);
  hostMetal(twin.metal);
  useConsole(UART); // What another kernel has made of it does not count any more.
  return twin;
}

export function leaveBoard(): void {
  hostMetal(undefined);
}

/** The same while `run` runs. */
export function withBoard<T>(options: TwinOptions, run: (twin: Twin) => T): T {
  const twin = hostBoard(options);
  try {
    return run(twin);
  } finally {
    leaveBoard();
  }
}
