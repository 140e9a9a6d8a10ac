import { expect } from "chai";
import { gzipSync } from "fflate";
import { UserFault } from "../../../../src/base/fault";
import { loadFlash, loadImage } from "../../../../src/machine/board/loaders/load-image";
import { buildElf } from "../../../formats/elf/build-elf";
import { elfWith, flatBinary, linuxImage } from "./files";

const MIB = 1024 * 1024;
const RAM = 512 * MIB;

// Where qemu-system-aarch64 7.2 -machine virt -m 512 -kernel puts such files: `info roms` in its monitor.
describe("loadImage puts a file where QEMU puts it", () => {
  const cases: readonly (readonly [what: string, file: Uint8Array, kind: string, address: number, entry: number, end: number])[] = [
    ["a flat binary",                             flatBinary(100_000),                     "flat",  0x4008_0000, 0x4008_0000, 0x4009_86a0],
    ["an Image, text_offset 0",                   linuxImage(0, 0x30_0000, 5000),          "linux", 0x4020_0000, 0x4020_0000, 0x4050_0000],
    ["an Image, text_offset 0x80000",             linuxImage(0x8_0000, 0x30_0000, 5000),   "linux", 0x4008_0000, 0x4008_0000, 0x4038_0000],
    ["an Image of before 3.17, without its size", linuxImage(0, 0, 5000),                  "linux", 0x4008_0000, 0x4008_0000, 0x4008_1388],
    ["an Image whose size is less than the file", linuxImage(0, 8, 5000),                  "linux", 0x4020_0000, 0x4020_0000, 0x4020_1388],
    ["an Image, packed by gzip",                  gzipSync(linuxImage(0x8_0000, 0x30_0000, 5000)), "linux", 0x4008_0000, 0x4008_0000, 0x4038_0000],
    ["a flat binary, packed by gzip",             gzipSync(flatBinary(100_000)),           "flat",  0x4008_0000, 0x4008_0000, 0x4009_86a0],
    ["an ELF file",
      elfWith([{ paddr: 0x4020_0000n, filesz: 0x80n, memsz: 0x1_2010n }]),                 "elf",   0x4020_0000, 0x4020_0000, 0x4021_2010],
    ["an ELF file, linked for virtual addresses",
      elfWith([{ vaddr: 0xffff_8000_0800_0000n, paddr: 0x4020_0000n, filesz: 8n, memsz: 8n }]), "elf", 0x4020_0000, 0x4020_0000, 0x4020_0008],
    ["an ELF file, entered in its middle",
      elfWith([{ vaddr: 0x1000n, paddr: 0x4020_0000n, filesz: 64n, memsz: 64n }], { e_entry: 0x1010n }), "elf", 0x4020_0000, 0x4020_0010, 0x4020_0040],
  ];
  for (const [what, file, kind, address, entry, end] of cases) {
    it(what, () => {
      const image = loadImage(file, RAM);
      expect(image.kind).to.equal(kind);
      expect([image.segments[0]!.address, image.start, image.entry, image.end]).to.deep.equal([address, address, entry, end]);
    });
  }
});

describe("loadImage", () => {
  it("unpacks what is packed", () => {
    const file = linuxImage(0, 0x30_0000, 5000);
    expect(loadImage(gzipSync(file), RAM).segments[0]!.bytes).to.deep.equal(file);
  });

  it("takes an ELF file's segments in the order of their places, and says what must be zero", () => {
    const { segments, zero } = loadImage(elfWith([
      { paddr: 0x4100_0000n, filesz: 4n, memsz: 4n }, { paddr: 0x4000_0000n, filesz: 8n, memsz: 0x20n, flags: 6 },
      { paddr: 0x0n, filesz: 8n, memsz: 8n, type: 4 }, { paddr: 0x9999_9999n, filesz: 0n, memsz: 0n },
    ]), RAM);
    expect(segments.map(({ address, bytes }) => [address, bytes.length])).to.deep.equal([[0x4000_0000, 8], [0x4100_0000, 4]]);
    expect(zero).to.deep.equal([{ address: 0x4000_0008, size: 0x18 }]);
  });

  it("says what of an Image must be zero", () => {
    expect(loadImage(linuxImage(0, 0x2000, 0x1800), RAM).zero).to.deep.equal([{ address: 0x4020_1800, size: 0x800 }]);
  });

  const spoiled = (bytes: Uint8Array, at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at]! ^= 1;
    return copy;
  };
  /** A gzip file that says that it holds `size` bytes. */
  const claims = (size: number): Uint8Array => {
    const packed = gzipSync(new Uint8Array(3 * MIB));
    new DataView(packed.buffer, packed.byteOffset).setUint32(packed.length - 4, size, true);
    return packed;
  };
  const text = (start: string): Uint8Array => new Uint8Array([...Buffer.from(start, "latin1"), ...new Array<number>(600).fill(0x91)]);
  const segment = { paddr: 0x4000_0000n, filesz: 8n, memsz: 8n };

  const refused: readonly (readonly [fault: string, file: Uint8Array, ramBytes?: number])[] = [
    ["the image is empty",                                                              new Uint8Array(0)],
    ["the kernel needs 0x300000 bytes at 0x40200000, but RAM is from 0x40000000 to 0x40400000: give the board more memory", linuxImage(0, 0x30_0000, 5000), 4 * MIB],
    ["the image needs 0x100000 bytes at 0x40080000, but RAM is from 0x40000000 to 0x40100000: give the board more memory", flatBinary(MIB), MIB],
    ["the kernel needs 0x1388 bytes at ",                                               linuxImage(2 ** 52, 1, 5000)],
    ["the kernel is big-endian (flags at 0x18)",                                        linuxImage(0, 0x30_0000, 5000, 0xb)],
    ["an ELF file for x86-64 (e_machine is 62 at 0x12)",                                buildElf({ header: { e_machine: 62 } })],
    ["a 32-bit ELF file (EI_CLASS is 1 at 0x4)",                                        buildElf({ header: { EI_CLASS: 1 } })],
    ["a big-endian ELF file (EI_DATA is 2 at 0x5)",                                     buildElf({ header: { EI_DATA: 2 } })],
    ["truncated: the ELF header should take 64 bytes at 0x0",                           buildElf().subarray(0, 50)],
    ["a program for Linux, which wants a dynamic linker",                               elfWith([segment, { ...segment, type: 3 }])],
    ["the ELF file is no executable (e_type at 0x10 is 1): link it first",              elfWith([segment], { e_type: 1 })],
    ["the ELF file has nothing to load: no PT_LOAD",                                    elfWith([])],
    ["segment 0 has more bytes in the file (0x9) than in memory (0x8)",                 elfWith([{ ...segment, filesz: 9n }])],
    ["segments 0 and 1 overlap at 0x40000004",                                          elfWith([segment, { ...segment, paddr: 0x4000_0004n }])],
    ["segment 0 of the ELF file needs 0x8 bytes at 0x400000, but RAM is from 0x40000000 to 0x60000000", elfWith([{ ...segment, paddr: 0x40_0000n }])],
    ["segment 0 of the ELF file needs 0x40000000 bytes at 0x40000000",                  elfWith([{ ...segment, memsz: 0x4000_0000n }])],
    ["segment 0 of the ELF file needs 0x8 bytes at 0x",                                 elfWith([{ ...segment, paddr: 0xffff_ffff_ffff_fff8n }])],
    ["the ELF file's entry, 0x40000008, is in no segment with code",                    elfWith([segment], { e_entry: 0x4000_0008n })],
    ["the ELF file's entry, 0x40000000, is in no segment with code",                    elfWith([{ ...segment, flags: 6 }])],
    ["the gzip file is truncated",                                                      gzipSync(flatBinary(100)).subarray(0, 17)],
    ["the gzip file is damaged",                                                        gzipSync(flatBinary(100_000)).subarray(0, 100)],
    ["the gzip file is damaged: what it holds is not what its end says",                spoiled(gzipSync(flatBinary(100_000)), gzipSync(flatBinary(100_000)).length - 8)],
    ["the gzip file is damaged: it holds more than its end says",                       claims(MIB)],
    ["the gzip file is damaged: what it holds is not what its end says",                claims(4 * MIB)],
    ["the gzip file unpacks to 0x10000001 bytes; at most 0x10000000 are read",          claims(256 * MIB + 1)],
    ["unknown format: it is a text, not an image",                                      new Uint8Array(Buffer.from("console=ttyAMA0\n"))],
    ["unknown format: it is compressed by xz: unpack it first",                         text("\xfd7zXZ\0")],
    ["unknown format: it is a Linux kernel for x86; this is AArch64",                   text(`MZ${"\x91".repeat(0x200)}HdrS`)],
    ["unknown format: it is an EFI or DOS program without an arm64 header",             text("MZ")],
    ["unknown format: it is a device tree or FIT image",                                text("\xd0\x0d\xfe\xed")],
    ["unknown format: it is an initial RAM disk (cpio), not a kernel",                  text("070701")],
    ["unknown format: it is compressed by zstd: unpack it first",                       gzipSync(text("\x28\xb5\x2f\xfd"))],
  ];
  for (const [fault, file, ramBytes = RAM] of refused) {
    it(`refuses: ${fault}`, () => expect(() => loadImage(file, ramBytes)).to.throw(UserFault, fault).with.property("message").not.match(/\n/));
  }

  it("does not unpack a bomb", () => {
    const bomb = claims(256 * MIB);
    const began = process.memoryUsage().rss;
    for (let i = 0; i < 3; i++) expect(() => loadImage(bomb, RAM)).to.throw(UserFault, "damaged");
    expect((process.memoryUsage().rss - began) / MIB).to.be.below(64);
  });
});

describe("loadFlash", () => {
  it("has the file where the processor begins", () => {
    const file = flatBinary(1000);
    expect(loadFlash(file)).to.deep.include({ kind: "flash", segments: [{ address: 0, bytes: file }], entry: 0 });
  });
  const refused: readonly (readonly [fault: string, file: Uint8Array])[] = [
    ["the firmware is empty",                                                  new Uint8Array(0)],
    ["the firmware is too large: 0x4000001 bytes, but the flash has 0x4000000", new Uint8Array(64 * MIB + 1)],
    ["unknown format of firmware: it is an ELF file: boot it as an image",     buildElf()],
    ["unknown format of firmware: it is a text, not an image",                 new Uint8Array(Buffer.from("hello"))],
  ];
  for (const [fault, file] of refused) it(`refuses: ${fault}`, () => expect(() => loadFlash(file)).to.throw(UserFault, fault));
});
