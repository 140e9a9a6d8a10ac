// A walk is made of parts, and reads memory: functions, which are no plain data. These stand in for them. They answer
// from lists that the judge has written, and know nothing of how to cut an address or read a descriptor.

import { hex, type PhysAddr, type VirtAddr } from "../../../../base/word";
import type { Descriptor, LeafRights, TableLimits } from "../../../../machine/mmu/descriptor";
import type { MmuParts } from "../../../../machine/mmu/parts";
import type { VaRange } from "../../../../machine/mmu/regime";
import type { Walked, WalkStep } from "../../../../machine/mmu/walk";

// Types, not interfaces: only a type is Plain.

/** What the parts say, and what there is to read: on the way that is right, and beside it. */
export type StandIns = {
  /** What tableIndex() says, from the start level on. */
  readonly indices: readonly number[];
  /** What RAM holds where it is not 0. Beyond RAM, nothing answers. */
  readonly memory: readonly (readonly [address: PhysAddr, bits: bigint])[];
  readonly ram: { readonly base: PhysAddr; readonly end: PhysAddr };
  /** What decodeDescriptor() says of all that can be read. */
  readonly meanings: readonly (readonly [bits: bigint, level: number, descriptor: Descriptor])[];
  /** What limited() says: a hexadecimal digit for each leaf, by code(), and of these one for each limit. */
  readonly limited: string;
};

/** What a walk found, what it read, and what it told. */
export type Watched = {
  readonly found: Walked;
  readonly reads: readonly PhysAddr[];
  readonly heard: readonly WalkStep[];
};

/** A walk on stand-ins. */
export const watched = (walk: MmuParts["walk"]) =>
  (va: VirtAddr, range: VaRange, outputBits: number, { indices, memory, ram, meanings, limited }: StandIns): Watched => {
    const reads: PhysAddr[] = [];
    const heard: WalkStep[] = [];
    const content = new Map(memory);
    const found = walk(va, range, outputBits, (address) => {
      reads.push(address);
      return address >= ram.base && address < ram.end ? content.get(address) ?? 0n : undefined;
    }, {
      tableIndex(asked, level, granule, inputBits) {
        const index = indices[level - range.startLevel];
        if (asked === va && granule === range.granule && inputBits === range.inputBits && index !== undefined) return index;
        throw new Error(`the walk asks for tableIndex(${hex(asked)}, ${level}, ${granule}, ${inputBits}), which is not on the way`);
      },
      decodeDescriptor(bits, level, granule) {
        const meaning = meanings.find(([its, at]) => its === bits && at === level);
        if (granule === range.granule && meaning !== undefined) return meaning[2];
        throw new Error(`the walk asks for decodeDescriptor(${hex(bits)}, ${level}, ${granule}), and has read no such descriptor in tables of granule ${range.granule}`);
      },
      limited: (leaf, limits) => rightsOf(parseInt(limited.charAt(16 * codeOf(leaf) + codeOfLimits(limits)), 16)),
      heard: (step) => { heard.push(step); },
    });
    return { found, reads, heard };
  };

/** Four bits: AP, UXN, PXN. */
export const codeOf = ({ AP, UXN, PXN }: LeafRights): number => AP + (UXN ? 4 : 0) + (PXN ? 8 : 0);

export const rightsOf = (code: number): LeafRights => ({ AP: code & 3, UXN: (code & 4) !== 0, PXN: (code & 8) !== 0 });

const codeOfLimits = ({ APTable, UXNTable, PXNTable }: TableLimits): number => codeOf({ AP: APTable, UXN: UXNTable, PXN: PXNTable });
