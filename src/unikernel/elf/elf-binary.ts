// Elf_binary<Elf64>: the headers of an ELF file that lies in memory (System V gABI, "Object
// Files"), checked once, and read in place: the kernel's own, and later the programs that it loads.

import { ELFCLASS64, ELFDATA2LSB, ELFMAG, EM_AARCH64, PT_LOAD } from "../../formats/elf/constants";
import {
  ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE,
} from "../../formats/elf/structures";
import { load16, load32, load64, load8 } from "../metal/memory";
import { minus, plus } from "../metal/word";

/** Where the fields are, as numbers: an image that asks a table for them must hold the table. */
const EI_MAG = ELF_HEADER.EI_MAG[0];
const EI_CLASS = ELF_HEADER.EI_CLASS[0];
const EI_DATA = ELF_HEADER.EI_DATA[0];
const e_machine = ELF_HEADER.e_machine[0];
const e_entry = ELF_HEADER.e_entry[0];
const e_phoff = ELF_HEADER.e_phoff[0];
const e_phentsize = ELF_HEADER.e_phentsize[0];
const e_phnum = ELF_HEADER.e_phnum[0];
const p_type = PROGRAM_HEADER.p_type[0];
const p_flags = PROGRAM_HEADER.p_flags[0];
const p_offset = PROGRAM_HEADER.p_offset[0];
const p_vaddr = PROGRAM_HEADER.p_vaddr[0];
const p_filesz = PROGRAM_HEADER.p_filesz[0];
const p_memsz = PROGRAM_HEADER.p_memsz[0];

export class ElfBinary {
  readonly #address: bigint;
  readonly #bytes: number;

  /** The headers are in so many bytes from an address on, a multiple of 8. */
  constructor(address: bigint, bytes: number) {
    this.#address = address;
    this.#bytes = bytes;
  }

  /** What is wrong with the headers: "" if nothing is. */
  get problem(): string {
    const at = this.#address;
    if (this.#bytes < ELF_HEADER_SIZE) return "it is shorter than a header";
    if (load32(plus(at, BigInt(EI_MAG))) !== ELFMAG) return "it is no ELF file";
    const itsClass = load8(plus(at, BigInt(EI_CLASS)));
    if (itsClass !== ELFCLASS64) return "it is not of 64 bits";
    if (load8(plus(at, BigInt(EI_DATA))) !== ELFDATA2LSB) return "it is big-endian";
    if (this.#half(e_machine) !== EM_AARCH64) return "it is for another machine";
    if (this.#half(e_phentsize) !== PROGRAM_HEADER_SIZE) {
      return "its program headers have another size";
    }
    const offset = load64(plus(at, BigInt(e_phoff)));
    const bytes = BigInt(this.#bytes);
    const isWithin = offset <= bytes && (offset & 7n) === 0n
      && BigInt(this.segmentCount * PROGRAM_HEADER_SIZE) <= minus(bytes, offset);
    return isWithin ? "" : "its program headers are not within it";
  }

  get entry(): bigint {
    return load64(plus(this.#address, BigInt(e_entry)));
  }

  get segmentCount(): number {
    return this.#half(e_phnum);
  }

  /** Where the program headers are. */
  get programHeaders(): bigint {
    return plus(this.#address, load64(plus(this.#address, BigInt(e_phoff))));
  }

  segment(index: number): ElfSegment {
    return new ElfSegment(plus(this.programHeaders, BigInt(PROGRAM_HEADER_SIZE * index)));
  }

  /** The loaded segment that an address is in. */
  segmentAt(address: bigint): ElfSegment | null {
    for (let index = 0; index < this.segmentCount; index++) {
      const segment = this.segment(index);
      if (segment.isLoaded && minus(address, segment.begin) < segment.bytes) return segment;
    }
    return null;
  }

  #half(offset: number): number {
    return load16(plus(this.#address, BigInt(offset)));
  }
}

/** A program header. */
export class ElfSegment {
  readonly #at: bigint;

  constructor(at: bigint) {
    this.#at = at;
  }

  get isLoaded(): boolean {
    return load32(plus(this.#at, BigInt(p_type))) === PT_LOAD;
  }

  /** PF_R, PF_W and PF_X. */
  get flags(): number {
    return load32(plus(this.#at, BigInt(p_flags)));
  }

  get begin(): bigint {
    return load64(plus(this.#at, BigInt(p_vaddr)));
  }

  /** In memory; in the file there may be fewer, and the rest is zero. */
  get bytes(): bigint {
    return load64(plus(this.#at, BigInt(p_memsz)));
  }

  get fileOffset(): bigint {
    return load64(plus(this.#at, BigInt(p_offset)));
  }

  get fileBytes(): bigint {
    return load64(plus(this.#at, BigInt(p_filesz)));
  }
}
