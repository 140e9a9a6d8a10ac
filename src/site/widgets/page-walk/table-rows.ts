/** A table as the figure shows it: where its entries are that say something, and those nearest to the chosen one. */
import { decodeDescriptor, type Descriptor } from "../../../machine/mmu/descriptor";
import type { Granule } from "../../../machine/mmu/granule";
import type { WalkStep } from "../../../machine/mmu/walk";
import type { TableMemory } from "../machine/table-memory";

export interface TableRow {
  readonly index: number;
  readonly bits: bigint | undefined;
  readonly descriptor: Descriptor | undefined;
  /** Entries between this row and the one above are left out. */
  readonly isBehindGap: boolean;
}

const rowsShown = 5;

/** The entries that are not zero, from the first. */
export function occupied({ table }: WalkStep, entries: number, memory: TableMemory): readonly number[] {
  const indexes = [...memory].filter(([address, bits]) => bits !== 0n && address >= table && address < table + 8 * entries).map(([address]) => (address - table) / 8);
  return indexes.sort((a, b) => a - b);
}

/** The chosen entry, and the nearest of the others that are not zero, in order. */
export function rowsOf(step: WalkStep, entries: number, memory: TableMemory, granule: Granule): readonly TableRow[] {
  const { table, level, index: chosen } = step;
  const near = occupied(step, entries, memory).filter((index) => index !== chosen).sort((a, b) => Math.abs(a - chosen) - Math.abs(b - chosen)).slice(0, rowsShown - 1);
  return [...near, chosen].sort((a, b) => a - b).map((index, i, all): TableRow => {
    const isBehindGap = index !== (all[i - 1] ?? -1) + 1;
    if (index === chosen) return { index, bits: step.bits, descriptor: step.descriptor, isBehindGap };
    const bits = memory.get(table + 8 * index) ?? 0n;
    return { index, bits, descriptor: decodeDescriptor(bits, level, granule), isBehindGap };
  });
}
