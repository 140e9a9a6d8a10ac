// The structures of an ELF64 file (System V gABI, "Object Files"), one row a field, under the
// gABI's names.
//
//   offset of the field within its structure, size in bytes: 1, 2 and 4 are read as numbers, 8 as a
//   bigint.

export type Structure = Readonly<Record<string, readonly [offset: number, size: 1 | 2 | 4 | 8]>>;

/** What a structure's fields hold. */
export type ValuesOf<S extends Structure> = {
  readonly [Name in keyof S]: S[Name] extends readonly [number, 8] ? bigint : number;
};

/** The ELF header, at offset 0 of the file. Its first 16 bytes are e_ident, here byte by byte. */
export const ELF_HEADER = {
  EI_MAG:        [0x00, 4],
  EI_CLASS:      [0x04, 1],
  EI_DATA:       [0x05, 1],
  EI_VERSION:    [0x06, 1],
  EI_OSABI:      [0x07, 1],
  EI_ABIVERSION: [0x08, 1],
  e_type:        [0x10, 2],
  e_machine:     [0x12, 2],
  e_version:     [0x14, 4],
  e_entry:       [0x18, 8],
  e_phoff:       [0x20, 8],
  e_shoff:       [0x28, 8],
  e_flags:       [0x30, 4],
  e_ehsize:      [0x34, 2],
  e_phentsize:   [0x36, 2],
  e_phnum:       [0x38, 2],
  e_shentsize:   [0x3a, 2],
  e_shnum:       [0x3c, 2],
  e_shstrndx:    [0x3e, 2],
} as const satisfies Structure;

export const PROGRAM_HEADER = {
  p_type:        [0x00, 4],
  p_flags:       [0x04, 4],
  p_offset:      [0x08, 8],
  p_vaddr:       [0x10, 8],
  p_paddr:       [0x18, 8],
  p_filesz:      [0x20, 8],
  p_memsz:       [0x28, 8],
  p_align:       [0x30, 8],
} as const satisfies Structure;

export const SECTION_HEADER = {
  sh_name:       [0x00, 4],
  sh_type:       [0x04, 4],
  sh_flags:      [0x08, 8],
  sh_addr:       [0x10, 8],
  sh_offset:     [0x18, 8],
  sh_size:       [0x20, 8],
  sh_link:       [0x28, 4],
  sh_info:       [0x2c, 4],
  sh_addralign:  [0x30, 8],
  sh_entsize:    [0x38, 8],
} as const satisfies Structure;

export const SYMBOL = {
  st_name:       [0x00, 4],
  st_info:       [0x04, 1],
  st_other:      [0x05, 1],
  st_shndx:      [0x06, 2],
  st_value:      [0x08, 8],
  st_size:       [0x10, 8],
} as const satisfies Structure;

/** A relocation with an addend. r_info is the symbol's index (upper half) and type (lower half). */
export const RELA = {
  r_offset:      [0x00, 8],
  r_info:        [0x08, 8],
  r_addend:      [0x10, 8],
} as const satisfies Structure;

export const ELF_HEADER_SIZE = 64;
export const PROGRAM_HEADER_SIZE = 56;
export const SECTION_HEADER_SIZE = 64;
export const SYMBOL_SIZE = 24;
export const RELA_SIZE = 24;
