import { expect } from "chai";
import * as fc from "fast-check";
import { crc32 } from "node:zlib";
import { INSTRUCTIONS } from "./instructions";

type Family = "CRC32" | "CRC32C";

/** The checksum of `message` taken `bytes` bytes at a time, as long as that goes, then byte by byte. */
function checksum(family: Family, bytes: 1 | 2 | 4 | 8, message: Uint8Array): number {
  const suffix = { 1: "B", 2: "H", 4: "W", 8: "X" } as const;
  let acc = 0xffff_ffffn;
  let rest = message;
  while (rest.length > 0) {
    const step = rest.length >= bytes ? bytes : 1;
    const value = rest.subarray(0, step).reduceRight((v, byte) => (v << 8n) | BigInt(byte), 0n);
    acc = INSTRUCTIONS[`${family}${suffix[step]}`](acc, value);
    rest = rest.subarray(step);
  }
  return Number(acc ^ 0xffff_ffffn);
}

const repeated = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const counting = Uint8Array.from({ length: 32 }, (_, i) => i);

const cases = [
  // what                       family    message                    checksum      authority
  ["123456789",                 "CRC32",  Buffer.from("123456789"),  0xcbf4_3926], // the customary check value
  ["123456789",                 "CRC32C", Buffer.from("123456789"),  0xe306_9283], // the customary check value
  ["32 bytes of 0x00",          "CRC32C", repeated(0x00),            0x8a91_36aa], // RFC 3720, B.4
  ["32 bytes of 0xff",          "CRC32C", repeated(0xff),            0x62a8_ab43], // RFC 3720, B.4
  ["0x00 to 0x1f",              "CRC32C", counting,                  0x46dd_794e], // RFC 3720, B.4
  ["0x1f to 0x00",              "CRC32C", counting.toReversed(),     0x113f_db5c], // RFC 3720, B.4
] as const;

describe("CRC32 and CRC32C", () => {
  for (const [what, family, message, expected] of cases) {
    for (const bytes of [1, 2, 4, 8] as const) {
      it(`${family} of ${what}, ${bytes} at a time, is 0x${expected.toString(16)}`, () => {
        expect(checksum(family, bytes, message)).to.equal(expected);
      });
    }
  }

  it("CRC32 is zlib's", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), fc.constantFrom(1, 2, 4, 8), (message, bytes) => {
      expect(checksum("CRC32", bytes, message)).to.equal(crc32(message));
    }));
  });
});
