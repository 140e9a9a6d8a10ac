// Whether what has been stored maps what was wanted: asked of our walk, at the first and the last byte of every block
// and page that there should be, and just outside. And no more may be mapped than that.

import { decodeDescriptor } from "../../../../machine/mmu/descriptor";
import { lowestBit, tableIndex } from "../../../../machine/mmu/granule";
import { limited } from "../../../../machine/mmu/permissions";
import { walk, type Walked } from "../../../../machine/mmu/walk";
import { showPlain } from "../../plain";
import { address, faultText, rightsText } from "../notation";
import type { DescriptorWrite, WantedMapping } from "../questions";

const PAGE = 4096;
export const INPUT_BITS = 39;
const FIRST_LEVEL = 1;
const INNER_SHAREABLE = 0b11;

export interface Chunk {
  readonly va: bigint;
  readonly pa: number;
  readonly level: number;
  readonly wanted: WantedMapping;
}

/** What a mapping is best made of: the largest blocks that fit. */
export function chunksOf(wanted: WantedMapping): Chunk[] {
  const chunks: Chunk[] = [];
  for (let done = 0; done < wanted.bytes;) {
    const [va, pa] = [wanted.va + BigInt(done), wanted.pa + done];
    const level = [1, 2, 3].find((each) => {
      const size = sizeAt(each);
      return size <= wanted.bytes - done && pa % size === 0 && va % BigInt(size) === 0n;
    })!;
    chunks.push({ va, pa, level, wanted });
    done += sizeAt(level);
  }
  return chunks;
}

export const sizeAt = (level: number): number => 2 ** lowestBit(level, 12);

/** How many tables it takes, but for the first. */
export function tablesNeeded(wanted: readonly WantedMapping[]): number {
  const tables = new Set<string>();
  for (const { va, level } of wanted.flatMap(chunksOf)) {
    for (let above = FIRST_LEVEL; above < level; above++) tables.add(`${above} ${va / BigInt(sizeAt(above))}`);
  }
  return tables.size;
}

/** The first thing that is wrong; undefined: nothing is. */
export function faultInTables(writes: unknown, wanted: readonly WantedMapping[], root: number, free: readonly number[]): string | undefined {
  if (!Array.isArray(writes)) return showPlain(writes);
  const memory = new Map<number, bigint>();
  for (const write of writes as readonly unknown[]) {
    if (!isWrite(write)) return `${showPlain(write)} is no [address, descriptor]`;
    const [at, descriptor] = write;
    if (![root, ...free].includes(at - (at % PAGE))) return `a store to ${address(at)}, which is neither in the first table nor in a free page`;
    if (at % 8 !== 0) return `a store to ${address(at)}, which is no multiple of 8`;
    memory.set(at, descriptor);
  }
  return firstWrong(memory, wanted, root, free);
}

const isWrite = (write: unknown): write is DescriptorWrite =>
  Array.isArray(write) && write.length === 2 && Number.isSafeInteger(write[0]) && write[0] >= 0
  && typeof write[1] === "bigint" && BigInt.asUintN(64, write[1]) === write[1];

function firstWrong(memory: ReadonlyMap<number, bigint>, wanted: readonly WantedMapping[], root: number, free: readonly number[]): string | undefined {
  const isTable = (at: number): boolean => [root, ...free].includes(at - (at % PAGE));
  const read = (at: number): bigint | undefined => (isTable(at) ? memory.get(at) ?? 0n : undefined);
  const range = { half: "lower", TBI: false, EPD: false, inputBits: INPUT_BITS, isSizeLegal: true, granule: 12, startLevel: FIRST_LEVEL, table: root } as const;
  const found = (va: bigint): Walked => walk(va, range, 48, read, { tableIndex, decodeDescriptor, limited });

  for (const { va, pa, level, wanted: mapping } of wanted.flatMap(chunksOf)) {
    for (const into of [0, sizeAt(level) - PAGE]) {
      const at = va + BigInt(into);
      const wrong = difference(found(at), at, pa + into, level, mapping);
      if (wrong !== undefined) return `${address(at)} ${wrong}`;
    }
  }
  for (const { va, bytes } of wanted) {
    for (const at of [va - BigInt(PAGE), va + BigInt(bytes)]) {
      const isOutside = at >= 0n && at < 2n ** BigInt(INPUT_BITS) && !wanted.some((other) => at >= other.va && at < other.va + BigInt(other.bytes));
      const there = isOutside ? found(at) : undefined;
      if (there?.kind === "mapped") return `${address(at)} is mapped, and should not be`;
      if (there !== undefined && there.kind !== "translation") return `${address(at)} should be a translation fault: ${faultText(there)}`;
    }
  }
  const more = mappedBytes(memory, root) - wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  return more === 0 ? undefined : `${more} bytes are mapped that should not be`;
}

/** All that the tables map. A table that several entries lead to is counted for each, but looked at once. */
function mappedBytes(memory: ReadonlyMap<number, bigint>, root: number): number {
  const known = new Map<string, number>();
  const below = (table: number, level: number): number => {
    const key = `${level} ${table}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let bytes = 0;
    for (let entry = table; entry < table + PAGE; entry += 8) {
      const descriptor = decodeDescriptor(memory.get(entry) ?? 0n, level, 12);
      if (descriptor.kind === "table") bytes += below(descriptor.address, level + 1);
      else if (descriptor.kind !== "invalid") bytes += sizeAt(level);
    }
    known.set(key, bytes);
    return bytes;
  };
  return below(root, FIRST_LEVEL);
}

function difference(found: Walked, va: bigint, pa: number, level: number, { AttrIndx, AP, UXN, PXN }: WantedMapping): string | undefined {
  if (found.kind !== "mapped") return `should be at ${address(pa)}: ${faultText(found)}`;
  const leads = found.address + Number(va % BigInt(2 ** found.bits));
  if (leads !== pa) return `should be at ${address(pa)}, and is at ${address(leads)}`;
  if (found.level > level) return `could be in a block of level ${level}, and is in one of level ${found.level}`;
  if (found.AttrIndx !== AttrIndx) return `should have AttrIndx ${AttrIndx}, and has ${found.AttrIndx}`;
  if (rightsText(found) !== rightsText({ AP, UXN, PXN })) return `should have ${rightsText({ AP, UXN, PXN })}, and has ${rightsText(found)}`;
  if (found.SH !== INNER_SHAREABLE) return "is not inner shareable";
  return found.nG ? "is not global" : undefined;
}
