/**
 * The maps that the figure walks: what five registers say, and the tables in memory. Each holds what a kernel of
 * its kind would have there, and places worth going to: what is mapped, what is not, and what is not quite.
 */
import { bug } from "../../../base/bug";
import type { PhysAddr, VirtAddr } from "../../../base/word";
import { regimeOf, type TranslationRegisters } from "../../../machine/mmu/regime";
import { type TableMemory, TableWriter } from "../machine/table-memory";

export interface Place {
  readonly name: string;
  readonly va: VirtAddr;
}

export interface AddressSpace {
  readonly registers: TranslationRegisters;
  readonly memory: TableMemory;
  readonly places: readonly Place[];
}

export interface Preset {
  readonly name: string;
  readonly title: string;
  readonly make: () => AddressSpace;
}

export const presets: readonly Preset[] = [
  { name: "linux", title: "4 KiB pages, 39 bits", make: linux },
  { name: "four-levels", title: "4 KiB pages, 48 bits", make: fourLevels },
  { name: "64k", title: "64 KiB pages, 48 bits", make: largePages },
  { name: "blocks", title: "two blocks", make: twoBlocks },
];

export function presetCalled(name: string): Preset {
  return presets.find((preset) => preset.name === name) ?? bug(`<PageWalk>: there is no preset "${name}"`);
}

// What a leaf says beside the address.
const page = 0b11n;
const block = 0b01n;
const AF = 1n << 10n;
const nG = 1n << 11n;
const innerShareable = 0b11n << 8n;
const device = 1n << 2n;
const AP = (bits: bigint): bigint => bits << 6n;
const contiguous = 1n << 52n;
const PXN = 1n << 53n;
const UXN = 1n << 54n;
/** What a table says of all below it. */
const PXNTable = 1n << 59n;
const UXNTable = 1n << 60n;

const used = AF | innerShareable;
const userCode = used | nG | AP(0b11n) | PXN;
const userConstants = userCode | UXN;
const userData = used | nG | AP(0b01n) | PXN | UXN;
const kernelCode = used | AP(0b10n) | UXN;
const kernelConstants = kernelCode | PXN;
const kernelData = used | AP(0b00n) | PXN | UXN;
const kernelDevice = AF | device | PXN | UXN;

/** By AttrIndx: Normal memory, Device-nGnRE. */
const MAIR_EL1 = 0x04_ffn;
const ASID = 0x2an << 48n;
const M = 1n;

interface TcrFields {
  readonly T0SZ: bigint;
  readonly T1SZ: bigint;
  readonly TG0?: bigint;
  readonly TG1?: bigint;
  readonly TBI0?: bigint;
  readonly EPD1?: bigint;
  readonly IPS: bigint;
}

/** ASIDs have 16 bits. */
const tcrOf = ({ T0SZ, T1SZ, TG0 = 0b00n, TG1 = 0b10n, TBI0 = 0n, EPD1 = 0n, IPS }: TcrFields): bigint =>
  T0SZ | (TG0 << 14n) | (T1SZ << 16n) | (EPD1 << 23n) | (TG1 << 30n) | (IPS << 32n) | (1n << 36n) | (TBI0 << 37n);

const lowerTable: PhysAddr = 0x4100_0000;
const upperTable: PhysAddr = 0x4110_0000;
const laterTables: PhysAddr = 0x4120_0000;

const registersOf = (TCR_EL1: bigint): TranslationRegisters => ({
  SCTLR_EL1: M, TCR_EL1, TTBR0_EL1: ASID | BigInt(lowerTable), TTBR1_EL1: BigInt(upperTable), MAIR_EL1,
});

const at = (address: PhysAddr): bigint => BigInt(address);

function linux(): AddressSpace {
  const registers = registersOf(tcrOf({ T0SZ: 25n, T1SZ: 25n, TBI0: 1n, IPS: 0b010n }));
  const { lower, upper } = regimeOf(registers);
  const tables = new TableWriter(laterTables);
  const user = (va: VirtAddr, leaf: bigint): void => tables.map(lower, va, 3, leaf, PXNTable);
  const kernel = (va: VirtAddr, level: number, leaf: bigint): void => tables.map(upper, va, level, leaf, UXNTable);

  user(0x0040_0000n, at(0x4820_3000) | page | userCode);
  user(0x0040_1000n, at(0x4820_4000) | page | userConstants);
  user(0x0040_2000n, at(0x4a77_0000) | page | userData);
  user(0x12_3456_6000n, at(0x4a7c_1000) | page | (userData & ~AF));
  user(0x12_3456_7000n, at(0x4b0c_5000) | page | userData);
  user(0x7f_ffff_e000n, 0x1d70_0400n); // Swapped out: the kernel's note of where to.
  user(0x7f_ffff_f000n, at(0x4a91_2000) | page | userData);

  kernel(0xffff_ff80_0800_0000n, 3, at(0x4020_0000) | page | kernelCode);
  kernel(0xffff_ff80_0800_1000n, 3, at(0x4020_1000) | page | kernelConstants);
  kernel(0xffff_ff80_0800_2000n, 3, at(0x4020_2000) | page | kernelData);
  kernel(0xffff_ff80_4900_0000n, 3, at(0x0900_0000) | page | kernelDevice);
  for (let i = 0; i < 8; i++) kernel(0xffff_ffc0_0000_0000n + BigInt(i) * 0x20_0000n, 2, at(0x4000_0000 + i * 0x20_0000) | block | kernelData);

  return {
    registers, memory: tables.memory,
    places: [
      { name: "a page of data", va: 0x12_3456_7890n },
      { name: "a program's code", va: 0x0040_0010n },
      { name: "its stack", va: 0x7f_ffff_ff40n },
      { name: "swapped out", va: 0x7f_ffff_e008n },
      { name: "not used yet", va: 0x12_3456_6000n },
      { name: "null", va: 0n },
      { name: "the kernel's code", va: 0xffff_ff80_0800_0100n },
      { name: "a 2 MiB block", va: 0xffff_ffc0_0063_f018n },
      { name: "the UART", va: 0xffff_ff80_4900_0018n },
      { name: "neither half", va: 0x0080_0000_0000n },
      { name: "with a tag", va: 0x5c00_0012_3456_7890n },
    ],
  };
}

function fourLevels(): AddressSpace {
  const registers = registersOf(tcrOf({ T0SZ: 16n, T1SZ: 16n, IPS: 0b101n }));
  const { lower, upper } = regimeOf(registers);
  const tables = new TableWriter(laterTables);
  const user = (va: VirtAddr, leaf: bigint): void => tables.map(lower, va, 3, leaf, PXNTable);

  user(0xaaaa_c0de_0000n, at(0x4820_3000) | page | userCode);
  user(0xaaaa_c0de_1000n, at(0x4a77_0000) | page | userData);
  user(0xffff_f7d2_5000n, at(0x4a91_2000) | page | userData);
  // Sixteen pages in a row, and a hint that one entry of a TLB will do for all.
  for (let i = 0; i < 16; i++) tables.map(upper, 0xffff_8000_0800_0000n + BigInt(i) * 0x1000n, 3, at(0x4020_0000 + i * 0x1000) | page | kernelCode | contiguous, UXNTable);
  for (let i = 0; i < 4; i++) tables.map(upper, 0xffff_0000_0000_0000n + BigInt(i) * 0x20_0000n, 2, at(0x4000_0000 + i * 0x20_0000) | block | kernelData, UXNTable);
  tables.map(upper, 0xffff_0000_4000_0000n, 1, at(0x8000_0000) | block | kernelData);

  return {
    registers, memory: tables.memory,
    places: [
      { name: "a program's code", va: 0xaaaa_c0de_0010n },
      { name: "its data", va: 0xaaaa_c0de_1004n },
      { name: "its stack", va: 0xffff_f7d2_5ff0n },
      { name: "null", va: 0n },
      { name: "the kernel's code", va: 0xffff_8000_0800_5abcn },
      { name: "a 2 MiB block", va: 0xffff_0000_0043_f018n },
      { name: "a 1 GiB block", va: 0xffff_0000_52a1_0000n },
      { name: "neither half", va: 0x0001_0000_0000_0000n },
    ],
  };
}

function largePages(): AddressSpace {
  const registers = registersOf(tcrOf({ T0SZ: 16n, T1SZ: 16n, TG0: 0b01n, TG1: 0b11n, IPS: 0b101n }));
  const { lower, upper } = regimeOf(registers);
  const tables = new TableWriter(laterTables);

  tables.map(lower, 0xaaaa_c0de_0000n, 3, at(0x4820_0000) | page | userCode, PXNTable);
  tables.map(lower, 0xaaaa_c0df_0000n, 3, at(0x4a77_0000) | page | userData, PXNTable);
  tables.map(upper, 0xffff_8000_0801_0000n, 3, at(0x4021_0000) | page | kernelCode, UXNTable);
  tables.map(upper, 0xffff_0000_0000_0000n, 2, at(0x4000_0000) | block | kernelData, UXNTable);

  return {
    registers, memory: tables.memory,
    places: [
      { name: "a program's data", va: 0xaaaa_c0df_1234n },
      { name: "its code", va: 0xaaaa_c0de_0010n },
      { name: "null", va: 0n },
      { name: "the kernel's code", va: 0xffff_8000_0801_5abcn },
      { name: "a 512 MiB block", va: 0xffff_0000_12a1_0000n },
    ],
  };
}

/** What a kernel has in its first moments: where it runs must be mapped when the MMU goes on. */
function twoBlocks(): AddressSpace {
  const registers = registersOf(tcrOf({ T0SZ: 25n, T1SZ: 25n, EPD1: 1n, IPS: 0b010n }));
  const { lower } = regimeOf(registers);
  const tables = new TableWriter(laterTables);

  tables.map(lower, 0n, 1, block | kernelDevice);
  tables.map(lower, 0x4000_0000n, 1, at(0x4000_0000) | block | used | UXN);

  return {
    registers, memory: tables.memory,
    places: [
      { name: "where it runs", va: 0x4008_0000n },
      { name: "the UART", va: 0x0900_0018n },
      { name: "behind RAM", va: 0x8000_0000n },
      { name: "the upper half", va: 0xffff_ff80_4008_0000n },
    ],
  };
}
