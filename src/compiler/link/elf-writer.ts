// x.elf: the same program for debuggers and for llvm-objdump: sections, symbols, and DWARF's tables
// beside them (System V gABI, "Object Files"). The structures are the ones that the reader knows.

import { bug } from "../../base/bug";
import {
  ELFCLASS64, ELFDATA2LSB, ELFMAG, EM_AARCH64, ET_EXEC, EV_CURRENT,
  PF_R, PF_W, PF_X, PT_LOAD, SHF_ALLOC, SHF_EXECINSTR, SHF_WRITE, SHN_ABS,
  SHT_NOBITS, SHT_PROGBITS, SHT_STRTAB, SHT_SYMTAB, STB_GLOBAL, STB_LOCAL,
  STT_FUNC, STT_NOTYPE, STT_OBJECT,
} from "../../formats/elf/constants";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE,
  SECTION_HEADER, SECTION_HEADER_SIZE, SYMBOL, SYMBOL_SIZE,
} from "../../formats/elf/structures";
import { ByteWriter } from "./byte-writer";
import { debugFrame } from "./dwarf-frame";
import { debugAbbrev, debugInfo } from "./dwarf-info";
import { debugLine, lineFiles } from "./dwarf-line";
import type { Linked, LinkedSection, LinkedSymbol } from "./linked";
import { writeStructure } from "./write-structure";

interface FileSection {
  readonly name: string;
  readonly type: number;
  readonly flags: bigint;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly alignment: bigint;
  readonly link: number;
  readonly info: number;
  readonly entrySize: bigint;
}

type Allocated = readonly [flags: bigint, permissions: number];

/** What each section is to the loader. */
const ALLOCATED: Readonly<Record<LinkedSection["name"], Allocated>> = {
  ".text":   [SHF_ALLOC | SHF_EXECINSTR, PF_R | PF_X],
  ".rodata": [SHF_ALLOC,                 PF_R],
  ".data":   [SHF_ALLOC | SHF_WRITE,     PF_R | PF_W],
  ".bss":    [SHF_ALLOC | SHF_WRITE,     PF_R | PF_W],
};

const PAGE = 4096;

/** `start` names the program; `entry` is the symbol where it starts. */
export function elfFile(linked: Linked, start: string, entry: string): Uint8Array {
  const sections = [...loaded(linked), ...debug(linked, start)];
  const { table, names, locals } = symbolTable(linked, sections);
  const symbolNames = sections.length + 2;
  sections.push(
    section(".symtab", SHT_SYMTAB, table,
      { alignment: 8n, link: symbolNames, info: locals, entrySize: BigInt(SYMBOL_SIZE) }),
    section(".strtab", SHT_STRTAB, names),
  );
  return new ElfWriter(sections, linked, entry).bytes();
}

function section(
  name: string, type: number, bytes: Uint8Array, more: Partial<FileSection> = {},
): FileSection {
  const plain = { flags: 0n, address: 0n, alignment: 1n, link: 0, info: 0, entrySize: 0n };
  return { name, type, bytes, ...plain, ...more };
}

const loaded = ({ sections }: Linked): FileSection[] =>
  sections.filter(({ bytes }) => bytes.length > 0).map(({ name, address, bytes }) => {
    const isZero = name === ".bss";
    const alignment = isZero ? 16n : BigInt(PAGE);
    return section(name, isZero ? SHT_NOBITS : SHT_PROGBITS, bytes,
      { flags: ALLOCATED[name][0], address, alignment });
  });

function debug(linked: Linked, start: string): FileSection[] {
  const files = lineFiles(linked.functions);
  return [
    section(".debug_abbrev", SHT_PROGBITS, debugAbbrev()),
    section(".debug_info", SHT_PROGBITS, debugInfo(linked, files, start)),
    section(".debug_line", SHT_PROGBITS, debugLine(linked.functions, files)),
    section(".debug_frame", SHT_PROGBITS, debugFrame(linked.functions), { alignment: 8n }),
  ];
}

/** Names behind each other, each with a zero byte; the first is empty. */
class Names {
  readonly #writer = new ByteWriter().u8(0);

  add(name: string): number {
    const offset = this.#writer.length;
    this.#writer.text(name);
    return offset;
  }

  take(): Uint8Array {
    return this.#writer.take();
  }
}

interface SymbolTable {
  readonly table: Uint8Array;
  readonly names: Uint8Array;
  /** How many of the symbols, which are the first, nobody else may name. */
  readonly locals: number;
}

function symbolTable(
  { symbols, sections }: Linked, inFile: readonly FileSection[],
): SymbolTable {
  const names = new Names();
  const table = new ByteWriter();
  writeStructure(table, SYMBOL, SYMBOL_SIZE,
    { st_name: 0, st_info: 0, st_other: 0, st_shndx: 0, st_value: 0, st_size: 0 });
  // $x and $d: where code and data start, for disassemblers (ELF for the Arm 64-bit Architecture,
  // "Mapping symbols").
  const mapping = sections.filter(({ bytes }) => bytes.length > 0)
    .map(({ name, address }): LinkedSymbol =>
      ({ name: "$d", address, size: 0, section: name, isFunction: false }));
  const text = sections.find(({ name }) => name === ".text") ?? bug("a program without code");
  const code: LinkedSymbol =
    { name: "$x", address: text.address + 64n, size: 0, section: ".text", isFunction: false };
  const local = [...mapping, code];
  const write = (symbol: LinkedSymbol, binding: number): void => {
    const isPlace = symbol.name.startsWith("$") || symbol.size === 0;
    const type = symbol.isFunction ? STT_FUNC : isPlace ? STT_NOTYPE : STT_OBJECT;
    const index = inFile.findIndex(({ name }) => name === symbol.section);
    writeStructure(table, SYMBOL, SYMBOL_SIZE, {
      st_name: names.add(symbol.name), st_info: (binding << 4) | type, st_other: 0,
      st_shndx: index < 0 ? SHN_ABS : index + 1, st_value: symbol.address, st_size: symbol.size,
    });
  };
  for (const each of local) write(each, STB_LOCAL);
  for (const each of symbols) write(each, STB_GLOBAL);
  return { table: table.take(), names: names.take(), locals: 1 + local.length };
}

class ElfWriter {
  readonly #sections: readonly FileSection[];
  readonly #linked: Linked;
  readonly #entry: string;
  readonly #file = new ByteWriter();

  constructor(sections: readonly FileSection[], linked: Linked, entry: string) {
    const names = new Names();
    for (const { name } of sections) names.add(name);
    names.add(".shstrtab");
    this.#sections = [...sections, section(".shstrtab", SHT_STRTAB, names.take())];
    this.#linked = linked;
    this.#entry = entry;
  }

  bytes(): Uint8Array {
    const segments = this.#sections.filter(({ flags }) => (flags & SHF_ALLOC) !== 0n);
    const body = new ByteWriter();
    const bodyStart = ELF_HEADER_SIZE + PROGRAM_HEADER_SIZE * segments.length;
    const offsets = this.#sections.map((each) => {
      // A page of the file is a page of memory.
      const multiple = (each.flags & SHF_ALLOC) !== 0n ? PAGE : Number(each.alignment);
      const wanted = each.type === SHT_NOBITS ? Number(each.address % BigInt(PAGE)) : 0;
      while ((bodyStart + body.length) % multiple !== wanted % multiple) body.u8(0);
      const offset = bodyStart + body.length;
      if (each.type !== SHT_NOBITS) body.bytes(each.bytes);
      return offset;
    });
    body.align(8);
    while ((bodyStart + body.length) % 8 !== 0) body.u8(0);
    this.#writeHeader(segments.length, bodyStart + body.length);
    this.#sections.forEach((each, i) => {
      if (segments.includes(each)) this.#writeSegment(each, offsets[i]!);
    });
    this.#file.bytes(body.take());
    this.#writeSections(offsets);
    return this.#file.take();
  }

  #writeHeader(segments: number, sectionHeaders: number): void {
    const entry = this.#linked.symbols.find(({ name }) => name === this.#entry)?.address
      ?? bug(`no entry ${this.#entry}`);
    writeStructure(this.#file, ELF_HEADER, ELF_HEADER_SIZE, {
      EI_MAG: ELFMAG, EI_CLASS: ELFCLASS64, EI_DATA: ELFDATA2LSB, EI_VERSION: EV_CURRENT,
      EI_OSABI: 0, EI_ABIVERSION: 0,
      e_type: ET_EXEC, e_machine: EM_AARCH64, e_version: EV_CURRENT, e_entry: entry,
      e_phoff: ELF_HEADER_SIZE, e_shoff: sectionHeaders, e_flags: 0, e_ehsize: ELF_HEADER_SIZE,
      e_phentsize: PROGRAM_HEADER_SIZE, e_phnum: segments,
      e_shentsize: SECTION_HEADER_SIZE,
      e_shnum: this.#sections.length + 1, e_shstrndx: this.#sections.length,
    });
  }

  #writeSegment({ name, type, address, bytes }: FileSection, offset: number): void {
    writeStructure(this.#file, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, {
      p_type: PT_LOAD, p_flags: ALLOCATED[name as LinkedSection["name"]][1],
      p_offset: offset, p_vaddr: address, p_paddr: address,
      p_filesz: type === SHT_NOBITS ? 0 : bytes.length, p_memsz: bytes.length, p_align: PAGE,
    });
  }

  #writeSections(offsets: readonly number[]): void {
    const empty = {
      sh_name: 0, sh_type: 0, sh_flags: 0, sh_addr: 0, sh_offset: 0, sh_size: 0,
      sh_link: 0, sh_info: 0, sh_addralign: 0, sh_entsize: 0,
    };
    writeStructure(this.#file, SECTION_HEADER, SECTION_HEADER_SIZE, empty);
    const names = new Names();
    this.#sections.forEach((each, i) => {
      const { name, type, flags, address, bytes, link, info, alignment, entrySize } = each;
      writeStructure(this.#file, SECTION_HEADER, SECTION_HEADER_SIZE, {
        sh_name: names.add(name), sh_type: type, sh_flags: flags,
        sh_addr: address, sh_offset: offsets[i]!, sh_size: bytes.length,
        sh_link: link, sh_info: info, sh_addralign: alignment, sh_entsize: entrySize,
      });
    });
  }
}
