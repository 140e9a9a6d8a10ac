// Where the board's devices are: as on QEMU's `virt`, so that the same image runs on both. The
// board puts them there, the device tree tells the guest so, and the text prints this table.

import type { PhysAddr } from "../../base/word";

export interface MapRow {
  readonly base: PhysAddr;
  /** Bytes of addresses; of each, if there are several. */
  readonly size: number;
  /** The shared peripheral interrupt (SPI) that it pulls at; the first, if there are several. */
  readonly spi?: number;
  /** How many there are, one behind the other. */
  readonly count?: number;
}

export const MEMORY_MAP = {
  flash:             { base: 0x0000_0000, size: 0x0400_0000, count: 2 },
  gicDistributor:    { base: 0x0800_0000, size: 0x0001_0000 },
  /** GICv2's. */
  gicCpuInterface:   { base: 0x0801_0000, size: 0x0001_0000 },
  /** GICv3's: room for 123, of which a board has one a CPU. */
  gicRedistributors: { base: 0x080a_0000, size: 0x0002_0000, count: 123 },
  pl011:             { base: 0x0900_0000, size: 0x0000_1000, spi: 1 },
  pl031:             { base: 0x0901_0000, size: 0x0000_1000, spi: 2 },
  fwCfg:             { base: 0x0902_0000, size: 0x0000_0018 },
  pl061:             { base: 0x0903_0000, size: 0x0000_1000, spi: 7 },
  virtioMmio:        { base: 0x0a00_0000, size: 0x0000_0200, spi: 16, count: 32 },
} as const satisfies Readonly<Record<string, MapRow>>;

export const RAM_BASE = 0x4000_0000;

/** Slots for disks and network cards: the last one is the source of entropy's. */
export const SLOTS_FOR_CARDS = MEMORY_MAP.virtioMmio.count - 1;

/** Private peripheral interrupts (PPIs), which every CPU has for itself. */
export const PPI = {
  virtualTimer: 11,
  hypervisorTimer: 10,
  secureTimer: 13,
  physicalTimer: 14,
  performanceMonitors: 7,
} as const;
