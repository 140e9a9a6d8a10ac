// What is known of an image only when all of it is there: ELF headers that describe it, and
// checksums. A kernel reads both in memory (src/unikernel/boot).
//
// 1. The headers are a part of .rodata, and are in its checksum; the checksums are in .data.
// 2. The header of the flat image is in .text, and is written later: .text's checksum begins behind
//    it.

import { bug } from "../../base/bug";
import {
  ELFCLASS64, ELFDATA2LSB, ELFMAG, EM_AARCH64, ET_EXEC, EV_CURRENT, PF_R, PF_W, PF_X, PT_LOAD,
} from "../../formats/elf/constants";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, SECTION_HEADER_SIZE,
} from "../../formats/elf/structures";
import { LINUX_IMAGE_HEADER_SIZE } from "../../formats/linux-image/header";
import { CHECKSUMS } from "../../formats/objects/tables";
import type { Datum } from "../ir/program";
import { ByteWriter } from "./byte-writer";
import { crc32 } from "./crc32";
import type { Linked, LinkedSection } from "./linked";
import { writeStructure } from "./write-structure";

/** What a segment's memory may be used for. Of what is moved away, nothing is said. */
const PERMISSIONS = [
  [".text", PF_R | PF_X], [".rodata", PF_R], [".data", PF_R | PF_W], [".bss", PF_R | PF_W],
] as const;

const PAGE = 4096;

/** Room in the image for what seal() writes. */
export const SEALS: readonly Datum[] = [
  seal("link/elf", ".rodata", ELF_HEADER_SIZE + PERMISSIONS.length * PROGRAM_HEADER_SIZE),
  seal("link/checksums", ".data", CHECKSUMS.bytes),
];

function seal(symbol: string, section: ".rodata" | ".data", bytes: number): Datum {
  return { symbol, section, alignment: 16, bytes: new Uint8Array(bytes), relocations: [] };
}

/** Fills the room, in place. */
export function sealImage(linked: Linked, entry: bigint, trace: Uint8Array): void {
  const { sections } = linked;
  write(linked, "link/elf", elfHeaders(linked, entry));
  const checksums = new ByteWriter()
    .u32(crc32(sectionOf(sections, ".text").bytes.subarray(LINUX_IMAGE_HEADER_SIZE)))
    .u32(crc32(sectionOf(sections, ".rodata").bytes))
    .u32(crc32(trace)).u32(0);
  write(linked, "link/checksums", checksums.take());
}

function write({ symbols, sections }: Linked, name: string, bytes: Uint8Array): void {
  const { address, section } = symbols.find((each) => each.name === name) ?? bug(`no ${name}`);
  const to = sections.find((each) => each.name === section) ?? bug(`${name} is in no section`);
  to.bytes.set(bytes, Number(address - to.address));
}

const sectionOf = (sections: readonly LinkedSection[], wanted: string): LinkedSection =>
  sections.find(({ name }) => name === wanted) ?? bug(`there is no ${wanted}`);

/** A file offset is the image's: a flat image begins with a header of its own. */
function elfHeaders({ base, sections }: Linked, entry: bigint): Uint8Array {
  const to = new ByteWriter();
  writeStructure(to, ELF_HEADER, ELF_HEADER_SIZE, {
    EI_MAG: ELFMAG, EI_CLASS: ELFCLASS64, EI_DATA: ELFDATA2LSB, EI_VERSION: EV_CURRENT,
    EI_OSABI: 0, EI_ABIVERSION: 0,
    e_type: ET_EXEC, e_machine: EM_AARCH64, e_version: EV_CURRENT, e_entry: entry,
    e_phoff: ELF_HEADER_SIZE, e_shoff: 0, e_flags: 0, e_ehsize: ELF_HEADER_SIZE,
    e_phentsize: PROGRAM_HEADER_SIZE, e_phnum: PERMISSIONS.length,
    e_shentsize: SECTION_HEADER_SIZE, e_shnum: 0, e_shstrndx: 0,
  });
  for (const [name, p_flags] of PERMISSIONS) {
    const { address, bytes } = sectionOf(sections, name);
    const offset = name === ".bss" ? 0 : Number(address - base);
    writeStructure(to, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, {
      p_type: PT_LOAD, p_flags, p_offset: offset, p_vaddr: address, p_paddr: address % 2n ** 39n,
      p_filesz: name === ".bss" ? 0 : bytes.length, p_memsz: bytes.length, p_align: PAGE,
    });
  }
  return to.take();
}
