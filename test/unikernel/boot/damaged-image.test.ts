// An image that is not what the linker wrote: which check finds it, and what it says.

import { crc32 } from "node:zlib";
import { expect } from "chai";
import { LINUX_IMAGE_HEADER_SIZE } from "../../../src/formats/linux-image/header";
import { CHECKSUMS } from "../../../src/formats/objects/tables";
import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import { checksumByTable } from "../../../src/unikernel/boot/checksum";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { itWith } from "../../installed";
import { QEMU } from "../../compiler/machines";
import { transcript } from "./board-boot";
import { withByteChanged } from "./damage";
import { HELLO, kernel, offsetIn } from "./kernels";
import { bootOnQemu } from "./qemu-boot";

const at = (symbol: string, behind = 0): number => offsetIn(kernel(HELLO), symbol) + behind;

/** The largest piece of the tables for stack traces, which lie where the image has room. */
const trace = (): { offset: number; bytes: Uint8Array } =>
  [...kernel(HELLO).linked.overlay].sort((a, b) => b.bytes.length - a.bytes.length)[0]!;

const CODE = "boot: .text is not what the linker wrote: its CRC-32 is another one\n";
const CONSTANTS = "boot: .rodata is not what the linker wrote: its CRC-32 is another one\n";
const SYMBOLS = "boot: the symbols behind .data are not what the linker wrote\n";

const DAMAGED = [
  // a byte of                     where in the file                           what it says
  ["code that has not run yet",    () => at("link/program", 1),                CODE],
  ["the last of the code",         () => at("link/text-end", -1),              CODE],
  ["the first of the constants",   () => at("link/rodata"),                    CONSTANTS],
  ["the last of the constants",    () => at("link/rodata-end", -1),            CONSTANTS],
  ["the ELF headers",              () => at("link/elf", 0x12),                 CONSTANTS],
  ["code's checksum",              () => at("link/checksums", CHECKSUMS.text), CODE],
  ["constants' checksum",          () => at("link/checksums", CHECKSUMS.rodata), CONSTANTS],
  ["the symbols' checksum",        () => at("link/checksums", CHECKSUMS.trace), SYMBOLS],
  ["the symbols' first word",      () => kernel(HELLO).linked.overlay[0]!.offset, SYMBOLS],
  ["the middle of the symbols",    () => trace().offset + (trace().bytes.length >> 1), SYMBOLS],
] as const;

describe("a damaged image", function () {
  this.timeout(120_000);

  for (const [what, where, message] of DAMAGED) {
    it(`${what}: ${message.trim()}`, () => {
      expect(transcript(withByteChanged(kernel(HELLO), where()))).to.equal(message);
    });
  }

  itWith(QEMU)("says the same on QEMU", () => {
    for (const [what, where, message] of DAMAGED.filter((_, i) => i % 4 === 0)) {
      expect(bootOnQemu(withByteChanged(kernel(HELLO), where())), what).to.equal(message);
    }
  });

  it("is found by zlib's CRC-32", () => {
    const { image, linked } = kernel(HELLO);
    const sum = (which: number): number => new DataView(image.buffer).getUint32(at("link/checksums", which), true);
    const rodata = linked.sections.find(({ name }) => name === ".rodata")!;
    expect(sum(CHECKSUMS.text)).to.equal(crc32(image.subarray(LINUX_IMAGE_HEADER_SIZE, at("link/text-end"))));
    expect(sum(CHECKSUMS.rodata)).to.equal(crc32(rodata.bytes));
  });

  it("where the processor has no instruction for it, by a table", () => {
    const metal = new SimulatedMetal(0x4000_0000n, 0x1000, 0);
    hostMetal(metal);
    for (const text of ["", "a", "123456789", "the quick brown fox jumps over the lazy dog"]) {
      metal.bytes.set(Buffer.from(text));
      expect(checksumByTable(0x4000_0000n, 0x4000_0000n + BigInt(text.length))).to.equal(crc32(text));
    }
    expect(crc32("123456789"), "the check value of CRC-32/ISO-HDLC").to.equal(0xcbf4_3926);
  });
});
