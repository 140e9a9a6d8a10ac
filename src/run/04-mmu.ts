// What chapter 4 built, shown: npx ts-node src/run/04-mmu.ts [registers | tables | walk | rights]

import { hex, type PhysAddr, type VirtAddr } from "../base/word";
import { firstTableEntries } from "../machine/mmu/granule";
import { memoryTypeName } from "../machine/mmu/memory-type";
import { rightsOf } from "../machine/mmu/permissions";
import { regimeOf, type TranslationRegisters, type VaRange } from "../machine/mmu/regime";
import { stepText, type Trace, traceWalk } from "../machine/mmu/trace";
import type { WalkStep } from "../machine/mmu/walk";
import { fieldOf } from "../machine/sysregs/field";
import { fieldNamed } from "../machine/sysregs/registers";

const TOURS: Readonly<Record<string, () => string[]>> = { registers, tables, walk, rights };

/** 4 KiB pages, 39-bit addresses and three levels in both halves: AArch64 Linux with its smallest tables. */
const REGISTERS: TranslationRegisters = {
  SCTLR_EL1: 1n,
  TCR_EL1: 25n | (25n << 16n) | (0b10n << 30n) | (0b010n << 32n) | (1n << 36n) | (1n << 37n),
  TTBR0_EL1: (42n << 48n) | 0x4100_0000n,
  TTBR1_EL1: 0x4110_0000n,
  MAIR_EL1: 0x04_ffn,
};

const TABLE = 0b11n;
const PAGE = 0b11n;
const BLOCK = 0b01n;
const DEVICE = 1n << 2n; // AttrIndx = 1
const SH = 0b11n << 8n;
const AF = 1n << 10n;
const nG = 1n << 11n;
const EL0 = 0b01n << 6n;
const READ_ONLY = 0b10n << 6n;
const PXN = 1n << 53n;
const UXN = 1n << 54n;
const PXNTable = 1n << 59n;
const UXNTable = 1n << 60n;

const userData = AF | SH | nG | EL0 | PXN | UXN;
const userCode = AF | SH | nG | EL0 | READ_ONLY | PXN;
const kernelData = AF | SH | PXN | UXN;
const kernelCode = AF | SH | READ_ONLY | UXN;

/** All descriptors that are not zero: [where, what]. */
const MEMORY: ReadonlyMap<PhysAddr, bigint> = new Map([
  // A program's tables: of level 1, then 2 and 3 for its code, for its heap, and for its stack.
  [0x4100_0000 + 8 * 0x000, 0x4120_0000n | TABLE | PXNTable],
  [0x4100_0000 + 8 * 0x048, 0x4120_2000n | TABLE | PXNTable],
  [0x4100_0000 + 8 * 0x1ff, 0x4120_4000n | TABLE | PXNTable],
  [0x4120_0000 + 8 * 0x002, 0x4120_1000n | TABLE],
  [0x4120_1000 + 8 * 0x000, 0x4820_3000n | PAGE | userCode],
  [0x4120_1000 + 8 * 0x001, 0x4820_4000n | PAGE | userCode | UXN],
  [0x4120_1000 + 8 * 0x002, 0x4a77_0000n | PAGE | userData],
  [0x4120_2000 + 8 * 0x1a2, 0x4120_3000n | TABLE],
  [0x4120_3000 + 8 * 0x166, 0x4a7c_1000n | PAGE | (userData & ~AF)],
  [0x4120_3000 + 8 * 0x167, 0x4b0c_5000n | PAGE | userData],
  [0x4120_4000 + 8 * 0x1ff, 0x4120_5000n | TABLE],
  [0x4120_5000 + 8 * 0x1fe, 0x1d70_0400n], // Swapped out: the kernel's note of where to.
  [0x4120_5000 + 8 * 0x1ff, 0x4a91_2000n | PAGE | userData],
  // The kernel's: its image, a device, and all of RAM in blocks.
  [0x4110_0000 + 8 * 0x000, 0x4120_6000n | TABLE | UXNTable],
  [0x4110_0000 + 8 * 0x001, 0x4120_8000n | TABLE | UXNTable],
  [0x4110_0000 + 8 * 0x100, 0x4120_a000n | TABLE | UXNTable],
  [0x4120_6000 + 8 * 0x040, 0x4120_7000n | TABLE],
  [0x4120_7000 + 8 * 0x000, 0x4020_0000n | PAGE | kernelCode],
  [0x4120_7000 + 8 * 0x001, 0x4020_1000n | PAGE | kernelCode | PXN],
  [0x4120_7000 + 8 * 0x002, 0x4020_2000n | PAGE | kernelData],
  [0x4120_8000 + 8 * 0x048, 0x4120_9000n | TABLE],
  [0x4120_9000 + 8 * 0x000, 0x0900_0000n | PAGE | DEVICE | AF | PXN | UXN],
  ...Array.from({ length: 8 }, (_, i) =>
    [0x4120_a000 + 8 * i, (0x4000_0000n + BigInt(i) * 0x20_0000n) | BLOCK | kernelData] as const),
]);

type Place = readonly [VirtAddr, string];

const PLACES: readonly Place[] = [
  [0n,                       "null"],
  [0x40_0010n,               "a program's code"],
  [0x12_3456_6000n,          "a page that is not used yet"],
  [0x12_3456_7890n,          "a program's data"],
  [0x7f_ffff_e008n,          "a page that is swapped out"],
  [0x80_0000_0000n,          "neither half"],
  [0xffff_ff80_0800_0100n,   "the kernel's code"],
  [0xffff_ff80_4900_0018n,   "the UART"],
  [0xffff_ffc0_0063_f018n,   "RAM, as the kernel sees all of it"],
];

/** Pages whose walks differ from one of those in the last entry alone. */
const NEIGHBOURS: readonly Place[] = [
  [0x40_1010n,               "a program's constants"],
  [0xffff_ff80_0800_1100n,   "the kernel's constants"],
  [0xffff_ff80_0800_2100n,   "the kernel's data"],
];

const byAddress = ([a]: Place, [b]: Place): number => (a < b ? -1 : 1);
const allPlaces = (): Place[] => [...PLACES, ...NEIGHBOURS].sort(byAddress);

const traceOf = (va: VirtAddr): Trace => traceWalk(va, REGISTERS, (address) => MEMORY.get(address) ?? 0n);

const FIELDS = ["TBI0", "AS", "IPS", "TG1", "T1SZ", "TG0", "T0SZ"] as const;

/** The five registers, and what they come to. */
function registers(): string[] {
  const { lower, upper, outputBits, asid, attributes } = regimeOf(REGISTERS);
  const fields = FIELDS.map((name) => {
    const { high, low, meaning, values } = fieldNamed("TCR_EL1", name);
    const value = fieldOf(REGISTERS.TCR_EL1, high, low);
    const [, text] = Object.entries(values).find(([key]) => BigInt(key) === value) ?? [];
    const bits = high === low ? `${high}` : `${high}:${low}`;
    return `  ${bits.padEnd(6)} ${name.padEnd(5)} ${value.toString().padStart(2)}  ${meaning}${text === undefined ? "" : `: ${text}`}`;
  });
  return [
    ...Object.entries(REGISTERS).map(([name, value]: [string, bigint]) => `${name.padEnd(10)} ${hex(value)}`),
    "TCR_EL1:", ...fields,
    "so:",
    rangeText(lower), rangeText(upper),
    `  physical addresses of ${outputBits} bits, ASID ${asid}`,
    ...attributes.slice(0, 2).map((byte, i) => `  AttrIndx ${i}: ${hex(byte)}, ${memoryTypeName(byte)}`),
  ];
}

function rangeText({ half, inputBits, granule, startLevel, table, TBI }: VaRange): string {
  const entries = firstTableEntries(inputBits, granule);
  const tags = TBI ? ", tags ignored" : "";
  return `  ${half} half: ${inputBits} bits, pages of ${2 ** (granule - 10)} KiB, from level ${startLevel}; ${entries} entries at ${hex(table)}${tags}`;
}

/** Every descriptor that one of the walks reads. */
function tables(): string[] {
  const steps = allPlaces().flatMap(([va]) => traceOf(va).steps);
  const entries = new Map<PhysAddr, WalkStep>(steps.map((step) => [step.address, step]));
  return [...entries.values()].sort((a, b) => a.address - b.address).map(stepText);
}

/** Where addresses lead, table by table. */
function walk(): string[] {
  return PLACES.flatMap(([va, what]) => {
    const { range, steps, result } = traceOf(va);
    const lines = steps.map(({ level, index, address, bits, descriptor }) =>
      `  level ${level}  entry ${hex(index).padEnd(6)} at ${hex(address)}: ${hex(bits ?? 0n).padEnd(19)} ${descriptor?.kind ?? "nothing there"}`);
    const end = result.kind === "mapped"
      ? `  ${hex(result.address + Number(va % 2n ** BigInt(result.bits)))}`
      : `  ${result.kind} fault, level ${"level" in result ? result.level : "-"}`;
    return [`${hex(va)}, ${range.half} half: ${what}`, ...lines, end];
  });
}

/** Who may do what with the pages that are mapped. */
function rights(): string[] {
  const letters = (unprivileged: boolean, PAN: boolean, va: VirtAddr): string => {
    const { result } = traceOf(va);
    if (result.kind !== "mapped") return "---";
    const { read, write, fetch } = rightsOf(result, { unprivileged, PAN, WXN: false });
    return `${read ? "r" : "-"}${write ? "w" : "-"}${fetch ? "x" : "-"}`;
  };
  const lines = allPlaces().filter(([va]) => traceOf(va).result.kind === "mapped").map(([va, what]) =>
    `${hex(va).padEnd(20)} ${letters(true, false, va)}  ${letters(false, false, va)}  ${letters(false, true, va).padEnd(12)}  ${what}`);
  return ["                     EL0  EL1  EL1 with PAN", ...lines];
}

function main(names: readonly string[]): void {
  const unknown = names.find((name) => !Object.hasOwn(TOURS, name));
  if (unknown !== undefined) {
    console.error(`there is no tour "${unknown}"; there are ${Object.keys(TOURS).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  for (const name of names.length > 0 ? names : Object.keys(TOURS)) {
    if (names.length !== 1) console.log(`\n${name}`);
    for (const line of TOURS[name]!()) console.log(line);
  }
}

main(process.argv.slice(2));
