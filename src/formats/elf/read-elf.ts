// Reads an ELF64 little-endian file for AArch64 (System V gABI, "Object Files").
//
// 1. The file is not trusted: each offset, size, index and name is checked before it is followed, and what
//    is wrong is a UserFault that says where.
// 2. What is checked is what reading needs. Whether segments can be loaded is load-segments.ts's question.

import { UserFault } from "../../base/fault";
import {
  ELFCLASS32, ELFCLASS64, ELFDATA2LSB, ELFDATA2MSB, ELFMAG, EM_AARCH64, EV_CURRENT, MACHINE_NAMES, PN_XNUM,
  SHN_XINDEX, SHT_DYNSYM, SHT_NOBITS, SHT_NULL, SHT_STRTAB, SHT_SYMTAB,
} from "./constants";
import type { ElfFile, ElfHeader, ElfSymbol, Section, Segment } from "./elf-file";
import { FileBytes } from "./file-bytes";
import { StringTable } from "./string-table";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, SECTION_HEADER, SECTION_HEADER_SIZE, type ValuesOf,
} from "./structures";
import { describe, readSymbols } from "./symbol-table";

export function readElf(bytes: Uint8Array): ElfFile {
  const file = new FileBytes(bytes);
  const header = readHeader(file);
  const rawSections = readSectionHeaders(file, header);
  const segments = readSegments(file, header, rawSections[0]);
  const sections = nameSections(file, header, rawSections);
  return { header, segments, sections, symbols: symbolsOf(sections, SHT_SYMTAB), dynamicSymbols: symbolsOf(sections, SHT_DYNSYM) };
}

function readHeader(file: FileBytes): ElfHeader {
  const { EI_MAG } = ELF_HEADER;
  if (file.length < EI_MAG[1] || file.structure(0, { EI_MAG }).EI_MAG !== ELFMAG) {
    throw new UserFault("not an ELF file: it does not begin with 7f 45 4c 46");
  }
  file.slice(0n, BigInt(ELF_HEADER_SIZE), "the ELF header");
  const header = file.structure(0, ELF_HEADER);
  if (header.EI_CLASS === ELFCLASS32) throw new UserFault("a 32-bit ELF file (EI_CLASS is 1 at 0x4); AArch64 needs a 64-bit one");
  if (header.EI_CLASS !== ELFCLASS64) throw new UserFault(`EI_CLASS at 0x4 is ${header.EI_CLASS}, neither 32-bit (1) nor 64-bit (2)`);
  if (header.EI_DATA === ELFDATA2MSB) throw new UserFault("a big-endian ELF file (EI_DATA is 2 at 0x5); only little-endian ones are read");
  if (header.EI_DATA !== ELFDATA2LSB) throw new UserFault(`EI_DATA at 0x5 is ${header.EI_DATA}, neither little-endian (1) nor big-endian (2)`);
  if (header.EI_VERSION !== EV_CURRENT) throw new UserFault(`EI_VERSION at 0x6 is ${header.EI_VERSION}; the only version is 1`);
  if (header.e_machine !== EM_AARCH64) {
    const name = MACHINE_NAMES.find(([machine]) => machine === header.e_machine)?.[1] ?? "another machine";
    throw new UserFault(`an ELF file for ${name} (e_machine is ${header.e_machine} at 0x12); AArch64 is ${EM_AARCH64}`);
  }
  if (header.e_version !== EV_CURRENT) throw new UserFault(`e_version at 0x14 is ${header.e_version}; the only version is 1`);
  if (header.e_ehsize !== ELF_HEADER_SIZE) throw new UserFault(`e_ehsize at 0x34 is ${header.e_ehsize}; an ELF64 header has ${ELF_HEADER_SIZE} bytes`);
  return header;
}

type RawSection = ValuesOf<typeof SECTION_HEADER>;

function readSectionHeaders(file: FileBytes, header: ElfHeader): RawSection[] {
  if (header.e_shoff === 0n) {
    if (header.e_shnum !== 0) throw new UserFault(`e_shnum at 0x3c is ${header.e_shnum}, but there is no section header table (e_shoff is 0)`);
    return [];
  }
  if (header.e_shentsize !== SECTION_HEADER_SIZE) {
    throw new UserFault(`e_shentsize at 0x3a is ${header.e_shentsize}; a section header has ${SECTION_HEADER_SIZE} bytes`);
  }
  checkOutsideHeader(header.e_shoff, "section", "e_shoff at 0x28");
  const what = (count: number) => `the section header table (${count} entries)`;
  // A count that does not fit in e_shnum is in sh_size of section 0, which is there for this.
  const first = file.table(header.e_shoff, 1, SECTION_HEADER_SIZE, SECTION_HEADER, what(1))[0]!;
  const count = header.e_shnum === 0 ? first.sh_size : BigInt(header.e_shnum);
  file.slice(header.e_shoff, count * BigInt(SECTION_HEADER_SIZE), what(Number(count)));
  return file.table(header.e_shoff, Number(count), SECTION_HEADER_SIZE, SECTION_HEADER, what(Number(count)));
}

function readSegments(file: FileBytes, header: ElfHeader, section0: RawSection | undefined): Segment[] {
  if (header.e_phnum === 0) return [];
  if (header.e_phentsize !== PROGRAM_HEADER_SIZE) {
    throw new UserFault(`e_phentsize at 0x36 is ${header.e_phentsize}; a program header has ${PROGRAM_HEADER_SIZE} bytes`);
  }
  checkOutsideHeader(header.e_phoff, "program", "e_phoff at 0x20");
  const count = header.e_phnum === PN_XNUM && section0 !== undefined ? section0.sh_info : header.e_phnum;
  const rows = file.table(header.e_phoff, count, PROGRAM_HEADER_SIZE, PROGRAM_HEADER, `the program header table (${count} entries)`);
  return rows.map((row, index) => ({ ...row, index, contents: file.slice(row.p_offset, row.p_filesz, `segment ${index}`) }));
}

function checkOutsideHeader(offset: bigint, which: string, field: string): void {
  if (offset < BigInt(ELF_HEADER_SIZE)) {
    throw new UserFault(`the ${which} header table overlaps the ELF header: ${field} is 0x${offset.toString(16)}`);
  }
}

function nameSections(file: FileBytes, header: ElfHeader, rows: readonly RawSection[]): Section[] {
  if (rows.length === 0) return [];
  const namesAt = header.e_shstrndx === SHN_XINDEX ? rows[0]!.sh_link : header.e_shstrndx;
  const names = namesAt === 0 ? undefined : sectionNames(file, rows, namesAt);
  return rows.map((row, index) => {
    const name = names === undefined ? "" : names.at(row.sh_name, `section ${index}`);
    const section = { ...row, index, name, contents: NOTHING };
    return { ...section, contents: contentsOf(file, row, describe(section)) };
  });
}

function sectionNames(file: FileBytes, rows: readonly RawSection[], index: number): StringTable {
  const row = rows[index];
  if (row === undefined || row.sh_type !== SHT_STRTAB) {
    throw new UserFault(`the string table of section names is missing: e_shstrndx is ${index}, ${row === undefined ? `but there are only ${rows.length} sections` : "which is no string table"}`);
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
