// Files that are no images for this board, and how to tell them by their first bytes. A flat binary
// is any bytes at all, so without this table each of them would be executed.

interface ForeignFormat {
  readonly at: number;
  /** One character a byte. */
  readonly magic: string;
  readonly what: string;
}

const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { at: 0,     magic: "\xfd7zXZ\0",        what: "compressed by xz: unpack it first" },
  { at: 0,     magic: "\x28\xb5\x2f\xfd",  what: "compressed by zstd: unpack it first" },
  { at: 0,     magic: "\x04\x22\x4d\x18",  what: "compressed by lz4: unpack it first" },
  { at: 0,     magic: "\x02\x21\x4c\x18",  what: "compressed by lz4: unpack it first" },
  { at: 0,     magic: "\x89LZO\0",         what: "compressed by lzop: unpack it first" },
  { at: 0,     magic: "BZh",               what: "compressed by bzip2: unpack it first" },
  { at: 0,     magic: "\x5d\0\0",          what: "compressed by lzma: unpack it first" },
  { at: 0,     magic: "PK\x03\x04",        what: "a zip archive: unpack it first" },
  { at: 0,     magic: "!<arch>\n",         what: "an archive (.a or .deb): unpack it first" },
  { at: 257,   magic: "ustar",             what: "a tar archive: unpack it first" },
  { at: 0,     magic: "070701",            what: "an initial RAM disk (cpio), not a kernel" },
  { at: 0,     magic: "\xd0\x0d\xfe\xed",  what: "a device tree or FIT image: unpack the kernel" },
  { at: 0,     magic: "\x27\x05\x19\x56",  what: "a uImage: unpack the kernel in it" },
  { at: 0,     magic: "QFI\xfb",           what: "a qcow2 disk image, not a kernel" },
  { at: 0x8001, magic: "CD001",           what: "an ISO 9660 image, not a kernel" },
  { at: 0x438, magic: "\x53\xef",          what: "an ext file system, not a kernel" },
  { at: 0x202, magic: "HdrS",              what: "a Linux kernel for x86; this is AArch64" },
  { at: 4,     magic: "zimg",              what: "an EFI zboot kernel: unpack the Image in it" },
  { at: 0,     magic: "MZ",                what: "an EFI or DOS program without an arm64 header" },
  { at: 0,     magic: "\xcf\xfa\xed\xfe",  what: "a Mach-O program, not an ELF file" },
  { at: 0,     magic: "\0asm",             what: "a WebAssembly module" },
];

/** What `bytes` are, if they are known to be no image. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (isText(bytes)) return "a text, not an image";
  return FOREIGN_FORMATS.find(({ at, magic }) => hasAt(bytes, at, magic))?.what;
}

function hasAt(bytes: Uint8Array, at: number, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) {
    if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  }
  return true;
}

const SAMPLE = 64;

/** Printable ASCII, tabs and ends of lines: sixteen instructions are never that. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.subarray(0, SAMPLE).every((byte) =>
    (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
