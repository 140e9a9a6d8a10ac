// Images as tests want them.

import { buildElf } from "../../../formats/elf/build-elf";

/** A file of `length` bytes with the header of a Linux Image. */
export function linuxImage(text_offset: number, image_size: number, length: number, flags = 0xa): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xd503_201f, true); // NOP
  view.setBigUint64(0x08, BigInt(text_offset), true);
  view.setBigUint64(0x10, BigInt(image_size), true);
  view.setBigUint64(0x18, BigInt(flags), true);
  view.setUint32(0x38, 0x644d_5241, true);
  return bytes;
}

/** A file of `length` bytes that are no format's. */
export const flatBinary = (length: number): Uint8Array => new Uint8Array(length).fill(0x91);

export interface ElfSegment {
  readonly vaddr?: bigint;
  readonly paddr: bigint;
  readonly filesz: bigint;
  readonly memsz: bigint;
  readonly type?: number;
  readonly flags?: number;
}

/** An executable with these segments, all of whose bytes are the ELF file's first. */
export function elfWith(segments: readonly ElfSegment[], header: NonNullable<Parameters<typeof buildElf>[0]>["header"] = {}): Uint8Array {
  const body = buildElf({ header: { e_phnum: segments.length, e_entry: segments[0]?.vaddr ?? segments[0]?.paddr ?? 0n, ...header, e_phoff: BigInt(buildElf().length) } });
  const bytes = new Uint8Array(body.length + 56 * segments.length);
  bytes.set(body);
  const view = new DataView(bytes.buffer, body.length);
  segments.forEach(({ paddr, vaddr = paddr, filesz, memsz, type = 1, flags = 5 }, i) => {
    view.setUint32(56 * i, type, true);
    view.setUint32(56 * i + 4, flags, true);
    [0n, vaddr, paddr, filesz, memsz].forEach((value, k) => view.setBigUint64(56 * i + 8 + 8 * k, value, true));
  });
  return bytes;
}
