import { expect } from "chai";
import { readLinuxImageHeader } from "../../../src/formats/linux-image/header";

// The first 64 bytes of vmlinuz-6.1.0-56-arm64 (Debian's linux-image-6.1.0-56-arm64): `file` says of it "Linux kernel ARM64
// boot executable Image, little-endian, 4K pages".
const DEBIAN = "4d5a40fa56a359140000000000000000000001020000000" + "00a0000000000000000000000000000000000000000000000000000000000000041524d6440000000";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

describe("readLinuxImageHeader", () => {
  it("reads the header of Debian's kernel", () => {
    expect(readLinuxImageHeader(bytesOf(DEBIAN))).to.deep.include({ text_offset: 0n, image_size: 0x201_0000n, flags: 0xan });
  });
  it("wants all of it", () => expect(readLinuxImageHeader(bytesOf(DEBIAN).subarray(0, 63))).to.equal(null));
  it("wants the magic number", () => expect(readLinuxImageHeader(bytesOf(DEBIAN.replace("41524d64", "41524d65")))).to.equal(null));
});
