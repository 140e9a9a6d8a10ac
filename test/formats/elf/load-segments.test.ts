import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import type { ElfFile, Segment } from "../../../src/formats/elf/elf-file";
import { loadSegments } from "../../../src/formats/elf/load-segments";
import { readElf } from "../../../src/formats/elf/read-elf";
import { buildElf } from "./build-elf";

const file = readElf(buildElf());

/** `file` with these segments: type, address, size in the file, size in memory. */
function withSegments(...rows: readonly (readonly [type: number, vaddr: bigint, filesz: bigint, memsz: bigint])[]): ElfFile {
  const segments = rows.map(([p_type, p_vaddr, p_filesz, p_memsz], index): Segment => ({ ...file.segments[0]!, index, p_type, p_vaddr, p_filesz, p_memsz }));
  return { ...file, segments };
}

const LOAD = 1;
const NOTE = 4;

describe("loadSegments", () => {
  it("gives what must be in memory, in order", () => {
    const found = loadSegments(withSegments([NOTE, 0n, 99n, 0n], [LOAD, 0x1000n, 0x10n, 0x20n], [LOAD, 0x1020n, 0n, 8n], [LOAD, 0x2000n, 0n, 0n]));
    expect(found.map(({ index }) => index)).to.deep.equal([1, 2]);
  });

  const refused = [
    ["segment 0 (0x1000, 0x8 bytes) has more bytes in the file (0x10) than in memory", [[LOAD, 0x1000n, 0x10n, 8n]]],
    ["segment 1 (0x1008, 0x10 bytes) overlaps the segment before it",                  [[LOAD, 0x1000n, 0n, 0x10n], [LOAD, 0x1008n, 0n, 0x10n]]],
    ["segment 1 (0x1000, 0x10 bytes) overlaps the segment before it, or is out of order", [[LOAD, 0x2000n, 0n, 0x10n], [LOAD, 0x1000n, 0n, 0x10n]]],
    ["segment 0 (0xfffffffffffffff8, 0x10 bytes) goes beyond the end of the address space", [[LOAD, 0xffff_ffff_ffff_fff8n, 0n, 0x10n]]],
    ["segment 0 (0x1000, 0x0 bytes) has more bytes in the file (0x8) than in memory",  [[LOAD, 0x1000n, 8n, 0n]]],
  ] as const;

  for (const [fault, segments] of refused) {
    it(`refuses: ${fault}`, () => expect(() => loadSegments(withSegments(...segments))).to.throw(UserFault, fault));
  }
});
