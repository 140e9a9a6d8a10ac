/** All that the tables of a machine map, without their TLB: each table is read once, from RAM. */
import type { PhysAddr, VirtAddr } from "../../../base/word";
import { decodeDescriptor, type LeafDescriptor, type TableLimits } from "../../../machine/mmu/descriptor";
import { firstTableEntries, lowestBit } from "../../../machine/mmu/granule";
import { bothLimits, limited, NO_LIMITS } from "../../../machine/mmu/permissions";
import { regimeOf, type TranslationRegisters, type VaRange } from "../../../machine/mmu/regime";
import type { ReadDescriptor } from "../../../machine/mmu/walk";
import type { MapView, MappedRange } from "./map-view";

const mostRanges = 600;

/** Where the kernel's half begins, by its size. */
const firstAddress = ({ half, inputBits }: VaRange): VirtAddr => (half === "lower" ? 0n : BigInt.asUintN(64, -1n << BigInt(inputBits)));

export function mapViewOf(registers: TranslationRegisters, read: ReadDescriptor): MapView {
  const { M, lower, upper } = regimeOf(registers);
  const reader = new MapReader(read);
  if (M) for (const range of [lower, upper]) if (range.isSizeLegal && !range.EPD) reader.readAll(range);
  return { registers, ranges: reader.ranges, isWhole: !reader.isFull, tables: reader.tables };
}

class MapReader {
  readonly ranges: MappedRange[] = [];
  tables = 0;
  isFull = false;
  readonly #read: ReadDescriptor;

  constructor(read: ReadDescriptor) {
    this.#read = read;
  }

  readAll(range: VaRange): void {
    this.#table(range, range.table, range.startLevel, firstTableEntries(range.inputBits, range.granule), firstAddress(range), NO_LIMITS);
  }

  #table(range: VaRange, table: PhysAddr, level: number, entries: number, first: VirtAddr, limits: TableLimits): void {
    const { granule } = range;
    const bytes = 2 ** lowestBit(level, granule);
    this.tables++;
    for (let i = 0; i < entries && !this.isFull; i++) {
      const at = table + 8 * i;
      const bits = this.#read(at);
      if (bits === undefined || bits === 0n) continue;
      const descriptor = decodeDescriptor(bits, level, granule);
      const va = first + BigInt(bytes) * BigInt(i);
      if (descriptor.kind === "table") this.#table(range, descriptor.address, level + 1, 2 ** granule / 8, va, bothLimits(limits, descriptor));
      else if (descriptor.kind !== "invalid") this.#leaf(descriptor, limits, { va, level, bytes, bits, at });
    }
  }

  #leaf(leaf: LeafDescriptor, limits: TableLimits, { va, level, bytes, bits, at }: Pick<MappedRange, "va" | "level" | "bytes" | "bits" | "at">): void {
    const last = this.ranges.at(-1);
    const next: MappedRange = { ...limited(leaf, limits), va, pa: leaf.address, bytes, level, entries: 1, AttrIndx: leaf.AttrIndx, bits, at };
    if (last !== undefined && goesOn(last, next)) this.ranges[this.ranges.length - 1] = { ...last, bytes: last.bytes + bytes, entries: last.entries + 1 };
    else if (this.ranges.length === mostRanges) this.isFull = true;
    else this.ranges.push(next);
  }
}

/** Whether `next` is more of the same. */
function goesOn(last: MappedRange, next: MappedRange): boolean {
  return last.va + BigInt(last.bytes) === next.va && last.pa + last.bytes === next.pa && last.level === next.level
    && last.bits - BigInt(last.pa) === next.bits - BigInt(next.pa)
    && last.AP === next.AP && last.UXN === next.UXN && last.PXN === next.PXN;
}
