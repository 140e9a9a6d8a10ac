// What the MMU of a variant makes of an address: the reference.

import type { ForeignAccess, ForeignTranslation } from "../questions";
import { addressBits, type Flag, type ForeignFault, lowestBit, type TablesVariant } from "./variant";

export type ForeignMemory = readonly (readonly [address: bigint, entry: bigint])[];

export function translateForeign(variant: TablesVariant, va: bigint, access: ForeignAccess, root: bigint, memory: ForeignMemory): ForeignTranslation {
  const { widths, frame, present, leaf, rights, tables, crooked, codes, step } = variant;
  const fault = (which: ForeignFault, level: number): ForeignTranslation => ({ kind: "fault", code: codes[which] + step * level });
  if (!isInside(variant, va)) return fault("outside", 0);

  const content = new Map(memory);
  const last = widths.length - 1;
  let table = root;
  for (let level = 0; ; level++) {
    const low = lowestBit(variant, level);
    const index = BigInt.asUintN(widths[level]!, va >> BigInt(low));
    const entry = content.get(table + index * BigInt(variant.entryBytes)) ?? 0n;
    if (!isSet(entry, { bit: present, yes: 1 })) return fault("absent", level);
    const isLeaf = level === last || isSet(entry, leaf);
    if ((isLeaf || tables === "limit") && !isSet(entry, rights[access])) return fault("refused", level);
    const target = BigInt.asUintN(frame.bits, entry >> BigInt(frame.low)) << BigInt(variant.offset);
    if (isLeaf) {
      const within = BigInt.asUintN(low, target);
      if (within !== 0n && crooked === "a fault") return fault("crooked", level);
      return { kind: "found", address: target - within + BigInt.asUintN(low, va) };
    }
    table = target;
  }
}

function isInside(variant: TablesVariant, va: bigint): boolean {
  const bits = addressBits(variant);
  return va === BigInt.asUintN(64, variant.above === "sign" ? BigInt.asIntN(bits, va) : BigInt.asUintN(bits, va));
}

const isSet = (entry: bigint, { bit, yes }: Flag): boolean => ((entry >> BigInt(bit)) & 1n) === BigInt(yes);
