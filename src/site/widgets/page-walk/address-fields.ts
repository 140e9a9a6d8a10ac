/**
 * A virtual address as the walk spends it: an index for each level, the offset into what was found, and above
 * them bits that must be as bit 55 is.
 */
import type { VirtAddr } from "../../../base/word";
import { lowestBit, firstTableEntries, LAST_LEVEL, type Granule } from "../../../machine/mmu/granule";
import type { VaRange } from "../../../machine/mmu/regime";
import type { Trace } from "../../../machine/mmu/trace";
import { fieldOf, withField } from "../../../machine/sysregs/field";
import type { Role } from "../word/role";
import type { WordField } from "../word/word-layout";

/** A level's stretch of the address. */
export interface IndexBits {
  readonly level: number;
  readonly high: number;
  readonly low: number;
  /** How many entries its table has. */
  readonly entries: number;
}

/** By the number of a level. */
export const levelRoles = ["level0", "level1", "level2", "level3"] as const satisfies readonly Role[];

export const levelName = (level: number): string => `L${level}`;

/** All the levels that a walk of this range can have, from the first. */
export function indexBitsOf({ inputBits, granule, startLevel }: VaRange): readonly IndexBits[] {
  return Array.from({ length: LAST_LEVEL + 1 - startLevel }, (_, i) => {
    const level = startLevel + i;
    const low = lowestBit(level, granule);
    const entries = i === 0 ? firstTableEntries(inputBits, granule) : entriesOf(granule);
    return { level, low, high: low + Math.log2(entries) - 1, entries };
  });
}

const entriesOf = (granule: Granule): number => 2 ** granule / 8;

/** The address with another index at a level. */
export const withIndex = (va: VirtAddr, { high, low }: IndexBits, index: number): VirtAddr => withField(va, high, low, BigInt(index));

/** A block ends the walk early: the indexes below it are part of the offset. */
export function addressFields(va: VirtAddr, { range, result }: Trace): readonly WordField[] {
  const { inputBits, granule, TBI } = range;
  const offsetBits = result.kind === "mapped" ? result.bits : lowestBit(LAST_LEVEL, granule);
  const note = (shift: number, width: number): string => `0x${fieldOf(va, shift + width - 1, shift).toString(16)}`;
  const field = (name: string, shift: number, width: number, role: Role): WordField => ({ name, shift, width, role, note: note(shift, width) });
  const rangeTop = TBI ? 55 : 63;
  return [
    ...(TBI ? [field("tag", 56, 8, "fixed")] : []),
    { ...field("range", inputBits, rangeTop - inputBits + 1, "fixed"), note: range.half === "lower" ? "TTBR0_EL1" : "TTBR1_EL1" },
    ...indexBitsOf(range).filter(({ low }) => low >= offsetBits)
      .map(({ level, low, high }) => field(levelName(level), low, high - low + 1, levelRoles[level]!)),
    field("offset", 0, offsetBits, "offset"),
  ];
}
