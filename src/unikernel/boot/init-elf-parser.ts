// _init_elf_parser and Elf_binary<Elf64>: the kernel knows its own headers. A flat image has no ELF
// header in front; the linker puts one among the constants, with a program header for each part of
// the image, and where the file is meant, it means the image's.

import { symbol } from "../metal/linker";
import { minus } from "../metal/word";
import { ElfBinary } from "../elf/elf-binary";
import { refuseToBoot } from "./refuse-to-boot";

/** The kernel's own, when Elf_binary has made it. */
let kernel: ElfBinary | null = null;

/** There are headers, and they can be read. */
export function _init_elf_parser(): void {
  const headers = new ElfBinary(symbol("link/elf"), headerBytes());
  if (headers.problem !== "") refuseToBoot("the kernel's own ELF header: ", headers.problem);
}

/** They describe this image: it begins where they say, and with these bounds. */
export function Elf_binary(): void {
  const own = new ElfBinary(symbol("link/elf"), headerBytes());
  const text = own.segmentAt(symbol("link/image"));
  const rodata = own.segmentAt(symbol("link/rodata"));
  const isOurs = text !== null && rodata !== null
    && text.bytes === minus(symbol("link/text-end"), symbol("link/image"))
    && rodata.bytes === minus(symbol("link/rodata-end"), symbol("link/rodata"));
  if (!isOurs) refuseToBoot("the kernel's own program headers", " are another image's");
  kernel = own;
}

function headerBytes(): number {
  return Number(minus(symbol("link/elf-end"), symbol("link/elf")));
}

/** Null before the step. */
export function kernelBinary(): ElfBinary | null {
  return kernel;
}
