import { expect } from "chai";
import { type FileRole, guessRole, headBytes, sizeText } from "../../../../src/site/widgets/computer/file-roles";

/** A file's first bytes, with `text` at `at`. */
function head(text = "", at = 0): Uint8Array {
  const bytes = new Uint8Array(headBytes);
  [...text].forEach((letter, i) => { bytes[at + i] = letter.charCodeAt(0); });
  return bytes;
}

// The signatures: ELF specification; Linux, Documentation/arm64/booting.rst; cpio(5); Linux, fs/ext2/ext2.h; UEFI, 5.2.1.
const cases: readonly (readonly [name: string, bytes: Uint8Array, role: FileRole])[] = [
  ["vmlinuz-6.1.0-56-arm64",  head("ARMd", 0x38),      "kernel"],
  ["vmlinux",                 head("\x7fELF"),         "kernel"],
  ["initrd.img",              head("ARMd", 0x38),      "kernel"],
  ["Image.gz",                head("\x1f\x8b\x08"),    "kernel"],
  ["hello.bin",               head(),                  "kernel"],
  ["initramfs.cpio",          head("070701"),          "initrd"],
  ["whatever",                head("070701"),          "initrd"],
  ["initramfs.cpio.gz",       head("\x1f\x8b\x08"),    "initrd"],
  ["initrd.img-6.1.0",        head("\x1f\x8b\x08"),    "initrd"],
  ["root.bin",                head("\x53\xef", 0x438), "disk"],
  ["debian.raw",              head("\x55\xaa", 510),   "disk"],
  ["empty.img",               head(),                  "disk"],
  ["u-boot.bin",              head(),                  "firmware"],
  ["QEMU_EFI.fd",             head(),                  "firmware"],
  ["short",                   Uint8Array.of(1, 2),     "kernel"],
];

describe("the role of a dropped file", () => {
  for (const [name, bytes, role] of cases) {
    it(`${name} is a ${role}`, () => expect(guessRole(name, bytes)).to.equal(role));
  }

  const sizes = [[0, "0 bytes"], [999, "999 bytes"], [1000, "1.0 kB"], [971_304, "971 kB"], [1_656_341, "1.7 MB"], [32_956_352, "33 MB"], [2e9, "2.0 GB"]] as const;
  for (const [bytes, text] of sizes) {
    it(`${bytes} is ${text}`, () => expect(sizeText(bytes)).to.equal(text));
  }
});
