// The listing of one section: its labels, and under each its instructions and data.

import { STT_COMMON, STT_OBJECT } from "../../formats/elf/constants";
import { type Section, isText, isVirtual } from "../../formats/elf/elf-file";
import type { Decoder } from "../../machine/decoder/decoder";
import { MappingSymbols, dataLine, dumpLines } from "./data";
import type { Label, Labels } from "./labels";
import { bytesText, instructionLine } from "./line";

export interface ListingOptions {
  /** Sections by name; all text sections if there are none. */
  readonly sections: readonly string[];
  /** Labels by name; all if there are none. */
  readonly symbols: readonly string[];
  readonly startAddress: bigint;
  readonly stopAddress: bigint;
  readonly rawBytes: boolean;
  /** Show runs of zero bytes, which are otherwise one line of dots. */
  readonly zeroes: boolean;
}

export interface Listing {
  readonly decoder: Decoder;
  readonly labels: Labels;
  readonly options: ListingOptions;
  /** Takes a piece of the listing, ending in a newline. */
  readonly write: (text: string) => void;
}

/** Lists `section`, and answers the names of the labels that it met. */
export function listSection(listing: Listing, section: Section): string[] {
  const { labels, options, write } = listing;
  const all = labels.of(section);
  const mappings = new MappingSymbols(all);
  const met: string[] = [];
  const sectionEnd = section.sh_addr + section.sh_size;
  const stop = options.stopAddress < sectionEnd ? options.stopAddress : sectionEnd;
  let isHeadless = true;

  for (const [i, label] of all.entries()) {
    if (options.symbols.length > 0 && !options.symbols.includes(label.name)) continue;
    if (label.address < section.sh_addr || options.stopAddress <= label.address) continue;
    met.push(label.name);
    const next = all[i + 1]?.address ?? stop;
    const end = next < stop ? next : stop;
    if (label.address >= end || end <= options.startAddress) continue;

    if (isHeadless) write(`\nDisassembly of section ${section.name}:\n`);
    isHeadless = false;
    write(`\n${label.address.toString(16).padStart(16, "0")} <${label.name}>:\n`);
    if (isVirtual(section)) write("...\n");
    else listLabel(listing, section, mappings, label, Number(end - section.sh_addr));
  }
  return met;
}

/** Lists what is between `label` and `end`, an offset into the section. */
function listLabel(listing: Listing, section: Section, mappings: MappingSymbols, label: Label, end: number): void {
  const { options, write } = listing;
  const { startAddress } = options;
  let index = Number(label.address - section.sh_addr);
  if (section.sh_addr < startAddress) index = Math.max(index, Number(startAddress - section.sh_addr));

  if (isText(section) && (label.type === STT_OBJECT || label.type === STT_COMMON)) {
    for (const line of dumpLines(section, index, end)) write(`${line}\n`);
    return;
  }
  const instructions = new Instructions(listing, section);
  while (index < end) {
    if (label.type !== STT_OBJECT && mappings.isData(section.sh_addr + BigInt(index))) {
      const { line, size } = dataLine(section, index, end);
      write(`${line}\n`);
      index += size;
      continue;
    }
    const skipped = options.zeroes ? 0 : skippableZeroes(section.contents, index, end);
    if (skipped > 0) write("\t\t...\n");
    index += skipped > 0 ? skipped : instructions.list(index);
  }
}

class Instructions {
  readonly #listing: Listing;
  readonly #section: Section;
  readonly #view: DataView;
  #pc = 0n;
  #word = 0;

  constructor(listing: Listing, section: Section) {
    this.#listing = listing;
    this.#section = section;
    const { contents } = section;
    this.#view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  }

  /** Lists the instruction at `index` of the section, and answers its size. */
  list(index: number): number {
    const { contents, sh_addr } = this.#section;
    const { decoder, options, write } = this.#listing;
    const size = index + 4 <= contents.length ? 4 : 1; // Too few bytes for a word are shown one by one.
    this.#pc = sh_addr + BigInt(index);
    let text = "<unknown>";
    if (size === 4) {
      this.#word = this.#view.getUint32(index, true);
      text = decoder.disassembleAt(this.#word, { pc: this.#pc, symbolise: this.#symbolise });
    }
    const rawBytes = options.rawBytes ? bytesText(contents, index, index + size) : undefined;
    write(`${instructionLine(this.#pc, rawBytes, text)}\n`);
    return size;
  }

  readonly #symbolise = (target: bigint): string | undefined => {
    const isAdrp = (this.#word & 0x9f00_0000) >>> 0 === 0x9000_0000;
    return this.#listing.labels.name(isAdrp ? adrpAsBranch(this.#pc, target) : target, this.#section);
  };
}

/** llvm-objdump 14 names the target of an ADRP as if it were a branch: words from the pc, where it means pages. */
function adrpAsBranch(pc: bigint, page: bigint): bigint {
  const pages = BigInt.asIntN(64, page - (pc & ~0xfffn)) >> 12n;
  return BigInt.asUintN(64, pc + 4n * pages);
}

/** How many bytes from `index` are zero, in whole words; 0 if they are fewer than eight. */
function skippableZeroes(bytes: Uint8Array, index: number, end: number): number {
  let count = 0;
  while (index + count < end && bytes[index + count] === 0) count++;
  return count < 8 ? 0 : count & ~3;
}
