/**
 * An ELF file as the parts that it is made of, from its first byte to its last: headers, sections, and the
 * padding between them. Pure: a figure draws it, a test reads it.
 */
import { isText, type ElfFile, type Section, type Segment } from "../../../formats/elf/elf-file";
import { EM_AARCH64, PT_LOAD, SHT_STRTAB } from "../../../formats/elf/constants";
import { readElf } from "../../../formats/elf/read-elf";
import { ELF_HEADER_SIZE } from "../../../formats/elf/structures";

export interface FilePart {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
  /** What it is for. */
  readonly what: string;
  /** What it says: names and values read from it. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly bytes: Uint8Array;
  /** The address of its first byte in memory, if it is code. */
  readonly codeAt: bigint | undefined;
}

interface Draft extends Omit<FilePart, "bytes" | "codeAt"> {
  readonly codeAt?: bigint;
  /** Its offset is a multiple of this. */
  readonly align: number;
}

/** Where a table of headers may start: its rows hold numbers of eight bytes. */
const tableAlign = 8;

export function partsOf(bytes: Uint8Array): readonly FilePart[] {
  const elf = readElf(bytes);
  const drafts = [headerPart(elf), programHeaders(elf), ...elf.sections.map((section) => sectionPart(elf, section)), sectionHeaders(elf)]
    .filter(({ size }) => size > 0).sort((a, b) => a.offset - b.offset);
  const parts: FilePart[] = [];
  const add = (draft: Draft): void => {
    const { name, offset, size, what, facts, codeAt } = draft;
    parts.push({ name, offset, size, what, facts, codeAt, bytes: bytes.subarray(offset, offset + size) });
  };
  let end = 0;
  for (const draft of drafts) {
    if (draft.offset > end) add(padding(end, draft));
    add(draft);
    end = draft.offset + draft.size;
  }
  return parts;
}

function padding(offset: number, next: Draft): Draft {
  const size = next.offset - offset;
  return { name: "padding", offset, size, what: `Nothing: room left so that ${next.name} starts at a multiple of ${next.align}.`, facts: [], align: 1 };
}

function headerPart({ header }: ElfFile): Draft {
  return {
    name: "ELF header", offset: 0, size: ELF_HEADER_SIZE, align: 1,
    what: "What kind of file this is, for which machine, and where the other headers are.",
    facts: [
      ["e_machine", header.e_machine === EM_AARCH64 ? `${EM_AARCH64}, AArch64` : String(header.e_machine)],
      ["e_entry", hex(header.e_entry)], ["e_phoff", hex(header.e_phoff)], ["e_shoff", hex(header.e_shoff)],
      ["e_shstrndx", String(header.e_shstrndx)],
    ],
  };
}

function programHeaders({ header, segments }: ElfFile): Draft {
  return {
    name: "program headers", offset: Number(header.e_phoff), size: header.e_phnum * header.e_phentsize, align: tableAlign,
    what: `${header.e_phnum} rows of ${header.e_phentsize} bytes: which bytes of the file a loader copies to memory, and where to.`,
    facts: segments.filter(({ p_type }) => p_type === PT_LOAD).map((segment) => [`segment ${segment.index}`, loadText(segment)]),
  };
}

function loadText({ p_offset, p_filesz, p_vaddr }: Segment): string {
  return `bytes ${hex(p_offset)} to ${hex(p_offset + p_filesz - 1n)}, to ${hex(p_vaddr)}`;
}

function sectionHeaders({ header, sections }: ElfFile): Draft {
  return {
    name: "section headers", offset: Number(header.e_shoff), size: header.e_shnum * header.e_shentsize, align: tableAlign,
    what: `${header.e_shnum} rows of ${header.e_shentsize} bytes: where each section lies. Row 0 is always empty.`,
    facts: sections.slice(1).map(({ index, name, sh_offset, sh_size }) => [`${index} ${name}`, `${sh_size} bytes at ${hex(sh_offset)}`]),
  };
}

/** What the sections of a small program are for. */
const purposes: Readonly<Record<string, string>> = {
  ".rodata": "Constants: bytes that the program reads and never writes.",
  ".text": "The instructions: one word each, its lowest byte first.",
  ".comment": "Which tools made the file. Nothing reads it.",
  ".symtab": "The symbols: addresses that have a name.",
  ".shstrtab": "The names of the sections, each ended by a zero.",
  ".strtab": "The names of the symbols, each ended by a zero.",
};

function sectionPart(elf: ElfFile, section: Section): Draft {
  const { name, contents, sh_offset, sh_addr, sh_addralign } = section;
  return {
    name, offset: Number(sh_offset), size: contents.length, align: Number(sh_addralign), what: purposes[name] ?? "A section.", facts: sectionFacts(elf, section),
    ...(isText(section) ? { codeAt: sh_addr } : {}),
  };
}

function sectionFacts({ symbols }: ElfFile, { name, sh_type, sh_addr, contents }: Section): FilePart["facts"] {
  const named = symbols.filter((symbol) => symbol.name !== "");
  if (name === ".symtab") return named.map((symbol) => [symbol.name, hex(symbol.st_value)]);
  if (sh_type === SHT_STRTAB) return [["strings", [...contents].map((byte) => String.fromCharCode(byte || 32)).join("").trim().split(/ +/).join(", ")]];
  return sh_addr === 0n ? [] : [["in memory", `from ${hex(sh_addr)} on`]];
}

export function hex(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}
