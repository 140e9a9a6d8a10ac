// An ELF64 file as a test wants it, written from the same tables that the reader reads: right in everything
// that the test does not spoil.

import { EM_AARCH64, ET_EXEC, SHF_ALLOC, SHF_EXECINSTR, SHT_NULL, SHT_PROGBITS, SHT_STRTAB, SHT_SYMTAB } from "../../../src/formats/elf/constants";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, SECTION_HEADER, SECTION_HEADER_SIZE, type Structure, SYMBOL,
  SYMBOL_SIZE, type ValuesOf,
} from "../../../src/formats/elf/structures";

type Patch<S extends Structure> = Partial<ValuesOf<S>>;

/** What a test may spoil. */
export interface Spoil {
  readonly header?: Patch<typeof ELF_HEADER>;
  readonly text?: Patch<typeof SECTION_HEADER>;
  readonly symtab?: Patch<typeof SECTION_HEADER>;
  readonly strtab?: Patch<typeof SECTION_HEADER>;
  readonly shstrtab?: Patch<typeof SECTION_HEADER>;
  readonly symbol?: Patch<typeof SYMBOL>;
  readonly segment?: Patch<typeof PROGRAM_HEADER>;
  readonly section0?: Patch<typeof SECTION_HEADER>;
}

// The file, in this order:
//   ELF header, program header, .text, .symtab, .strtab, .shstrtab, section headers
const TEXT = [0x20, 0x04, 0x00, 0x91, 0xc0, 0x03, 0x5f, 0xd6]; // add x0, x1, #1; ret
const STRINGS = "\0main\0";
const SECTION_NAMES = "\0.text\0.symtab\0.strtab\0.shstrtab\0";
const ADDRESS = 0x40_0000n;

export const TEXT_AT = ELF_HEADER_SIZE + PROGRAM_HEADER_SIZE;
const SYMTAB_AT = TEXT_AT + TEXT.length;
const STRTAB_AT = SYMTAB_AT + 2 * SYMBOL_SIZE;
export const SHSTRTAB_AT = STRTAB_AT + STRINGS.length;
export const SECTIONS_AT = SHSTRTAB_AT + SECTION_NAMES.length;
export const SECTION_COUNT = 5;

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));

export function buildElf(spoil: Spoil = {}): Uint8Array {
  const bytes = new Uint8Array(SECTIONS_AT + SECTION_COUNT * SECTION_HEADER_SIZE);
  const put = <S extends Structure>(at: number, structure: S, values: Patch<S>): void => putStructure(bytes, at, structure, values);
  put(0, ELF_HEADER, {
    EI_MAG: 0x464c_457f, EI_CLASS: 2, EI_DATA: 1, EI_VERSION: 1, e_type: ET_EXEC, e_machine: EM_AARCH64, e_version: 1,
    e_entry: ADDRESS, e_phoff: BigInt(ELF_HEADER_SIZE), e_shoff: BigInt(SECTIONS_AT), e_ehsize: ELF_HEADER_SIZE,
    e_phentsize: PROGRAM_HEADER_SIZE, e_phnum: 1, e_shentsize: SECTION_HEADER_SIZE, e_shnum: SECTION_COUNT, e_shstrndx: 4,
    ...spoil.header,
  });
  put(ELF_HEADER_SIZE, PROGRAM_HEADER, {
    p_type: 1, p_flags: 5, p_offset: BigInt(TEXT_AT), p_vaddr: ADDRESS, p_filesz: BigInt(TEXT.length), p_memsz: BigInt(TEXT.length),
    ...spoil.segment,
  });
  bytes.set(TEXT, TEXT_AT);
  put(SYMTAB_AT + SYMBOL_SIZE, SYMBOL, { st_name: 1, st_info: 0x12, st_shndx: 1, st_value: ADDRESS, st_size: BigInt(TEXT.length), ...spoil.symbol });
  bytes.set(ascii(STRINGS), STRTAB_AT);
  bytes.set(ascii(SECTION_NAMES), SHSTRTAB_AT);

  const extent = (offset: number, size: number) => ({ sh_offset: BigInt(offset), sh_size: BigInt(size) });
  const sections: readonly Patch<typeof SECTION_HEADER>[] = [
    { sh_type: SHT_NULL, ...spoil.section0 },
    { sh_name: 1, sh_type: SHT_PROGBITS, sh_flags: SHF_ALLOC | SHF_EXECINSTR, sh_addr: ADDRESS, ...extent(TEXT_AT, TEXT.length), ...spoil.text },
    { sh_name: 7, sh_type: SHT_SYMTAB, sh_link: 3, sh_entsize: BigInt(SYMBOL_SIZE), ...extent(SYMTAB_AT, 2 * SYMBOL_SIZE), ...spoil.symtab },
    { sh_name: 15, sh_type: SHT_STRTAB, ...extent(STRTAB_AT, STRINGS.length), ...spoil.strtab },
    { sh_name: 23, sh_type: SHT_STRTAB, ...extent(SHSTRTAB_AT, SECTION_NAMES.length), ...spoil.shstrtab },
  ];
  sections.forEach((section, i) => put(SECTIONS_AT + i * SECTION_HEADER_SIZE, SECTION_HEADER, section));
  return bytes;
}

function putStructure<S extends Structure>(bytes: Uint8Array, at: number, structure: S, values: Patch<S>): void {
  const view = new DataView(bytes.buffer);
  for (const [name, value] of Object.entries(values) as [string, number | bigint][]) {
    const [offset, size] = structure[name]!;
    for (let i = 0; i < size; i++) view.setUint8(at + offset + i, Number((BigInt(value) >> BigInt(8 * i)) & 0xffn));
  }
}
