// The procedure linkage table: stubs that load a function's address from the global offset table and jump there.
//
//   [bti  c]
//   adrp  x16, page of the entry
//   ldr   x17, [x16, #offset]
//   add   x16, x16, #offset
//   br    x17

import type { Section } from "../../formats/elf/elf-file";

const BTI_C = 0xd503_245f;

/** Where the stub is for each entry of the global offset table, both as addresses. */
export function pltEntries({ contents, sh_addr }: Section): Map<bigint, bigint> {
  const stubs = new Map<bigint, bigint>();
  const view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  const wordAt = (offset: number) => (offset + 4 <= contents.length ? view.getUint32(offset, true) : 0);
  for (let start = 0; start + 8 <= contents.length; start += 4) {
    const adrpAt = wordAt(start) === BTI_C ? start + 4 : start;
    const adrp = wordAt(adrpAt);
    const ldr = wordAt(adrpAt + 4);
    if ((adrp & 0x9f00_0000) >>> 0 !== 0x9000_0000 || ldr >>> 22 !== 0x3e5) continue;
    const page = BigInt((adrp >>> 29) & 3) | (BigInt((adrp >>> 5) & 0x3_ffff) << 2n);
    const offset = BigInt((ldr >>> 10) & 0xfff) << 3n;
    const stub = sh_addr + BigInt(start);
    const entry = (stub & ~0xfffn) + (page << 12n) + offset;
    if (!stubs.has(entry)) stubs.set(entry, stub);
    start += 4;
  }
  return stubs;
}
