// __init_sanity_checks: code and constants are what the linker wrote, and where it wants them. A
// loader that leaves out the last page or takes another address, or memory with a bit that sticks,
// would be found much later otherwise, and somewhere else.

import { ELF_HEADER_SIZE, PROGRAM_HEADER } from "../../formats/elf/structures";
import { LINUX_IMAGE_HEADER_SIZE } from "../../formats/linux-image/header";
import { CHECKSUMS } from "../../formats/objects/tables";
import { symbol } from "../metal/linker";
import { load32, load64 } from "../metal/memory";
import { plus } from "../metal/word";
import { checksum } from "./checksum";
import { refuseToBoot } from "./refuse-to-boot";

/** @noalloc */
export function __init_sanity_checks(): void {
  if (!isTextWhole()) refuseToBoot(".text", DAMAGED);
  if (!isRodataWhole()) refuseToBoot(".rodata", DAMAGED);
  // Code finds what it needs relative to itself; but addresses stand in variables, too.
  const linkedFor = load64(plus(symbol("link/elf"), BigInt(TEXT_ADDRESS)));
  if (linkedFor !== symbol("link/image")) refuseToBoot("the image", " is not at 0x40200000");
}

/** In the image's own ELF headers: of its first segment, p_vaddr. */
const TEXT_ADDRESS = ELF_HEADER_SIZE + PROGRAM_HEADER.p_vaddr[0];

const DAMAGED = " is not what the linker wrote: its CRC-32 is another one";

/** The image's own header is written when its checksum is known. */
export function isTextWhole(): boolean {
  const begin = plus(symbol("link/image"), BigInt(LINUX_IMAGE_HEADER_SIZE));
  return checksum(begin, symbol("link/text-end")) === linked(CHECKSUMS.text);
}

export function isRodataWhole(): boolean {
  return checksum(symbol("link/rodata"), symbol("link/rodata-end")) === linked(CHECKSUMS.rodata);
}

/** Of the tables for stack traces, where `begin` says that they are. */
export function isTraceWhole(begin: bigint): boolean {
  const bytes = BigInt.asUintN(64, symbol("link/trace-end") - symbol("link/trace"));
  return checksum(begin, plus(begin, bytes)) === linked(CHECKSUMS.trace);
}

function linked(which: number): number {
  return load32(plus(symbol("link/checksums"), BigInt(which)));
}
