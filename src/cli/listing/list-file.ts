// The listing of a file, byte for byte as `llvm-objdump -d` of LLVM 14 prints it.

import { UserFault } from "../../base/fault";
import { ET_EXEC, SHF_EXECINSTR, SHT_NULL, SHT_PROGBITS } from "../../formats/elf/constants";
import { type ElfFile, type Section, isText, isVirtual } from "../../formats/elf/elf-file";
import type { Decoder } from "../../machine/decoder/decoder";
import { Labels } from "./labels";
import { type ListingOptions, listSection } from "./list-section";

/** Lists `file`; `name` is what the first line calls it. */
export function listElf(
  file: ElfFile, name: string, decoder: Decoder, options: ListingOptions, write: (text: string) => void,
): void {
  for (const wanted of options.sections) {
    if (!file.sections.some((section) => section.name === wanted)) throw new UserFault(`no section is called ${wanted}`);
  }
  const listing = { decoder, labels: new Labels(file), options, write };
  write(`\n${name}:\tfile format elf64-littleaarch64\n`);
  const met = new Set<string>();
  for (const section of file.sections.filter((each) => isListed(each, options))) {
    for (const label of listSection(listing, section)) met.add(label);
  }
  const missing = options.symbols.find((symbol) => !met.has(symbol));
  if (missing !== undefined) throw new UserFault(`no symbol is called ${missing} in the sections that were listed`);
}

/** Lists bytes without a file format, as if they were the text section of a program at `base`. */
export function listFlat(
  bytes: Uint8Array, base: bigint, name: string, decoder: Decoder, options: ListingOptions, write: (text: string) => void,
): void {
  const section = flatSection(bytes, base);
  const labels = new Labels({ header: { e_type: ET_EXEC }, sections: [section], symbols: [], dynamicSymbols: [] });
  write(`\n${name}:\tfile format binary\n`);
  listSection({ decoder, labels, options, write }, section);
}

function isListed(section: Section, { sections }: ListingOptions): boolean {
  if (section.sh_size === 0n || section.sh_type === SHT_NULL) return false;
  return sections.length === 0 ? isText(section) && !isVirtual(section) : sections.includes(section.name);
}

function flatSection(contents: Uint8Array, base: bigint): Section {
  if (base + BigInt(contents.length) > 1n << 64n) {
    throw new UserFault(`${contents.length} bytes at 0x${base.toString(16)} go beyond the end of the address space`);
  }
  return {
    index: 0, name: ".text", contents, sh_name: 0, sh_type: SHT_PROGBITS, sh_flags: SHF_EXECINSTR,
    sh_addr: base, sh_offset: 0n, sh_size: BigInt(contents.length), sh_link: 0, sh_info: 0, sh_addralign: 1n, sh_entsize: 0n,
  };
}
