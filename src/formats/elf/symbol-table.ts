// Symbols and relocations: the sections that are tables of small structures.

import { UserFault } from "../../base/fault";
import {
  SHN_LORESERVE, SHN_UNDEF, SHN_XINDEX, SHT_STRTAB, SHT_SYMTAB_SHNDX,
} from "./constants";
import type { ElfSymbol, Relocation, Section } from "./elf-file";
import { FileBytes } from "./file-bytes";
import { StringTable } from "./string-table";
import { RELA, RELA_SIZE, type Structure, SYMBOL, SYMBOL_SIZE, type ValuesOf } from "./structures";

/** The symbols of a SHT_SYMTAB or SHT_DYNSYM section. */
export function readSymbols(table: Section, sections: readonly Section[]): ElfSymbol[] {
  const strings = sections[table.sh_link];
  if (strings === undefined || strings.sh_type !== SHT_STRTAB) {
    throw new UserFault(`${describe(table)} has no string table: its sh_link is ${table.sh_link}`);
  }
  const names = new StringTable(strings.contents, describe(strings));
  const rows = rowsOf(table, SYMBOL, SYMBOL_SIZE);
  const extended = extendedIndexes(table, sections);
  return rows.map((row, i): ElfSymbol => {
    const whose = `symbol ${i} of ${describe(table)}`;
    return {
      ...row,
      name: names.at(row.st_name, whose),
      type: row.st_info & 0xf,
      binding: row.st_info >>> 4,
      section: sectionOf(row.st_shndx, extended, i, sections, whose),
    };
  });
}

/** The relocations of a SHT_RELA section. */
export function readRelocations(table: Section): Relocation[] {
  return rowsOf(table, RELA, RELA_SIZE).map((row): Relocation => ({
    ...row,
    type: Number(row.r_info & 0xffff_ffffn),
    symbolIndex: Number(row.r_info >> 32n),
  }));
}

export function describe(section: Section): string {
  return `section ${section.index}${section.name === "" ? "" : ` (${section.name})`}`;
}

function rowsOf<S extends Structure>(table: Section, structure: S, size: number): ValuesOf<S>[] {
  const what = describe(table);
  const { length } = table.contents;
  if (table.sh_entsize !== BigInt(size)) {
    const { sh_entsize } = table;
    throw new UserFault(`${what} has entries of ${sh_entsize} bytes (sh_entsize), not of ${size}`);
  }
  if (length % size !== 0) {
    const multiple = `multiple of its entries' ${size}`;
    throw new UserFault(`${what} takes ${length} bytes, which is no ${multiple}`);
  }
  return new FileBytes(table.contents).table(0n, length / size, size, structure, what);
}

/** The section indexes that do not fit in st_shndx; undefined if the table has none. */
function extendedIndexes(table: Section, sections: readonly Section[]): DataView | undefined {
  const found = sections.find(({ sh_type, sh_link }) =>
    sh_type === SHT_SYMTAB_SHNDX && sh_link === table.index);
  if (found === undefined) return undefined;
  const { buffer, byteOffset, byteLength } = found.contents;
  return new DataView(buffer, byteOffset, byteLength);
}

/** `extended` is where the index of symbol `i` lies if it does not fit in st_shndx. */
function sectionOf(
  st_shndx: number, extended: DataView | undefined, i: number, sections: readonly Section[],
  whose: string,
): Section | undefined {
  let index = st_shndx;
  if (st_shndx === SHN_XINDEX) {
    if (extended === undefined || extended.byteLength < 4 * (i + 1)) {
      const lost = "a SHT_SYMTAB_SHNDX section, which is missing or too short";
      throw new UserFault(`${whose} has its section index in ${lost}`);
    }
    index = extended.getUint32(4 * i, true);
  } else if (st_shndx === SHN_UNDEF || st_shndx >= SHN_LORESERVE) {
    return undefined;
  }
  const section = sections[index];
  if (section === undefined) {
    throw new UserFault(`${whose} is in section ${index}, but there are only ${sections.length}`);
  }
  return section;
}
