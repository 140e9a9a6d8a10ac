// Reads an ELF64 little-endian file for AArch64 (System V gABI, "Object Files").
//
// 1. The file is not trusted: each offset, size, index and name is checked before it is followed,
//    and what is wrong is a UserFault that says where.
// 2. What is checked is what reading needs. Whether segments can be loaded is load-segments.ts's
//    question.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import {
  ELFCLASS32, ELFCLASS64, ELFDATA2LSB, ELFDATA2MSB, ELFMAG, EM_AARCH64, EV_CURRENT, MACHINE_NAMES,
  PN_XNUM, SHN_XINDEX, SHT_DYNSYM, SHT_NOBITS, SHT_NULL, SHT_STRTAB, SHT_SYMTAB,
} from "./constants";
import type { ElfFile, ElfHeader, ElfSymbol, Section, Segment } from "./elf-file";
import { FileBytes } from "./file-bytes";
import { StringTable } from "./string-table";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, SECTION_HEADER,
  SECTION_HEADER_SIZE, type ValuesOf,
} from "./structures";
import { describe, readSymbols } from "./symbol-table";

export function readElf(bytes: Uint8Array): ElfFile {
  const file = new FileBytes(bytes);
  const header = readHeader(file);
  const rawSections = readSectionHeaders(file, header);
  const segments = readSegments(file, header, rawSections[0]);
  const sections = nameSections(file, header, rawSections);
  const symbols = symbolsOf(sections, SHT_SYMTAB);
  const dynamicSymbols = symbolsOf(sections, SHT_DYNSYM);
  return { header, segments, sections, symbols, dynamicSymbols };
}

function readHeader(file: FileBytes): ElfHeader {
  const { EI_MAG } = ELF_HEADER;
  if (file.length < EI_MAG[1] || file.structure(0, { EI_MAG }).EI_MAG !== ELFMAG) {
    throw new UserFault("not an ELF file: it does not begin with 7f 45 4c 46");
  }
  file.slice(0n, BigInt(ELF_HEADER_SIZE), "the ELF header");
  const header = file.structure(0, ELF_HEADER);
  const wrong = formatFault(header) ?? machineFault(header);
  if (wrong !== undefined) throw new UserFault(wrong);
  return header;
}

/** What is wrong with the first 16 bytes, which say how to read the others. */
function formatFault({ EI_CLASS, EI_DATA, EI_VERSION }: ElfHeader): string | undefined {
  if (EI_CLASS === ELFCLASS32) {
    return "a 32-bit ELF file (EI_CLASS is 1 at 0x4); AArch64 needs a 64-bit one";
  }
  if (EI_CLASS !== ELFCLASS64) {
    return `EI_CLASS at 0x4 is ${EI_CLASS}, neither 32-bit (1) nor 64-bit (2)`;
  }
  if (EI_DATA === ELFDATA2MSB) {
    return "a big-endian ELF file (EI_DATA is 2 at 0x5); only little-endian ones are read";
  }
  if (EI_DATA !== ELFDATA2LSB) {
    return `EI_DATA at 0x5 is ${EI_DATA}, neither little-endian (1) nor big-endian (2)`;
  }
  if (EI_VERSION === EV_CURRENT) return undefined;
  return `EI_VERSION at 0x6 is ${EI_VERSION}; the only version is 1`;
}

function machineFault({ e_machine, e_version, e_ehsize }: ElfHeader): string | undefined {
  if (e_machine !== EM_AARCH64) {
    const name = MACHINE_NAMES.find(([machine]) => machine === e_machine)?.[1] ?? "another machine";
    return `an ELF file for ${name} (e_machine is ${e_machine} at 0x12); AArch64 is ${EM_AARCH64}`;
  }
  if (e_version !== EV_CURRENT) return `e_version at 0x14 is ${e_version}; the only version is 1`;
  if (e_ehsize === ELF_HEADER_SIZE) return undefined;
  return `e_ehsize at 0x34 is ${e_ehsize}; an ELF64 header has ${ELF_HEADER_SIZE} bytes`;
}

type RawSection = ValuesOf<typeof SECTION_HEADER>;

function readSectionHeaders(file: FileBytes, header: ElfHeader): RawSection[] {
  const { e_shoff, e_shnum } = header;
  if (e_shoff === 0n) {
    if (e_shnum === 0) return [];
    const lost = "there is no section header table (e_shoff is 0)";
    throw new UserFault(`e_shnum at 0x3c is ${e_shnum}, but ${lost}`);
  }
  checkEntrySize("e_shentsize at 0x3a", header.e_shentsize, "section", SECTION_HEADER_SIZE);
  checkOutsideHeader("e_shoff at 0x28", e_shoff, "section");
  const read = (count: bigint): RawSection[] => {
    const what = `the section header table (${Number(count)} entries)`;
    // A count beyond 2^53 is checked before it is rounded.
    file.slice(e_shoff, count * BigInt(SECTION_HEADER_SIZE), what);
    return file.table(e_shoff, Number(count), SECTION_HEADER_SIZE, SECTION_HEADER, what);
  };
  // A count that does not fit in e_shnum is in sh_size of section 0, which is there for this.
  const [first] = read(1n);
  return read(e_shnum === 0 ? first!.sh_size : BigInt(e_shnum));
}

function readSegments(
  file: FileBytes, header: ElfHeader, section0: RawSection | undefined,
): Segment[] {
  const { e_phoff, e_phnum } = header;
  if (e_phnum === 0) return [];
  checkEntrySize("e_phentsize at 0x36", header.e_phentsize, "program", PROGRAM_HEADER_SIZE);
  checkOutsideHeader("e_phoff at 0x20", e_phoff, "program");
  const count = e_phnum === PN_XNUM && section0 !== undefined ? section0.sh_info : e_phnum;
  const what = `the program header table (${count} entries)`;
  const rows = file.table(e_phoff, count, PROGRAM_HEADER_SIZE, PROGRAM_HEADER, what);
  return rows.map((row, index) => {
    // All .bss: GNU ld says that it takes no bytes from behind the file's end.
    const offset = row.p_filesz === 0n ? 0n : row.p_offset;
    return { ...row, index, contents: file.slice(offset, row.p_filesz, `segment ${index}`) };
  });
}

function checkEntrySize(field: string, size: number, which: string, due: number): void {
  if (size !== due) throw new UserFault(`${field} is ${size}; a ${which} header has ${due} bytes`);
}

function checkOutsideHeader(field: string, offset: bigint, which: string): void {
  if (offset < BigInt(ELF_HEADER_SIZE)) {
    const table = `the ${which} header table`;
    throw new UserFault(`${table} overlaps the ELF header: ${field} is ${hex(offset)}`);
  }
}

function nameSections(
  file: FileBytes, header: ElfHeader, rows: readonly RawSection[],
): Section[] {
  const [section0] = rows;
  if (section0 === undefined) return [];
  const namesAt = header.e_shstrndx === SHN_XINDEX ? section0.sh_link : header.e_shstrndx;
  const names = namesAt === 0 ? undefined : sectionNames(file, rows, namesAt);
  return rows.map((row, index) => {
    const name = names === undefined ? "" : names.at(row.sh_name, `section ${index}`);
    const section = { ...row, index, name, contents: NOTHING };
    return { ...section, contents: contentsOf(file, row, describe(section)) };
  });
}

function sectionNames(
  file: FileBytes, rows: readonly RawSection[], index: number,
): StringTable {
  const row = rows[index];
  if (row === undefined || row.sh_type !== SHT_STRTAB) {
    const lost = "the string table of section names is missing";
    const why = row === undefined
      ? `but there are only ${rows.length} sections`
      : "which is no string table";
    throw new UserFault(`${lost}: e_shstrndx is ${index}, ${why}`);
  }
  const what = `section ${index} (the names of the sections)`;
  return new StringTable(contentsOf(file, row, what), what);
}

const NOTHING = new Uint8Array(0);

function contentsOf(file: FileBytes, row: RawSection, what: string): Uint8Array {
  if (row.sh_type === SHT_NULL || row.sh_type === SHT_NOBITS) return NOTHING;
  return file.slice(row.sh_offset, row.sh_size, what);
}

/** The symbols of the first table of `type`, as linkers write at most one of each. */
function symbolsOf(sections: readonly Section[], type: number): ElfSymbol[] {
  const table = sections.find((section) => section.sh_type === type);
  return table === undefined ? [] : readSymbols(table, sections);
}
