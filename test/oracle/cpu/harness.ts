// The harness (harness.s) as an executable file, made by our own assembler: QEMU is all that the oracle needs.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ELFCLASS64, ELFDATA2LSB, ELFMAG, EM_AARCH64, ET_EXEC, EV_CURRENT, PT_LOAD } from "../../../src/formats/elf/constants";
import { ELF_HEADER, ELF_HEADER_SIZE, PROGRAM_HEADER, PROGRAM_HEADER_SIZE, type Structure } from "../../../src/formats/elf/structures";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { BUFFER_SIZE, CODE, CODE_REGION, CODE_REGION_SIZE, HARNESS, INPUT, OUTPUT, PRISTINE, WINDOW, WINDOW_SIZE } from "./place";

const PLACES = { BUFFER_SIZE, CODE, CODE_REGION, CODE_REGION_SIZE, INPUT, OUTPUT, PRISTINE, WINDOW, WINDOW_SIZE };
const READ_WRITE_EXECUTE = 7;
const PAGE = 0x1000;

let made: Uint8Array | undefined;

/** A static executable whose one segment is the harness. */
export function harnessFile(): Uint8Array {
  made ??= makeFile();
  return made;
}

function makeFile(): Uint8Array {
  const places = Object.entries(PLACES).map(([name, value]) => `.equ ${name}, ${value}`).join("\n");
  const source = readFileSync(join(__dirname, "harness.s"), "utf8");
  const { bytes } = new Assembler(standardDecoder()).assemble(`${places}\n${source}`, BigInt(HARNESS));
  const file = new Uint8Array(PAGE + bytes.length);
  write(file, 0, ELF_HEADER, {
    EI_MAG: ELFMAG, EI_CLASS: ELFCLASS64, EI_DATA: ELFDATA2LSB, EI_VERSION: EV_CURRENT,
    e_type: ET_EXEC, e_machine: EM_AARCH64, e_version: EV_CURRENT, e_entry: HARNESS,
    e_phoff: ELF_HEADER_SIZE, e_ehsize: ELF_HEADER_SIZE, e_phentsize: PROGRAM_HEADER_SIZE, e_phnum: 1,
  });
  write(file, ELF_HEADER_SIZE, PROGRAM_HEADER, {
    p_type: PT_LOAD, p_flags: READ_WRITE_EXECUTE, p_offset: PAGE, p_vaddr: HARNESS, p_paddr: HARNESS,
    p_filesz: bytes.length, p_memsz: bytes.length, p_align: PAGE,
  });
  file.set(bytes, PAGE);
  return file;
}

/** Puts a structure's fields into `file` at `at`, all below 2^32. */
function write<S extends Structure>(file: Uint8Array, at: number, structure: S, values: Partial<Record<keyof S, number>>): void {
  for (const [name, value] of Object.entries(values)) {
    const [offset, size] = structure[name]!;
    for (let i = 0; i < size; i++) file[at + offset + i] = i < 4 ? (value as number) >>> (8 * i) : 0;
  }
}
