// Memory: the heap, and areas that are mapped and unmapped.

import { PAGE } from "../../../machine/cpu/layout";
import { addressOf, pageOf, PROT_EXEC, PROT_READ, PROT_WRITE, TOP_PAGE } from "../address-space";
import { refuse } from "../errors";
import { BLOCKS, O_ACCMODE, O_WRONLY } from "../files";
import { MMAP_TOP_PAGE } from "../loader";
import type { Process } from "../process";
import { type Result, type SystemCall, systemCall } from "./system-call";

const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const MAP_FIXED = 0x10;
const MAP_ANONYMOUS = 0x20;
const MAP_FIXED_NOREPLACE = 0x10_0000;
const MREMAP_MAYMOVE = 1;
const MADV_DONTNEED = 4;
const RIGHTS = PROT_READ | PROT_WRITE | PROT_EXEC;

export const memory: readonly SystemCall[] = [
  systemCall(214, "brk", ["address"], (_host, process, end) => brk(process, end)),
  systemCall(215, "munmap", ["address", "size"], (_host, { space }, address, size) => {
    const { page, pages } = range(address, size);
    space.unmap(page, pages);
    return 0;
  }),
  systemCall(216, "mremap", ["address", "size", "size", "int", "address"], (_host, process, address, size, newSize, flags) =>
    remap(process, address, size, newSize, flags)),
  systemCall(222, "mmap", ["address", "size", "flags", "flags", "fd", "long"], (_host, process, address, size, rights, flags, fd, offset) =>
    map(process, address, size, rights, flags, fd, Number(offset))),
  systemCall(226, "mprotect", ["address", "size", "flags"], (_host, { space }, address, size, rights) => {
    if (size === 0) return 0;
    const { page, pages } = range(address, size);
    return space.protect(page, pages, rights & RIGHTS) ? 0 : refuse("ENOMEM");
  }),
  systemCall(227, "msync", ["address", "size", "int"], () => 0),
  systemCall(233, "madvise", ["address", "size", "int"], (_host, { space }, address, size, advice) => {
    if (advice !== MADV_DONTNEED || size === 0) return 0;
    const { page, pages } = range(address, size);
    space.forget(page, pages);
    return 0;
  }),
];

/** Whole pages from an address that begins one. */
function range(address: bigint, size: number): { readonly page: number; readonly pages: number } {
  const page = pageOf(address);
  const pages = pagesOf(size);
  if ((address & 0xfffn) !== 0n || pages === 0 || page + pages > TOP_PAGE) refuse("EINVAL");
  return { page, pages };
}

const pagesOf = (size: number): number => Math.ceil(size / PAGE);

/** Answers where the heap ends: there, if it could be done. */
function brk(process: Process, end: bigint): bigint {
  const { space, image } = process;
  if (end < image.brkStart || end > addressOf(MMAP_TOP_PAGE)) return process.brk;
  const [before, after] = [endPage(process.brk), endPage(end)];
  if (after > before) {
    if (!space.isFree(before, after - before)) return process.brk;
    space.map(before, after - before, PROT_READ | PROT_WRITE);
  } else if (after < before) {
    space.unmap(after, before - after);
  }
  process.brk = end;
  return end;
}

const endPage = (address: bigint): number => pageOf(address + BigInt(PAGE - 1));

function map(process: Process, address: bigint, size: number, rights: number, flags: number, fd: number, offset: number): bigint {
  const { space } = process;
  const isShared = (flags & MAP_SHARED) !== 0;
  if (size === 0 || isShared === ((flags & MAP_PRIVATE) !== 0) || offset % PAGE !== 0) refuse("EINVAL");
  const contents = (flags & MAP_ANONYMOUS) !== 0 ? undefined : contentsOf(process, fd, offset, size);
  // Nothing carries what is stored in such an area back into the file.
  if (contents !== undefined && isShared && (rights & PROT_WRITE) !== 0) refuse("ENODEV");
  const pages = pagesOf(size);
  const page = placeFor(process, address, pages, flags);
  space.map(page, pages, PROT_READ | PROT_WRITE, isShared);
  if (contents !== undefined) process.memory.write(addressOf(page), contents);
  space.protect(page, pages, rights & RIGHTS);
  return addressOf(page);
}

function placeFor({ space }: Process, address: bigint, pages: number, flags: number): number {
  const isFixed = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) !== 0;
  if (isFixed && ((address & 0xfffn) !== 0n || pageOf(address) + pages > TOP_PAGE)) refuse("EINVAL");
  const wanted = pageOf(address);
  const isFree = wanted > 0 && wanted + pages <= MMAP_TOP_PAGE && space.isFree(wanted, pages);
  if ((flags & MAP_FIXED_NOREPLACE) !== 0 && !isFree) refuse("EEXIST");
  if (isFixed || isFree) return wanted;
  return space.findFree(pages, MMAP_TOP_PAGE) ?? refuse("ENOMEM");
}

/** Up to the end of the file; behind it there are zeroes. */
function contentsOf({ files }: Process, fd: number, offset: number, size: number): Uint8Array {
  const { file, flags } = files.get(fd);
  if (!file.seekable || (flags & O_ACCMODE) === O_WRONLY) refuse("EACCES");
  const left = Math.max(0, Number(file.status().size) - offset);
  const bytes = new Uint8Array(Math.min(size, left));
  for (let done = 0; done < bytes.length;) {
    const count = file.read(bytes.subarray(done), offset + done);
    if (count === BLOCKS || count === 0) return bytes.subarray(0, done);
    done += count;
  }
  return bytes;
}

function remap({ space }: Process, address: bigint, size: number, newSize: number, flags: number): Result {
  const { page, pages } = range(address, size);
  const newPages = pagesOf(newSize);
  const area = space.areaOf(page);
  if (newPages === 0) refuse("EINVAL");
  if (area === undefined || area.end < page + pages) refuse("EFAULT");
  if (newPages <= pages) {
    if (newPages < pages) space.unmap(page + newPages, pages - newPages);
    return address;
  }
  const growth = newPages - pages;
  if (space.isFree(page + pages, growth) && page + newPages <= MMAP_TOP_PAGE) {
    space.map(page + pages, growth, area.rights, area.shared);
    return address;
  }
  if ((flags & MREMAP_MAYMOVE) === 0) refuse("ENOMEM");
  const to = space.findFree(newPages, MMAP_TOP_PAGE) ?? refuse("ENOMEM");
  space.move(page, pages, to);
  space.map(to + pages, growth, area.rights, area.shared);
  return addressOf(to);
}
