// An ELF64 file, taken apart: the headers' fields under their own names, with what they refer to
// beside them.

import { SHF_EXECINSTR, SHT_NOBITS } from "./constants";
import type {
  ELF_HEADER, PROGRAM_HEADER, RELA, SECTION_HEADER, SYMBOL, ValuesOf,
} from "./structures";

export type ElfHeader = ValuesOf<typeof ELF_HEADER>;

export interface Segment extends ValuesOf<typeof PROGRAM_HEADER> {
  readonly index: number;
  /** p_filesz bytes of the file, not copied. */
  readonly contents: Uint8Array;
}

export interface Section extends ValuesOf<typeof SECTION_HEADER> {
  readonly index: number;
  readonly name: string;
  /** sh_size bytes of the file, not copied; none for SHT_NOBITS. */
  readonly contents: Uint8Array;
}

export interface ElfSymbol extends ValuesOf<typeof SYMBOL> {
  /** One character a byte: a name that is not ASCII compares and prints as its bytes do. */
  readonly name: string;
  /** st_info's lower half, an STT_ value. */
  readonly type: number;
  /** st_info's upper half, an STB_ value. */
  readonly binding: number;
  /** Where it is defined; undefined for SHN_UNDEF, SHN_ABS and SHN_COMMON. */
  readonly section: Section | undefined;
}

export interface Relocation extends ValuesOf<typeof RELA> {
  /** An R_AARCH64_ value. */
  readonly type: number;
  /** An index into the symbol table that sh_link of the section names. */
  readonly symbolIndex: number;
}

export interface ElfFile {
  readonly header: ElfHeader;
  readonly segments: readonly Segment[];
  readonly sections: readonly Section[];
  /** The symbol table for the linker, mapping symbols ($x, $d) and all; empty if stripped. */
  readonly symbols: readonly ElfSymbol[];
  /** The symbol table for the dynamic linker. */
  readonly dynamicSymbols: readonly ElfSymbol[];
}

export const isText = (section: Section): boolean => (section.sh_flags & SHF_EXECINSTR) !== 0n;

/** Whether it takes memory but no room in the file. */
export const isVirtual = (section: Section): boolean => section.sh_type === SHT_NOBITS;

export function sectionNamed(
  { sections }: Pick<ElfFile, "sections">, name: string,
): Section | undefined {
  return sections.find((section) => section.name === name);
}
