// The header of an arm64 kernel image, "Image" (Linux, Documentation/arm64/booting.rst). The image
// is entered at its first byte, so the header's first two words are instructions.
//
//   0x00  code0, code1     a branch over the header; or with code0 "MZ", an EFI program as well
//   0x08  text_offset      where the image goes: so far above a 2 MiB boundary
//   0x10  image_size       bytes of memory that it needs, .bss and all; 0: it does not say
//   0x18  flags            0: big-endian, 2:1 page size, 3: anywhere in memory
//   0x38  magic            "ARM", 0x64

export const LINUX_IMAGE_HEADER_SIZE = 64;
export const LINUX_IMAGE_MAGIC = 0x644d_5241;

export const LINUX_IMAGE_OFFSETS = {
  code0: 0x00, code1: 0x04, text_offset: 0x08, image_size: 0x10, flags: 0x18, magic: 0x38,
} as const;

/** `flags`: the kernel runs big-endian. */
export const BIG_ENDIAN = 1n;

/** text_offset counts from a multiple of it. */
export const LINUX_IMAGE_ALIGNMENT = 0x20_0000;

export class LinuxImageHeader {
  readonly text_offset: bigint;
  readonly image_size: bigint;
  readonly flags: bigint;

  constructor(text_offset: bigint, image_size: bigint, flags: bigint) {
    this.text_offset = text_offset;
    this.image_size = image_size;
    this.flags = flags;
  }
}

/** The header at the beginning of `bytes`, or null: it is no such image. */
export function readLinuxImageHeader(bytes: Uint8Array): LinuxImageHeader | null {
  if (bytes.length < LINUX_IMAGE_HEADER_SIZE) return null;
  const { text_offset, image_size, flags, magic } = LINUX_IMAGE_OFFSETS;
  if (little(bytes, magic, 4) !== BigInt(LINUX_IMAGE_MAGIC)) return null;
  return new LinuxImageHeader(
    little(bytes, text_offset, 8), little(bytes, image_size, 8), little(bytes, flags, 8),
  );
}

/** `size` bytes at `at`, the lowest first. */
function little(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) {
    const byte = BigInt(bytes[at + i]!);
    value = BigInt.asUintN(64, (value << 8n) | byte);
  }
  return value;
}
