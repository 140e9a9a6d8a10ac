// An ELF file: each segment says where it belongs. Before the MMU is on, that is its physical
// address, whatever address the program will know it by.

import { UserFault } from "../../../base/fault";
import { hex } from "../../../base/word";
import { ET_DYN, ET_EXEC, PF_X, PT_INTERP, PT_LOAD } from "../../../formats/elf/constants";
import type { ElfFile, Segment } from "../../../formats/elf/elf-file";
import { readElf } from "../../../formats/elf/read-elf";
import { checkInRam, type LoadedImage, type ZeroRange } from "./image";

export function loadElf(file: Uint8Array, ramBytes: number): LoadedImage {
  const elf = readElf(file);
  checkProgram(elf);
  const segments = elf.segments
    .filter(({ p_type, p_memsz }) => p_type === PT_LOAD && p_memsz > 0n)
    .sort((a, b) => (a.p_paddr < b.p_paddr ? -1 : 1));
  if (segments.length === 0) throw new UserFault("the ELF file has nothing to load: no PT_LOAD");
  const placed = segments.map((segment, i) => place(segment, segments[i - 1], ramBytes));
  return {
    kind: "elf",
    segments: placed.map(({ address, bytes }) => ({ address, bytes })),
    zero: placed.flatMap(({ zero }) => (zero.size > 0 ? [zero] : [])),
    entry: entryOf(elf, segments),
    start: placed[0]!.address,
    end: placed.at(-1)!.end,
  };
}

/** What needs an operating system, or a linker, before it can run. */
function checkProgram({ header, segments }: ElfFile): void {
  if (segments.some(({ p_type }) => p_type === PT_INTERP)) {
    throw new UserFault("a program for Linux, which wants a dynamic linker; not a machine's image");
  }
  if (header.e_type !== ET_EXEC && header.e_type !== ET_DYN) {
    const type = `e_type at 0x10 is ${header.e_type}`;
    throw new UserFault(`the ELF file is no executable (${type}): link it first`);
  }
}

interface Placed {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly zero: ZeroRange;
  readonly end: number;
}

/** A segment where it belongs, behind the one below. */
function place(segment: Segment, below: Segment | undefined, ramBytes: number): Placed {
  const { index, p_paddr, p_memsz, p_filesz, contents } = segment;
  if (p_filesz > p_memsz) {
    const more = `more bytes in the file (${hex(p_filesz)}) than in memory (${hex(p_memsz)})`;
    throw new UserFault(`segment ${index} has ${more}`);
  }
  if (below !== undefined && below.p_paddr + below.p_memsz > p_paddr) {
    throw new UserFault(`segments ${below.index} and ${index} overlap at ${hex(p_paddr)}`);
  }
  // Where rounding could matter is far outside RAM.
  const address = Number(p_paddr);
  const size = Number(p_memsz);
  checkInRam(`segment ${index} of the ELF file`, address, size, ramBytes);
  const end = address + size;
  const fileEnd = address + contents.length;
  return { address, bytes: contents, zero: { address: fileEnd, size: end - fileEnd }, end };
}

/**
 * Where the first instruction is. A kernel that is linked to run at virtual addresses names it by
 * one: it is as far into its segment as there.
 */
function entryOf({ header }: ElfFile, segments: readonly Segment[]): number {
  const { e_entry } = header;
  const around = segments.find(({ p_vaddr, p_filesz, p_flags }) =>
    e_entry >= p_vaddr && e_entry < p_vaddr + p_filesz && (p_flags & PF_X) !== 0);
  if (around === undefined) {
    throw new UserFault(`the ELF file's entry, ${hex(e_entry)}, is in no segment with code`);
  }
  return Number(e_entry - around.p_vaddr + around.p_paddr);
}
