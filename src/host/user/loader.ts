// Loads a program: its segments, its interpreter's if it has one (the dynamic linker), a stack, and a
// place for signals to return to. What execve does in Linux.
//
//   0x7f_ffff_f000   the two instructions that a signal's handler returns to
//   0x7f_ffff_0000   top of the stack, 8 MiB
//   0x7f_fe7f_0000   mmap goes down from here: the interpreter first
//   0x55_5555_0000   a position-independent program, and behind it the heap (brk)
//
// A program with addresses of its own goes where it says.

import { Bug } from "../../base/bug";
import { UserFault } from "../../base/fault";
import { hex, type VirtAddr } from "../../base/word";
import { ET_DYN, ET_EXEC, PF_R, PF_W, PF_X, PT_INTERP } from "../../formats/elf/constants";
import type { ElfFile, Segment } from "../../formats/elf/elf-file";
import { loadSegments } from "../../formats/elf/load-segments";
import { readElf } from "../../formats/elf/read-elf";
import { PROGRAM_HEADER_SIZE } from "../../formats/elf/structures";
import { PAGE } from "../../machine/cpu/layout";
import { AddressSpace, addressOf, pageOf, PROT_EXEC, PROT_READ, PROT_WRITE, TOP_PAGE } from "./address-space";
import type { Files } from "./files";
import type { Frames } from "./frames";
import { latin1, UserMemory } from "./user-memory";

export const TRAMPOLINE: VirtAddr = addressOf(TOP_PAGE - 1);
export const STACK_TOP: VirtAddr = addressOf(TOP_PAGE - 16);
const STACK_PAGES = 2048;
/** Where mmap's highest area may end. */
export const MMAP_TOP_PAGE = TOP_PAGE - 16 - STACK_PAGES - 1;
const PROGRAM_PAGE = pageOf(0x55_5555_0000n);
/** Segments may ask for pages of 64 KiB. */
const LARGEST_PAGE = 16;

/** mov x8, #139 (rt_sigreturn); svc #0 */
const SIGRETURN = Uint8Array.of(0x68, 0x11, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4);

export interface Loaded {
  readonly memory: UserMemory;
  readonly entry: VirtAddr;
  readonly brkStart: VirtAddr;
  /** What the stack's auxiliary vector says of the program. */
  readonly program: { readonly entry: VirtAddr; readonly headers: VirtAddr; readonly headerCount: number; readonly interpreter: VirtAddr };
}

/** Throws a UserFault if it is no program for this machine. */
export function load(bytes: Uint8Array, files: Files, frames: Frames, changed: () => void): Loaded {
  const file = programOf(bytes);
  const interpreter = interpreterOf(file, files); // Before there is anything to give back.
  const memory = new UserMemory(new AddressSpace(frames, changed), frames);
  const { space } = memory;
  try {
    const program = mapFile(memory, file, file.header.e_type === ET_DYN ? PROGRAM_PAGE : 0);
    const pages = interpreter === undefined ? 0 : extentOf(interpreter).end + LARGEST_PAGE;
    const place = (MMAP_TOP_PAGE - pages) & -LARGEST_PAGE;
    const linker = interpreter && mapFile(memory, interpreter, place);
    space.map(pageOf(STACK_TOP) - STACK_PAGES, STACK_PAGES, PROT_READ | PROT_WRITE);
    space.map(pageOf(TRAMPOLINE), 1, PROT_READ | PROT_WRITE);
    memory.write(TRAMPOLINE, SIGRETURN);
    space.protect(pageOf(TRAMPOLINE), 1, PROT_READ | PROT_EXEC);
    return {
      memory, entry: linker?.entry ?? program.entry, brkStart: addressOf(program.end),
      program: {
        entry: program.entry, headers: headersOf(file, program.bias), headerCount: file.header.e_phnum, interpreter: linker?.bias ?? 0n,
      },
    };
  } catch (thrown) {
    space.release();
    throw thrown;
  }
}

function programOf(bytes: Uint8Array): ElfFile {
  const file = readElf(bytes);
  const { e_type } = file.header;
  if (e_type !== ET_EXEC && e_type !== ET_DYN) {
    throw new UserFault(`no program: e_type is ${e_type} at 0x10, neither ET_EXEC (2) nor ET_DYN (3); link it first`);
  }
  const { start, end } = extentOf(file);
  if (end === 0) throw new UserFault("no program: it has no segment to load");
  if (e_type === ET_EXEC && (start === 0 || end > MMAP_TOP_PAGE - STACK_PAGES)) {
    throw new UserFault(`its segments (${hex(addressOf(start))} to ${hex(addressOf(end))}) are not in a program's 39 bits of addresses`);
  }
  return file;
}

function interpreterOf(file: ElfFile, files: Files): ElfFile | undefined {
  const segment = file.segments.find(({ p_type }) => p_type === PT_INTERP);
  if (segment === undefined) return undefined;
  const path = latin1(segment.contents).replace(/\0.*$/s, "");
  let bytes: Uint8Array;
  try {
    bytes = files.readAll(path);
  } catch (error) {
    if (error instanceof Bug) throw error;
    throw new UserFault(`dynamically linked: it needs ${path}; give a static program, or --root DIR with an arm64 system's libraries`);
  }
  try {
    return programOf(bytes);
  } catch (error) {
    if (error instanceof UserFault) throw new UserFault(`its interpreter ${path}: ${error.message}`);
    throw error;
  }
}

/** The pages that a file's segments take, before they are moved. */
function extentOf(file: ElfFile): { readonly start: number; readonly end: number } {
  const segments = loadSegments(file);
  const last = segments.at(-1);
  if (last === undefined) return { start: 0, end: 0 };
  if (last.p_vaddr + last.p_memsz > addressOf(TOP_PAGE)) throw new UserFault(`segment ${last.index} is not in 39 bits of addresses`);
  return { start: pageOf(segments[0]!.p_vaddr), end: endPage(last) };
}

const endPage = ({ p_vaddr, p_memsz }: Segment): number => pageOf(p_vaddr + p_memsz + BigInt(PAGE - 1));

function mapFile(memory: UserMemory, file: ElfFile, place: number): { entry: VirtAddr; bias: VirtAddr; end: number } {
  const bias = addressOf(place);
  const segments = loadSegments(file);
  let end = 0; // Two segments may share a page: it gets the rights of both.
  for (const segment of segments) {
    const first = Math.max(place + pageOf(segment.p_vaddr), end);
    end = place + endPage(segment);
    if (end > first) memory.space.map(first, end - first, PROT_READ | PROT_WRITE);
    memory.write(bias + segment.p_vaddr, segment.contents);
  }
  for (const [page, rights] of rightsOf(segments)) memory.space.protect(place + page, 1, rights);
  return { entry: bias + file.header.e_entry, bias, end };
}

function rightsOf(segments: readonly Segment[]): ReadonlyMap<number, number> {
  const rights = new Map<number, number>();
  for (const segment of segments) {
    for (let page = pageOf(segment.p_vaddr); page < endPage(segment); page++) {
      rights.set(page, (rights.get(page) ?? 0) | protectionOf(segment));
    }
  }
  return rights;
}

const protectionOf = ({ p_flags }: Segment): number =>
  ((p_flags & PF_R) === 0 ? 0 : PROT_READ) | ((p_flags & PF_W) === 0 ? 0 : PROT_WRITE) | ((p_flags & PF_X) === 0 ? 0 : PROT_EXEC);

/** Where the program headers are in memory: in the segment that holds that part of the file. */
function headersOf(file: ElfFile, bias: VirtAddr): VirtAddr {
  const { e_phoff, e_phnum } = file.header;
  const end = e_phoff + BigInt(e_phnum * PROGRAM_HEADER_SIZE);
  const holder = loadSegments(file).find(({ p_offset, p_filesz }) => p_offset <= e_phoff && end <= p_offset + p_filesz);
  return holder === undefined ? 0n : bias + holder.p_vaddr + e_phoff - holder.p_offset;
}
