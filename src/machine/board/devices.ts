// The devices of the board: each gets its place on the bus and its line to the interrupt
// controller from the memory map, and its wire to the outside.

import { bug } from "../../base/bug";
import type { PhysicalMemory } from "../cpu/physical-memory";
import { UARTCR } from "../../formats/devices/pl011";
import type { Mapping } from "../devices/bus";
import { CfiFlash } from "../devices/cfi-flash/cfi-flash";
import type { Device, GuestMemory, Peripheral } from "../devices/device";
import { FwCfg } from "../devices/fw-cfg";
import { fwCfgItems } from "../devices/fw-cfg-items";
import type { ControllerOptions, InterruptController } from "../devices/gic/controller";
import type { GicParts } from "../devices/gic/parts";
import { GicV2 } from "../devices/gic/v2/gic-v2";
import { GicV3 } from "../devices/gic/v3/gic-v3";
import { GuestRam } from "../devices/guest-ram";
import type { Pl011Parts } from "../devices/pl011/parts";
import { Pl011 } from "../devices/pl011/pl011";
import { Pl031 } from "../devices/pl031";
import { Pl061 } from "../devices/pl061";
import { VirtioBlock } from "../devices/virtio/block";
import type { VirtioCard } from "../devices/virtio/card";
import { VirtioConsole } from "../devices/virtio/console";
import { EmptySlot } from "../devices/virtio/empty-slot";
import { VirtioEntropy } from "../devices/virtio/entropy";
import { VirtioMmio } from "../devices/virtio/mmio";
import { VirtioNet } from "../devices/virtio/net";
import type { VirtioParts } from "../devices/virtio/parts";
import type { BoardDescription } from "./description";
import { type MapRow, MEMORY_MAP } from "./memory-map";
import type { Outside } from "./outside";

/** Hearts of devices, in the place of ours. */
export interface DeviceParts {
  readonly gic?: GicParts;
  readonly pl011?: Pl011Parts;
  readonly virtio?: VirtioParts;
  /** What devices see of RAM: where an IOMMU would stand. */
  readonly memory?: (ram: GuestMemory) => GuestMemory;
}

export interface DeviceOptions extends ControllerOptions, Pick<BoardDescription, "gic"> {
  readonly physical: PhysicalMemory;
  readonly outside: Outside;
  /** Seconds since 1970, as the guest's clock has them. */
  readonly date: () => number;
  /** The real-time clock's alarm has been set, or put off. */
  readonly alarmChanged: () => void;
  /** Where entropy comes from. */
  readonly random: (bytes: Uint8Array) => void;
  /** The UART can take more of what is typed. */
  readonly uartHasRoom: () => void;
  /** What the first bank of flash holds. */
  readonly firmware?: Uint8Array;
  readonly parts?: DeviceParts;
}

/** What is plugged into the board's virtio slots. */
export interface Cards {
  readonly disks: readonly VirtioBlock[];
  readonly networks: readonly VirtioNet[];
  readonly console?: VirtioConsole;
  readonly entropy: VirtioEntropy;
}

export interface BoardDevices {
  readonly gic: InterruptController;
  readonly uart: Pl011;
  readonly rtc: Pl031;
  readonly gpio: Pl061;
  readonly flash: readonly CfiFlash[];
  readonly cards: Cards;
  /** The slots that have something in them, the first card first. */
  readonly virtio: readonly VirtioMmio[];
  readonly mappings: readonly Mapping[];
  /** All that can be reset and saved. The interrupt controller is last: it hears the others. */
  readonly peripherals: readonly Pick<Peripheral, "reset" | "save" | "restore">[];
}

export function createDevices(options: DeviceOptions): BoardDevices {
  const { outside, date, uartHasRoom, alarmChanged, parts = {} } = options;
  const ram = new GuestRam(options.physical);
  const memory = parts.memory?.(ram) ?? ram;
  const gic = controllerFor(options);
  const { pl011, pl031, pl061, fwCfg } = MEMORY_MAP;

  const uart = new Pl011({
    line: gic.line(pl011.spi), transmit: outside.serial, hasRoom: uartHasRoom,
    control: UARTCR.UARTEN | UARTCR.TXE | UARTCR.RXE,
    ...(parts.pl011 && { parts: parts.pl011 }),
  });
  const rtc = new Pl031({ line: gic.line(pl031.spi), now: date, rescheduled: alarmChanged });
  const gpio = new Pl061({ line: gic.line(pl061.spi) });
  const configuration = new FwCfg({ memory, items: fwCfgItems({ cpus: options.cpus }) });
  const { firmware } = options;
  const flash = [new CfiFlash(firmware && { contents: firmware }), new CfiFlash()];
  const cards = cardsFor(options);
  const slots = virtioSlots(listOf(cards), (card, line) => new VirtioMmio({
    card, memory, line: gic.line(line), ...(parts.virtio && { parts: parts.virtio }),
  }));
  const virtio = slots.filter((slot) => slot instanceof VirtioMmio).reverse();

  return {
    gic, uart, rtc, gpio, flash, cards, virtio,
    mappings: [
      ...flash.map((bank, n) => mapping("flash", MEMORY_MAP.flash, bank, n)),
      ...controllerMappings(gic),
      mapping("pl011", pl011, uart), mapping("pl031", pl031, rtc),
      mapping("fw-cfg", fwCfg, configuration), mapping("pl061", pl061, gpio),
      ...slots.map((device, n) => mapping("virtio_mmio", MEMORY_MAP.virtioMmio, device, n)),
    ],
    peripherals: [uart, rtc, gpio, configuration, ...flash, ...virtio, gic],
  };
}

function controllerFor({ gic, cpus, current, parts }: DeviceOptions): InterruptController {
  const hearts = parts?.gic && { parts: parts.gic };
  return gic === 2 ? new GicV2({ cpus, current, ...hearts }) : new GicV3({ cpus, ...hearts });
}

/** Its parts are where they are in relation to the distributor. */
function controllerMappings({ mappings }: InterruptController): Mapping[] {
  const { base } = MEMORY_MAP.gicDistributor;
  return mappings.map((part) => ({ ...part, base: base + part.base }));
}

function mapping(name: string, { base, size }: MapRow, device: Device, n = 0): Mapping {
  const at = base + n * size;
  return { name: `${name}@${at.toString(16)}`, base: at, size, device };
}

function cardsFor({ outside, random }: DeviceOptions): Cards {
  const { disks = [], networks = [], console: transmit } = outside;
  return {
    disks: disks.map((disk) => new VirtioBlock({ disk })),
    networks: networks.map((network) => new VirtioNet(network)),
    ...(transmit && { console: new VirtioConsole({ transmit }) }),
    entropy: new VirtioEntropy({ fill: random }),
  };
}

const listOf = ({ disks, networks, console, entropy }: Cards): VirtioCard[] =>
  [...disks, ...networks, ...(console ? [console] : []), entropy];

/** The last slot is filled first, as on QEMU's board. */
function virtioSlots(
  cards: readonly VirtioCard[], plug: (card: VirtioCard, spi: number) => VirtioMmio,
): (VirtioMmio | EmptySlot)[] {
  const { count, spi } = MEMORY_MAP.virtioMmio;
  if (cards.length > count) bug(`${cards.length} cards for ${count} slots`);
  return Array.from({ length: count }, (_, slot) => {
    const card = cards[count - 1 - slot];
    return card === undefined ? new EmptySlot() : plug(card, spi + slot);
  });
}
