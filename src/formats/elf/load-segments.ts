// What a loader must know of an ELF file: which bytes go where in memory.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { PT_LOAD } from "./constants";
import type { ElfFile, Segment } from "./elf-file";

const END_OF_ADDRESSES = 1n << 64n;

/**
 * The PT_LOAD segments in ascending order of p_vaddr, none overlapping another, each with room for
 * its bytes.
 */
export function loadSegments(file: ElfFile): Segment[] {
  const segments = file.segments.filter(isLoaded);
  let end = 0n;
  for (const segment of segments) {
    const wrong = faultOf(segment, end);
    if (wrong !== undefined) {
      const { index, p_vaddr, p_memsz } = segment;
      throw new UserFault(`segment ${index} (${hex(p_vaddr)}, ${hex(p_memsz)} bytes) ${wrong}`);
    }
    end = segment.p_vaddr + segment.p_memsz;
  }
  return segments;
}

const isLoaded = ({ p_type, p_filesz, p_memsz }: Segment): boolean =>
  p_type === PT_LOAD && (p_memsz > 0n || p_filesz > 0n);

/** Why a segment cannot be loaded behind one that ends at `end`; undefined if it can. */
function faultOf({ p_vaddr, p_filesz, p_memsz }: Segment, end: bigint): string | undefined {
  if (p_filesz > p_memsz) return `has more bytes in the file (${hex(p_filesz)}) than in memory`;
  if (p_vaddr + p_memsz > END_OF_ADDRESSES) return "goes beyond the end of the address space";
  if (p_vaddr >= end) return undefined;
  return `overlaps the segment before it, or is out of order: that one ends at ${hex(end)}`;
}
