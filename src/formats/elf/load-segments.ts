// What a loader must know of an ELF file: which bytes go where in memory.

import { UserFault } from "../../base/fault";
import { PT_LOAD } from "./constants";
import type { ElfFile, Segment } from "./elf-file";

const END_OF_ADDRESSES = 1n << 64n;

/** The PT_LOAD segments in ascending order of p_vaddr, none overlapping another, each with room for its bytes. */
export function loadSegments(file: ElfFile): Segment[] {
  const segments = file.segments.filter(({ p_type, p_filesz, p_memsz }) => p_type === PT_LOAD && (p_memsz > 0n || p_filesz > 0n));
  let end = 0n;
  for (const { index, p_vaddr, p_filesz, p_memsz } of segments) {
    const where = `segment ${index} (0x${p_vaddr.toString(16)}, 0x${p_memsz.toString(16)} bytes)`;
    if (p_filesz > p_memsz) throw new UserFault(`${where} has more bytes in the file (0x${p_filesz.toString(16)}) than in memory`);
    if (p_vaddr + p_memsz > END_OF_ADDRESSES) throw new UserFault(`${where} goes beyond the end of the address space`);
    if (p_vaddr < end) throw new UserFault(`${where} overlaps the segment before it, or is out of order: that one ends at 0x${end.toString(16)}`);
    end = p_vaddr + p_memsz;
  }
  return segments;
}
